#include "stream/redrive.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "stream/deadline.h"
#include "stream/fetch.h"
#include "stream/observer.h"
#include "stream/scan.h"
#include "stream/sink.h"

enum { BATCH = 500 /* letters in a transaction */, BATCH_BYTES = 16 << 20, MOST_HOMES = 64 };

/* A topic that articles came from, and how many partitions it has; 0: there is none. */
struct home {
    char topic[250];
    int32_t partitions;
};

struct redrive {
    struct stream_options options;
    const struct selection *selection;
    struct spans spans; /* of the dead letters: what is left to look at */
    struct observer *observer;
    struct fetch *fetch;
    struct home homes[MOST_HOMES];
    size_t home_count;
    struct redrive_tally *tally;

    /* While they are put back; the sink is NULL while they are only counted. */
    struct deadline *deadline;
    struct patience patience;
    struct sink *sink;
    rd_kafka_consumer_group_metadata_t *group;
    rd_kafka_topic_partition_list_t *offsets; /* of the open transaction */
    rd_kafka_resp_err_t errors[BATCH];
    size_t count, bytes;
};

static int find_spans(struct redrive *redrive, const struct spans *wanted, int32_t partitions,
                      struct fault *ret_fault)
{
    const char *topic = redrive->options.dead_letter_topic;
    int code = 0;
    rd_kafka_topic_partition_list_t *list = rd_kafka_topic_partition_list_new(partitions);
    for (int32_t partition = 0; partition < partitions; partition++)
        rd_kafka_topic_partition_list_add(list, topic, partition);
    code = observer_committed(redrive->observer, list, ret_fault);
    for (int32_t partition = 0; partition < partitions && !code; partition++) {
        struct span span = {partition, 0, SPAN_OPEN};
        struct log_ends ends = {0};
        if (wanted->count > 0 && !spans_find(wanted, partition))
            continue;
        if (wanted->count > 0)
            span = *spans_find(wanted, partition);
        code = observer_log(redrive->observer, topic, partition, &ends, ret_fault);
        if (span.begin < ends.low)
            span.begin = ends.low;
        if (span.begin < list->elems[partition].offset)
            span.begin = list->elems[partition].offset;
        if (span.end > ends.high)
            span.end = ends.high;
        redrive->spans.items[redrive->spans.count++] = span;
    }
    rd_kafka_topic_partition_list_destroy(list);
    return code;
}

/*
 * Leaves out what another one has put back since find_spans(): while the operator was asked, say.
 * Behind open_sink() that other one is fenced.
 */
static int catch_up(struct redrive *redrive, struct fault *ret_fault)
{
    struct spans *spans = &redrive->spans;
    rd_kafka_topic_partition_list_t *list = rd_kafka_topic_partition_list_new((int)spans->count);
    for (size_t i = 0; i < spans->count; i++)
        rd_kafka_topic_partition_list_add(list, redrive->options.dead_letter_topic,
                                          spans->items[i].partition);
    int code = observer_committed(redrive->observer, list, ret_fault);
    for (size_t i = 0; i < spans->count && !code; i++)
        if (spans->items[i].begin < list->elems[i].offset)
            spans->items[i].begin = list->elems[i].offset;
    rd_kafka_topic_partition_list_destroy(list);
    return code;
}

static int set_up(struct redrive *redrive, const struct spans *spans, struct fault *ret_fault)
{
    int32_t partitions;
    int code =
        observer_new(&redrive->options, redrive->options.group, &redrive->observer, ret_fault);
    if (!code)
        code = observer_partitions(redrive->observer, redrive->options.dead_letter_topic,
                                   &partitions, ret_fault);
    if (code)
        return code;
    redrive->spans.items = calloc((size_t)partitions + 1, sizeof *redrive->spans.items);
    if (!redrive->spans.items)
        return fault_set(ret_fault, FAULT_MEMORY, "no memory for the partitions");
    return find_spans(redrive, spans, partitions, ret_fault);
}

int redrive_new(const struct stream_options *options, const struct selection *selection,
                const struct spans *spans, struct redrive **ret_redrive, struct fault *ret_fault)
{
    struct redrive *redrive = calloc(1, sizeof *redrive);
    if (!redrive)
        return fault_set(ret_fault, FAULT_MEMORY, "no memory for a redrive");
    redrive->options = *options;
    redrive->options.guarantee = GUARANTEE_EXACTLY_ONCE;
    redrive->selection = selection;
    int code = set_up(redrive, spans, ret_fault);
    if (code)
        redrive_free(redrive);
    else
        *ret_redrive = redrive;
    return code;
}

