#include <string.h>

#include "annotate/look.h"
#include "annotate/party/party.h"
#include "meeting/clause/status.h"
#include "meeting/find/day.h"
#include "meeting/find/find.h"
#include "meeting/find/object.h"
#include "meeting/find/predicate.h"
#include "meeting/find/when.h"

/* Which of the days that a clause tells are those of the meeting, and what they are of it: the
 * first, the last, or the one to which it was put off. */

/* "reporté au 23 février", "postponed to May", "rescheduled for Friday": a preposition stands
 * before the new day. */
static bool is_aim(const struct document *document, const struct annotation *date, uint64_t aims)
{
    const struct date *told = date->detail;
    uint32_t before = date->begin;
    while (before > 0 && document_is(document, before - 1, CLASS(DETERMINER)) &&
           !document_is(document, before - 1, aims))
        before--;
    return told->until || document_is(document, date->begin, aims) ||
           (before > 0 && (document_is(document, before - 1, aims) ||
                           (document_is(document, before - 1, CLASS(ABOUT)) &&
                            !document_is(document, before - 1, CLASS(AT)))));
}

/* Before 0 the date is over by the day of the story, behind it it is to come; 0: neither is told.
 */
static int beside_today(const struct finder *finder, const struct date *date)
{
    const struct reference *reference = &finder->story->reference;
    const struct date_result day = date_value(date, reference, DIRECTION_NEAREST);
    const struct iso_date today = day_iso(reference->day);
    const char *start = day.start.text;
    if ((date_is_weekday(date) && !date->unit) || !today.text[0]) /* "on Friday" may be either */
        return 0;
    return strncmp(start, today.text, strlen(start));
}

/* "proposed a meeting in Lyon next month": a day still to come is no day of what was said. */
static bool is_ahead(const struct finder *finder, const struct date *date)
{
    return beside_today(finder, date) > 0;
}

/* "approved the talks in May", told in June: a time that is over is of the deed by which what is to
 * come was agreed. */
static bool is_over(const struct finder *finder, const struct date *date)
{
    return beside_today(finder, date) < 0;
}

/* Verbs that only speak of a meeting: a day beside them is theirs. */
static bool is_saying(enum sense sense)
{
    return sense == SENSE_ANNOUNCE || sense == SENSE_CONFIRM || sense == SENSE_PROPOSE ||
           sense == SENSE_DENY || sense == SENSE_REFUSE || sense == SENSE_CANCEL ||
           sense == SENSE_POSTPONE || sense == SENSE_AGREE;
}

/* "the first visit in ten years": how long there was none. */
static bool is_first_in(const struct document *document, const struct annotation *words)
{
    enum { WORDS_BACK = 12 };
    const struct date *date = words->detail;
    if (!date->ahead)
        return false;
    for (uint32_t back = 1; back <= WORDS_BACK && back <= words->begin; back++) {
        const uint32_t t = words->begin - back;
        const struct annotation *ordinal = look_at(document, t, LEXICON_ORDINAL);
        if (ordinal)
            return look_lexeme(document, ordinal)->number == 1;
        if (look_flag(document, t, TOKEN_PUNCT | TOKEN_SENTENCE))
            break;
    }
    return false;
}

/* "since 2022, when A | met B": whether the date stands before the clause that tells the meeting.
 */
static bool opens_clause(const struct document *document, const struct mention *mention,
                         const struct annotation *words)
{
    return mention->trigger.begin > words->end && look_mark(document, words->end, ',') &&
           document_is(document, words->end + 1, CLASS(SUBORDINATOR));
}

/* "les premiers pourparlers depuis 2022", "depuis trois ans", "à Rome depuis lundi, A a vu B": not
 * when they are. */
static bool is_long_since(const struct document *document, const struct mention *mention,
                          const struct annotation *words)
{
    const struct date *date = words->detail;
    if (is_first_in(document, words))
        return true;
    const bool since = date->lean < 0 || document_is(document, words->begin, CLASS(SINCE));
    const bool point = mention->verb && mention->kind == KIND_TALKS &&
                       mention->status == STATUS_HELD && words->end <= mention->trigger.begin;
    return since && (!date_is_day(date) || point) && !opens_clause(document, mention, words);
}

