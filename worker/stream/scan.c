#include "stream/scan.h"

#include <stdlib.h>

#include "stream/client.h"
#include "stream/verdict.h"
#include "stream/workround.h"

enum { POLL_MS = 100, DESTROY_MS = 5000 };

struct progress {
    struct client client;
    const struct scan *scan;
    bool *done; /* by span */
    size_t open;
};

static void begin(struct progress *progress)
{
    rd_kafka_topic_partition_list_t *list =
        rd_kafka_topic_partition_list_new((int)progress->scan->spans->count);
    for (size_t i = 0; i < progress->scan->spans->count; i++) {
        const struct span *span = &progress->scan->spans->items[i];
        if (span->begin >= span->end)
            continue;
        rd_kafka_topic_partition_list_add(list, progress->scan->topic, span->partition)->offset =
            span->begin;
        progress->open++;
    }
    rd_kafka_assign(progress->client.handle, list);
    rd_kafka_topic_partition_list_destroy(list);
}

/* What lies behind a span that is done is fetched no more. */
static void finish(struct progress *progress, const rd_kafka_message_t *message, size_t i)
{
    rd_kafka_topic_partition_list_t *list = rd_kafka_topic_partition_list_new(1);
    rd_kafka_topic_partition_list_add(list, rd_kafka_topic_name(message->rkt), message->partition);
    rd_kafka_pause_partitions(progress->client.handle, list);
    rd_kafka_topic_partition_list_destroy(list);
    progress->done[i] = true;
    progress->open--;
}

/* Hands message on.  Whoever takes it over has it from then on. */
static int hand_on(const struct scan *scan, rd_kafka_message_t **message, struct fault *ret_fault)
{
    rd_kafka_message_t *given = *message;
    if (!scan->take)
        return scan->visit(scan->self, given, ret_fault);
    *message = NULL;
    return scan->take(scan->self, given, ret_fault);
}

/* Sets *message to NULL where it was taken over. */
static int take(struct progress *progress, rd_kafka_message_t **taken, struct fault *ret_fault)
{
    const rd_kafka_message_t *message = *taken;
    bool ends = message->err == RD_KAFKA_RESP_ERR__PARTITION_EOF;
    if (message->err && !ends)
        return verdict_of_consuming(message->err, rd_kafka_message_errstr(message), ret_fault);
    const struct span *span = spans_find(progress->scan->spans, message->partition);
    size_t i = (size_t)(span - progress->scan->spans->items);
    if (progress->done[i])
        return 0;
    if (message->offset + !ends >= span->end)
        finish(progress, message, i);
    return !ends && message->offset < span->end ? hand_on(progress->scan, taken, ret_fault) : 0;
}

static bool stopped(const struct scan *scan)
{
    return scan->stop && atomic_load(scan->stop);
}

static int run(struct progress *progress, struct fault *ret_fault)
{
    int code = 0;
    while (!code && progress->open > 0 && !stopped(progress->scan)) {
        rd_kafka_message_t *message = rd_kafka_consumer_poll(progress->client.handle, POLL_MS);
        if (!message)
            continue;
        code = take(progress, &message, ret_fault);
        if (message)
            rd_kafka_message_destroy(message);
    }
    return code;
}

int scan_run(const struct scan *scan, struct fault *ret_fault)
{
    struct progress progress = {.client.log = scan->options->log, .scan = scan};
    rd_kafka_conf_t *conf;
    int code = client_configure(scan->options, CLIENT_CONSUMER, "scan", &conf, ret_fault);
    if (!code)
        code = client_start(&progress.client, CLIENT_CONSUMER, conf, ret_fault);
    if (code)
        return code;
    rd_kafka_poll_set_consumer(progress.client.handle);
    progress.done = calloc(scan->spans->count + 1, sizeof *progress.done);
    if (progress.done) {
        begin(&progress);
        code = run(&progress, ret_fault);
        if (scan->end)
            code = scan->end(scan->self, code, ret_fault);
    } else {
        code = fault_set(ret_fault, FAULT_MEMORY, "no memory for the partitions");
    }
    free(progress.done);
    workround_destroy(progress.client.handle, DESTROY_MS);
    return code;
}
