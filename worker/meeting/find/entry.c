#include "meeting/find/entry.h"

#include "annotate/date/schedule.h"
#include "annotate/look.h"
#include "annotate/verb.h"
#include "meeting/clause/status.h"
#include "meeting/find/when.h"
#include "meeting/mention/occasion.h"
#include "meeting/resolve/resolve.h"

/* Whether the sentence of that number, which is not 0, opens with a mark, tells a time or day or
 * stands behind a line that goes on, and tells no verb. */
static bool is_entry(const struct document *document, uint32_t number)
{
    enum { WORDS_MAX = 40 };
    const struct sentence *sentence = &document->sentences.at[number];
    if (sentence->end - sentence->begin > WORDS_MAX ||
        look_within(document, sentence->begin, sentence->end, ANNOTATION_VERB))
        return false;
    return look_flag(document, sentence->begin, TOKEN_PUNCT) ||
           look_mark(document, sentence[-1].end - 1, ':') ||
           look_mark(document, sentence[-1].end - 1, ';') ||
           look_within(document, sentence->begin, sentence->end, ANNOTATION_TIME) ||
           look_within(document, sentence->begin, sentence->end, ANNOTATION_DATE);
}

/* The sentence that may lead to the list in which the one of that number is, or NULL. */
static const struct sentence *lead_of(const struct document *document, uint32_t number)
{
    enum { LINES_MAX = 24 };
    for (uint32_t back = 1; back <= LINES_MAX && back <= number; back++) {
        const struct sentence *sentence = &document->sentences.at[number - back];
        if (look_mark(document, sentence->end - 1, ':') || (sentence->flags & SENTENCE_TITLE) ||
            back == number || !is_entry(document, number - back))
            return sentence;
    }
    return NULL;
}

/* The verb of receiving or meeting that the lead ends with, nobody told behind it, or NULL. */
static const struct verb *verb_of(const struct document *document, const struct sentence *lead)
{
    const struct annotation *words = NULL;
    if (!look_mark(document, lead->end - 1, ':'))
        return NULL;
    for (uint32_t t = lead->end; t-- > lead->begin && !words;) {
        if (look_at(document, t, ANNOTATION_PARTY) || look_at(document, t, LEXICON_SPEECHVERB))
            return NULL;
        words = look_at(document, t, ANNOTATION_VERB);
    }
    const struct annotation *meets =
        words ? verb_reading(document, words->detail, LEXICON_MEETVERB) : NULL;
    const enum frame frame = meets ? look_lexeme(document, meets)->frame : FRAME_NONE;
    return frame == FRAME_HOST || frame == FRAME_OBJECT || frame == FRAME_WITH ? words->detail
                                                                               : NULL;
}

/* Whoever the lead names first, or NULL. */
static const struct party *host_of(const struct document *document, const struct sentence *lead)
{
    const struct annotation *words =
        look_within(document, lead->begin, lead->end, ANNOTATION_PARTY);
    const struct party *party = words ? party_members(words)->at[0] : NULL;
    return party && party->type == PARTY_PERSON ? party : NULL;
}

/* The first PARTY chunk of the sentence, somebody with a name, a body or a delegation; or
 * CLAUSE_NONE. */
static uint32_t guest_of(const struct finder *finder)
{
    const struct clause *clause = &finder->clause;
    uint32_t guest = 0;
    while (guest < clause->chunks.count && !clause_is(clause, guest, TYPE(PARTY)))
        guest++;
    if (guest == clause->chunks.count || clause_governor(clause, guest))
        return CLAUSE_NONE;
    const struct party *party = party_members(clause_chunk(clause, guest)->of)->at[0];
    const bool named = party->type == PARTY_PERSON && party->name_end > party->name_begin;
    return named || party->delegation || party->type == PARTY_ORGANIZATION ? guest : CLAUSE_NONE;
}

/* "Le calendrier des consultations", "Audiences": whether the lead has a word for several talks. */
static bool tells_talks(const struct document *document, const struct sentence *lead)
{
    for (uint32_t t = lead->begin; t < lead->end; t++) {
        const struct annotation *noun = look_at(document, t, LEXICON_MEETNOUN);
        if (noun && noun->tag == TAG_PLUR && look_lexeme(document, noun)->kind == KIND_TALKS)
            return true;
    }
    return false;
}

/* Whether the line begins with a day or an hour. */
static bool is_timed(const struct finder *finder)
{
    const struct document *document = finder->document;
    return sentence_is_timed(document, finder->number) ||
           look_at(document, document->sentences.at[finder->number].begin, ANNOTATION_DATE);
}

/* Whoever is told below a lead by a verb, "recevra :", or a noun, "Audiences": what both share. */
static struct mention *entry_mention(struct finder *finder, uint32_t guest,
                                     const struct party *host)
{
    struct mention *mention = guest == CLAUSE_NONE ? NULL : finder_mention(finder, guest);
    if (!mention)
        return NULL;
    mention->verb = mention->strong = mention->bilateral = mention->agenda = true;
    mention->kind = mention->label.kind = KIND_TALKS;
    if (host)
        mention_take_party(mention, host, PART_ATTENDEE);
    slot_parties(finder, mention, guest, PART_ATTENDEE);
    slot_circumstances(finder, mention, guest);
    return mention;
}

void find_entry(struct finder *finder)
{
    const struct document *document = finder->document;
    if (finder->count > 0 || finder->number == 0 || !is_entry(document, finder->number))
        return;
    const struct sentence *lead = lead_of(document, finder->number);
    const struct verb *verb = lead ? verb_of(document, lead) : NULL;
    const struct party *host = lead ? host_of(document, lead) : NULL;
    const bool told = verb && !verb->negative && host;
    const bool listed = !told && lead && is_timed(finder) && tells_talks(document, lead);
    struct mention *mention =
        entry_mention(finder, told || listed ? guest_of(finder) : CLAUSE_NONE, host);
    if (!mention)
        return;
    mention->status = told ? status_of_meeting_verb(verb) : STATUS_SCHEDULED;
    mention->status_told = told;
    if (told && !mention->date) /* "received on Monday in Lima:" */
        mention->date = look_within(document, lead->begin, lead->end, ANNOTATION_DATE);
    if (told)
        mention->place = look_within(document, lead->begin, lead->end, ANNOTATION_PLACE);
    finder_keep(finder, mention);
}
