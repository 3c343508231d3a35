#include "annotate/look.h"
#include "meeting/find/predicate.h"
#include "meeting/find/when.h"

/* "n'aura pas lieu à Lima, mais à Oslo", "will be held not on Monday but on Tuesday": what is
 * denied is only when or where. */

/* The first DATE or PLACE chunk right behind a word for "but" that nothing but these follows to the
 * end of the clause, or CLAUSE_NONE. */
static uint32_t told_instead(const struct finder *finder, uint32_t verb)
{
    const uint64_t kinds = TYPE(DATE) | TYPE(TIME) | TYPE(PLACE) | TYPE(AT) | TYPE(TO) | TYPE(OF) |
                           TYPE(AND) | TYPE(FROM);
    const struct clause *clause = &finder->clause;
    uint32_t i = verb + 1;
    while (i < clause->chunks.count && !clause_is(clause, i, TYPE(STOP) | TYPE(VERB))) {
        const uint32_t begin = clause_chunk(clause, i)->begin;
        const struct annotation *but = look_at(finder->document, begin - 1, LEXICON_RESUMING);
        if (but && but->end == begin)
            break;
        i++;
    }
    const uint32_t first = i + clause_is(clause, i, TYPE(AT) | TYPE(TO));
    while (clause_is(clause, i, kinds))
        i++;
    const bool ends = i == clause->chunks.count || clause_is(clause, i, TYPE(COMMA) | TYPE(STOP));
    return ends && clause_is(clause, first, TYPE(DATE) | TYPE(PLACE)) ? first : CLAUSE_NONE;
}

void slot_contrast(const struct finder *finder, const struct predicate *predicate,
                   struct mention *mention)
{
    if (predicate->index == CLAUSE_NONE || mention->status != STATUS_CANCELLED)
        return;
    const struct verb *verb = clause_verb(&finder->clause, predicate->teller);
    uint32_t i = verb->negative ? told_instead(finder, predicate->teller) : CLAUSE_NONE;
    if (i == CLAUSE_NONE)
        return;
    mention->status = verb->tense == TENSE_PAST ? STATUS_HELD : STATUS_SCHEDULED;
    mention->lapsed = false;
    for (; i < finder->clause.chunks.count; i++) {
        const struct chunk *chunk = clause_chunk(&finder->clause, i);
        if (chunk->type == CHUNK_DATE)
            mention->date = chunk->of;
        else if (chunk->type == CHUNK_PLACE)
            mention->place = chunk->of;
        else if (chunk->type == CHUNK_COMMA || chunk->type == CHUNK_STOP)
            break;
    }
}
