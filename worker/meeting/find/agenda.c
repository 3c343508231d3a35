#include "meeting/find/agenda.h"
#include "annotate/date/schedule.h"
#include "annotate/look.h"
#include "annotate/verb.h"
#include "meeting/clause/chunk_mark.h"
#include "meeting/find/find.h"
#include "meeting/find/line.h"
#include "meeting/find/when.h"
#include "meeting/mention/occasion.h"
#include "meeting/resolve/group.h"

/* Whether the words say that what follows is still to come: "on the agenda". */
static bool is_before(const struct document *document, const struct annotation *when)
{
    return look_says(document, when, STR("BEFORE"));
}

/* What the noun made from a verb that begins at the token says. */
static enum sense noun_sense(const struct document *document, uint32_t token)
{
    const struct annotation *noun = look_at(document, token, LEXICON_EVENTNOUN);
    return noun ? look_lexeme(document, noun)->sense : SENSE_NONE;
}

bool plan_begins(const struct document *document, uint32_t token)
{
    const enum sense sense = noun_sense(document, token);
    return sense == SENSE_PREPARE || sense == SENSE_AGENDA;
}

static bool is_finite(const struct document *document, uint32_t token)
{
    const struct annotation *words = look_at(document, token, ANNOTATION_VERB);
    const struct verb *verb = words ? words->detail : NULL;
    return verb && verb->tense != TENSE_PP && verb->tense != TENSE_INF && verb->tense != TENSE_GER;
}

/* "Le programme", "Prochaine étape :": whether a word at the token opens what is planned. */
static bool is_plan(const struct document *document, uint32_t token)
{
    enum { WORDS_MAX = 6 };
    const struct annotation *next = look_at(document, token, LEXICON_NEXTPREVIOUS);
    uint32_t colon = next ? next->end : token;
    while (next && colon - next->end < WORDS_MAX && look_flag(document, colon, TOKEN_WORD))
        colon++;
    return plan_begins(document, token) ||
           (next && look_lexeme(document, next)->sequence == SEQUENCE_NEXT &&
            look_mark(document, colon, ':'));
}

/* "Voici le calendrier :", "Au programme de sa visite, …", "Le programme du ministre comprend": the
 * token behind what leads from the word for a plan, which opens the sentence, to what is planned;
 * or CLAUSE_NONE. */
static uint32_t behind_plan_of(const struct document *document, const struct sentence *sentence)
{
    enum { OPENING_WORDS = 5, OWNER_WORDS = 14 };
    const uint32_t begin = sentence->begin;
    uint32_t plan = begin;
    while (plan < sentence->end && plan - begin < OPENING_WORDS && !is_plan(document, plan))
        plan++;
    if (plan == sentence->end || plan - begin == OPENING_WORDS)
        return CLAUSE_NONE;
    const bool fronted =
        plan > begin && (document_is(document, plan - 1, CLASS(AT)) ||
                         (plan > begin + 1 && document_is(document, plan - 2, CLASS(AT))));
    uint32_t behind = CLAUSE_NONE;
    for (uint32_t t = plan + 1; t < sentence->end && t - plan < OWNER_WORDS; t++) {
        if (look_mark(document, t, ':') || noun_sense(document, t) == SENSE_LIST)
            return t + 1;
        const bool comma = look_mark(document, t, ',');
        const bool verb = is_finite(document, t) && !look_at(document, t, LEXICON_MEETNOUN);
        if (verb || (comma && !fronted))
            break;
        if (comma && behind == CLAUSE_NONE)
            behind = t + 1;
    }
    return behind;
}

/* "On the agenda:", "Il aura :": whether the sentence leads to a list of what is planned. */
static bool leads_to_plans(const struct document *document, const struct sentence *sentence)
{
    if (!look_mark(document, sentence->end - 1, ':'))
        return false;
    if (behind_plan_of(document, sentence) != CLAUSE_NONE)
        return true;
    for (uint32_t t = sentence->begin; t < sentence->end; t++) {
        const struct annotation *when = look_at(document, t, LEXICON_FOLLOWING);
        const struct annotation *deed = look_at(document, t, LEXICON_EVENTVERB);
        const struct annotation *words = look_at(document, t, ANNOTATION_VERB);
        const struct verb *verb = words ? words->detail : NULL;
        if (is_before(document, when) ||
            (deed && look_lexeme(document, deed)->sense == SENSE_PLAN) ||
            (verb && verb->tense == TENSE_FUT))
            return true;
    }
    return false;
}

