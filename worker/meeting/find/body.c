#include "annotate/look.h"
#include "annotate/party/party.h"
#include "meeting/find/agenda.h"
#include "meeting/find/find.h"
#include "meeting/find/predicate.h"
#include "meeting/find/sitting.h"
#include "meeting/find/when.h"
#include "meeting/label/label.h"
#include "meeting/mention/occasion.h"

/*
 * "Presided over the Council of Ministers on Monday", "co-chaired the fifth Joint Commission": who
 * chairs, convenes or attends a body on a day, or for so many a time, tells of its sitting.
 */

/* The body that a verb has as its object. */
struct sitting {
    struct span name;
    enum meeting_kind kind;
    struct span ordinal;
    int32_t edition; /* 0 none */
    bool special;    /* "an emergency cabinet" */
};

/* What a sitting of the body is whose head is given, or OTHER: who chairs a union, an agency or a
 * bank on a day is its chairman. */
static enum meeting_kind kind_of(const struct document *document, const struct annotation *head)
{
    const uint8_t body = look_lexeme(document, head)->body;
    if (body == BODY_GOVERNMENT) /* "the council of ministers"; no junta or town hall */
        return head->end > head->begin + 2 ? KIND_SESSION : KIND_OTHER;
    const bool office = body == BODY_BODY || body == BODY_AGENCY || body == BODY_CENTRALBANK;
    return office ? KIND_OTHER : sitting_of_body(body);
}

/* Takes the ordinal at token, "ninth" or "9th", or the word that says which; returns where it ends,
 * else token. */
static uint32_t read_number(const struct document *document, uint32_t token,
                            struct sitting *sitting)
{
    const struct annotation *ordinal = look_at(document, token, LEXICON_ORDINAL);
    const struct annotation *number = look_at(document, token, ANNOTATION_NUMBER);
    const struct capture *digits = number ? look_capture(number, CAPTURE_NUMBER) : NULL;
    const struct annotation *next = look_at(document, token, LEXICON_NEXTPREVIOUS);
    if (next && look_lexeme(document, next)->sequence == SEQUENCE_NEXT &&
        look_flag(document, next->end, TOKEN_CAPITAL)) {
        sitting->special = true; /* "the next Joint Trade Committee" */
        return next->end;
    }
    if (!ordinal && !digits)
        return token;
    const struct annotation *words = ordinal ? ordinal : number;
    if (sitting->edition == 0) {
        sitting->edition = ordinal ? look_lexeme(document, ordinal)->number
                                   : look_token(document, digits->begin)->number;
        sitting->ordinal = (struct span){words->begin, words->end};
    }
    return words->end;
}

/* Whether the token may stand before the head. */
static bool read_before(const struct document *document, uint32_t token, struct sitting *sitting)
{
    sitting->special |= document_is(document, token, CLASS(MEETADJECTIVE));
    return look_flag(document, token, TOKEN_CAPITAL | TOKEN_HYPHEN) ||
           document_is(document, token, CLASS(MEETADJECTIVE)) ||
           look_at(document, token, LEXICON_DEMONYM);
}

/* Whether the body's name may end before token: it goes on to no chairman or meeting of its. */
static bool ends_well(const struct finder *finder, uint32_t token)
{
    const struct document *document = finder->document;
    if (token >= finder->sentence->end || look_at(document, token, ANNOTATION_DATE))
        return true;
    if (look_clitic(document, token) || look_at(document, token, LEXICON_MEETNOUN))
        return false;
    return document->classes[token] || look_flag(document, token, TOKEN_PUNCT) ||
           look_at(document, token, LEXICON_WITH) || look_at(document, token, LEXICON_FOLLOWING);
}

/* What the sitting of the body with that head is: of a body that is called like a gathering, "le
 * Conseil Agriculture et Pêche", what that gathering is. */
static enum meeting_kind kind_called(const struct document *document, uint32_t token,
                                     const struct annotation *head)
{
    const struct annotation *noun = look_at(document, token, LEXICON_MEETNOUN);
    const enum meeting_kind called =
        noun && noun->end > head->end ? look_lexeme(document, noun)->kind : KIND_OTHER;
    return called != KIND_OTHER && kind_is_gathering(called) ? called : kind_of(document, head);
}

/* "la commission | franco-malienne", "le Conseil | Affaires étrangères": where all ends that the
 * body is called. */
