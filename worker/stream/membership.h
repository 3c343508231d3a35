/*
 * membership.h -- what the group has given to this member, and how far it has got with it.
 *
 *     group --membership_rebalance--> positions, confines --> intake
 *
 * The intake's own: librdkafka calls it back on the thread that reads and commits.
 */
#ifndef STREAM_MEMBERSHIP_H
#define STREAM_MEMBERSHIP_H

#include <librdkafka/rdkafka.h>

#include "base/fault.h"
#include "stream/client.h"
#include "stream/confines.h"
#include "stream/intake.h"
#include "stream/positions.h"

/* Zero it to begin with, then set the first four; membership_clear() ends it. */
struct membership {
    struct client *client; /* its owner is the intake */
    const struct stream_options *options;
    struct counters *counters;
    struct revocation revocation;
    rd_kafka_consumer_group_metadata_t *group; /* as of the last assignment */
    struct positions positions;
    struct confines confines; /* of a bounded stream */
    const struct patience *patience;
    struct fault failure; /* of a callback, which can't return one */
};

/* Takes partitions that were given, or gives up those that were taken away. */
void membership_rebalance(struct membership *membership, rd_kafka_resp_err_t what,
                          rd_kafka_topic_partition_list_t *partitions);

void membership_clear(struct membership *membership);

#endif
