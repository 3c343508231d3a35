#include "stream/observer.h"

#include <stdlib.h>
#include <string.h>

#include "base/nearest.h"
#include "stream/client.h"
#include "stream/patience.h"
#include "stream/workround.h"

enum {
    CALL_MS = 10 * 1000,
    SLICE_MS = 3 * 1000, /* of a call that is made again until the end is asked for */
    OPEN_TRANSACTION_MS = 75 * 1000,
    DESTROY_MS = 5000,
    PAUSE_MS = 100
};

struct observer {
    struct client client;
    struct stream_options options;
    const atomic_bool *stop; /* NULL: nobody asks for the end */
};

int observer_new(const struct stream_options *options, const char *group,
                 struct observer **ret_observer, struct fault *ret_fault)
{
    struct observer *observer = calloc(1, sizeof *observer);
    if (!observer)
        return fault_set(ret_fault, FAULT_MEMORY, "no memory for a client");
    observer->options = *options;
    observer->options.group = group;
    observer->options.static_member = false;
    observer->client.log = options->log;
    observer->client.owner = observer;
    rd_kafka_conf_t *conf;
    int code = client_configure(&observer->options, CLIENT_CONSUMER, "observer", &conf, ret_fault);
    if (!code)
        code = client_start(&observer->client, CLIENT_CONSUMER, conf, ret_fault);
    if (code)
        observer_free(observer);
    else
        *ret_observer = observer;
    return code;
}

void observer_free(struct observer *observer)
{
    if (!observer)
        return;
    if (!observer->client.handle || workround_destroy(observer->client.handle, DESTROY_MS))
        free(observer);
}

void observer_heed(struct observer *observer, const atomic_bool *stop)
{
    observer->stop = stop;
}

static bool stopping(const struct observer *observer)
{
    return observer->stop && atomic_load(observer->stop);
}

static int failed(rd_kafka_resp_err_t error, const char *doing, struct fault *ret_fault)
{
    bool refused = error == RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED ||
                   error == RD_KAFKA_RESP_ERR_GROUP_AUTHORIZATION_FAILED;
    return fault_set(ret_fault, refused ? FAULT_DENIED : FAULT_BROKER, "%s: %s", doing,
                     rd_kafka_err2str(error));
}

static int topic_missing(const struct rd_kafka_metadata *all, const char *topic,
                         struct fault *ret_fault)
{
    struct nearest nearest = nearest_to(str_of(topic));
    for (int i = 0; i < all->topic_cnt; i++)
        nearest_offer(&nearest, all->topics[i].topic);
    if (nearest.name)
        return fault_set(ret_fault, FAULT_SETTING, "there is no topic %s (did you mean %s?)", topic,
                         nearest.name);
    return fault_set(ret_fault, FAULT_SETTING,
                     "there is no topic %s: name another with --input.topic", topic);
}

int observer_partitions(struct observer *observer, const char *topic, int32_t *ret_count,
                        struct fault *ret_fault)
{
    const struct rd_kafka_metadata *all;
    rd_kafka_resp_err_t error = rd_kafka_metadata(observer->client.handle, 1, NULL, &all, CALL_MS);
    if (error)
        return failed(error, "asking for the topics", ret_fault);
    int code = -1;
    for (int i = 0; i < all->topic_cnt && code < 0; i++)
        if (strcmp(all->topics[i].topic, topic) == 0) {
            *ret_count = all->topics[i].partition_cnt;
            code = 0;
        }
    if (code < 0)
        code = topic_missing(all, topic, ret_fault);
    rd_kafka_metadata_destroy(all);
    return code;
}

int observer_log(struct observer *observer, const char *topic, int32_t partition,
                 struct log_ends *ret_ends, struct fault *ret_fault)
{
    rd_kafka_resp_err_t error = rd_kafka_query_watermark_offsets(
        observer->client.handle, topic, partition, &ret_ends->low, &ret_ends->high, CALL_MS);
    return error ? failed(error, "asking for the ends of the log", ret_fault) : 0;
}

