/*
 * client.h -- a consumer or a producer of librdkafka, set up the way the loop needs it.
 *
 *     our defaults < [kafka] < [kafka.consumer] or [kafka.producer] < what the loop relies on
 */
#ifndef STREAM_CLIENT_H
#define STREAM_CLIENT_H

#include <librdkafka/rdkafka.h>

#include "base/fault.h"
#include "stream/options.h"
#include "stream/statistics.h"

enum client_kind { CLIENT_CONSUMER, CLIENT_PRODUCER };

/* What librdkafka's callbacks find as their opaque. */
struct client {
    rd_kafka_t *handle;
    const struct log *log;
    void *owner;                   /* the intake or the sink */
    struct statistics *statistics; /* where it tells of itself; NULL: nowhere */
};

/*
 * Makes the configuration of a client of that kind for the member called instance.
 * Returns 0 and *ret_conf, which client_start() takes over, or FAULT_SETTING naming the
 * property that is unknown, wrong or not the operator's to set; FAULT_MEMORY.
 */
int client_configure(const struct stream_options *options, enum client_kind kind,
                     const char *instance, rd_kafka_conf_t **ret_conf, struct fault *ret_fault);

/*
 * Starts client->handle with conf, which is taken over in any case; client must stay where
 * it is.  Returns 0 or FAULT_SETTING.
 */
int client_start(struct client *client, enum client_kind kind, rd_kafka_conf_t *conf,
                 struct fault *ret_fault);

#endif
