#include "stream/intake.h"

#include <stdlib.h>
#include <string.h>

#include "stream/client.h"
#include "stream/membership.h"
#include "stream/pace.h"
#include "stream/verdict.h"
#include "stream/workround.h"

enum { IDLE_MS = 100, DESTROY_MS = 5000, PACE_MS = 20 };

struct intake {
    struct client client;
    struct membership member;
    struct pace pace;
};

static void on_rebalance(rd_kafka_t *handle, rd_kafka_resp_err_t what,
                         rd_kafka_topic_partition_list_t *partitions, void *opaque)
{
    (void)handle;
    struct intake *intake = ((struct client *)opaque)->owner;
    membership_rebalance(&intake->member, what, partitions);
}

int intake_new(const struct stream_options *options, const char *instance,
               struct counters *counters, struct intake **ret_intake, struct fault *ret_fault)
{
    struct intake *intake = calloc(1, sizeof *intake);
    if (!intake)
        return fault_set(ret_fault, FAULT_MEMORY, "no memory for the consumer");
    intake->client.log = options->log;
    intake->client.owner = intake;
    intake->member =
        (struct membership){.client = &intake->client, .options = options, .counters = counters};
    intake->pace = pace_of(options->rate);
    if (statistics_new(&intake->client.statistics) != 0) {
        free(intake);
        return fault_set(ret_fault, FAULT_MEMORY, "no memory for the consumer");
    }
    rd_kafka_conf_t *conf;
    int code = client_configure(options, CLIENT_CONSUMER, instance, &conf, ret_fault);
    if (!code) {
        rd_kafka_conf_set_rebalance_cb(conf, on_rebalance);
        code = client_start(&intake->client, CLIENT_CONSUMER, conf, ret_fault);
    }
    if (code) {
        intake_free(intake);
        return code;
    }
    rd_kafka_poll_set_consumer(intake->client.handle);
    *ret_intake = intake;
    return 0;
}

void intake_free(struct intake *intake)
{
    if (!intake)
        return;
    rd_kafka_t *handle = intake->client.handle;
    const bool assigned = intake->member.group != NULL;
    membership_clear(&intake->member);
    if (handle &&
        ((!assigned && workround_must_stay(handle)) || !workround_destroy(handle, DESTROY_MS)))
        return; /* it still uses what it was given */
    statistics_free(intake->client.statistics);
    free(intake);
}

struct statistics *intake_statistics(const struct intake *intake)
{
    return intake->client.statistics;
}

int intake_open(struct intake *intake, const struct revocation *revocation, struct fault *ret_fault)
{
    intake->member.revocation = *revocation;
    rd_kafka_topic_partition_list_t *topics = rd_kafka_topic_partition_list_new(4);
    const char *at = intake->member.options->input_topics;
    while (*at) {
        char name[250];
        size_t len = strcspn(at, ",");
        size_t kept = len < sizeof name ? len : sizeof name - 1;
        memcpy(name, at, kept);
        name[kept] = '\0';
        if (kept)
            rd_kafka_topic_partition_list_add(topics, name, RD_KAFKA_PARTITION_UA);
        at += len + (at[len] == ',');
    }
    rd_kafka_resp_err_t error = rd_kafka_subscribe(intake->client.handle, topics);
    rd_kafka_topic_partition_list_destroy(topics);
    if (!error)
        return 0;
    return fault_set(ret_fault, FAULT_SETTING, "[input] topic = %s: %s",
                     intake->member.options->input_topics, rd_kafka_err2str(error));
}

/* The offset that is due after all that was handed out of the message's partition. */
static int64_t next_of(const struct intake *intake, const struct batch *batch,
                       const rd_kafka_message_t *message)
{
    const char *topic = rd_kafka_topic_name(message->rkt);
    const struct lane *lane = batch_lane(batch, topic, message->partition);
    if (lane)
        return lane->next;
    const struct position *position =
        positions_find(&intake->member.positions, topic, message->partition);
    return position ? position->next : 0;
}

/*
 * The end of a partition may stand behind the last article: transactions end with a record
 * that no consumer sees.  Unless it is committed as well, the group seems to lag for ever.
 */
static int reach_end(struct intake *intake, struct batch *batch, const rd_kafka_message_t *end)
{
    const char *topic = rd_kafka_topic_name(end->rkt);
    if (end->offset <= next_of(intake, batch, end))
        return 0;
    return batch_reach(batch, topic, end->partition, end->offset);
}

