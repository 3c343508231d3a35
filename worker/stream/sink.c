#include "stream/sink.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "stream/client.h"
#include "stream/verdict.h"
#include "stream/workround.h"

enum {
    CALL_MS = 1000,   /* of calls that can be made again */
    TOPIC_TRIES = 15, /* a topic that a broker makes by itself needs a moment */
    TOPIC_PAUSE_MS = 200,
    DESTROY_MS = 5000,
    DEADLINE_SPARE_MS = 30000,
};

struct sink {
    struct client client;
    struct patience *patience;
    const char *topics[TARGET_COUNT];
    bool transactional;
    size_t pending; /* records without a delivery report */
    bool failed;    /* one of them could not be delivered */
};

static void on_delivery(rd_kafka_t *handle, const rd_kafka_message_t *report, void *opaque)
{
    (void)handle;
    struct sink *sink = ((struct client *)opaque)->owner;
    rd_kafka_resp_err_t *ret_error = report->_private;
    sink->pending--;
    if (!report->err)
        return;
    sink->failed = true;
    if (!*ret_error)
        *ret_error = report->err;
}

/* Not before librdkafka's own limit on a call, which is at most twice the transaction's. */
static unsigned longest_call_ms(const rd_kafka_conf_t *conf, unsigned wanted_ms)
{
    char text[32] = "60000";
    size_t size = sizeof text;
    rd_kafka_conf_get(conf, "transaction.timeout.ms", text, &size);
    unsigned least_ms = (unsigned)strtoul(text, NULL, 10) * 2 + DEADLINE_SPARE_MS;
    return wanted_ms > least_ms ? wanted_ms : least_ms;
}

static int start(struct sink *sink, const struct stream_options *options, const char *instance,
                 struct fault *ret_fault)
{
    rd_kafka_conf_t *conf;
    int code = client_configure(options, CLIENT_PRODUCER, instance, &conf, ret_fault);
    if (code)
        return code;
    sink->patience->call_ms = longest_call_ms(conf, options->deadline_ms);
    rd_kafka_conf_set_dr_msg_cb(conf, on_delivery);
    return client_start(&sink->client, CLIENT_PRODUCER, conf, ret_fault);
}

int sink_new(const struct stream_options *options, const char *instance, struct patience *patience,
             struct sink **ret_sink, struct fault *ret_fault)
{
    struct sink *sink = calloc(1, sizeof *sink);
    if (!sink)
        return fault_set(ret_fault, FAULT_MEMORY, "no memory for the producer");
    sink->client.log = options->log;
    sink->client.owner = sink;
    sink->patience = patience;
    sink->transactional = options->guarantee == GUARANTEE_EXACTLY_ONCE;
    sink->topics[TARGET_EVENTS] = options->event_topic;
    sink->topics[TARGET_RECEIPTS] = options->receipt_topic;
    sink->topics[TARGET_DEAD_LETTERS] = options->dead_letter_topic;
    if (statistics_new(&sink->client.statistics) != 0) {
        free(sink);
        return fault_set(ret_fault, FAULT_MEMORY, "no memory for the producer");
    }
    int code = start(sink, options, instance, ret_fault);
    if (code)
        sink_free(sink);
    else
        *ret_sink = sink;
    return code;
}

void sink_free(struct sink *sink)
{
    if (!sink)
        return;
    bool gone = true;
    if (sink->client.handle) {
        rd_kafka_purge(sink->client.handle, RD_KAFKA_PURGE_F_QUEUE | RD_KAFKA_PURGE_F_INFLIGHT);
        gone = workround_destroy(sink->client.handle, DESTROY_MS);
    }
    if (!gone)
        return; /* it still uses what it was given */
    statistics_free(sink->client.statistics);
    free(sink);
}

struct statistics *sink_statistics(const struct sink *sink)
{
    return sink->client.statistics;
}

void sink_serve(struct sink *sink)
{
    rd_kafka_poll(sink->client.handle, 0);
}

const char *sink_topic(const struct sink *sink, enum output_target target)
{
    return sink->topics[target];
}

static int impatient(struct fault *ret_fault)
{
    return fault_set(ret_fault, FAULT_BROKER,
                     "the broker did not answer before the end; what is left will be read again");
}

