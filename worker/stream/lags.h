/*
 * lags.h -- how far each of our partitions is behind, for others to look at.
 *
 *     intake's positions --lags_measure--> struct lags --lags_copy, lags_total--> service/
 *
 * The lag is the distance from what is to be read next to the partition's end, as the
 * broker told it with the last articles.  The loop writes it about once a second.
 */
#ifndef STREAM_LAGS_H
#define STREAM_LAGS_H

#include <stddef.h>
#include <stdint.h>

struct lags;
struct positions;
struct rd_kafka_s;

struct lag {
    char topic[250];
    int32_t partition;
    int64_t behind; /* offsets */
};

/* Returns 0 and *ret_lags, freed with lags_free(), or FAULT_MEMORY. */
int lags_new(struct lags **ret_lags);
void lags_free(struct lags *lags);

/*
 * Measures the partitions whose ends consumer knows by now, in place of all that was measured
 * before; without memory for it, keeps that.  Asks no broker.
 */
void lags_measure(struct lags *lags, const struct positions *positions,
                  struct rd_kafka_s *consumer);

/* Returns 0 and a copy, which the caller frees with free(); or FAULT_MEMORY. */
int lags_copy(struct lags *lags, struct lag **ret_items, size_t *ret_count);

int64_t lags_total(struct lags *lags);

#endif