static uint32_t called_end(const struct finder *finder, const struct annotation *head)
{
    static const uint16_t kinds[] = {ANNOTATION_ORG, LEXICON_ORGANIZATION};
    uint32_t end = head->end;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        const struct annotation *body = look_at(finder->document, head->begin, kinds[i]);
        end = body && body->end > end ? body->end : end;
    }
    return end;
}

/* Reads the body that begins at token.  Returns whether one that sits does. */
static bool read_sitting(const struct finder *finder, uint32_t token, struct sitting *ret_sitting)
{
    enum { WORDS_MAX = 8 };
    const struct document *document = finder->document;
    struct sitting sitting = {.kind = KIND_OTHER};
    uint32_t t = token;
    while (document_is(document, t, CLASS(DETERMINER) | CLASS(INDEFINITE) | CLASS(POSSESSIVE)))
        t++;
    t = read_number(document, t, &sitting);
    const uint32_t begin = sitting.edition > 0 ? sitting.ordinal.begin : t;
    for (; t < finder->sentence->end && t - token <= WORDS_MAX; t++) {
        const struct annotation *head = look_at(document, t, LEXICON_ORGHEAD);
        const struct annotation *same = head ? look_at(document, t, LEXICON_MEETNOUN) : NULL;
        const uint32_t end = head ? called_end(finder, head) : t;
        if (head && sitting.edition > 0 && same && end == same->end)
            return false; /* "its 45th congress" */
        if (head && kind_of(document, head) != KIND_OTHER &&
            (ends_well(finder, head->end) || ends_well(finder, end))) {
            const struct party body = {.name_begin = t, .name_end = head->end};
            sitting.kind = kind_called(document, t, head);
            sitting.name = label_of_body(document, finder->sentence, &body);
            sitting.name.begin = begin;
            *ret_sitting = sitting;
            return true;
        }
        const struct annotation *noun = head ? NULL : look_at(document, t, LEXICON_MEETNOUN);
        if ((noun && look_lexeme(document, noun)->strong) || !read_before(document, t, &sitting))
            return false; /* "the National Delegates Congress": a gathering, and no body */
    }
    return false;
}

/* Whether the date says on which day, or begins to. */
static bool is_day(const struct annotation *words)
{
    const struct date *date = words ? words->detail : NULL;
    return date && date->lean >= 0 && /* "has chaired the board since Monday" */
           (date_is_day(date) || date->unit == 'w');
}

static void label_sitting(const struct sitting *sitting, struct mention *mention)
{
    mention->kind = sitting->kind;
    mention->label = (struct label){.name = sitting->name,
                                    .series = sitting->name,
                                    .kind = sitting->kind,
                                    .word = sitting->kind,
                                    .ordinal = sitting->ordinal,
                                    .edition = sitting->edition,
                                    .definite = !sitting->special,
                                    .bare = true,
                                    .proper = true};
    if (sitting->edition > 0 && sitting->ordinal.begin == sitting->name.begin)
        mention->label.series.begin = sitting->ordinal.end;
}

/* "La commission sera coprésidée lundi par A et B": the sitting of the body that is chaired by the
 * verb at index. */
static void find_chaired(struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    const struct verb *verb = clause_verb(clause, index);
    const uint32_t body = clause_subject(clause, index);
    const uint32_t chair = clause_after(clause, index, TYPE(PARTY), TYPE(BY));
    if (finder_sense(finder, index) != SENSE_CHAIR || verb->negative || finder_generic(finder) ||
        !clause_is(clause, body, TYPE(PARTY)) || chair == CLAUSE_NONE)
        return;
    const struct party *party = party_members(clause_chunk(clause, body)->of)->at[0];
    struct sitting sitting = {.kind = finder_sitting(finder, party)};
    struct mention *mention = sitting.kind == KIND_OTHER ? NULL : finder_mention(finder, index);
    if (!mention)
        return;
    const struct predicate predicate = {
        .index = index, .teller = index, .subject = true, .sense = SENSE_CHAIR, .verb = verb};
    sitting.name = label_of_body(finder->document, finder->sentence, party);
    mention->verb = true;
    mention->strong = true;
    label_sitting(&sitting, mention);
    sitting_number(finder->document, &mention->label);
    slot_parties(finder, mention, chair, PART_CHAIR);
    mention->status = predicate_status(finder, &predicate);
    mention->status_told = true;
    slot_circumstances(finder, mention, index);
    slot_ahead(finder, mention, verb);
    const bool one = mention->label.edition > 0 && (mention->date || mention->place);
    if (is_day(mention->date) || mention->status == STATUS_SCHEDULED || one)
        finder_keep(finder, mention);
}

