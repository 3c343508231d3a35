/*
 * batch.h -- articles on their way together, from the intake to the commit.
 *
 *     intake --add--> struct batch --pool--> products --delivery--> sink
 *
 * The thread of the loop owns it.  While the pool works on it, the pool reads the slots'
 * tasks and writes their products, and the loop touches only the lanes.
 */
#ifndef STREAM_BATCH_H
#define STREAM_BATCH_H

#include <librdkafka/rdkafka.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "stream/product.h"

/* What a batch holds of one partition, from the time it was assigned to us. */
struct lane {
    char topic[250];
    int32_t partition;
    int64_t first; /* where to read again if the batch is dropped */
    int64_t next;  /* what to commit if it is delivered */
    bool revoked;  /* the partition was taken away: its articles are another member's */
};

struct slot {
    struct task task;          /* its message is owned, and its reason */
    size_t lane;               /* index in lanes */
    struct product *product;   /* owned; NULL: a tombstone, or not worked on yet */
    rd_kafka_resp_err_t error; /* of the first of its records that could not be delivered */
};

struct batch {
    struct slot *slots; /* in the order in which they were read */
    size_t count;
    size_t room;
    size_t bytes;
    size_t max_bytes;
    struct lane *lanes;
    size_t lane_count;
    size_t lane_room;
};

/* Returns 0 and *ret_batch, or FAULT_MEMORY.  The caller frees with batch_free(). */
int batch_new(size_t max_articles, size_t max_bytes, struct batch **ret_batch);
void batch_free(struct batch *batch);

/* Drops everything it holds. */
void batch_clear(struct batch *batch);

bool batch_full(const struct batch *batch);
bool batch_empty(const struct batch *batch);  /* neither articles nor offsets */
bool batch_lapsed(const struct batch *batch); /* all that it held was taken away */

/*
 * Adds an article, and takes message over.  Returns its slot, lent until the batch is
 * cleared, or NULL when there is no memory (message is then still the caller's).
 */
struct slot *batch_add(struct batch *batch, rd_kafka_message_t *message);

/* Notes that nothing stands before offset in the partition that isn't in this batch. */
int batch_reach(struct batch *batch, const char *topic, int32_t partition, int64_t offset);

/* The lane of a partition that is still ours, or NULL. */
struct lane *batch_lane(const struct batch *batch, const char *topic, int32_t partition);

/* The partition was taken away.  Returns how many articles left the batch. */
size_t batch_revoke(struct batch *batch, const char *topic, int32_t partition);

bool slot_counts(const struct batch *batch, const struct slot *slot); /* not revoked */

/* The offsets to commit.  The caller frees with rd_kafka_topic_partition_list_destroy(). */
rd_kafka_topic_partition_list_t *batch_offsets(const struct batch *batch);

/* Adds to list where to read again the partitions that it does not have yet. */
void batch_rewind_points(const struct batch *batch, rd_kafka_topic_partition_list_t *list);

#endif