static void seek_failed(const struct intake *intake, rd_kafka_error_t *error)
{
    if (!error)
        return;
    log_write(intake->client.log, LEVEL_WARNING, "seeking",
              LOG_FIELDS(log_text("error", rd_kafka_error_string(error))));
    rd_kafka_error_destroy(error);
}

/* A range means nothing any more when the log that it was found in is another one. */
static void end_of_range(struct intake *intake, const rd_kafka_message_t *message, int64_t due)
{
    fault_set(
        &intake->member.failure, FAULT_SETTING,
        "partition %d of %s begins anew at offset %lld, but this replay is at %lld: the topic "
        "was made anew meanwhile; choose another name",
        message->partition, rd_kafka_topic_name(message->rkt), (long long)message->offset,
        (long long)due);
}

/*
 * An article, or an end, before the one that is due: the client has lost its place (see
 * workround.h) and is sent back to it.  If it comes again at once, then the partition itself begins
 * anew.
 */
static bool astray(struct intake *intake, const struct batch *batch,
                   const rd_kafka_message_t *message)
{
    const char *topic = rd_kafka_topic_name(message->rkt);
    int64_t due = next_of(intake, batch, message);
    bool bounded = intake->member.options->bounded;
    struct position *position =
        positions_find(&intake->member.positions, topic, message->partition);
    if (!position || message->offset >= due) {
        if (position)
            position->strayed = false;
        return false;
    }
    log_write(intake->client.log, LEVEL_WARNING,
              position->strayed ? "the partition begins before what was committed"
                                : "the client lost its place in a partition",
              LOG_FIELDS(log_text("topic", topic), log_int("partition", message->partition),
                         log_int("due", due), log_int("found", message->offset)));
    bool again = position->strayed;
    position->strayed = true;
    position->next = again ? message->offset : due;
    if (!again)
        seek_failed(intake, workround_seek_one(intake->client.handle, message, due));
    else if (bounded)
        end_of_range(intake, message, due);
    return !again || bounded;
}

static int take_article(struct intake *intake, struct batch *batch, rd_kafka_message_t *message)
{
    size_t bytes = message->len + message->key_len;
    if (!batch_add(batch, message)) {
        rd_kafka_message_destroy(message);
        return FAULT_MEMORY;
    }
    atomic_fetch_add(&intake->member.counters->articles_consumed, 1);
    atomic_fetch_add(&intake->member.counters->bytes_consumed, bytes);
    return 0;
}

static int step_over(struct intake *intake, struct batch *batch, const rd_kafka_message_t *message)
{
    if (message->err)
        return 0; /* the end of what can be read for now: the range goes on */
    atomic_fetch_add(&intake->member.counters->articles_outside, 1);
    return batch_reach(batch, rd_kafka_topic_name(message->rkt), message->partition,
                       message->offset + 1);
}

/* Whether message, or the end of a partition, is nothing for a bounded stream. */
static bool outside(struct intake *intake, struct batch *batch, const rd_kafka_message_t *message,
                    int *ret_code)
{
    const char *topic = rd_kafka_topic_name(message->rkt);
    int64_t until;
    switch (confines_judge(&intake->member.confines, message)) {
    case JUDGE_TAKE:
        return false;
    case JUDGE_STEP_OVER:
        *ret_code = step_over(intake, batch, message);
        return true;
    default:
        if (confines_finish(&intake->member.confines, intake->client.handle, topic,
                            message->partition, &until))
            *ret_code = batch_reach(batch, topic, message->partition, until);
        return true;
    }
}

static int take_error(struct intake *intake, struct batch *batch, const rd_kafka_message_t *message,
                      struct fault *ret_fault)
{
    if (message->err == RD_KAFKA_RESP_ERR__PARTITION_EOF)
        return reach_end(intake, batch, message);
    log_write(intake->client.log, LEVEL_WARNING, rd_kafka_message_errstr(message),
              LOG_FIELDS(log_text("error", rd_kafka_err2name(message->err))));
    return verdict_of_consuming(message->err, rd_kafka_message_errstr(message), ret_fault);
}

