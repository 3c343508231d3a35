#include "stream/intake.h"

#include <stdlib.h>
#include <string.h>

#include "stream/client.h"
#include "stream/verdict.h"
#include "stream/workround.h"

enum { IDLE_MS = 100, DESTROY_MS = 5000 };

struct intake {
    struct client client;
    const struct stream_options *options;
    struct counters *counters;
    struct revocation revocation;
    rd_kafka_consumer_group_metadata_t *group;
    rd_kafka_topic_partition_list_t *read; /* up to where each partition was handed out */
};

static bool cooperative(rd_kafka_t *handle)
{
    const char *protocol = rd_kafka_rebalance_protocol(handle);
    return protocol && strcmp(protocol, "COOPERATIVE") == 0;
}

static void log_failure(struct intake *intake, rd_kafka_error_t *error, const char *doing)
{
    if (!error)
        return;
    log_write(intake->client.log, LEVEL_WARNING, doing,
              LOG_FIELDS(log_text("error", rd_kafka_error_string(error))));
    rd_kafka_error_destroy(error);
}

static void assign(struct intake *intake, rd_kafka_topic_partition_list_t *partitions)
{
    rd_kafka_t *handle = intake->client.handle;
    if (cooperative(handle))
        log_failure(intake, rd_kafka_incremental_assign(handle, partitions), "assigning");
    else
        rd_kafka_assign(handle, partitions);
    if (intake->group)
        rd_kafka_consumer_group_metadata_destroy(intake->group);
    intake->group = rd_kafka_consumer_group_metadata(handle);
    atomic_store(&intake->counters->joined, 1);
    log_write(intake->client.log, LEVEL_INFO, "partitions assigned",
              LOG_FIELDS(log_int("count", partitions->cnt)));
}

static void unassign(struct intake *intake, rd_kafka_topic_partition_list_t *partitions)
{
    rd_kafka_t *handle = intake->client.handle;
    bool lost = rd_kafka_assignment_lost(handle);
    for (int i = 0; i < partitions->cnt; i++) {
        const rd_kafka_topic_partition_t *gone = &partitions->elems[i];
        intake->revocation.revoked(intake->revocation.self, gone->topic, gone->partition);
        rd_kafka_topic_partition_list_del(intake->read, gone->topic, gone->partition);
    }
    if (intake->options->guarantee == GUARANTEE_AT_LEAST_ONCE && !lost)
        rd_kafka_commit(handle, NULL, 0);
    if (cooperative(handle))
        log_failure(intake, rd_kafka_incremental_unassign(handle, partitions), "unassigning");
    else
        rd_kafka_assign(handle, NULL);
    log_write(intake->client.log, lost ? LEVEL_WARNING : LEVEL_INFO,
              lost ? "partitions lost: this member was away for too long" : "partitions revoked",
              LOG_FIELDS(log_int("count", partitions->cnt)));
}

static void on_rebalance(rd_kafka_t *handle, rd_kafka_resp_err_t error,
                         rd_kafka_topic_partition_list_t *partitions, void *opaque)
{
    struct intake *intake = ((struct client *)opaque)->owner;
    if (error == RD_KAFKA_RESP_ERR__ASSIGN_PARTITIONS)
        assign(intake, partitions);
    else
        unassign(intake, partitions);
    rd_kafka_topic_partition_list_t *all;
    if (rd_kafka_assignment(handle, &all) == 0) {
        atomic_store(&intake->counters->partitions_assigned, (uint64_t)all->cnt);
        rd_kafka_topic_partition_list_destroy(all);
    }
    atomic_fetch_add(&intake->counters->rebalances, 1);
}

int intake_new(const struct stream_options *options, const char *instance,
               struct counters *counters, struct intake **ret_intake, struct fault *ret_fault)
{
    struct intake *intake = calloc(1, sizeof *intake);
    if (!intake)
        return fault_set(ret_fault, FAULT_MEMORY, "no memory for the consumer");
    intake->client.log = options->log;
    intake->client.owner = intake;
    intake->options = options;
    intake->counters = counters;
    intake->read = rd_kafka_topic_partition_list_new(16);
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
    if (intake->group)
        rd_kafka_consumer_group_metadata_destroy(intake->group);
    rd_kafka_topic_partition_list_destroy(intake->read);
    if (!intake->client.handle || workround_destroy(intake->client.handle, DESTROY_MS))
        free(intake);
}