int observer_spans(struct observer *observer, const char *topic, struct spans *ret_spans,
                   struct fault *ret_fault)
{
    int32_t count = 0;
    int code = observer_partitions(observer, topic, &count, ret_fault);
    if (code)
        return code;
    struct spans spans = {calloc((size_t)count + 1, sizeof *spans.items), 0};
    if (!spans.items)
        return fault_set(ret_fault, FAULT_MEMORY, "no memory for the partitions");
    for (int32_t partition = 0; partition < count && !code; partition++) {
        struct log_ends ends = {0};
        code = observer_log(observer, topic, partition, &ends, ret_fault);
        spans.items[spans.count++] = (struct span){partition, ends.low, ends.high};
    }
    if (code)
        spans_free(&spans);
    else
        *ret_spans = spans;
    return code;
}

/* Whether every partition was answered for. */
static rd_kafka_resp_err_t first_error(const rd_kafka_topic_partition_list_t *list)
{
    for (int i = 0; i < list->cnt; i++)
        if (list->elems[i].err)
            return list->elems[i].err;
    return RD_KAFKA_RESP_ERR_NO_ERROR;
}

int observer_times(struct observer *observer, rd_kafka_topic_partition_list_t *list, int64_t ms,
                   struct fault *ret_fault)
{
    for (int i = 0; i < list->cnt; i++)
        list->elems[i].offset = ms;
    rd_kafka_resp_err_t error = rd_kafka_offsets_for_times(observer->client.handle, list, CALL_MS);
    if (!error)
        error = first_error(list);
    return error ? failed(error, "looking for a time in the log", ret_fault) : 0;
}

static bool coordinator_moves(rd_kafka_resp_err_t error)
{
    return error == RD_KAFKA_RESP_ERR_NOT_COORDINATOR ||
           error == RD_KAFKA_RESP_ERR_COORDINATOR_NOT_AVAILABLE ||
           error == RD_KAFKA_RESP_ERR_COORDINATOR_LOAD_IN_PROGRESS ||
           error == RD_KAFKA_RESP_ERR_UNSTABLE_OFFSET_COMMIT ||
           error == RD_KAFKA_RESP_ERR__WAIT_COORD;
}

static void pause_a_moment(void)
{
    const atomic_bool never = false;
    patience_sleep(&(struct patience){.stop = &never}, PAUSE_MS);
}

static void tell_open(const struct observer *observer)
{
    log_write(observer->client.log, LEVEL_INFO,
              "waiting for the broker to end the transaction of a member that was killed",
              LOG_FIELDS(log_text("group", observer->options.group),
                         log_int("seconds", OPEN_TRANSACTION_MS / 1000)));
}

int observer_committed(struct observer *observer, rd_kafka_topic_partition_list_t *list,
                       struct fault *ret_fault)
{
    /* A member that was killed may have left a transaction open: until the broker ends that, after
     * transaction.timeout.ms at the latest, nobody is told what is committed. */
    bool told = false;
    int64_t begin = clock_monotonic_ms();
    rd_kafka_resp_err_t error;
    for (;;) {
        error = rd_kafka_committed(observer->client.handle, list, SLICE_MS);
        if (!error)
            error = first_error(list);
        const bool open = error == RD_KAFKA_RESP_ERR__TIMED_OUT;
        const int64_t taken_ms = clock_monotonic_ms() - begin;
        if (!(open || coordinator_moves(error)) || taken_ms > OPEN_TRANSACTION_MS ||
            stopping(observer))
            break;
        if (open && taken_ms > CALL_MS && !told) {
            tell_open(observer);
            told = true;
        }
        pause_a_moment();
    }
    return error ? failed(error, "asking for the group's offsets", ret_fault) : 0;
}

int observer_commit(struct observer *observer, const rd_kafka_topic_partition_list_t *list,
                    struct fault *ret_fault)
{
    int64_t end = clock_monotonic_ms() + CALL_MS;
    rd_kafka_resp_err_t error;
    for (;;) {
        error = rd_kafka_commit(observer->client.handle, list, 0);
        if (!coordinator_moves(error) || clock_monotonic_ms() > end)
            break;
        pause_a_moment();
    }
    switch (error) {
    case RD_KAFKA_RESP_ERR_NO_ERROR:
        return 0;
    case RD_KAFKA_RESP_ERR_UNKNOWN_MEMBER_ID:
    case RD_KAFKA_RESP_ERR_ILLEGAL_GENERATION:
    case RD_KAFKA_RESP_ERR_REBALANCE_IN_PROGRESS:
        return fault_set(
            ret_fault, FAULT_ABORTED,
            "the group has members that keep no range: of a replay that was killed, or "
            "of another program; choose another name, or begin again when they are gone");
    default:
        return failed(error, "keeping the range with the group's offsets", ret_fault);
    }
}
