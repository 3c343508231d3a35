#include "meeting/find/complement.h"
#include "meeting/find/predicate.h"

/* Where it is told once more, behind a relative clause, that a meeting was held. */

/* The main verb behind the relative clause whose verb is at index, which a comma ends, if both say
 * that it was held; else CLAUSE_NONE. */
static uint32_t held_main(const struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    for (uint32_t i = index + 1; i < clause->chunks.count; i++) {
        if (clause_is(clause, i, TYPE(VERB)))
            return clause_is(clause, i - 1, TYPE(COMMA)) && clause_finite(clause, i) &&
                           !clause_verb(clause, i)->negative &&
                           finder_sense(finder, i) == SENSE_HOLD
                       ? i
                       : CLAUSE_NONE;
        if (clause_is(clause, i, TYPE(STOP) | TYPE(SUBORDINATOR) | TYPE(RELATIVE) | TYPE(NOUN)))
            break;
    }
    return CLAUSE_NONE;
}

uint32_t held_behind(const struct finder *finder, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    const uint32_t verb = noun + 2 + clause_is(clause, noun + 1, TYPE(COMMA));
    if (!clause_is(clause, verb - 1, TYPE(RELATIVE)) || !clause_is(clause, verb, TYPE(VERB)) ||
        (clause_verb(clause, verb)->tense != TENSE_PAST &&
         clause_verb(clause, verb)->tense != TENSE_FUT) ||
        clause_verb(clause, verb)->negative || finder_sense(finder, verb) != SENSE_HOLD)
        return noun;
    const uint32_t main = held_main(finder, verb);
    return main == CLAUSE_NONE ? verb : main;
}

uint32_t held_again(const struct finder *finder, uint32_t index, const struct predicate *predicate)
{
    return clause_is(&finder->clause, index, TYPE(RELATIVE)) && predicate->index == index + 1 &&
                   predicate->sense == SENSE_HOLD
               ? held_main(finder, index + 1)
               : CLAUSE_NONE;
}
