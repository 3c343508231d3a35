#include "meeting/find/day.h"
#include "meeting/find/find.h"

/*
 * "A met B and held talks with C on Monday": the day told once, behind what one and the same did
 * and "and" joins, is that of both.
 */

/* Whether nothing but those who were met stand between the two, and "and" with a verb right behind
 * it, so that one and the same does both. */
static bool is_joined(const struct finder *finder, const struct mention *first,
                      const struct mention *second)
{
    const struct clause *clause = &finder->clause;
    const uint64_t apart = CLAUSE_LIMITS | TYPE(RELATIVE) | TYPE(DATE) | TYPE(PLACE) |
                           TYPE(FOLLOWING) | TYPE(SIDELINE);
    bool joined = false;
    for (uint32_t i = 0; i < clause->chunks.count; i++) {
        const struct chunk *chunk = clause_chunk(clause, i);
        if (chunk->begin < first->trigger.end || chunk->begin >= second->trigger.begin)
            continue;
        if (clause_is(clause, i, apart))
            return false;
        joined |= clause_is(clause, i, TYPE(AND)) && clause_is(clause, i + 1, TYPE(VERB));
    }
    return joined;
}

void share_days(struct finder *finder)
{
    for (uint32_t i = 0; i + 1 < finder->count; i++) {
        struct mention *first = finder->mentions[i];
        const struct mention *second = finder->mentions[i + 1];
        if (first->date || !second->date || first->kind != KIND_TALKS ||
            second->kind != KIND_TALKS || first->status != second->status || first->until ||
            second->trigger.begin < first->trigger.end ||
            second->date->begin < second->trigger.end || !date_is_day(second->date->detail))
            continue;
        if (is_joined(finder, first, second))
            first->date = second->date;
    }
}
