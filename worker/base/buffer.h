/*
 * buffer.h -- bytes that grow in an arena.
 *
 * Appending never fails at the spot: a buffer that found no memory ignores what follows
 * and buffer_finish() says so, once.
 */
#ifndef BASE_BUFFER_H
#define BASE_BUFFER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/str.h"

struct buffer {
    struct arena *arena;
    char *at;
    size_t len;
    size_t room;
    bool full; /* the arena had no memory */
};

/* An empty buffer that takes its memory from arena. */
struct buffer buffer_in(struct arena *arena);

void buffer_byte(struct buffer *buffer, char byte);
void buffer_add(struct buffer *buffer, struct str s);

/* Makes room for size bytes and returns where they go, or NULL; see buffer_took(). */
char *buffer_reserve(struct buffer *buffer, size_t size);

/* Says how many of the reserved bytes were written. */
void buffer_took(struct buffer *buffer, size_t size);

/* Returns 0 and the bytes, which live as long as the arena's; or FAULT_MEMORY. */
int buffer_finish(const struct buffer *buffer, struct str *ret_bytes);

#endif
