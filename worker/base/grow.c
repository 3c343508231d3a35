#include "base/grow.h"

#include <stdint.h>
#include <string.h>

enum { FIRST_ROOM = 16 };

void *grow_array(struct arena *arena, void *at, size_t count, size_t *room, size_t item_size)
{
    if (count < *room)
        return at;
    if (*room > SIZE_MAX / 2 / item_size)
        return NULL;
    size_t wanted = *room ? *room * 2 : FIRST_ROOM;
    void *grown = arena_alloc(arena, wanted * item_size);
    if (!grown)
        return NULL;
    if (*room)
        memcpy(grown, at, count * item_size);
    *room = wanted;
    return grown;
}