/* Which of the days of a meeting a date behind a verb of that sense is; NULL: none. */
static const struct annotation **date_slot(const struct finder *finder, struct mention *mention,
                                           const struct annotation *date, enum sense sense)
{
    const struct document *document = finder->document;
    const struct date *told = date->detail;
    const bool day = date_is_day(told);
    const uint64_t moves = CLASS(TO) | (day ? 0 : CLASS(AT)); /* not "postponed it on Monday" */
    const bool off = sense == SENSE_CANCEL || sense == SENSE_POSTPONE;
    const uint64_t aims = off ? moves : CLASS(TO) | CLASS(AT);
    if ((sense == SENSE_POSTPONE || sense == SENSE_MOVE || sense == SENSE_SUSPEND) &&
        is_aim(document, date, moves))
        return &mention->moved_to; /* "suspended until Monday" */
    const bool said_in = !off && date->begin > 0 && date->begin < mention->trigger.begin &&
                         document_is(document, date->begin - 1, CLASS(AT));
    const bool agreed = sense == SENSE_AGREE && is_over(finder, told);
    if ((is_saying(sense) && (said_in || agreed || !is_aim(document, date, aims)) &&
         !is_ahead(finder, date->detail)) || /* "proposed in May a summit" */
        is_long_since(document, mention, date))
        return NULL;
    const bool ends = sense == SENSE_CLOSE || sense == SENSE_SUSPEND;
    const bool last = date->begin > 1 && document_is(document, date->begin - 1, CLASS(TO)) &&
                      look_mark(document, date->begin - 2, '('); /* "opens (to Friday)" */
    if ((ends && !date_is_range(told)) || told->until || last)
        return &mention->until; /* not "ended a visit on March 3-5" */
    return &mention->date;
}

/* "repoussée à fin juin, le 29": the day beside a month or week that tells it more closely. */
static bool is_closer(const struct finder *finder, const struct annotation *known, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    const struct date *told = known->detail, *date = clause_chunk(clause, index)->of->detail;
    const uint32_t comma = index - 1 - clause_is(clause, index - 1, TYPE(AT));
    return index > 2 && clause_is(clause, comma, TYPE(COMMA)) &&
           clause_chunk(clause, comma - 1)->of == known && !date_is_day(told) &&
           (date->day || date->weekday);
}

/* "held this year in Lyon, beginning on Monday": the day when it opens tells more than a year or
 * month. */
static bool is_finer(const struct date *known, const struct date *date, enum sense sense)
{
    return (sense == SENSE_OPEN || sense == SENSE_HOLD) && !date_is_day(known) &&
           (date->day || date->weekday);
}

/* "met those ordained over the past year on Monday": the day tells more than such a span. */
static bool is_vague(const struct date *known, const struct date *date)
{
    return known->span && !date->span && date_is_day(date);
}

/* "left on Monday for a visit to X from March 18 to 21": the days of the visit. */
static bool is_of_departure(const struct mention *mention, const struct date *date)
{
    const struct date *known = mention->date->detail;
    return mention->label.kind == KIND_VISIT && date_is_range(date) && !date_is_range(known) &&
           date_is_day(known);
}

bool word_is_plain(const struct finder *finder, const struct mention *mention, uint32_t token)
{
    const struct span own = mention->trigger, name = mention->label.name;
    if ((token >= own.begin && token < own.end) || (token >= name.begin && token < name.end))
        return false;
    for (uint32_t i = 0; i < finder->clause.chunks.count; i++) {
        const struct chunk *chunk = clause_chunk(&finder->clause, i);
        if (token >= chunk->begin && token < chunk->end)
            return chunk->type == CHUNK_OUTCOME;
    }
    return look_flag(finder->document, token, TOKEN_WORD);
}

/* "initialement prévue le 25 juin", "qui devait se tenir lundi": told to have been the day before
 * another one. */
static bool is_former(const struct finder *finder, const struct annotation *words)
{
    enum { WORDS_BACK = 6 };
    const struct document *document = finder->document;
    const uint64_t former = CLASS(FORMER);
    for (uint32_t t = words->begin;
         t-- > finder->sentence->begin && words->begin - t <= WORDS_BACK;) {
        const struct annotation *words_of = look_at(document, t, ANNOTATION_VERB);
        const struct verb *verb = words_of ? words_of->detail : NULL;
        const struct annotation *word =
            verb ? verb_reading(document, verb, LEXICON_EVENTVERB) : NULL;
        if (document_is(document, t, former) || (verb && verb->modality == MODALITY_DUE) ||
            (word && verb->tense == TENSE_PP && look_lexeme(document, word)->sense == SENSE_PLAN))
            return true; /* "prévue lundi, a eu lieu mardi" */
        if (look_flag(document, t, TOKEN_PUNCT))
            return false;
    }
    return false;
}

/* "A visit was announced on Sunday": right behind such a passive it is the day of what was said,
 * but for "was announced for Sunday". */
