/*
 * pairing.h -- which events of two lists are the same occasion, one to one.
 *
 *     before, after --pairing_find--> mates: the highest resemblance in all
 *
 * What resembles nothing but has kept its id is paired as well: whoever reads the topic sees one
 * event that changed.
 */
#ifndef RECORD_PAIRING_H
#define RECORD_PAIRING_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "record/datum.h"
#include "text/fold.h"

#define NO_MATE SIZE_MAX

/* Events of one article, read back.  Lends. */
struct event_list {
    const struct datum *const *items;
    size_t count;
};

/*
 * Finds for each event of before its mate in after, or NO_MATE.  *ret_mates lives in arena.
 * Articles with very many events are paired by id alone.  Returns 0 or FAULT_MEMORY.
 */
int pairing_find(const struct fold *fold, const struct event_list *before,
                 const struct event_list *after, struct arena *arena, size_t **ret_mates);

#endif
