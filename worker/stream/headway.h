/*
 * headway.h -- how far a replay is and how fast it goes, for others to look at.
 *
 *     group's offsets --command/replay_progress--> struct headway --> a terminal, a log, /metrics
 *
 * Plain atomics: written by the one who watches the replay, read by anyone at any time.
 */
#ifndef STREAM_HEADWAY_H
#define STREAM_HEADWAY_H

#include <stdatomic.h>
#include <stdint.h>

struct headway {
    /* Of the whole group: all processes that share the work. */
    _Atomic int64_t total; /* offsets of the range, those of late articles as well */
    _Atomic int64_t left;  /* of them not read yet */
    _Atomic double offsets_per_second;
    _Atomic double seconds_left; /* below zero: no telling yet */

    /* Of this process. */
    _Atomic double articles_per_second;
    _Atomic double bytes_per_second;
};

#endif
