#include "meeting/find/entry.h"

#include "annotate/date/schedule.h"
#include "annotate/look.h"
#include "annotate/verb.h"
#include "meeting/clause/status.h"
#include "meeting/find/agenda.h"
#include "meeting/find/when.h"
#include "meeting/mention/occasion.h"
#include "meeting/resolve/resolve.h"

/* Whether words of the sentence, "sera reçue" but not "(Les Engagés)", are a verb. */
static bool tells_verb(const struct document *document, const struct sentence *sentence)
{
    for (uint32_t t = sentence->begin; t < sentence->end; t++) {
        const struct annotation *words = look_at(document, t, ANNOTATION_VERB);
        const struct verb *verb = words ? words->detail : NULL;
        if (verb && verb->tense != TENSE_PP)
            return true;
    }
    return false;
}

/* Whether the sentence of that number, which is not 0, opens with a mark, tells a time or day or
 * stands behind a line that goes on, and tells no verb. */
static bool is_entry(const struct document *document, uint32_t number)
{
    enum { WORDS_MAX = 40 };
    const struct sentence *sentence = &document->sentences.at[number];
    if (sentence->end - sentence->begin > WORDS_MAX || tells_verb(document, sentence))
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
            back == number ||
            !(is_entry(document, number - back) || sentence_is_timed(document, number - back)))
            return sentence;
    }
    return NULL;
}

/* The verb of receiving or meeting that the lead ends with, nobody in particular told behind it, or
 * NULL; only a colon leads to lines without a day or hour. */
static const struct verb *verb_of(const struct document *document, const struct sentence *lead,
                                  bool timed)
{
    const struct annotation *words = NULL;
    if (!timed && !look_mark(document, lead->end - 1, ':'))
        return NULL;
    for (uint32_t t = lead->end; t-- > lead->begin && !words;) {
        const struct annotation *party = look_at(document, t, ANNOTATION_PARTY);
        if ((party && !actor_is_crowd(party_members(party)->at[0])) ||
            look_at(document, t, LEXICON_SPEECHVERB))
            return NULL;
        words = look_at(document, t, ANNOTATION_VERB);
    }
    const struct annotation *meets =
        words ? verb_reading(document, words->detail, LEXICON_MEETVERB) : NULL;
    const enum frame frame = meets ? look_lexeme(document, meets)->frame : FRAME_NONE;
    return frame == FRAME_HOST || frame == FRAME_OBJECT || frame == FRAME_WITH ? words->detail
                                                                               : NULL;
}

/* The first person whom the lead tells, or NULL. */
static const struct party *host_of(const struct document *document, const struct sentence *lead)
{
    for (uint32_t t = lead->begin; t < lead->end; t++) {
        const struct party_list *list = party_list_at(document, t);
        if (list && list->at[0]->type == PARTY_PERSON && !list->at[0]->plural && !list->at[0]->weak)
            return list->at[0];
    }
    return NULL;
}

/* Somebody with a name, a body or a delegation. */
static bool is_guest(const struct party *party)
{
    return (party->type == PARTY_PERSON && party->name_end > party->name_begin) ||
           party->delegation || party->type == PARTY_ORGANIZATION;
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

/* "The Secretary-General's appointments for Friday": whether the lead has a word for a plan. */
static bool tells_plan(const struct document *document, const struct sentence *lead)
{
    for (uint32_t t = lead->begin; t < lead->end; t++) {
        if (plan_begins(document, t))
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

/* What a lead and its lines share, "recevra :", "Audiences". */
struct lead {
    const struct party *host; /* or NULL */
    const struct verb *verb;  /* NULL: a noun leads */
    bool plan;                /* it is one for a plan: people in office come to see the host */
    const struct sentence *sentence;
};

/* The guest at the chunk whom a line below the lead tells. */
static struct mention *entry_mention(struct finder *finder, const struct lead *lead, uint32_t chunk,
                                     const struct party *guest)
{
    const struct document *document = finder->document;
    struct mention *mention = finder_mention(finder, chunk);
    if (!mention)
        return NULL;
    mention->trigger = mention->status_words = (struct span){guest->begin, guest->end};
    mention->verb = mention->strong = mention->bilateral = mention->agenda = true;
    mention->kind = mention->label.kind = KIND_TALKS;
    if (lead->host)
        mention_take_party(mention, lead->host, PART_ATTENDEE);
    slot_circumstances(finder, mention, chunk);
    mention->status = lead->verb ? status_of_meeting_verb(lead->verb) : STATUS_SCHEDULED;
    mention->status_told = lead->verb != NULL;
    const struct sentence *sentence = lead->sentence;
    if (lead->verb && !mention->date && !is_timed(finder)) /* "received on Monday in Lima:" */
        mention->date = look_within(document, sentence->begin, sentence->end, ANNOTATION_DATE);
    if (lead->verb)
        mention->place = look_within(document, sentence->begin, sentence->end, ANNOTATION_PLACE);
    return mention;
}

/* "A (Greens) | B (Left)", "A at 9 | B at 10": whether the second of two in a line has a meeting of
 * his own. */
static bool is_next(const struct document *document, const struct party *one,
                    const struct party *other)
{
    for (uint32_t t = one->name_end; t < other->begin; t++) {
        if (look_mark(document, t, '(') || look_mark(document, t, ';') ||
            look_at(document, t, ANNOTATION_TIME))
            return true;
    }
    return false;
}

/* Keeps a mention for each whom the line tells. */
static void keep_guests(struct finder *finder, const struct lead *lead)
{
    const struct clause *clause = &finder->clause;
    struct mention *mention = NULL;
    const struct party *last = NULL;
    for (uint32_t i = 0; i < clause->chunks.count; i++) {
        if (!clause_is(clause, i, TYPE(PARTY)) || clause_governor(clause, i))
            continue;
        const struct party_list *list = party_members(clause_chunk(clause, i)->of);
        for (unsigned k = 0; k < list->count; k++) {
            const bool office = list->at[k]->type == PARTY_PERSON && list->at[k]->role_count;
            if (!last && (!is_guest(list->at[k]) || (lead->plan && !office)))
                return;
            const bool next = !last || is_next(finder->document, last, list->at[k]);
            last = list->at[k];
            if (next && (mention = entry_mention(finder, lead, i, last)))
                finder_keep(finder, mention);
            if (mention)
                mention_take_party(mention, last, PART_ATTENDEE);
        }
    }
}

void find_entry(struct finder *finder)
{
    const struct document *document = finder->document;
    if (finder->count > 0 || finder->number == 0 || !is_entry(document, finder->number))
        return;
    const bool timed = is_timed(finder);
    const struct sentence *title = document->sentences.at;
    struct lead lead = {.sentence = lead_of(document, finder->number)};
    if (!lead.sentence)
        return;
    lead.host = host_of(document, lead.sentence);
    lead.verb = lead.host ? verb_of(document, lead.sentence, timed) : NULL;
    if (!lead.host && (title->flags & SENTENCE_TITLE))
        lead.host = host_of(document, title);
    const bool talks = tells_talks(document, lead.sentence) ||
                       ((title->flags & SENTENCE_TITLE) && tells_talks(document, title));
    lead.plan = !lead.verb && !talks && lead.host && sentence_is_timed(document, finder->number) &&
                tells_plan(document, lead.sentence);
    if (lead.verb ? !lead.verb->negative : timed && (talks || lead.plan))
        keep_guests(finder, &lead);
}
