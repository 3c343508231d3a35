/*
 * scan.h -- reads stretches of a topic from their begin to their end, once, and joins no group.
 */
#ifndef STREAM_SCAN_H
#define STREAM_SCAN_H

#include <librdkafka/rdkafka.h>
#include <stdatomic.h>

#include "base/fault.h"
#include "stream/options.h"
#include "stream/span.h"

struct scan {
    const struct stream_options *options;
    const char *topic;
    const struct spans *spans; /* each with an end that the log had when it was asked */
    const atomic_bool *stop;   /* ends it early; NULL: nothing does */
    void *self;
    /* Lends message until it returns.  What it returns but 0 ends the scan and is its result. */
    int (*visit)(void *self, const rd_kafka_message_t *message, struct fault *ret_fault);
    /* Instead of visit: takes message over.  `end` gives back those that are still held. */
    int (*take)(void *self, rd_kafka_message_t *message, struct fault *ret_fault);
    int (*end)(void *self, int code, struct fault *ret_fault); /* code: 0 or why it ends so early */
};

/*
 * Visits every committed message of the spans, of each partition in its order.  Returns 0, also
 * when it was ended early; what visit returned; FAULT_SETTING, FAULT_DENIED, FAULT_FATAL,
 * FAULT_MEMORY.
 */
int scan_run(const struct scan *scan, struct fault *ret_fault);

#endif
