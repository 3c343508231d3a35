/*
 * replay_speed.h -- how fast a replay goes, by what it did in the last seconds.
 *
 *     samples of what is done --speed_note--> the last ten seconds --speed_now--> rates
 *
 * Not since the begin: joining the group takes a while, and other processes come and go.
 */
#ifndef COMMAND_REPLAY_SPEED_H
#define COMMAND_REPLAY_SPEED_H

#include <stddef.h>
#include <stdint.h>

enum { SPEED_SAMPLES = 40, SPEED_SPAN_MS = 10 * 1000 };

struct speed_sample {
    int64_t ms;   /* of a clock that only goes forward */
    int64_t left; /* offsets that the group has not read */
    uint64_t articles, bytes;
};

/* Zero it to begin with. */
struct speed {
    struct speed_sample samples[SPEED_SAMPLES]; /* a ring */
    size_t count, next;
};

struct rates {
    double offsets, articles, bytes; /* a second; 0 until something is done */
    double seconds_left;             /* below zero: no telling */
};

/* Until the first progress, samples only move the begin. */
void speed_note(struct speed *speed, const struct speed_sample *sample);

struct rates speed_now(const struct speed *speed);

#endif