static bool is_said_then(const struct finder *finder, uint32_t index, enum sense sense)
{
    const struct clause *clause = &finder->clause;
    const bool at = index > 1 && clause_is(clause, index - 1, TYPE(AT));
    const uint32_t verb = index - 1 - at;
    return is_saying(sense) && index > 0 && clause_is(clause, verb, TYPE(VERB)) &&
           clause_verb(clause, verb)->passive && clause_finite(clause, verb) &&
           !is_aim(finder->document, clause_chunk(clause, index)->of, CLASS(TO)) &&
           !is_ahead(finder, clause_chunk(clause, index)->of->detail);
}

/* "moved from Friday to Tuesday", "reporté du 3 au 12 mai": no range, but the day that it was meant
 * for and the new one.  Returns whether it was one. */
static bool slot_both_days(const struct finder *finder, struct mention *mention,
                           const struct annotation *words, enum sense sense)
{
    const struct date *told = words->detail;
    if ((sense != SENSE_MOVE && sense != SENSE_POSTPONE) || !date_is_range(told) ||
        mention->moved_to)
        return false;
    struct annotation *copies = ARENA_ARRAY(finder->document->arena, struct annotation, 2);
    struct date *days = ARENA_ARRAY(finder->document->arena, struct date, 2);
    if (!copies || !days) {
        finder->story->document->memory_out = true;
        return false;
    }
    days[0] = days[1] = (struct date){.year = told->year ? told->year : told->year2,
                                      .month = told->month ? told->month : told->month2,
                                      .day = told->day,
                                      .weekday = told->weekday};
    days[1].year = told->year2 ? told->year2 : told->year;
    days[1].month = told->month2 ? told->month2 : told->month;
    days[1].day = told->day2;
    days[1].weekday = told->weekday2;
    for (unsigned i = 0; i < 2; i++) {
        copies[i] = *words;
        copies[i].detail = &days[i];
    }
    mention->date = &copies[0];
    mention->moved_to = &copies[1];
    return true;
}

void slot_date(struct finder *finder, struct mention *mention, uint32_t index, enum sense sense)
{
    struct chunk *chunk = &finder->clause.chunks.at[index];
    if (!chunk->taken && slot_both_days(finder, mention, chunk->of, sense)) {
        chunk->taken = true;
        return;
    }
    const struct annotation **slot = date_slot(finder, mention, chunk->of, sense);
    if (mention->moved_to && is_closer(finder, mention->moved_to, index)) {
        slot = &mention->moved_to;
        *slot = NULL;
    }
    if (mention->moved_to && chunk->begin > mention->moved_to->begin &&
        (sense == SENSE_HOLD || sense == SENSE_OPEN) && !is_former(finder, chunk->of)) {
        slot = &mention->moved_to; /* "reporté en janvier, se tiendra en juin" */
        *slot = NULL;
    }
    if (slot == &mention->date && *slot && (sense == SENSE_HOLD || sense == SENSE_OPEN) &&
        is_former(finder, *slot)) {
        if (mention->status == STATUS_SCHEDULED)
            slot = &mention->moved_to; /* "…, se tiendra finalement le 1er juillet" */
        else
            *slot = NULL;
    }
    if (slot == &mention->date && *slot &&
        (is_finer((*slot)->detail, chunk->of->detail, sense) ||
         is_vague((*slot)->detail, chunk->of->detail) ||
         is_of_departure(mention, chunk->of->detail)))
        *slot = NULL;
    const bool taken = chunk->taken && !opens_clause(finder->document, mention, chunk->of);
    if (!slot || *slot || taken || day_is_anothers(finder, mention, index) ||
        (slot == &mention->date && is_said_then(finder, index, sense)))
        return;
    *slot = chunk->of;
    chunk->taken = !mention->sideline; /* "en marge du sommet, A a reçu jeudi B": of both */
}

/* "the council will approve the plan on Friday": whether the meeting does what people do. */
static bool acts_itself(const struct finder *finder, uint32_t verb, uint32_t noun)
{
    const struct verb *told = clause_verb(&finder->clause, verb);
    return noun != CLAUSE_NONE && sense_is_of_people(finder_sense(finder, verb)) &&
           clause_finite(&finder->clause, verb) && !told->passive && !told->reflexive &&
           clause_subject(&finder->clause, verb) == noun;
}

enum sense sense_of_course(const struct finder *finder, uint32_t verb, uint32_t noun)
{
    if (acts_itself(finder, verb, noun))
        return SENSE_NONE;
    const struct document *document = finder->document;
    const enum sense sense = finder_sense(finder, verb);
    const uint32_t t = clause_chunk(&finder->clause, verb)->end;
    if ((sense != SENSE_CLOSE && sense != SENSE_SUSPEND) || clause_finite(&finder->clause, verb))
        return sense;
    const bool bare = !word_is_small(document, t) && !look_at(document, t, ANNOTATION_DATE);
    return bare || has_thing(finder, verb) ? SENSE_NONE : sense; /* "to end subsidies" */
}