int intake_open(struct intake *intake, const struct revocation *revocation, struct fault *ret_fault)
{
    intake->revocation = *revocation;
    rd_kafka_topic_partition_list_t *topics = rd_kafka_topic_partition_list_new(4);
    const char *at = intake->options->input_topics;
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
                     intake->options->input_topics, rd_kafka_err2str(error));
}

static int64_t *read_up_to(struct intake *intake, const char *topic, int32_t partition)
{
    rd_kafka_topic_partition_t *found =
        rd_kafka_topic_partition_list_find(intake->read, topic, partition);
    if (!found) {
        found = rd_kafka_topic_partition_list_add(intake->read, topic, partition);
        found->offset = 0;
    }
    return &found->offset;
}

/*
 * The end of a partition may stand behind the last article: transactions end with a record
 * that no consumer sees.  Unless it is committed as well, the group seems to lag for ever.
 */
static int reach_end(struct intake *intake, struct batch *batch, const rd_kafka_message_t *end)
{
    const char *topic = rd_kafka_topic_name(end->rkt);
    const struct lane *lane = batch_lane(batch, topic, end->partition);
    int64_t *read = read_up_to(intake, topic, end->partition);
    if (end->offset <= *read || (lane && end->offset <= lane->next))
        return 0;
    *read = end->offset;
    return batch_reach(batch, topic, end->partition, end->offset);
}

static int take_article(struct intake *intake, struct batch *batch, rd_kafka_message_t *message)
{
    size_t bytes = message->len + message->key_len;
    if (!batch_add(batch, message)) {
        rd_kafka_message_destroy(message);
        return FAULT_MEMORY;
    }
    atomic_fetch_add(&intake->counters->articles_consumed, 1);
    atomic_fetch_add(&intake->counters->bytes_consumed, bytes);
    return 0;
}

static int take(struct intake *intake, struct batch *batch, rd_kafka_message_t *message,
                struct fault *ret_fault)
{
    if (!message->err)
        return take_article(intake, batch, message);
    int code = 0;
    if (message->err == RD_KAFKA_RESP_ERR__PARTITION_EOF) {
        code = reach_end(intake, batch, message);
    } else {
        log_write(intake->client.log, LEVEL_WARNING, rd_kafka_message_errstr(message),
                  LOG_FIELDS(log_text("error", rd_kafka_err2name(message->err))));
        code = verdict_of_consuming(message->err, rd_kafka_message_errstr(message), ret_fault);
    }
    rd_kafka_message_destroy(message);
    return code;
}

static void note_progress(struct intake *intake, const struct batch *batch)
{
    for (size_t i = 0; i < batch->lane_count; i++) {
        const struct lane *lane = &batch->lanes[i];
        if (!lane->revoked)
            *read_up_to(intake, lane->topic, lane->partition) = lane->next;
    }
}

int intake_gather(struct intake *intake, struct batch *batch, const struct patience *patience,
                  bool hurry, struct fault *ret_fault)
{
    int code = 0;
    int64_t end = clock_monotonic_ms() + (hurry ? 0 : IDLE_MS);
    patience_enter(patience, "reading");
    while (!code && !batch_full(batch) && !patience_stopping(patience)) {
        int64_t left = end - clock_monotonic_ms();
        if (left < 0 && !hurry)
            break;
        rd_kafka_message_t *message =
            rd_kafka_consumer_poll(intake->client.handle, left > 0 ? (int)left : 0);
        if (!message)
            break;
        bool first = batch->count == 0;
        code = take(intake, batch, message, ret_fault);
        if (first && batch->count && !hurry)
            end = clock_monotonic_ms() + intake->options->batch_ms;
    }
    patience_leave(patience);
    note_progress(intake, batch);
    return code;
}

const rd_kafka_consumer_group_metadata_t *intake_group(const struct intake *intake)
{
    return intake->group;
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
        *read_up_to(intake, places->elems[i].topic, places->elems[i].partition) = 0;
    rd_kafka_error_t *error = workround_seek(intake->client.handle, places);
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

bool intake_close(struct intake *intake, const struct patience *patience)
{
    patience_enter(patience, "leaving the group");
    bool left = workround_close(intake->client.handle, (int)patience->drain_ms);
    patience_leave(patience);
    return left;
}
