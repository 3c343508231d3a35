#include "annotate/look.h"
#include "meeting/predicate.h"
#include "meeting/status.h"

/* "on the eve of opening the summit": what the verb at index tells has yet to come. */
static bool is_before(const struct finder *finder, uint32_t index)
{
    return index > 0 && str_equal(clause_when(&finder->clause, index - 1), STR("BEFORE"));
}

/* "the meeting decided to", "la réunion a décidé": it does what people do at it, so it sits; "a
 * meeting agreed last week" is agreed upon. */
static bool is_doing(const struct finder *finder, const struct predicate *predicate)
{
    const struct chunk *chunk = clause_chunk(&finder->clause, predicate->index);
    const bool whole = predicate->verb->word->begin > chunk->begin ||
                       document_is(finder->document, chunk->end, CLASS(TO));
    return whole && predicate->subject && predicate->teller == predicate->index &&
           (predicate->sense == SENSE_AGREE || predicate->sense == SENSE_PROPOSE) &&
           !predicate->verb->passive && !predicate->verb->reflexive &&
           predicate->verb->tense == TENSE_PAST;
}

enum meeting_status predicate_status(const struct finder *finder, const struct predicate *predicate)
{
    const struct verb *verb = clause_verb(&finder->clause, predicate->teller);
    const enum sense sense = finder_sense(finder, predicate->teller);
    if (verb->tense == TENSE_GER && sense == SENSE_OPEN && is_before(finder, predicate->teller))
        return STATUS_SCHEDULED;
    if (is_doing(finder, predicate))
        return STATUS_HELD;
    const uint32_t governing = verb->tense == TENSE_INF
                                   ? clause_governing_verb(&finder->clause, predicate->teller)
                                   : CLAUSE_NONE;
    if (governing == CLAUSE_NONE)
        return status_of_event_verb(verb, sense);
    const enum meeting_status status = status_of_event_verb(verb, sense);
    const enum meeting_status wished = status_of_infinitive(clause_verb(&finder->clause, governing),
                                                            finder_sense(finder, governing));
    return wished == STATUS_HELD ? status : wished;
}