/* Asks for each topic that has not been found yet; what was said of it stays in errors. */
static int ask_for_topics(struct sink *sink, rd_kafka_resp_err_t errors[TARGET_COUNT],
                          struct fault *ret_fault)
{
    int code = 0;
    for (int target = 0; target < TARGET_COUNT && fault_remedy(code) != REMEDY_STOP; target++) {
        if (!errors[target])
            continue;
        patience_enter(sink->patience, "looking for a topic");
        errors[target] = workround_warm(sink->client.handle, sink->topics[target], CALL_MS);
        patience_leave(sink->patience);
        int said = verdict_of_delivery(errors[target], sink->topics[target], ret_fault);
        code = said ? said : code;
    }
    return code;
}

static int topics_missing(const struct sink *sink, const rd_kafka_resp_err_t errors[TARGET_COUNT],
                          struct fault *ret_fault)
{
    char names[sizeof ret_fault->text] = "";
    const char *first = NULL;
    size_t used = 0;
    for (int target = 0; target < TARGET_COUNT && used < sizeof names; target++)
        if (errors[target] == RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART) {
            used += (size_t)snprintf(names + used, sizeof names - used, "%s%s", first ? ", " : "",
                                     sink->topics[target]);
            first = first ? first : sink->topics[target];
        }
    if (!first)
        return 0;
    return fault_set(ret_fault, FAULT_SETTING,
                     "there is no topic %s: kafka-topics.sh --create --topic %s "
                     "(meetingd check tells all that is missing, and how to make each)",
                     names, first);
}

/* Topics are asked for until they are there, a broker says no, or it was asked long enough. */
static int find_topics(struct sink *sink, struct fault *ret_fault)
{
    rd_kafka_resp_err_t errors[TARGET_COUNT];
    for (int target = 0; target < TARGET_COUNT; target++)
        errors[target] =
            sink->topics[target][0] ? RD_KAFKA_RESP_ERR__IN_PROGRESS : RD_KAFKA_RESP_ERR_NO_ERROR;
    for (int tries = 1; !patience_stopping(sink->patience); tries++) {
        int code = ask_for_topics(sink, errors, ret_fault);
        if (!code || fault_remedy(code) == REMEDY_STOP)
            return code;
        if (tries >= TOPIC_TRIES && (code = topics_missing(sink, errors, ret_fault)) != 0)
            return code;
        patience_sleep(sink->patience, TOPIC_PAUSE_MS);
    }
    return impatient(ret_fault);
}

static int take_over(struct sink *sink, struct fault *ret_fault)
{
    int code = FAULT_BROKER;
    while (code == FAULT_BROKER && !patience_stopping(sink->patience)) {
        patience_enter(sink->patience, "taking the transactional id over");
        code = verdict_of_call(rd_kafka_init_transactions(sink->client.handle, CALL_MS),
                               "taking the transactional id over", ret_fault);
        patience_leave(sink->patience);
        rd_kafka_poll(sink->client.handle, 0);
    }
    return code;
}

int sink_open(struct sink *sink, struct fault *ret_fault)
{
    int code = find_topics(sink, ret_fault);
    if (!code && sink->transactional)
        code = take_over(sink, ret_fault);
    return code;
}

int sink_begin(struct sink *sink, struct fault *ret_fault)
{
    sink->failed = false;
    if (!sink->transactional)
        return 0;
    return verdict_of_call(rd_kafka_begin_transaction(sink->client.handle), "beginning", ret_fault);
}

static const char *topic_of(const struct sink *sink, const struct sink_record *record)
{
    return record->place ? record->place->topic : sink->topics[record->target];
}

static rd_kafka_resp_err_t produce(struct sink *sink, const struct sink_record *record)
{
    const int32_t partition = record->place ? record->place->partition : RD_KAFKA_PARTITION_UA;
    return rd_kafka_producev(
        sink->client.handle, RD_KAFKA_V_TOPIC(topic_of(sink, record)),
        RD_KAFKA_V_PARTITION(partition), RD_KAFKA_V_KEY(record->key.at, record->key.len),
        RD_KAFKA_V_VALUE((void *)(uintptr_t)record->value.at, record->value.len),
        RD_KAFKA_V_MSGFLAGS(RD_KAFKA_MSG_F_COPY),
        RD_KAFKA_V_TIMESTAMP(record->timestamp_ms > 0 ? record->timestamp_ms : 0),
        RD_KAFKA_V_HEADERS(record->headers), RD_KAFKA_V_OPAQUE(record->ret_error), RD_KAFKA_V_END);
}