/* "a présidé | mercredi à Paris, avec B, | le Conseil": where the object of the verb at index
 * begins.
 */
static uint32_t object_begin(const struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    const uint64_t between = TYPE(AT) | TYPE(DATE) | TYPE(TIME) | TYPE(PLACE) | TYPE(COMMA);
    uint32_t i = index;
    while (clause_is(clause, i + 1, between | TYPE(WITH)) &&
           !(clause_is(clause, i + 1, TYPE(PLACE)) && !clause_is(clause, i, TYPE(AT)))) {
        const bool with = clause_is(clause, i + 1, TYPE(WITH));
        if (with && !clause_is(clause, i + 2, TYPE(PARTY)))
            break;
        i += 1 + with; /* not "the | Kenya-Norway Commission" */
    }
    uint32_t t = clause_chunk(clause, i - clause_is(clause, i, TYPE(AT)))->end;
    if (finder_sense(finder, index) == SENSE_ATTEND) /* "a participé lundi | au conseil" */
        t += document_is(finder->document, t, CLASS(AT) | CLASS(TO));
    return t;
}

void find_by_body(struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    const struct verb *verb = clause_verb(clause, index);
    const enum sense sense = finder_sense(finder, index);
    struct sitting sitting;
    if (verb->passive) {
        find_chaired(finder, index);
        return;
    }
    if (verb->negative ||
        (sense != SENSE_CHAIR && sense != SENSE_HOLD && sense != SENSE_HOSTEVENT &&
         sense != SENSE_ATTEND) ||
        finder_generic(finder) || !read_sitting(finder, object_begin(finder, index), &sitting) ||
        (sense == SENSE_ATTEND && look_at(finder->document, sitting.name.begin, LEXICON_SERIES)))
        return; /* "attended the World Health Assembly": a noun tells it */
    struct mention *mention = finder_mention(finder, index);
    const uint32_t subject = clause_subject(clause, index);
    if (!mention || subject == CLAUSE_NONE)
        return;
    const struct predicate predicate = {
        .index = index, .teller = index, .sense = sense, .verb = verb};
    mention->verb = true;
    mention->strong = true;
    label_sitting(&sitting, mention);
    slot_parties(finder, mention, subject, sense == SENSE_CHAIR ? PART_CHAIR : PART_ATTENDEE);
    slot_pronoun(finder, mention, subject);
    slot_parties(finder, mention, clause_after(clause, index, TYPE(PARTY), TYPE(WITH)),
                 PART_ATTENDEE);
    mention->status = predicate_status(finder, &predicate);
    mention->status_told = true;
    mention->now = verb->tense == TENSE_PRES && verb->modality == MODALITY_NONE;
    slot_circumstances(finder, mention, index);
    slot_ahead(finder, mention, verb);
    const bool asked = mention->status == STATUS_PROPOSED; /* "was asked to lead the board" */
    const bool one =
        mention->status == STATUS_SCHEDULED && mention->place; /* "will chair in Lima" */
    if (!asked && (is_day(mention->date) || sitting.edition > 0 || sitting.special || one))
        finder_keep(finder, mention);
}

void find_listed_body(struct finder *finder)
{
    const struct clause *clause = &finder->clause;
    uint32_t body = 0;
    while (clause_is(clause, body, CLAUSE_ADJUNCTS | TYPE(STOP) | TYPE(AT)))
        body++;
    if (finder->count > 0 || !clause_is(clause, body, TYPE(PARTY)) || !line_of_agenda(finder))
        return;
    for (uint32_t i = body + 1; i < clause->chunks.count; i++) {
        if (clause_is(clause, i, TYPE(VERB) | TYPE(PARTY)))
            return;
    }
    const struct party_list *list = party_members(clause_chunk(clause, body)->of);
    struct sitting sitting = {.kind = finder_sitting(finder, list->at[0])};
    struct mention *mention =
        sitting.kind == KIND_OTHER || list->count > 1 ? NULL : finder_mention(finder, body);
    if (!mention)
        return;
    sitting.name = label_of_body(finder->document, finder->sentence, list->at[0]);
    label_sitting(&sitting, mention);
    mention->strong = mention->agenda = true;
    mention->status = STATUS_SCHEDULED;
    slot_circumstances(finder, mention, body);
    slot_line(finder, mention);
    finder_keep(finder, mention);
}