/* "- Meeting with B": whether the sentence is a line of such a list. */
static bool is_planned_line(const struct finder *finder)
{
    enum { LINES_MAX = 16 };
    const struct document *document = finder->document;
    const struct sentence *first = document->sentences.at, *line = first + finder->number;
    for (unsigned i = 0; i < LINES_MAX && line > first; i++, line--) {
        if (leads_to_plans(document, line - 1))
            return true;
        if (!look_flag(document, line->begin, TOKEN_PUNCT) &&
            !look_mark(document, line[-1].end - 1, ';'))
            return false;
    }
    return false;
}

bool line_lacks_subject(const struct finder *finder, uint32_t verb)
{
    const uint64_t before = TYPE(TIME) | TYPE(DATE) | TYPE(STOP) | TYPE(COMMA);
    const struct clause *clause = &finder->clause;
    if (!clause_is(clause, verb, TYPE(VERB)))
        return false;
    for (uint32_t i = 0; i < verb; i++) {
        if (!clause_is(clause, i, before))
            return false;
    }
    const struct verb *told = clause_verb(clause, verb);
    return !told->passive && (told->tense == TENSE_PRES || told->tense == TENSE_INF) &&
           (sentence_is_timed(finder->document, finder->number) || is_planned_line(finder));
}

/* "La semaine s'annonce chargée : lundi, …": the token behind the colon before a day, where a verb
 * in the present or future leads to it; or CLAUSE_NONE. */
static uint32_t behind_colon(const struct document *document, const struct sentence *sentence)
{
    bool now = false;
    for (uint32_t t = sentence->begin; t + 1 < sentence->end; t++) {
        const struct annotation *words = look_at(document, t, ANNOTATION_VERB);
        const struct verb *verb = words ? words->detail : NULL;
        const struct annotation *aux = verb ? NULL : look_at(document, t, LEXICON_AUX);
        if ((verb && verb->tense == TENSE_PAST) || look_says(document, aux, STR("HAVE")))
            return CLAUSE_NONE;
        now |= verb && (verb->tense == TENSE_PRES || verb->tense == TENSE_FUT);
        if (look_mark(document, t, ':'))
            return now && look_at(document, t + 1, ANNOTATION_DATE) ? t + 1 : CLAUSE_NONE;
    }
    return CLAUSE_NONE;
}

/* The token behind "On the agenda:" before the trigger, or CLAUSE_NONE. */
static uint32_t behind_plan(const struct finder *finder, const struct mention *mention)
{
    const struct document *document = finder->document;
    for (uint32_t t = finder->sentence->begin; t < mention->trigger.begin; t++) {
        const struct annotation *when = look_at(document, t, LEXICON_FOLLOWING);
        if (is_before(document, when) && look_mark(document, when->end - 1, ':'))
            return when->end;
    }
    const uint32_t plan = behind_plan_of(document, finder->sentence);
    return plan == CLAUSE_NONE ? behind_colon(document, finder->sentence) : plan;
}

/* "On Monday's agenda: talks with A, a dinner with B": whether the mention stands behind such
 * words, and no verb between them; then it takes their day, if it has none. */
static bool is_in_plan(const struct finder *finder, struct mention *mention)
{
    const struct clause *clause = &finder->clause;
    const uint32_t behind = behind_plan(finder, mention);
    const bool planned = mention->trigger.begin >= behind; /* not the visit whose plan it is */
    for (uint32_t i = 0; planned && i < clause->chunks.count; i++) {
        const uint32_t begin = clause_chunk(clause, i)->begin;
        if (begin >= behind && begin < mention->trigger.begin && clause_is(clause, i, TYPE(VERB)) &&
            clause_finite(clause, i))
            return false;
    }
    const struct annotation *day =
        planned && !mention->date
            ? look_within(finder->document, finder->sentence->begin, behind, ANNOTATION_DATE)
            : NULL;
    if (day && date_is_day(day->detail))
        mention->date = day;
    return planned;
}

/* "- VIENNE - Visite de A": the town with which a line of an agenda begins, before a dash or colon;
 * or NULL. */
static const struct annotation *line_town(const struct finder *finder)
{
    const uint32_t begin = finder->sentence->begin;
    const uint32_t token = begin + look_flag(finder->document, begin, TOKEN_PUNCT);
    const struct annotation *place =
        finder->story->subject.agenda ? look_at(finder->document, token, ANNOTATION_PLACE) : NULL;
    const struct spot *spot = place ? place->detail : NULL;
    return spot && spot->city && mark_stops(finder->document, place->end) ? place : NULL;
}