void redrive_free(struct redrive *redrive)
{
    if (!redrive)
        return;
    sink_free(redrive->sink);
    fetch_free(redrive->fetch);
    observer_free(redrive->observer);
    deadline_free(redrive->deadline);
    if (redrive->group)
        rd_kafka_consumer_group_metadata_destroy(redrive->group);
    if (redrive->offsets)
        rd_kafka_topic_partition_list_destroy(redrive->offsets);
    spans_free(&redrive->spans);
    free(redrive);
}

static struct redrive_kind *kind_of(struct redrive_tally *tally, const struct origin *origin)
{
    for (size_t i = 0; i < tally->count; i++)
        if (strcmp(tally->kinds[i].reason, origin->reason) == 0 &&
            strcmp(tally->kinds[i].topic, origin->topic) == 0)
            return &tally->kinds[i];
    if (tally->count == MOST_KINDS)
        return &tally->kinds[MOST_KINDS - 1];
    struct redrive_kind *kind = &tally->kinds[tally->count++];
    snprintf(kind->reason, sizeof kind->reason, "%s", origin->reason);
    snprintf(kind->topic, sizeof kind->topic, "%s", origin->topic);
    return kind;
}

/* How many partitions the topic has; 0: there is no such topic. */
static int find_home(struct redrive *redrive, const char *topic, int32_t *ret_partitions,
                     struct fault *ret_fault)
{
    for (size_t i = 0; i < redrive->home_count; i++)
        if (strcmp(redrive->homes[i].topic, topic) == 0) {
            *ret_partitions = redrive->homes[i].partitions;
            return 0;
        }
    int32_t partitions = 0;
    int code = observer_partitions(redrive->observer, topic, &partitions, ret_fault);
    if (code && code != FAULT_SETTING)
        return code;
    if (redrive->home_count < MOST_HOMES) {
        struct home *home = &redrive->homes[redrive->home_count++];
        snprintf(home->topic, sizeof home->topic, "%s", topic);
        home->partitions = partitions;
    }
    *ret_partitions = partitions;
    return 0;
}

static int fetch_original(struct redrive *redrive, const struct origin *origin,
                          rd_kafka_message_t **ret_message, struct fault *ret_fault)
{
    char topic[sizeof origin->topic];
    int code = redrive->fetch ? 0 : fetch_new(&redrive->options, &redrive->fetch, ret_fault);
    snprintf(topic, sizeof topic, "%s", origin->topic);
    const rd_kafka_topic_partition_t place = {
        .topic = topic, .partition = origin->partition, .offset = origin->offset};
    return code ? code : fetch_message(redrive->fetch, &place, ret_message, ret_fault);
}

static int begin(struct redrive *redrive, struct fault *ret_fault)
{
    if (redrive->offsets)
        return 0;
    redrive->offsets = rd_kafka_topic_partition_list_new((int)redrive->spans.count);
    redrive->count = redrive->bytes = 0;
    return sink_begin(redrive->sink, ret_fault);
}

static int commit(struct redrive *redrive, struct fault *ret_fault)
{
    if (!redrive->offsets)
        return 0;
    int code = sink_settle(redrive->sink, ret_fault);
    if (!code)
        code = sink_commit(redrive->sink, redrive->offsets, redrive->group, ret_fault);
    rd_kafka_topic_partition_list_destroy(redrive->offsets);
    redrive->offsets = NULL;
    return code;
}

static int put(struct redrive *redrive, const rd_kafka_message_t *article,
               const struct origin *origin, int32_t partitions, struct fault *ret_fault)
{
    rd_kafka_timestamp_type_t type;
    const struct sink_place place = {
        origin->topic, origin->partition < partitions ? origin->partition : RD_KAFKA_PARTITION_UA};
    rd_kafka_resp_err_t *error = &redrive->errors[redrive->count++];
    *error = RD_KAFKA_RESP_ERR_NO_ERROR;
    const struct sink_record record = {
        .place = &place,
        .key = str_make(article->key, article->key_len),
        .value = str_make(article->payload, article->len),
        .timestamp_ms = rd_kafka_message_timestamp(article, &type),
        .headers = headers_of_redriven(article, origin->times + 1),
        .ret_error = error,
    };
    redrive->bytes += article->len + article->key_len;
    if (!record.headers)
        return fault_set(ret_fault, FAULT_MEMORY, "no memory for headers");
    return sink_put(redrive->sink, &record, ret_fault);
}

/* Told once, before anything is put back. */
static void tell_gone(const struct redrive *redrive, const rd_kafka_message_t *letter,
                      const struct origin *origin)
{
    char place[40];
    snprintf(place, sizeof place, "%d/%lld", letter->partition, (long long)letter->offset);
    if (!redrive->sink)
        log_write(redrive->options.log, LEVEL_WARNING, "the article of a dead letter is gone",
                  LOG_FIELDS(log_text("letter", place), log_text("topic", origin->topic),
                             log_int("partition", origin->partition),
                             log_int("offset", origin->offset)));
}

