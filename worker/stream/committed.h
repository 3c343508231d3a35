/*
 * committed.h -- where the group has got to in partitions that were just given to us.
 */
#ifndef STREAM_COMMITTED_H
#define STREAM_COMMITTED_H

#include <librdkafka/rdkafka.h>

#include "base/fault.h"
#include "stream/patience.h"

/*
 * Asks where to begin, and keeps asking: before that nothing can be read.  It may take as
 * long as an open transaction of the member that had the partitions before.  Returns 0 and the
 * offsets in partitions, FAULT_BROKER when the end was asked for before, or what the broker
 * refused for good, with the reason in *ret_fault.
 */
int committed_ask(rd_kafka_t *consumer, rd_kafka_topic_partition_list_t *partitions,
                  const struct patience *patience, struct fault *ret_fault);

#endif
