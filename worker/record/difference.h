/*
 * difference.h -- in what two events differ that are the same occasion.
 *
 *     before, after --differences_find--> struct difference for each field, with its values
 *
 * Both may have been written with different schemas: a field that one of them does not have is
 * as one that is not told.
 */
#ifndef RECORD_DIFFERENCE_H
#define RECORD_DIFFERENCE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "record/datum.h"
#include "text/fold.h"

/* Texts and values lend from the events and from the arena. */
struct difference {
    struct str field;                   /* "place.city", "participants[].role": as counted */
    struct str old_path, new_path;      /* "participants[2].role"; empty: it is not there */
    const struct datum *before, *after; /* NULL: not there */
    bool aside;                         /* of who extracted it and how surely, not of what */
};

struct differences {
    struct difference *items; /* in the order of the schema */
    size_t count, room;
    bool telling; /* one of them is not aside */
};

/* Compares two events field by field.  Returns 0, or FAULT_MEMORY when the arena is full. */
int differences_find(const struct fold *fold, const struct datum *before, const struct datum *after,
                     struct arena *arena, struct differences *ret_differences);

/* Whether two values are the same; NULL, null and an empty list are one. */
bool datum_same(const struct datum *one, const struct datum *other);

/*
 * The words of the article that prove what stands at path in event, or in the record around it:
 * empty when none do.
 */
struct str datum_quote(const struct datum *event, struct str path);

#endif
