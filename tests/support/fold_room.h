/*
 * fold_room.h -- an arena and what folds words, for tests of what compares texts.
 */
#ifndef SUPPORT_FOLD_ROOM_H
#define SUPPORT_FOLD_ROOM_H

#include "base/arena.h"
#include "text/fold.h"

struct fold_room {
    struct arena *arena;
    struct fold *fold;
};

/* For cmocka: *state is a struct fold_room *. */
int fold_room_set_up(void **state);
int fold_room_tear_down(void **state);

#endif
