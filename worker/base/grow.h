/*
 * grow.h -- arrays that grow in an arena.
 */
#ifndef BASE_GROW_H
#define BASE_GROW_H

#include <stddef.h>

#include "base/arena.h"

/*
 * Makes room for one more item behind the count that at holds.  Returns the array, which has
 * moved when *room was used up, or NULL when the arena is full; at and *room are then as before.
 * What lies behind count is zero.
 */
void *grow_array(struct arena *arena, void *at, size_t count, size_t *room, size_t item_size);

/* GROW(arena, items, count, room): true when items[count] may be written. */
#define GROW(arena, at, count, room) \
    ((count) < (room) ||             \
     grow_into((void **)&(at), grow_array((arena), (at), (count), &(room), sizeof *(at))))

static inline int grow_into(void **at, void *grown)
{
    if (!grown)
        return 0;
    *at = grown;
    return 1;
}

#endif
