/*
 * observer.h -- asks a broker about logs and groups, and joins nothing.
 *
 * Used by one thread, before and beside a stream.  Lists are librdkafka's, filled in place.
 */
#ifndef STREAM_OBSERVER_H
#define STREAM_OBSERVER_H

#include <librdkafka/rdkafka.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/fault.h"
#include "stream/options.h"
#include "stream/span.h"

struct observer;

/*
 * An observer that sees the offsets of group.  Returns 0 and *ret_observer, freed with
 * observer_free(), or FAULT_SETTING, FAULT_MEMORY.  Lends options.
 */
int observer_new(const struct stream_options *options, const char *group,
                 struct observer **ret_observer, struct fault *ret_fault);
void observer_free(struct observer *observer);

/* From now on it gives up early, with FAULT_BROKER, once *stop is true.  Lends stop. */
void observer_heed(struct observer *observer, const atomic_bool *stop);

/*
 * The calls below return 0 or FAULT_BROKER when no answer came in ten seconds; FAULT_DENIED
 * when the broker refused for good.
 */

/* How many partitions topic has; FAULT_SETTING when it is missing, with the nearest name. */
int observer_partitions(struct observer *observer, const char *topic, int32_t *ret_count,
                        struct fault *ret_fault);

/* The first offset that is still there, and the one behind the last that is committed. */
struct log_ends {
    int64_t low, high;
};
int observer_log(struct observer *observer, const char *topic, int32_t partition,
                 struct log_ends *ret_ends, struct fault *ret_fault);

/* All that the partitions of topic hold now.  The caller frees *ret_spans with spans_free(). */
int observer_spans(struct observer *observer, const char *topic, struct spans *ret_spans,
                   struct fault *ret_fault);

/* Sets each offset to the first with a timestamp of ms or later; -1: there is none. */
int observer_times(struct observer *observer, rd_kafka_topic_partition_list_t *list, int64_t ms,
                   struct fault *ret_fault);

/* Sets each offset to what the group committed, with its metadata; below 0: nothing. */
int observer_committed(struct observer *observer, rd_kafka_topic_partition_list_t *list,
                       struct fault *ret_fault);

/* Commits offsets and metadata for the group.  FAULT_ABORTED when it has members already. */
int observer_commit(struct observer *observer, const rd_kafka_topic_partition_list_t *list,
                    struct fault *ret_fault);

#endif
