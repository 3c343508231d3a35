#include "record/pairing.h"

#include <float.h>
#include <stdbool.h>

#include "base/fault.h"
#include "record/resemblance.h"

enum { MOST = 100 /* events of an article that are weighed against each other */ };

#define SAME_ID 0.001 /* decides between two that resemble as much */

/*
 * The assignment problem, solved row by row along the cheapest augmenting paths (Kuhn's Hungarian
 * method with Jonker's and Volgenant's potentials), size^3 steps at most.  Rows and columns are
 * counted from 1; column 0 is where a path begins.
 */
struct assignment {
    size_t size;
    double *gains; /* size x size: what row and column are worth together */
    double *row_cost, *column_cost, *slack;
    size_t *row_of, *before_it; /* by column: the row it has, and the column before on the path */
    bool *seen;
};

static int assignment_make(size_t size, struct arena *arena, struct assignment *ret_assignment)
{
    struct assignment made = {
        .size = size,
        .gains = ARENA_ARRAY(arena, double, size *size),
        .row_cost = ARENA_ARRAY(arena, double, size + 1),
        .column_cost = ARENA_ARRAY(arena, double, size + 1),
        .slack = ARENA_ARRAY(arena, double, size + 1),
        .row_of = ARENA_ARRAY(arena, size_t, size + 1),
        .before_it = ARENA_ARRAY(arena, size_t, size + 1),
        .seen = ARENA_ARRAY(arena, bool, size + 1),
    };
    if (!made.gains || !made.row_cost || !made.column_cost || !made.slack || !made.row_of ||
        !made.before_it || !made.seen)
        return FAULT_MEMORY;
    *ret_assignment = made;
    return 0;
}

/* Goes one column further: to the one that costs least behind column `at`. */
static size_t path_step(struct assignment *a, size_t at)
{
    size_t row = a->row_of[at], next = 0;
    double least = DBL_MAX;
    a->seen[at] = true;
    for (size_t column = 1; column <= a->size; column++) {
        if (a->seen[column])
            continue;
        double cost =
            -a->gains[(row - 1) * a->size + column - 1] - a->row_cost[row] - a->column_cost[column];
        if (cost < a->slack[column]) {
            a->slack[column] = cost;
            a->before_it[column] = at;
        }
        if (a->slack[column] < least) {
            least = a->slack[column];
            next = column;
        }
    }
    for (size_t column = 0; column <= a->size; column++) {
        if (a->seen[column]) {
            a->row_cost[a->row_of[column]] += least;
            a->column_cost[column] -= least;
        } else {
            a->slack[column] -= least;
        }
    }
    return next;
}

static void row_place(struct assignment *a, size_t row)
{
    for (size_t column = 0; column <= a->size; column++) {
        a->slack[column] = DBL_MAX;
        a->seen[column] = false;
    }
    a->row_of[0] = row;
    size_t at = 0;
    do
        at = path_step(a, at);
    while (a->row_of[at] != 0);
    for (size_t before; at != 0; at = before) {
        before = a->before_it[at];
        a->row_of[at] = a->row_of[before];
    }
}

static bool same_id(const struct datum *one, const struct datum *other)
{
    struct str id = datum_text(one, "event_id");
    return !str_empty(id) && str_equal(id, datum_text(other, "event_id"));
}

static double gain_of(const struct fold *fold, const struct datum *before,
                      const struct datum *after)
{
    double gain = resemblance_of_events(fold, before, after);
    return gain > 0 && same_id(before, after) ? gain + SAME_ID : gain;
}

static int pair_by_resemblance(const struct fold *fold, const struct event_list *before,
                               const struct event_list *after, struct arena *arena, size_t *mates)
{
    size_t size = before->count > after->count ? before->count : after->count;
    struct assignment a;
    if (assignment_make(size, arena, &a) != 0)
        return FAULT_MEMORY;
    for (size_t i = 0; i < before->count; i++)
        for (size_t j = 0; j < after->count; j++)
            a.gains[i * size + j] = gain_of(fold, before->items[i], after->items[j]);
    for (size_t row = 1; row <= size; row++)
        row_place(&a, row);
    for (size_t column = 1; column <= after->count; column++) {
        size_t row = a.row_of[column];
        if (row <= before->count && a.gains[(row - 1) * size + column - 1] > 0)
            mates[row - 1] = column - 1;
    }
    return 0;
}

static void pair_by_id(const struct event_list *before, const struct event_list *after, bool *taken,
                       size_t *mates)
{
    for (size_t i = 0; i < before->count; i++)
        for (size_t j = 0; j < after->count && mates[i] == NO_MATE; j++)
            if (!taken[j] && same_id(before->items[i], after->items[j])) {
                mates[i] = j;
                taken[j] = true;
            }
}

int pairing_find(const struct fold *fold, const struct event_list *before,
                 const struct event_list *after, struct arena *arena, size_t **ret_mates)
{
    size_t *mates = ARENA_ARRAY(arena, size_t, before->count + 1);
    bool *taken = ARENA_ARRAY(arena, bool, after->count + 1);
    if (!mates || !taken)
        return FAULT_MEMORY;
    for (size_t i = 0; i < before->count; i++)
        mates[i] = NO_MATE;
    if (before->count && after->count && before->count <= MOST && after->count <= MOST &&
        pair_by_resemblance(fold, before, after, arena, mates) != 0)
        return FAULT_MEMORY;
    for (size_t i = 0; i < before->count; i++)
        if (mates[i] != NO_MATE)
            taken[mates[i]] = true;
    pair_by_id(before, after, taken, mates);
    *ret_mates = mates;
    return 0;
}