int sink_put(struct sink *sink, const struct sink_record *record, struct fault *ret_fault)
{
    rd_kafka_resp_err_t error = produce(sink, record);
    while (error == RD_KAFKA_RESP_ERR__QUEUE_FULL && sink->pending > 0 &&
           !patience_over(sink->patience)) {
        rd_kafka_poll(sink->client.handle, 10);
        error = produce(sink, record);
    }
    if (!error) {
        sink->pending++;
        return 0;
    }
    rd_kafka_headers_destroy(record->headers);
    *record->ret_error = error;
    return fault_set(ret_fault, FAULT_ABORTED, "%s: %s", topic_of(sink, record),
                     rd_kafka_err2str(error));
}

/* A fatal error may leave records without a report. */
static int fatal(struct sink *sink, struct fault *ret_fault)
{
    char text[256];
    rd_kafka_resp_err_t error = rd_kafka_fatal_error(sink->client.handle, text, sizeof text);
    if (!error)
        return 0;
    bool fenced = verdict_of_delivery(error, "", NULL) == FAULT_FENCED;
    return fault_set(ret_fault, fenced ? FAULT_FENCED : FAULT_FATAL, "writing: %s", text);
}

int sink_settle(struct sink *sink, struct fault *ret_fault)
{
    while (sink->pending > 0 && !(sink->transactional && sink->failed)) {
        rd_kafka_poll(sink->client.handle, 1);
        int code = fatal(sink, ret_fault);
        if (code)
            return code;
        if (patience_over(sink->patience))
            return impatient(ret_fault);
    }
    if (sink->failed)
        return fault_set(ret_fault, FAULT_ABORTED, "a record could not be delivered");
    return 0;
}

static rd_kafka_error_t *call_send(struct sink *sink,
                                   const rd_kafka_topic_partition_list_t *offsets,
                                   const rd_kafka_consumer_group_metadata_t *group)
{
    patience_enter(sink->patience, "sending the offsets");
    rd_kafka_error_t *error =
        rd_kafka_send_offsets_to_transaction(sink->client.handle, offsets, group, -1);
    patience_leave(sink->patience);
    return error;
}

int sink_commit(struct sink *sink, const rd_kafka_topic_partition_list_t *offsets,
                const rd_kafka_consumer_group_metadata_t *group, struct fault *ret_fault)
{
    if (!sink->transactional)
        return 0;
    int code = FAULT_BROKER;
    while (code == FAULT_BROKER && !patience_over(sink->patience))
        code = verdict_of_call(call_send(sink, offsets, group), "sending the offsets", ret_fault);
    if (code)
        return code;
    code = FAULT_BROKER;
    while (code == FAULT_BROKER && !patience_over(sink->patience)) {
        patience_enter(sink->patience, "committing");
        code = verdict_of_call(rd_kafka_commit_transaction(sink->client.handle, -1), "committing",
                               ret_fault);
        patience_leave(sink->patience);
    }
    return code;
}

int sink_abort(struct sink *sink, struct fault *ret_fault)
{
    if (!sink->transactional)
        rd_kafka_purge(sink->client.handle, RD_KAFKA_PURGE_F_QUEUE);
    int code = sink->transactional ? FAULT_BROKER : 0;
    while (code == FAULT_BROKER && !patience_over(sink->patience)) {
        patience_enter(sink->patience, "aborting");
        code = verdict_of_call(rd_kafka_abort_transaction(sink->client.handle, -1), "aborting",
                               ret_fault);
        patience_leave(sink->patience);
    }
    /* The reports of what was purged point into the batch: all must be in before it goes. */
    while (!code && sink->pending > 0) {
        rd_kafka_poll(sink->client.handle, 1);
        if (patience_over(sink->patience))
            return impatient(ret_fault);
    }
    return code;
}
