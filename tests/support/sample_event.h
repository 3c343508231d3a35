/*
 * sample_event.h -- events for the tests of record/: with everything, with nothing, with
 * every enum's every value, and with values at their limits.
 */
#ifndef SUPPORT_SAMPLE_EVENT_H
#define SUPPORT_SAMPLE_EVENT_H

#include "base/arena.h"
#include "record/event.h"

enum sample {
    SAMPLE_FULL,    /* two related meetings, the first with every field */
    SAMPLE_EMPTY,   /* nothing told that may be untold, no item in any array */
    SAMPLE_ENUMS,   /* a meeting for each value of the longest enum; the others repeat */
    SAMPLE_EXTREME, /* long, strange and largest values */
    SAMPLE_COUNT
};

/* Lives in arena, which must have room for 16 MB. */
struct event_context sample_context(struct arena *arena, enum sample sample);

#endif
