#include <string.h>

#include "annotate/look.h"
#include "annotate/party.h"
#include "meeting/find.h"
#include "meeting/find_when.h"
#include "meeting/predicate.h"

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

/* "proposed a meeting in Lyon next month": a day still to come is no day of what was said. */
static bool is_ahead(const struct finder *finder, const struct date *date)
{
    const struct reference *reference = &finder->story->reference;
    if (date->weekday && !date->day && !date->direction && !date->unit)
        return false; /* "on Friday" may be either */
    const struct date_result day = date_value(date, reference, DIRECTION_NEAREST);
    const struct iso_date today = day_iso(reference->day);
    const char *start = day.start.text;
    return today.text[0] && start[0] && strncmp(start, today.text, strlen(start)) > 0;
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

/* "les premiers pourparlers depuis 2022", "depuis trois ans": not when they are. */
static bool is_long_since(const struct document *document, const struct annotation *words)
{
    const struct date *date = words->detail;
    if (is_first_in(document, words))
        return true;
    const bool since = date->lean < 0 || document_is(document, words->begin, CLASS(SINCE));
    return since && !date->day && !date->weekday && date->unit != 'd';
}

/* Which of the days of a meeting a date behind a verb of that sense is; NULL: none. */
static const struct annotation **date_slot(const struct finder *finder, struct mention *mention,
                                           const struct annotation *date, enum sense sense)
{
    const struct document *document = finder->document;
    const struct date *told = date->detail;
    const bool day = told->day || told->weekday || told->unit == 'd';
    const uint64_t moves = CLASS(TO) | (day ? 0 : CLASS(AT)); /* not "postponed it on Monday" */
    const bool off = sense == SENSE_CANCEL || sense == SENSE_POSTPONE;
    const uint64_t aims = off ? moves : CLASS(TO) | CLASS(AT);
    if ((sense == SENSE_POSTPONE || sense == SENSE_MOVE) && is_aim(document, date, moves))
        return &mention->moved_to;
    const bool said_in = !off && date->begin > 0 && date->begin < mention->trigger.begin &&
                         document_is(document, date->begin - 1, CLASS(AT));
    if ((is_saying(sense) && (said_in || !is_aim(document, date, aims)) &&
         !is_ahead(finder, date->detail)) || /* "proposed in May a summit" */
        is_long_since(document, date))
        return NULL;
    if (sense == SENSE_CLOSE || sense == SENSE_SUSPEND ||
        ((const struct date *)date->detail)->until)
        return &mention->until;
    return &mention->date;
}

/* "repoussée à fin juin, le 29": the day beside a month or week that tells it more closely. */
static bool is_closer(const struct finder *finder, const struct annotation *known, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    const struct date *told = known->detail, *date = clause_chunk(clause, index)->of->detail;
    const uint32_t comma = index - 1 - clause_is(clause, index - 1, TYPE(AT));
    return index > 2 && clause_is(clause, comma, TYPE(COMMA)) &&
           clause_chunk(clause, comma - 1)->of == known && !told->day && !told->weekday &&
           told->unit != 'd' && (date->day || date->weekday);
}

/* "held this year in Lyon, beginning on Monday": the day when it opens tells more than a year or
 * month. */
static bool is_finer(const struct date *known, const struct date *date, enum sense sense)
{
    return (sense == SENSE_OPEN || sense == SENSE_HOLD) && !known->day && !known->weekday &&
           known->unit != 'd' && (date->day || date->weekday);
}

/* "met those ordained over the past year on Monday": the day tells more than such a span. */
static bool is_vague(const struct date *known, const struct date *date)
{
    return known->span && !date->span && (date->day || date->weekday || date->unit == 'd');
}

/* "left on Monday for a visit to X from March 18 to 21": the days of the visit. */
static bool is_of_departure(const struct mention *mention, const struct date *date)
{
    const struct date *known = mention->date->detail;
    return mention->label.kind == KIND_VISIT && date_is_range(date) && !date_is_range(known) &&
           (known->day || known->weekday || known->unit == 'd');
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

/* "depuis sa prise de fonction le 1er mai", "since his election in May": since that. */
static bool is_since_other(const struct finder *finder, const struct mention *mention,
                           uint32_t token)
{
    enum { WORDS_BACK = 18 };
    const struct document *document = finder->document;
    const uint64_t since = CLASS(SINCE);
    bool plain = false, acted = false;
    for (uint32_t back = 1; back <= WORDS_BACK && token >= finder->sentence->begin + back; back++) {
        const uint32_t t = token - back;
        const struct annotation *words = look_at(document, t, ANNOTATION_VERB);
        const struct verb *verb = words ? words->detail : NULL;
        if (verb && t > 0 && document_is(document, t - 1, since))
            return true; /* "since agreeing on a treaty in March" */
        if (look_flag(document, t, TOKEN_PUNCT) || (verb && acted))
            return false;
        acted |= verb != NULL; /* "since the war ended in May" */
        if (document_is(document, t, since))
            return plain;
        const struct annotation *party = look_at(document, t, ANNOTATION_PARTY);
        plain |=
            party && party_members(party)->at[0]->type == PARTY_PERSON; /* "since A on May 9" */
        plain |= !document_is(document, t, CLASS(DETERMINER)) && word_is_plain(finder, mention, t);
    }
    return false;
}

/* Whether a word that is no small one stands between two tokens. */
static bool is_plain_between(const struct document *document, uint32_t begin, uint32_t end)
{
    while (begin < end && word_is_small(document, begin))
        begin++;
    return begin < end;
}

/* "A, who was in Oslo on Monday, | said Kenya backs the talks": whether the mention is told in what
 * somebody says behind the comma that ends an aside at chunk. */
static bool is_said_behind(const struct finder *finder, const struct mention *mention,
                           uint32_t chunk)
{
    const struct clause *clause = &finder->clause;
    uint32_t i = chunk + 1;
    while (clause_is(clause, i, TYPE(DATE) | TYPE(TIME) | TYPE(PLACE) | TYPE(AT)))
        i++;
    return clause_is(clause, i, TYPE(COMMA)) && clause_is(clause, i + 1, TYPE(VERB)) &&
           clause_chunk(clause, i + 1)->begin < mention->trigger.begin &&
           verb_reading(finder->document, clause_verb(clause, i + 1), LEXICON_SPEECHVERB);
}

bool chunk_in_aside(const struct finder *finder, const struct mention *mention, uint32_t date)
{
    const uint64_t passed = TYPE(DATE) | TYPE(TIME) | TYPE(PLACE) | TYPE(AT) | TYPE(TO) | TYPE(OF) |
                            TYPE(FROM) | TYPE(POSSESSIVE) | TYPE(BY) | TYPE(ABOUT) | TYPE(WITH) |
                            TYPE(VERB);
    const struct clause *clause = &finder->clause;
    const bool through = mention->verb || is_said_behind(finder, mention, date);
    bool told = false;
    for (uint32_t i = date;
         i-- > 0 && clause_chunk(clause, date)->begin < mention->trigger.begin;) {
        told |= is_plain_between(finder->document, clause_chunk(clause, i)->end,
                                 clause_chunk(clause, i + 1)->begin);
        if (clause_is(clause, i, TYPE(RELATIVE)))
            return told;
        if (clause_is(clause, i, TYPE(COMMA)))
            return told && i > 0 && clause_is(clause, i - 1, TYPE(PARTY)) &&
                   clause_chunk(clause, i - 1)->end == clause_chunk(clause, i)->begin;
        if (!clause_is(clause, i, passed) || (clause_is(clause, i, TYPE(VERB)) && !through))
            return false;
        told |= clause_is(clause, i, TYPE(VERB));
    }
    return false;
}

/* "days after the June 2 vote": the day says which vote it is. */
static bool is_attribute(const struct finder *finder, const struct mention *mention,
                         const struct annotation *words)
{
    const struct document *document = finder->document;
    const bool clitic = look_clitic(document, words->end);
    const uint32_t noun = words->end + clitic;
    return words->begin > finder->sentence->begin && noun < finder->sentence->end &&
           (clitic || document_is(document, words->begin - 1, CLASS(DETERMINER))) &&
           word_is_plain(finder, mention, noun) && !word_is_small(document, noun);
}

/* "un calendrier avant le 31 janvier", "after Easter": a limit, unless the word for the meeting
 * follows, "before Monday's talks". */
static bool is_limit(const struct finder *finder, const struct mention *mention,
                     const struct annotation *words)
{
    enum { WORDS_BETWEEN = 4 };
    const struct document *document = finder->document;
    uint32_t t = words->begin;
    while (t > finder->sentence->begin && document_is(document, t - 1, CLASS(DETERMINER)))
        t--;
    if (t == finder->sentence->begin)
        return false;
    const struct annotation *when = look_at(document, t - 1, LEXICON_FOLLOWING);
    const struct str side = when ? pack_column(document->pack, when->value, 0) : STR("");
    const bool follows = !mention->verb && mention->trigger.begin >= words->end &&
                         mention->trigger.begin - words->end < WORDS_BETWEEN;
    return (str_equal(side, STR("BEFORE")) || str_equal(side, STR("AFTER"))) && when->end == t &&
           !follows && !look_clitic(document, words->end) &&
           !document_is(document, t - 1, CLASS(SINCE) | CLASS(UNTIL));
}

/* "dans la soirée | de mardi": whether a part of the day ends at token. */
static bool is_part_of_day(const struct finder *finder, uint32_t token)
{
    enum { WORDS_BACK = 4 };
    for (uint32_t back = 1; back <= WORDS_BACK && finder->sentence->begin + back <= token; back++) {
        const struct annotation *part = look_at(finder->document, token - back, LEXICON_ASIDE);
        if (part && part->end == token)
            return true;
    }
    return false;
}

/* "après l'attentat du 3 mai", "Monday's vote": the day of something else. */
static bool is_of_another(const struct finder *finder, const struct mention *mention,
                          const struct annotation *words)
{
    const struct document *document = finder->document;
    const struct date *date = words->detail;
    const uint32_t begin = words->begin, first = finder->sentence->begin;
    if (is_since_other(finder, mention, begin) || is_attribute(finder, mention, words) ||
        is_limit(finder, mention, words) || day_is_of_bound(finder, mention, words))
        return true;
    if ((begin > first + 1 && document_is(document, begin - 2, CLASS(ONWARD))) ||
        look_clitic(document, words->end))
        return false; /* "à partir de lundi", "the outcome of Saturday's summit" */
    const bool told = date->day || date->weekday || (date->year && !date->month);
    return begin > first + 1 && !date->day2 && !date->month2 && told &&
           document_is(document, begin - 1, CLASS(OF)) &&
           word_is_plain(finder, mention, begin - 2) && !is_part_of_day(finder, begin - 1);
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

/* "said Monday they will meet", "said on Monday A met B": the day is of what was said; not that in
 * "said at Monday's meeting". */
static bool is_of_speech(const struct finder *finder, const struct mention *mention, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    const uint32_t begin = clause_chunk(clause, index)->begin;
    const bool at = document_is(finder->document, begin - 1, CLASS(AT));
    return begin < mention->trigger.begin &&
           !look_clitic(finder->document, clause_chunk(clause, index)->end) &&
           look_at(finder->document, begin - 1 - at, LEXICON_SPEECHVERB) &&
           clause_is(clause, index + 1,
                     TYPE(PARTY) | TYPE(PRONOUN) | TYPE(PLURAL_PRONOUN) | TYPE(NOUN)) &&
           clause_chunk(clause, index + 1)->begin <= mention->trigger.begin &&
           (mention->verb || clause_chunk(clause, index)->end < mention->trigger.begin);
}

/* "A met B, and on Monday, C visited X": the day opens the next clause. */
static bool is_of_next(const struct finder *finder, const struct mention *mention, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    const uint32_t before = index - clause_is(clause, index - 1, TYPE(AT) | TYPE(TO));
    const uint32_t who = index + 1 + clause_is(clause, index + 1, TYPE(COMMA));
    return clause_chunk(clause, index)->begin > mention->trigger.begin && before > 0 &&
           clause_is(clause, before - 1, TYPE(AND)) &&
           clause_is(clause, who, TYPE(PARTY) | TYPE(PRONOUN) | TYPE(PLURAL_PRONOUN)) &&
           clause_is(clause, who + 1, TYPE(VERB));
}

void slot_date(struct finder *finder, struct mention *mention, uint32_t index, enum sense sense)
{
    struct chunk *chunk = &finder->clause.chunks.at[index];
    const struct annotation **slot = date_slot(finder, mention, chunk->of, sense);
    if (mention->moved_to && is_closer(finder, mention->moved_to, index)) {
        slot = &mention->moved_to;
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
    if (!slot || *slot || chunk->taken || is_of_another(finder, mention, chunk->of) ||
        day_is_of_participle(finder->document, mention, chunk->of) ||
        is_of_speech(finder, mention, index) || chunk_in_aside(finder, mention, index) ||
        is_of_next(finder, mention, index))
        return;
    *slot = chunk->of;
    chunk->taken = !mention->sideline; /* "en marge du sommet, A a reçu jeudi B": of both */
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
