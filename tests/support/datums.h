/*
 * datums.h -- events as they are read back, written down as JSON.
 */
#ifndef SUPPORT_DATUMS_H
#define SUPPORT_DATUMS_H

#include "base/arena.h"
#include "record/datum.h"

/* A datum from JSON in which ' stands for ".  Fails the test when it is wrong.  Lives in arena. */
const struct datum *datum_of(struct arena *arena, const char *json);

#endif
