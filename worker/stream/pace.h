/*
 * pace.h -- no more than so many articles a second.
 *
 * A second's worth may be saved up, so that a pause is made good and the rate holds over time.
 */
#ifndef STREAM_PACE_H
#define STREAM_PACE_H

#include <stdbool.h>
#include <stdint.h>

struct pace {
    unsigned rate;    /* a second; 0: no limit */
    int64_t units;    /* what may be spent: thousandths of an article */
    int64_t asked_ms; /* when it was last asked; 0: never */
};

struct pace pace_of(unsigned rate);

/* Whether another article may be taken now. */
bool pace_allows(struct pace *pace, int64_t now_ms);

/* One was taken. */
void pace_spend(struct pace *pace);

#endif
