#include "annotate/look.h"
#include "meeting/find/find.h"
#include "meeting/find/predicate.h"
#include "meeting/find/when.h"

/* Days and places of what the sentence tells behind the meeting: "met A in Paris and on Tuesday
 * will fly to Rome". */

/* "met A in Paris and on Tuesday will fly to Rome": the day behind "and" is the next verb's. */
static bool is_of_next_verb(const struct finder *finder, uint32_t date)
{
    const struct clause *clause = &finder->clause;
    uint32_t before = date - 1;
    while (before > 0 && clause_is(clause, before, TYPE(AT) | TYPE(TO)))
        before--;
    if (!clause_is(clause, before, TYPE(AND)))
        return false;
    const uint32_t end = clause_chunk(clause, date)->end;
    for (uint32_t t = end; t < finder->sentence->end && t <= end + 1; t++) {
        if (look_at(finder->document, t, LEXICON_AUX))
            return true; /* "and tomorrow there will be" */
    }
    for (uint32_t i = date + 1; i < clause->chunks.count; i++) {
        if (clause_is(clause, i, TYPE(VERB)))
            return clause_finite(clause, i);
        if (clause_is(clause, i, TYPE(STOP) | TYPE(COMMA) | TYPE(RELATIVE) | TYPE(SUBORDINATOR)))
            return false;
    }
    return false;
}

/* "au sommet de l'Otan et mardi à la conférence": the day behind "and" or "then" is of the meeting
 * told next. */
static bool is_of_next_noun(const struct finder *finder, uint32_t date)
{
    const struct chunk *chunk = clause_chunk(&finder->clause, date);
    const bool joined = chunk->begin > finder->sentence->begin &&
                        document_is(finder->document, chunk->begin - 1, CLASS(AND) | CLASS(ADVERB));
    uint32_t i = date + 1;
    while (clause_is(&finder->clause, i, TYPE(AT) | TYPE(TO) | TYPE(FOLLOWING) | TYPE(PLACE)))
        i++;
    return joined && i > date + 1 && clause_is(&finder->clause, i, TYPE(NOUN));
}

/* "After the summit in Lyon, on May 3 A will meet B": the day behind what opens the sentence is of
 * what is told next. */
static bool is_of_main(const struct finder *finder, uint32_t date)
{
    const struct clause *clause = &finder->clause;
    const uint64_t from = TYPE(AT) | TYPE(TO) | TYPE(FROM) | TYPE(OF);
    const uint32_t comma = date - 1 - (date > 1 && clause_is(clause, date - 1, from));
    const uint32_t who = date + 1 + clause_is(clause, date + 1, TYPE(COMMA));
    return date > 1 && clause_is(clause, 0, TYPE(FOLLOWING)) &&
           clause_is(clause, comma, TYPE(COMMA)) &&
           clause_is(clause, who, TYPE(PARTY) | TYPE(PRONOUN) | TYPE(PLURAL_PRONOUN)) &&
           clause_is(clause, who + 1, TYPE(VERB)) &&
           clause_verb(clause, who + 1)->tense == TENSE_FUT;
}

/* "a confirmé la tenue vendredi d'une rencontre": the day of the meeting, and not of what is done.
 */
bool day_is_of_holding(const struct finder *finder, uint32_t date)
{
    const uint32_t begin = clause_chunk(&finder->clause, date)->begin;
    const struct annotation *deed = begin > finder->sentence->begin
                                        ? look_at(finder->document, begin - 1, LEXICON_EVENTNOUN)
                                        : NULL;
    const enum sense sense = deed ? look_lexeme(finder->document, deed)->sense : SENSE_NONE;
    return sense == SENSE_HOLD || sense == SENSE_PREPARE;
}

/* "ces entretiens précèdent la tenue lundi à Lyon du sommet": where and when the next one is. */
bool held_next(const struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    const uint64_t between = TYPE(AT) | TYPE(TO) | TYPE(DATE) | TYPE(PLACE);
    uint32_t first = index, of = index + 1;
    if (!clause_is(clause, index, TYPE(DATE) | TYPE(PLACE)))
        return false;
    while (first > 1 && clause_is(clause, first - 1, between))
        first--;
    while (clause_is(clause, of, between))
        of++;
    return clause_is(clause, of, TYPE(OF)) && clause_is(clause, of + 1, TYPE(NOUN)) &&
           day_is_of_holding(finder, first);
}

/* "à Riyad, où il sera reçu par B, et jeudi à Beyrouth, où": the day on which a journey goes on. */
static bool is_of_next_leg(const struct finder *finder, uint32_t date)
{
    const struct clause *clause = &finder->clause;
    uint32_t where = date + 1;
    while (clause_is(clause, where, TYPE(AT) | TYPE(TO)))
        where++;
    const uint32_t comma = where + 1;
    return date > 0 && clause_is(clause, date - 1, TYPE(AND) | TYPE(COMMA)) &&
           clause_is(clause, where, TYPE(PLACE)) && clause_is(clause, comma, TYPE(COMMA)) &&
           clause_is_where(clause, comma + 1);
}

/* "a reçu A et présidera, vendredi, une réunion": the day between the next verb and its noun. */
static bool is_of_next_object(const struct finder *finder, uint32_t date)
{
    const struct clause *clause = &finder->clause;
    uint32_t verb = date - 1;
    while (verb > 1 && clause_is(clause, verb, TYPE(COMMA) | TYPE(AT) | TYPE(TO)))
        verb--;
    return date > 1 && clause_is(clause, verb, TYPE(VERB)) && clause_finite(clause, verb) &&
           clause_is(clause, verb - 1, TYPE(AND)) &&
           clause_is(clause, date + 1 + clause_is(clause, date + 1, TYPE(COMMA)), TYPE(NOUN));
}

bool day_is_of_next(const struct finder *finder, uint32_t date)
{
    return is_of_next_verb(finder, date) || is_of_next_noun(finder, date) ||
           is_of_main(finder, date) || is_of_next_leg(finder, date) ||
           is_of_next_object(finder, date);
}

bool verb_is_later(const struct finder *finder, const struct mention *mention, uint32_t verb)
{
    const struct clause *clause = &finder->clause;
    if (verb == 0 || !clause_is(clause, verb, TYPE(VERB)) ||
        !clause_is(clause, verb - 1, TYPE(AND)))
        return false;
    const enum sense sense = finder_sense(finder, verb);
    if (sense == SENSE_RETURN)
        return true;
    const bool later =
        mention->status == STATUS_HELD && clause_verb(clause, verb)->tense == TENSE_FUT;
    return later && (mention->verb || sense == SENSE_ATTEND || sense == SENSE_CHAIR);
}