/* "10:30 a.m. The minister meets X": the present in an agenda is planned. */
static void slot_agenda(const struct finder *finder, struct mention *mention,
                        const struct verb *verb)
{
    if (!mention->place)
        mention->place = line_town(finder);
    const bool now = verb->tense == TENSE_PRES && verb->modality == MODALITY_NONE;
    const bool guessed = status_has_begun(mention->status);
    const bool timed = sentence_is_timed(finder->document, finder->number) ||
                       is_planned_line(finder) || line_goes_on(finder);
    mention->agenda |= timed;
    const struct date *date = mention->date ? mention->date->detail : NULL;
    if (!now || !guessed || (date && !date->anchor) || !timed) /* "in the evening" is of its line */
        return;
    mention->status = STATUS_SCHEDULED;
    mention->now = false;
}

static uint32_t first_verb(const struct finder *finder)
{
    uint32_t i = 0;
    while (i < finder->clause.chunks.count && !clause_is(&finder->clause, i, TYPE(VERB)))
        i++;
    return i;
}

bool line_of_agenda(const struct finder *finder)
{
    const struct sentence *sentence = &finder->document->sentences.at[finder->number];
    return sentence_is_timed(finder->document, finder->number) ||
           (finder->story->subject.agenda && (sentence->flags & SENTENCE_LINE) &&
            !(sentence->flags & SENTENCE_TITLE)) ||
           (look_at(finder->document, sentence->begin, ANNOTATION_DATE) &&
            title_plans(finder->document));
}

/* Whether the mention's word opens the line, but for when it is. */
static bool opens_line(const struct finder *finder, const struct mention *mention)
{
    const struct clause *clause = &finder->clause;
    uint32_t i = 0;
    while (clause_is(clause, i, TYPE(TIME) | TYPE(DATE) | TYPE(STOP) | TYPE(AT) | TYPE(COMMA)))
        i++;
    return line_of_agenda(finder) && clause_is(clause, i, TYPE(NOUN)) &&
           clause_chunk(clause, i)->begin == mention->trigger.begin;
}

bool line_opens_with(const struct finder *finder, const struct mention *mention)
{
    return kind_is_gathering(mention->kind) && opens_line(finder, mention);
}

/* "Agenda de A", "Programme du ministre": whether the story opens with whose plans the lines are.
 */
static bool tells_owner(const struct document *document)
{
    enum { SENTENCES_FIRST = 2 };
    for (size_t i = 0; i < SENTENCES_FIRST && i < document->sentences.count; i++) {
        const struct sentence *sentence = &document->sentences.at[i];
        bool plan = false;
        for (uint32_t t = sentence->begin; t < sentence->end; t++) {
            const struct party_list *list = party_list_at(document, t);
            plan |= plan_begins(document, t);
            if (plan && list && list->at[0]->type == PARTY_PERSON && !list->at[0]->plural)
                return true;
        }
    }
    return false;
}

/* "11h00 Déplacement à Lille": whether a journey that opens a line is the owner's. */
static bool is_owners_journey(const struct finder *finder, const struct mention *mention)
{
    return mention->kind == KIND_VISIT && mention->party_count == 0 &&
           opens_line(finder, mention) && tells_owner(finder->document);
}

/* Whether who takes part is he whose plans the line tells, and is not told in it. */
static bool lacks_owner(const struct finder *finder, const struct mention *mention)
{
    if (mention->party_count == 0)
        return line_lacks_subject(finder, first_verb(finder)) || is_owners_journey(finder, mention);
    return (mention->party_count == 1 ||
            look_at(finder->document, mention->trigger.end, LEXICON_WITH)) &&
           !group_refers_back(finder->document, mention->parties[0].party);
}

