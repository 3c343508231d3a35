/*
 * arena.h -- memory of one life: many allocations, one reset.
 *
 * Everything between an article's bytes and its encoded events lives in one arena
 * per thread and is dropped by one arena_reset().  The arena keeps its memory over
 * resets, so in the steady state nothing calls malloc.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct arena;

/*
 * Makes an arena that never holds more than cap bytes.  Returns NULL when there is
 * no memory.  The caller frees with arena_free().
 */
struct arena *arena_new(size_t cap);
void arena_free(struct arena *arena);

/*
 * Lends size bytes, zeroed, aligned for any type, until the next reset.
 * Returns NULL when the cap would be passed or memory is out; the arena stays usable.
 */
void *arena_alloc(struct arena *arena, size_t size);

/* As arena_alloc(), but what it lends holds anything: for what is filled before it is read. */
void *arena_take(struct arena *arena, size_t size);

/* Copies s into the arena.  Returns a str whose at is NULL when it does not fit. */
struct str arena_copy(struct arena *arena, struct str s);

/* Drops everything that was lent; keeps the memory for the next article. */
void arena_reset(struct arena *arena);

/* Whether the cap, and not the machine, has refused memory since the last reset. */
bool arena_capped(const struct arena *arena);

size_t arena_used(const struct arena *arena); /* bytes lent since the last reset */

/* count zeroed items of a type, or NULL. */
#define ARENA_ARRAY(arena, type, count) ((type *)arena_alloc((arena), sizeof(type) * (count)))

/* count items of a type that hold anything, or NULL. */
#define ARENA_ROOM(arena, type, count) ((type *)arena_take((arena), sizeof(type) * (count)))

#endif
