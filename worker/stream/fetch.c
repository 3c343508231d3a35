#include "stream/fetch.h"

#include <stdlib.h>

#include "stream/client.h"
#include "stream/patience.h"
#include "stream/verdict.h"
#include "stream/workround.h"

enum { POLL_MS = 100, ANSWER_MS = 15 * 1000, DESTROY_MS = 5000 };

struct fetch {
    struct client client;
};

int fetch_new(const struct stream_options *options, struct fetch **ret_fetch,
              struct fault *ret_fault)
{
    struct fetch *fetch = calloc(1, sizeof *fetch);
    if (!fetch)
        return fault_set(ret_fault, FAULT_MEMORY, "no memory for a consumer");
    fetch->client.log = options->log;
    rd_kafka_conf_t *conf;
    int code = client_configure(options, CLIENT_CONSUMER, "fetch", &conf, ret_fault);
    if (!code)
        code = client_start(&fetch->client, CLIENT_CONSUMER, conf, ret_fault);
    if (code) {
        free(fetch);
        return code;
    }
    rd_kafka_poll_set_consumer(fetch->client.handle);
    *ret_fetch = fetch;
    return 0;
}

void fetch_free(struct fetch *fetch)
{
    if (fetch && workround_destroy(fetch->client.handle, DESTROY_MS))
        free(fetch);
}

/* The first thing that comes from there: the message, what stands behind its hole, or the end. */
static rd_kafka_message_t *first_message(struct fetch *fetch)
{
    int64_t end = clock_monotonic_ms() + ANSWER_MS;
    rd_kafka_message_t *message = NULL;
    while (!message && clock_monotonic_ms() < end)
        message = rd_kafka_consumer_poll(fetch->client.handle, POLL_MS);
    return message;
}

int fetch_message(struct fetch *fetch, const rd_kafka_topic_partition_t *place,
                  rd_kafka_message_t **ret_message, struct fault *ret_fault)
{
    rd_kafka_topic_partition_list_t *list = rd_kafka_topic_partition_list_new(1);
    rd_kafka_topic_partition_list_add(list, place->topic, place->partition)->offset = place->offset;
    rd_kafka_assign(fetch->client.handle, list);
    rd_kafka_topic_partition_list_destroy(list);
    rd_kafka_message_t *message = first_message(fetch);
    rd_kafka_assign(fetch->client.handle, NULL);
    if (!message)
        return fault_set(ret_fault, FAULT_BROKER, "no answer about %s/%d/%lld", place->topic,
                         place->partition, (long long)place->offset);
    if (!message->err && message->offset == place->offset) {
        *ret_message = message;
        return 0;
    }
    int code = message->err
                   ? verdict_of_consuming(message->err, rd_kafka_message_errstr(message), ret_fault)
                   : 0;
    rd_kafka_message_destroy(message);
    if (!code)
        *ret_message = NULL;
    return code;
}
