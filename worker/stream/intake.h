/*
 * intake.h -- the consumer: articles in, and whose they are.
 *
 * Rebalances are served inside intake_gather() and intake_close() and nowhere else, by
 * the thread that commits.  So a batch can't lose a partition while it is being delivered
 * without the group knowing: what was revoked has left the batch, and what is committed is
 * committed under the membership that it was read under.
 */
#ifndef STREAM_INTAKE_H
#define STREAM_INTAKE_H

#include <librdkafka/rdkafka.h>
#include <stdbool.h>

#include "base/fault.h"
#include "stream/batch.h"
#include "stream/counters.h"
#include "stream/lags.h"
#include "stream/options.h"
#include "stream/patience.h"

struct intake;

/* Told of every partition that is taken away, before it goes to another member. */
struct revocation {
    void *self;
    void (*revoked)(void *self, const char *topic, int32_t partition);
};

/* Returns 0 and *ret_intake, freed with intake_free(), or FAULT_SETTING, FAULT_MEMORY. */
int intake_new(const struct stream_options *options, const char *instance,
               struct counters *counters, struct intake **ret_intake, struct fault *ret_fault);
void intake_free(struct intake *intake);

/* Joins the group.  Returns 0, or FAULT_SETTING when a topic pattern is wrong. */
int intake_open(struct intake *intake, const struct revocation *revocation,
                struct fault *ret_fault);

/*
 * Fills batch until it is full, wait_ms have passed since its first article, or patience
 * says stop.  hurry: takes only what is there already.  Returns 0, also when nothing came,
 * or FAULT_FENCED, FAULT_FATAL, FAULT_MEMORY.
 */
int intake_gather(struct intake *intake, struct batch *batch, const struct patience *patience,
                  bool hurry, struct fault *ret_fault);

/* This member as it was when the partitions that it now has were assigned.  Lends. */
const rd_kafka_consumer_group_metadata_t *intake_group(const struct intake *intake);

/* Puts the bounds of a bounded stream beside the offsets that are about to be committed. */
void intake_annotate(const struct intake *intake, rd_kafka_topic_partition_list_t *offsets);

/* At least once: the offsets may be committed from now on. */
void intake_store(struct intake *intake, const rd_kafka_topic_partition_list_t *offsets);

/* Reads again from the given places.  Returns 0, or FAULT_FATAL. */
int intake_rewind(struct intake *intake, rd_kafka_topic_partition_list_t *places,
                  struct fault *ret_fault);

/* Measures how far each partition that is ours is behind. */
void intake_measure(const struct intake *intake, struct lags *lags);

/* What the consumer tells of itself: lends. */
struct statistics *intake_statistics(const struct intake *intake);

/* Leaves the group, in the time that the end may take.  Returns whether it has. */
bool intake_close(struct intake *intake, const struct patience *patience);

#endif
