#include "annotate/look.h"
#include "meeting/find.h"

/* "Une visite en Thaïlande et au Japon" is one journey, in no one state. */

/* The chunk of the place, or CLAUSE_NONE. */
static uint32_t chunk_of(const struct clause *clause, const struct annotation *place)
{
    for (uint32_t i = 0; i < clause->chunks.count; i++) {
        if (clause_is(clause, i, TYPE(PLACE)) && clause_chunk(clause, i)->of == place)
            return i;
    }
    return CLAUSE_NONE;
}

/* The place that goes on behind a comma or "and", or CLAUSE_NONE. */
static uint32_t next_place(const struct clause *clause, uint32_t chunk)
{
    uint32_t i = chunk + 1;
    while (clause_is(clause, i, TYPE(COMMA) | TYPE(AND)))
        i++;
    if (i == chunk + 1)
        return CLAUSE_NONE;
    while (clause_is(clause, i, TYPE(AT) | TYPE(TO)))
        i++;
    return clause_is(clause, i, TYPE(PLACE)) ? i : CLAUSE_NONE;
}

static const struct spot *spot_at(const struct clause *clause, uint32_t chunk)
{
    return clause_chunk(clause, chunk)->of->detail;
}

/* Whether a journey goes on from one to the other: into another state, by the same kind of name. */
static bool goes_on(const struct spot *from, const struct spot *to)
{
    return to->country[0] && from->country[0] && strcmp(from->country, to->country) != 0 &&
           !from->city == !to->city;
}

void slot_journey(const struct finder *finder, struct mention *mention)
{
    const struct clause *clause = &finder->clause;
    const uint32_t first = mention->kind == KIND_VISIT && mention->place
                               ? chunk_of(clause, mention->place)
                               : CLAUSE_NONE;
    const uint32_t next = first == CLAUSE_NONE ? first : next_place(clause, first);
    if (next != CLAUSE_NONE && goes_on(spot_at(clause, first), spot_at(clause, next)))
        mention->place = NULL;
}