void slot_line(const struct finder *finder, struct mention *mention)
{
    if (!mention->place)
        mention->place = line_town(finder);
    const bool timed = sentence_is_timed(finder->document, finder->number);
    if (timed && !mention->time)
        mention->time = look_within(finder->document, finder->sentence->begin,
                                    mention->trigger.begin, ANNOTATION_TIME);
    const bool listed = is_planned_line(finder) || is_in_plan(finder, mention) ||
                        is_owners_journey(finder, mention);
    const struct annotation *day = listed ? line_item_day(finder, mention) : NULL;
    mention->date = day ? day : mention->date;
    const bool guessed = status_has_begun(mention->status);
    mention->agenda |= timed || listed || finder->story->subject.agenda;
    const bool itself = listed && mention->status_words.begin == mention->trigger.begin;
    const bool verb = mention->status_told && !itself;
    const bool lacking = line_lacks_subject(finder, first_verb(finder));
    if (((guessed && !verb) || lacking) &&
        (timed || listed || (opens_line(finder, mention) && tells_owner(finder->document))))
        mention->pronoun |= lacks_owner(finder, mention);
    mention->status_told |= lacking;
    const struct annotation *item = guessed ? line_planned_day(finder, mention) : NULL;
    if (item && !mention->date)
        mention->date = item;
    if (!(timed || listed || item) || !guessed || verb)
        return;
    mention->status = STATUS_SCHEDULED;
    mention->status_told = listed || lacking || item;
}

/* "is paying a visit beginning Tuesday": what began on the day that the words tell goes on. */
static bool begins_then(const struct document *document, const struct annotation *date)
{
    enum { WORDS_BACK = 2 };
    for (uint32_t back = 1; back <= WORDS_BACK && back <= date->begin; back++) {
        const struct annotation *verb = look_at(document, date->begin - back, LEXICON_EVENTVERB);
        if (verb)
            return verb->tag == TAG_GER && look_lexeme(document, verb)->sense == SENSE_OPEN;
    }
    return false;
}

/* "the summit ends on Friday", told before: it goes on. */
static void slot_unended(const struct finder *finder, struct mention *mention,
                         const struct verb *verb)
{
    const struct reference *reference = &finder->story->reference;
    if (!mention->until || mention->date || mention->status != STATUS_HELD ||
        verb->tense != TENSE_PRES || verb->modality != MODALITY_NONE || verb->passive)
        return;
    const struct date_result day = date_value(mention->until->detail, reference, DIRECTION_NEAREST);
    const struct iso_date today = day_iso(reference->day);
    if (strncmp(day.start.text, today.text, strlen(day.start.text)) > 0)
        mention->status = STATUS_ONGOING;
}

void slot_ahead(const struct finder *finder, struct mention *mention, const struct verb *verb)
{
    enum { DAYS_BACK = 2 };
    slot_agenda(finder, mention, verb);
    mention->agenda |= finder->story->subject.agenda && /* "- A meets B" */
                       look_flag(finder->document, finder->sentence->begin, TOKEN_PUNCT);
    slot_unended(finder, mention, verb);
    const struct date *date = mention->date ? mention->date->detail : NULL;
    if (date && verb->tense == TENSE_FUT && !date->month && date->unit &&
        (date->direction < 0 || date->offset < 0)) {
        mention->date = NULL; /* "will visit Lima, which signed the pact last year" */
        return;
    }
    const bool now = status_has_begun(mention->status);
    const bool present = verb->tense == TENSE_PRES && verb->modality == MODALITY_NONE;
    if (date && now && verb->tense == TENSE_PRES && date->unit && date->offset > 0)
        mention->status = STATUS_SCHEDULED; /* "convenes tomorrow", "is meeting B next week" */
    if (date && now && present && date->lean < 0 && date_is_day(date))
        mention->status = STATUS_ONGOING; /* "se tient depuis lundi" */
    if (!date || !now || !present || date->year || date->unit || date->direction || date->lean ||
        !(date->month || (date->weekday && !date->day)))
        return;
    const struct reference *reference = &finder->story->reference;
    const struct date_result day = date_value(date, reference, DIRECTION_NEAREST);
    const char *start = day.start.text;
    const struct iso_date today = day_iso(reference->day);
    const bool begun = mention->kind == KIND_VISIT && begins_then(finder->document, mention->date);
    const struct iso_date lately = day_iso(day_add(reference->day, -DAYS_BACK));
    const bool caption = (mention->bilateral || mention->hosting) && mention->kind != KIND_VISIT;
    const bool recent = caption && reference->day.year && iso_is_day(&day.start) &&
                        strcmp(start, lately.text) >= 0; /* "meets B on Tuesday", a day after */
    if (((date->month && date->day) || begun || recent) && strcmp(start, today.text) < 0)
        return; /* "leaves in this picture of Sept. 28", told on the 29th */
    if (day.end.text[0] && strcmp(start, today.text) <= 0 && strcmp(day.end.text, today.text) >= 0)
        return; /* "runs from Monday to Thursday", told on Tuesday */
    if (start[0] && strncmp(start, today.text, strlen(start)) != 0)
        mention->status = STATUS_SCHEDULED;
}
