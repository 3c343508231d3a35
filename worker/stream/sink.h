/*
 * sink.h -- the producer: what goes out, and with it the offsets of what came in.
 *
 *     begin, put ..., settle, commit      the order that is fast
 *     begin, put ..., abort               the order that is safe
 *
 * settle() waits for every delivery report before the offsets are sent: offsets sent while
 * messages are on their way meet a coordinator that is busy, and wait a hundred
 * milliseconds.  Used by one thread.  At least once, there is no transaction: begin, commit
 * and abort do nothing, and the intake stores the offsets after settle().
 */
#ifndef STREAM_SINK_H
#define STREAM_SINK_H

#include <librdkafka/rdkafka.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/fault.h"
#include "base/str.h"
#include "stream/options.h"
#include "stream/patience.h"
#include "stream/processor.h"

struct sink;

/* A topic and partition of its own. */
struct sink_place {
    const char *topic;
    int32_t partition; /* RD_KAFKA_PARTITION_UA: the key decides */
};

struct sink_record {
    enum output_target target;
    const struct sink_place *place; /* goes before the target; NULL: the target's topic, by key */
    struct str key;                 /* at is NULL: none */
    struct str value;               /* copied */
    int64_t timestamp_ms;
    rd_kafka_headers_t *headers;    /* taken over, whatever comes of it */
    rd_kafka_resp_err_t *ret_error; /* set if the record can't be delivered: stays until settled
                                       or aborted */
};

/* Returns 0 and *ret_sink, freed with sink_free(), or FAULT_SETTING, FAULT_MEMORY. */
int sink_new(const struct stream_options *options, const char *instance, struct patience *patience,
             struct sink **ret_sink, struct fault *ret_fault);
void sink_free(struct sink *sink);

/*
 * Finds the broker and the topics and takes the transactional id over.  Returns 0;
 * FAULT_BROKER when the end was asked for before a broker answered; FAULT_SETTING when a
 * topic is missing; FAULT_FATAL, FAULT_FENCED.
 */
int sink_open(struct sink *sink, struct fault *ret_fault);

/*
 * The calls below return 0; FAULT_ABORTED when the batch must be aborted and read again;
 * FAULT_BROKER when patience is over; FAULT_FENCED or FAULT_FATAL.
 */
int sink_begin(struct sink *sink, struct fault *ret_fault);
int sink_put(struct sink *sink, const struct sink_record *record, struct fault *ret_fault);
int sink_settle(struct sink *sink, struct fault *ret_fault);
int sink_commit(struct sink *sink, const rd_kafka_topic_partition_list_t *offsets,
                const rd_kafka_consumer_group_metadata_t *group, struct fault *ret_fault);
int sink_abort(struct sink *sink, struct fault *ret_fault);

/* Takes what the producer has to tell, also while there is nothing to deliver. */
void sink_serve(struct sink *sink);

/* What the producer tells of itself: lends. */
struct statistics *sink_statistics(const struct sink *sink);

/* The topic of a target: lends. */
const char *sink_topic(const struct sink *sink, enum output_target target);

#endif
