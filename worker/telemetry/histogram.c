#include "telemetry/histogram.h"

#define MS UINT64_C(1000) /* in microseconds */
#define S (1000 * MS)
#define MINUTE (60 * S)
#define HOUR (60 * MINUTE)

const struct histogram_shape SHAPE_WORK = {
    .unit = 1e-6,
    .count = 16,
    .bounds = {100, 250, 500, 1 * MS, 2500, 5 * MS, 10 * MS, 25 * MS, 50 * MS, 100 * MS, 250 * MS,
               500 * MS, 1 * S, 2500 * MS, 5 * S, 10 * S},
};

const struct histogram_shape SHAPE_DELAY = {
    .unit = 1e-6,
    .count = 18,
    .bounds = {10 * MS, 25 * MS, 50 * MS, 100 * MS, 250 * MS, 500 * MS, 1 * S, 2500 * MS, 5 * S,
               10 * S, 30 * S, 1 * MINUTE, 5 * MINUTE, 15 * MINUTE, 1 * HOUR, 3 * HOUR, 6 * HOUR,
               24 * HOUR},
};

const struct histogram_shape SHAPE_SIZE = {
    .unit = 1,
    .count = 16,
    .bounds = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000, 100000},
};

void histogram_observe(struct histogram *histogram, const struct histogram_shape *shape,
                       uint64_t quantity)
{
    size_t i = 0;
    while (i < shape->count && quantity > shape->bounds[i])
        i++;
    atomic_fetch_add_explicit(&histogram->buckets[i], 1, memory_order_relaxed);
    atomic_fetch_add_explicit(&histogram->sum, quantity, memory_order_relaxed);
}