static int take(struct intake *intake, struct batch *batch, rd_kafka_message_t *message,
                struct fault *ret_fault)
{
    int code = 0;
    bool ends = message->err == RD_KAFKA_RESP_ERR__PARTITION_EOF;
    bool bounded = intake->member.options->bounded;
    bool passed = (!message->err || (ends && bounded)) && astray(intake, batch, message);
    if (!passed && bounded && (ends || !message->err))
        passed = outside(intake, batch, message, &code);
    if (!passed && !message->err)
        return take_article(intake, batch, message);
    if (!passed)
        code = take_error(intake, batch, message, ret_fault);
    rd_kafka_message_destroy(message);
    return code;
}

static void note_progress(struct intake *intake, const struct batch *batch)
{
    for (size_t i = 0; i < batch->lane_count; i++) {
        const struct lane *lane = &batch->lanes[i];
        struct position *position =
            positions_find(&intake->member.positions, lane->topic, lane->partition);
        if (position && !lane->revoked)
            position->next = lane->next;
    }
}

int intake_gather(struct intake *intake, struct batch *batch, const struct patience *patience,
                  bool hurry, struct fault *ret_fault)
{
    int code = 0;
    int64_t end = clock_monotonic_ms() + (hurry ? 0 : IDLE_MS);
    intake->member.patience = patience;
    patience_enter(patience, "reading");
    while (!code && !batch_full(batch) && !patience_stopping(patience)) {
        int64_t left = end - clock_monotonic_ms();
        if (left < 0 && !hurry)
            break;
        if (!pace_allows(&intake->pace, clock_monotonic_ms())) {
            if (hurry)
                break;
            patience_sleep(patience, PACE_MS);
            continue;
        }
        rd_kafka_message_t *message =
            rd_kafka_consumer_poll(intake->client.handle, left > 0 ? (int)left : 0);
        if (!message)
            break;
        size_t before = batch->count;
        code = take(intake, batch, message, ret_fault);
        if (batch->count > before)
            pace_spend(&intake->pace);
        if (before == 0 && batch->count && !hurry)
            end = clock_monotonic_ms() + intake->member.options->batch_ms;
    }
    patience_leave(patience);
    note_progress(intake, batch);
    if (!code && intake->member.failure.code)
        code = fault_set(ret_fault, intake->member.failure.code, "%s", intake->member.failure.text);
    return code;
}

const rd_kafka_consumer_group_metadata_t *intake_group(const struct intake *intake)
{
    return intake->member.group;
}

void intake_annotate(const struct intake *intake, rd_kafka_topic_partition_list_t *offsets)
{
    if (intake->member.options->bounded)
        confines_annotate(&intake->member.confines, offsets);
}

void intake_store(struct intake *intake, const rd_kafka_topic_partition_list_t *offsets)
{
    rd_kafka_topic_partition_list_t *copy = rd_kafka_topic_partition_list_copy(offsets);
    rd_kafka_offsets_store(intake->client.handle, copy);
    rd_kafka_topic_partition_list_destroy(copy);
}

int intake_rewind(struct intake *intake, rd_kafka_topic_partition_list_t *places,
                  struct fault *ret_fault)
{
    for (int i = 0; i < places->cnt; i++)
        if (positions_set(&intake->member.positions, places->elems[i].topic,
                          places->elems[i].partition, places->elems[i].offset) != 0)
            return fault_set(ret_fault, FAULT_MEMORY, "no memory for the partitions");
    if (intake->member.options->bounded)
        confines_resume(&intake->member.confines, intake->client.handle, places);
    patience_enter(intake->member.patience, "seeking"); /* it has no time-out of its own */
    rd_kafka_error_t *error = workround_seek(intake->client.handle, places);
    patience_leave(intake->member.patience);
    if (error) {
        int code =
            fault_set(ret_fault, FAULT_FATAL, "reading again: %s", rd_kafka_error_string(error));
        rd_kafka_error_destroy(error);
        return code;
    }
    for (int i = 0; i < places->cnt; i++)
        if (places->elems[i].err)
            return fault_set(ret_fault, FAULT_FATAL, "reading %s/%d again: %s",
                             places->elems[i].topic, places->elems[i].partition,
                             rd_kafka_err2str(places->elems[i].err));
    return 0;
}

void intake_measure(const struct intake *intake, struct lags *lags)
{
    lags_measure(lags, &intake->member.positions, intake->client.handle);
}

bool intake_close(struct intake *intake, const struct patience *patience)
{
    intake->member.patience = patience;
    patience_enter(patience, "leaving the group");
    bool left = workround_close(intake->client.handle, (int)patience->drain_ms);
    patience_leave(patience);
    return left;
}
