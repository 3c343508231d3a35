#include "support/fold_room.h"

int fold_room_set_up(void **state)
{
    static struct fold_room room;
    room.arena = arena_new(64 << 20);
    room.fold = room.arena ? fold_new(room.arena) : NULL;
    *state = &room;
    return room.fold ? 0 : -1;
}

int fold_room_tear_down(void **state)
{
    struct fold_room *room = *state;
    arena_free(room->arena);
    return 0;
}