/* A letter that is to go back: where it can't, it is only counted. */
static int send_back(struct redrive *redrive, const rd_kafka_message_t *letter,
                     const struct origin *origin, struct redrive_kind *kind,
                     struct fault *ret_fault)
{
    int32_t partitions;
    rd_kafka_message_t *original = NULL;
    int code = find_home(redrive, origin->topic, &partitions, ret_fault);
    if (!code && partitions == 0) {
        kind->homeless++;
        return 0;
    }
    if (!code && origin->pointer)
        code = fetch_original(redrive, origin, &original, ret_fault);
    if (code)
        return code;
    if (origin->pointer && !original) {
        kind->gone++;
        tell_gone(redrive, letter, origin);
        return 0;
    }
    kind->back++;
    if (redrive->sink)
        code = put(redrive, original ? original : letter, origin, partitions, ret_fault);
    if (original)
        rd_kafka_message_destroy(original);
    return code;
}

static void reach(struct redrive *redrive, const rd_kafka_message_t *letter)
{
    const char *topic = rd_kafka_topic_name(letter->rkt);
    rd_kafka_topic_partition_t *reached =
        rd_kafka_topic_partition_list_find(redrive->offsets, topic, letter->partition);
    if (!reached)
        reached = rd_kafka_topic_partition_list_add(redrive->offsets, topic, letter->partition);
    reached->offset = letter->offset + 1;
}

static int visit(void *self, const rd_kafka_message_t *letter, struct fault *ret_fault)
{
    struct redrive *redrive = self;
    struct origin origin;
    int code = redrive->sink ? begin(redrive, ret_fault) : 0;
    letter_read(letter, &origin);
    redrive->tally->letters++;
    enum choice_of_letter choice = selection_judge(redrive->selection, letter, &origin);
    if (choice == LETTER_OTHER)
        redrive->tally->other++;
    else if (choice == LETTER_WORN)
        kind_of(redrive->tally, &origin)->worn++;
    else if (!code)
        code = send_back(redrive, letter, &origin, kind_of(redrive->tally, &origin), ret_fault);
    if (code || !redrive->sink)
        return code;
    reach(redrive, letter);
    bool full = redrive->count == BATCH || redrive->bytes >= BATCH_BYTES;
    return full ? commit(redrive, ret_fault) : 0;
}

static int read_letters(struct redrive *redrive, const atomic_bool *stop,
                        struct redrive_tally *tally, struct fault *ret_fault)
{
    *tally = (struct redrive_tally){.letters = 0};
    redrive->tally = tally;
    const struct scan scan = {.options = &redrive->options,
                              .topic = redrive->options.dead_letter_topic,
                              .spans = &redrive->spans,
                              .stop = stop,
                              .self = redrive,
                              .visit = visit};
    return scan_run(&scan, ret_fault);
}

int redrive_look(struct redrive *redrive, const atomic_bool *stop, struct redrive_tally *ret_tally,
                 struct fault *ret_fault)
{
    return read_letters(redrive, stop, ret_tally, ret_fault);
}

static int open_sink(struct redrive *redrive, const atomic_bool *stop, struct fault *ret_fault)
{
    struct stream_options options = redrive->options;
    options.event_topic = options.receipt_topic = options.dead_letter_topic = "";
    redrive->group = rd_kafka_consumer_group_metadata_new(options.group);
    int code = deadline_new(options.log, &redrive->deadline);
    if (code)
        return fault_set(ret_fault, code, "no memory for a redrive");
    redrive->patience = (struct patience){
        .stop = stop, .drain_ms = options.drain_ms, .deadline = redrive->deadline};
    deadline_heed(redrive->deadline, stop, options.drain_ms);
    observer_heed(redrive->observer, stop);
    code = sink_new(&options, "redrive", &redrive->patience, &redrive->sink, ret_fault);
    return code ? code : sink_open(redrive->sink, ret_fault);
}

int redrive_run(struct redrive *redrive, const atomic_bool *stop, struct redrive_tally *ret_tally,
                struct fault *ret_fault)
{
    int code = open_sink(redrive, stop, ret_fault);
    if (!code)
        code = catch_up(redrive, ret_fault);
    if (code)
        return code;
    code = read_letters(redrive, stop, ret_tally, ret_fault);
    if (!code)
        code = commit(redrive, ret_fault);
    struct fault ignored;
    if (code)
        sink_abort(redrive->sink, &ignored);
    return code;
}
