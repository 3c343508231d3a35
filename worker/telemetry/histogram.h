/*
 * histogram.h -- how often a quantity was how large.
 *
 *     histogram_observe --buckets, sum--> service/ shows them
 *
 * Plain atomics, as the counters.  Quantities are whole numbers of a small unit (microseconds,
 * articles); the shape says what one of them is in the unit that is shown.
 */
#ifndef TELEMETRY_HISTOGRAM_H
#define TELEMETRY_HISTOGRAM_H

#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>

enum { HISTOGRAM_MOST = 20 };

struct histogram_shape {
    double unit;                     /* 1e-6: microseconds, shown as seconds */
    size_t count;                    /* of bounds, at most HISTOGRAM_MOST */
    uint64_t bounds[HISTOGRAM_MOST]; /* ascending: a bucket holds what is at most its bound */
};

extern const struct histogram_shape SHAPE_WORK;  /* of a computation: 100 us to 10 s */
extern const struct histogram_shape SHAPE_DELAY; /* of a way through systems: 10 ms to a day */
extern const struct histogram_shape SHAPE_SIZE;  /* of a batch: 1 to 100000 */

struct histogram {
    _Atomic uint64_t buckets[HISTOGRAM_MOST + 1]; /* not cumulated; the last is beyond all bounds */
    _Atomic uint64_t sum;
};

void histogram_observe(struct histogram *histogram, const struct histogram_shape *shape,
                       uint64_t quantity);

#endif
