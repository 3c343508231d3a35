/*
 * positions.h -- how far each of our partitions was read, as the loop knows it.
 *
 * Starts at what is committed and never trusts the client's own idea of it: see
 * workround.h for why.
 */
#ifndef STREAM_POSITIONS_H
#define STREAM_POSITIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct position {
    char topic[250];
    int32_t partition;
    int64_t next; /* the offset that is to be read next; 0: from wherever there is something */
    bool strayed; /* it was once found before that, and sent there */
};

/* Zero it to begin with. */
struct positions {
    struct position *items;
    size_t count;
    size_t room;
};

/* Adds or resets a partition.  Returns 0 or FAULT_MEMORY. */
int positions_set(struct positions *positions, const char *topic, int32_t partition, int64_t next);

/* Lends until the next change; NULL: not ours. */
struct position *positions_find(const struct positions *positions, const char *topic,
                                int32_t partition);

void positions_drop(struct positions *positions, const char *topic, int32_t partition);
void positions_clear(struct positions *positions);

#endif
