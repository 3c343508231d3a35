#include "meeting/find/act.h"
#include "meeting/find/predicate.h"

/* What is told only as said, denied or asked for by the verb of another clause. */

/* "denied today that A met B": the verb before the conjunction that governs the verb, which tells
 * what is said, denied or asked for, or CLAUSE_NONE. */
static uint32_t teller_of(const struct finder *finder, uint32_t verb)
{
    const uint64_t around = TYPE(DATE) | TYPE(TIME) | TYPE(PLACE) | TYPE(AT) | TYPE(CAPACITY);
    const struct clause *clause = &finder->clause;
    for (uint32_t i = verb; i-- > 1;) {
        uint32_t teller = i - 1;
        while (teller > 0 && clause_is(clause, teller, around))
            teller--;
        if (clause_is(clause, i, TYPE(RELATIVE) | TYPE(SUBORDINATOR))) {
            /* not "will consider it when the board meets" */
            const bool that =
                document_is(finder->document, clause_chunk(clause, i)->begin, CLASS(RELATIVE));
            const bool tells = that && clause_is(clause, teller, TYPE(VERB)) &&
                               (clause_finite(clause, teller) ||
                                clause_verb(clause, teller)->tense == TENSE_GER) &&
                               !clause_verb(clause, teller)->negative;
            return tells ? teller : CLAUSE_NONE;
        }
        if (clause_is(clause, i, TYPE(VERB) | TYPE(STOP)))
            break;
    }
    return CLAUSE_NONE;
}

/* "Reports that A met B were denied", "Rumours of a meeting are untrue": the verb behind the one at
 * index, or behind that noun, that goes with what stands before "that" or "of", or CLAUSE_NONE. */
static uint32_t teller_behind(const struct finder *finder, uint32_t index)
{
    const uint64_t own = CLAUSE_ADJUNCTS | CLAUSE_PREPOSITIONS | TYPE(PARTY) | TYPE(AND) |
                         TYPE(POSSESSIVE) | TYPE(NOUN) | TYPE(SEQUENCE) | TYPE(PRONOUN) |
                         TYPE(PLURAL_PRONOUN);
    const struct clause *clause = &finder->clause;
    uint32_t teller = index + 1, first = index;
    while (clause_is(clause, teller, own))
        teller++;
    if (!clause_is(clause, teller, TYPE(VERB)) || !clause_finite(clause, teller) ||
        clause_verb(clause, teller)->negative)
        return CLAUSE_NONE;
    while (first > 0 && clause_is(clause, first - 1, own))
        first--;
    const bool that =
        first > 0 && clause_is(clause, first - 1, TYPE(RELATIVE) | TYPE(SUBORDINATOR));
    const bool of = clause_is(clause, index, TYPE(NOUN)) && first == 0 &&
                    (clause_governor(clause, index) & TYPE(OF));
    for (uint32_t i = 0; that && i < first; i++) {
        if (clause_is(clause, i, TYPE(VERB) | TYPE(STOP)))
            return CLAUSE_NONE;
    }
    return (that && clause_chunk(clause, first - 1)->begin > finder->sentence->begin) || of
               ? teller
               : CLAUSE_NONE;
}

/* "rejected a report that A met B", "denied that A would fly there to meet B". */
bool finder_denied(const struct finder *finder, uint32_t verb)
{
    const bool aims = clause_is(&finder->clause, verb, TYPE(VERB)) &&
                      clause_verb(&finder->clause, verb)->tense == TENSE_INF;
    const uint32_t over = aims ? clause_governing_verb(&finder->clause, verb) : CLAUSE_NONE;
    uint32_t teller = teller_of(finder, over == CLAUSE_NONE ? verb : over);
    if (teller == CLAUSE_NONE)
        teller = teller_behind(finder, verb);
    const enum sense sense = teller == CLAUSE_NONE ? SENSE_NONE : finder_sense(finder, teller);
    return sense == SENSE_DENY || sense == SENSE_REFUSE;
}

enum meeting_status finder_asked(const struct finder *finder, uint32_t verb)
{
    const struct verb *told = clause_verb(&finder->clause, verb);
    const bool yet = told->tense == TENSE_PRES || told->tense == TENSE_FUT; /* "soit reçu" */
    if (!yet || told->modality != MODALITY_NONE)
        return STATUS_UNKNOWN;
    const uint32_t teller = teller_of(finder, verb);
    switch (teller == CLAUSE_NONE ? SENSE_NONE : finder_sense(finder, teller)) {
    case SENSE_PROPOSE:
        return STATUS_PROPOSED;
    case SENSE_PLAN:
    case SENSE_EXPECT:
    case SENSE_AGREE:
        return STATUS_SCHEDULED;
    default:
        return STATUS_UNKNOWN;
    }
}
