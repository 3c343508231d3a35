#include "stream/positions.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/fault.h"

struct position *positions_find(const struct positions *positions, const char *topic,
                                int32_t partition)
{
    for (size_t i = 0; i < positions->count; i++) {
        struct position *position = &positions->items[i];
        if (position->partition == partition && strcmp(position->topic, topic) == 0)
            return position;
    }
    return NULL;
}

int positions_set(struct positions *positions, const char *topic, int32_t partition, int64_t next)
{
    struct position *position = positions_find(positions, topic, partition);
    if (!position && positions->count == positions->room) {
        size_t room = positions->room ? positions->room * 2 : 16;
        struct position *items = realloc(positions->items, room * sizeof *items);
        if (!items)
            return FAULT_MEMORY;
        positions->items = items;
        positions->room = room;
    }
    if (!position)
        position = &positions->items[positions->count++];
    *position = (struct position){.partition = partition, .next = next};
    snprintf(position->topic, sizeof position->topic, "%s", topic);
    return 0;
}

void positions_drop(struct positions *positions, const char *topic, int32_t partition)
{
    struct position *position = positions_find(positions, topic, partition);
    if (position)
        *position = positions->items[--positions->count];
}

void positions_clear(struct positions *positions)
{
    free(positions->items);
    *positions = (struct positions){.count = 0};
}
