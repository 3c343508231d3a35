/*
 * fetch.h -- one message, by its place.
 */
#ifndef STREAM_FETCH_H
#define STREAM_FETCH_H

#include <librdkafka/rdkafka.h>

#include "base/fault.h"
#include "stream/options.h"

/*
 * Reads the message at offset.  Returns 0 and *ret_message, which the caller ends with
 * rd_kafka_message_destroy(), or NULL when nothing stands there any more; FAULT_BROKER when no
 * answer came; FAULT_SETTING, FAULT_FATAL.
 */
struct fetch;

/* Keeps a client for several messages.  The caller frees with fetch_free(), behind the messages. */
int fetch_new(const struct stream_options *options, struct fetch **ret_fetch,
              struct fault *ret_fault);
void fetch_free(struct fetch *fetch);

int fetch_message(struct fetch *fetch, const rd_kafka_topic_partition_t *place,
                  rd_kafka_message_t **ret_message, struct fault *ret_fault);

#endif
