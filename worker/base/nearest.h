/*
 * nearest.h -- "did you mean": the known name nearest to a mistyped one.
 *
 *     struct nearest nearest = nearest_to(STR("moth"));
 *     for each name that would have been right: nearest_offer(&nearest, name);
 *     nearest.name is "month", or NULL when nothing is near.
 */
#ifndef BASE_NEAREST_H
#define BASE_NEAREST_H

#include "base/str.h"

struct nearest {
    struct str word;  /* lent by the caller */
    const char *name; /* the best offer so far, lent by the caller; NULL: none is near */
    size_t edits;     /* between word and name; without a name, one more than is allowed */
};

/* Allows one edit (a letter put in, left out, changed or swapped), and one more for each three
 * bytes of word. */
struct nearest nearest_to(struct str word);
void nearest_offer(struct nearest *nearest, const char *name);

#endif