bool day_is_of_deed(const struct finder *finder, uint32_t index)
{
    const enum sense sense = index > 1 ? finder_sense(finder, index - 2) : SENSE_NONE;
    const uint32_t begin = clause_chunk(&finder->clause, index)->begin;
    return (sense == SENSE_CANCEL || sense == SENSE_POSTPONE) &&
           document_is(finder->document, begin - 1, CLASS(AT)) &&
           !document_is(finder->document, begin - 1, CLASS(TO));
}

bool ends_relative(const struct finder *finder, const struct mention *mention, uint32_t verb,
                   uint32_t index)
{
    const struct clause *clause = &finder->clause;
    if (!mention->verb || !clause_is(clause, index, TYPE(COMMA)))
        return false;
    uint32_t i = verb;
    while (i > 0 && clause_is(clause, i - 1, TYPE(VERB)))
        i--; /* "who is due to meet B" */
    const bool relative =
        i > 1 && clause_is(clause, i - 1, TYPE(RELATIVE)) && clause_is(clause, i - 2, TYPE(COMMA));
    const uint32_t t = clause_chunk(clause, index)->end;
    if (relative && mention->kind == KIND_VISIT && clause_verb(clause, verb)->tense == TENSE_PRES &&
        (clause_is(clause, index + 1, TYPE(DATE)) ||
         (clause_is(clause, index + 1, TYPE(AT)) &&
          clause_is(clause, index + 2, TYPE(PLACE) | TYPE(DATE)))))
        return true; /* "met A, who is visiting Peru, in Lima on Monday" */
    return relative && look_flag(finder->document, t, TOKEN_WORD) &&
           !look_flag(finder->document, t, TOKEN_CAPITAL) &&
           (look_at(finder->document, t, ANNOTATION_VERB) || !finder->document->classes[t]);
}

bool is_of_other(const struct finder *finder, uint32_t trigger, uint32_t index)
{
    if (!clause_is(&finder->clause, index, TYPE(RELATIVE)))
        return false;
    for (uint32_t i = index; i-- > trigger + 1;) {
        if (clause_is(&finder->clause, i, TYPE(FOLLOWING)))
            return true;
        if (clause_is(&finder->clause, i, TYPE(VERB) | TYPE(NOUN) | TYPE(PARTY) | TYPE(PLACE)))
            return false;
    }
    return false;
}

/* "scheduled for Friday, will take place at a later date", "is suspended until further notice": no
 * new day is told for the one before; talks that are suspended have begun. */
static bool has_later_date(const struct finder *finder, uint32_t verb,
                           const struct mention *mention)
{
    enum { WORDS_MAX = 6 };
    const struct document *document = finder->document;
    const struct chunk *chunk = clause_chunk(&finder->clause, verb);
    const enum sense sense = finder_sense(finder, verb);
    const bool suspended = sense == SENSE_SUSPEND && clause_verb(&finder->clause, verb)->passive &&
                           mention->kind != KIND_NEGOTIATION;
    const bool held = sense == SENSE_HOLD && mention->status == STATUS_SCHEDULED && mention->date &&
                      mention->date->begin <= chunk->begin;
    if (!suspended && !held)
        return false;
    for (uint32_t t = chunk->end; t < chunk->end + WORDS_MAX && t < finder->sentence->end; t++) {
        const struct annotation *words = look_at(document, t, LEXICON_EVENTNOUN);
        if (words)
            return look_lexeme(document, words)->sense == SENSE_POSTPONE;
    }
    return false;
}

void status_unmoved(const struct finder *finder, uint32_t verb, struct mention *mention)
{
    const uint64_t told = TYPE(AT) | TYPE(TO) | TYPE(PLACE) | TYPE(MODE) | TYPE(DATE) |
                          TYPE(ABOUT) | TYPE(FROM) | TYPE(OF);
    if (verb != CLAUSE_NONE && finder_sense(finder, verb) == SENSE_MOVE && !mention->moved_to &&
        mention->status == STATUS_SCHEDULED && clause_verb(&finder->clause, verb)->passive &&
        !clause_verb(&finder->clause, verb)->negative &&
        !clause_is(&finder->clause, verb + 1, told))
        mention->status = STATUS_POSTPONED;
    if (verb != CLAUSE_NONE && has_later_date(finder, verb, mention))
        mention->status = STATUS_POSTPONED;
}
