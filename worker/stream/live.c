#include "stream/live.h"

#include <stdio.h>

#include "record/datum.h"
#include "stream/scan.h"

enum { TAIL = 50 /* receipts of a partition */, RECEIPT_MEMORY = 1 << 20 };

/* The receipts while they are read. */
struct tail {
    const struct acquaintance *acquaintance;
    struct arena *arena;
    struct live *live;
    int64_t newest_ms; /* timestamp of the receipt that `live` tells of */
};

static bool of_replay(const rd_kafka_message_t *message)
{
    rd_kafka_headers_t *headers;
    const void *value;
    size_t len;
    return rd_kafka_message_headers(message, &headers) == 0 &&
           rd_kafka_header_get_last(headers, "meetingd-replay", &value, &len) == 0;
}

/* The last one counts: a version that has been replaced meanwhile is no news. */
static int receipt_visit(void *self, const rd_kafka_message_t *message, struct fault *ret_fault)
{
    struct tail *tail = self;
    const struct datum *receipt;
    (void)ret_fault;
    if (!message->payload || of_replay(message))
        return 0;
    arena_reset(tail->arena);
    if (datum_decode_framed(tail->acquaintance->schemas, str_make(message->payload, message->len),
                            tail->arena, &receipt, NULL) != 0)
        return 0;
    struct str extractor = datum_text(receipt, "extractor");
    rd_kafka_timestamp_type_t type;
    int64_t written_ms = rd_kafka_message_timestamp(message, &type);
    if (str_empty(extractor) || written_ms < tail->newest_ms)
        return 0;
    tail->newest_ms = written_ms;
    tail->live->extractor[0] = '\0';
    if (!tail->acquaintance->knows(tail->acquaintance->self, extractor))
        snprintf(tail->live->extractor, sizeof tail->live->extractor, "%.*s", (int)extractor.len,
                 extractor.at);
    return 0;
}

/* The last receipts of each partition. */
static int tail_spans(struct observer *observer, const char *topic, struct spans *ret_spans,
                      struct fault *ret_fault)
{
    int code = observer_spans(observer, topic, ret_spans, ret_fault);
    for (size_t i = 0; !code && i < ret_spans->count; i++) {
        struct span *span = &ret_spans->items[i];
        if (span->end - span->begin > TAIL)
            span->begin = span->end - TAIL;
    }
    return code;
}

static int look_at_receipts(const struct stream_options *options, struct observer *observer,
                            struct tail *tail, struct fault *ret_fault)
{
    struct spans spans;
    int code = tail_spans(observer, options->receipt_topic, &spans, ret_fault);
    if (code)
        return code;
    const struct scan scan = {.options = options,
                              .topic = options->receipt_topic,
                              .spans = &spans,
                              .self = tail,
                              .visit = receipt_visit};
    code = scan_run(&scan, ret_fault);
    spans_free(&spans);
    return code;
}

static int look_at_group(struct observer *observer, const struct plan *plan, struct live *live,
                         struct fault *ret_fault)
{
    rd_kafka_topic_partition_list_t *list = rd_kafka_topic_partition_list_new((int)plan->count);
    for (size_t i = 0; i < plan->count; i++)
        rd_kafka_topic_partition_list_add(list, plan->topic, plan->parts[i].partition);
    int code = observer_committed(observer, list, ret_fault);
    for (size_t i = 0; i < plan->count && !code; i++) {
        const struct bounds *bounds = &plan->parts[i].bounds;
        int64_t read = list->elems[i].offset;
        if (read < bounds->begin)
            read = bounds->begin;
        if (read < bounds->end)
            live->behind += bounds->end - read;
    }
    rd_kafka_topic_partition_list_destroy(list);
    return code;
}

int live_look(const struct stream_options *options, const struct plan *plan,
              const struct acquaintance *acquaintance, struct live *ret_live,
              struct fault *ret_fault)
{
    struct live live = {.behind = 0};
    struct observer *observer;
    int code = observer_new(options, options->group, &observer, ret_fault);
    if (code)
        return code;
    struct tail tail = {acquaintance, arena_new(RECEIPT_MEMORY), &live, INT64_MIN};
    code = tail.arena ? look_at_group(observer, plan, &live, ret_fault) : FAULT_MEMORY;
    if (!code && options->receipt_topic[0])
        code = look_at_receipts(options, observer, &tail, ret_fault);
    arena_free(tail.arena);
    observer_free(observer);
    if (!code)
        *ret_live = live;
    return code;
}
