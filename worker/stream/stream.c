#include "stream/stream.h"

#include <stdlib.h>
#include <string.h>

#include "stream/batch.h"
#include "stream/deadline.h"
#include "stream/delivery.h"
#include "stream/instance.h"
#include "stream/intake.h"
#include "stream/patience.h"
#include "stream/pool.h"
#include "stream/refusals.h"
#include "stream/sink.h"

enum { FIRST_PAUSE_MS = 100, LAST_PAUSE_MS = 5000, MEASURE_MS = 1000 };

struct stream {
    struct stream_options options;
    struct instance instance;
    struct counters counters;
    struct lags *lags;
    int64_t measure_ms; /* of the monotonic clock: when the lags are measured next */
    struct deadline *deadline;
    struct patience patience;
    struct intake *intake;
    struct sink *sink;
    struct pool *pool;
    struct refusals *refusals;
    struct batch *gathering; /* being filled */
    struct batch *waiting;   /* with the pool, or ready to be delivered; may be empty */
    unsigned pause_ms;       /* after the next abort */
};

static int make_parts(struct stream *stream, const struct processor *processor,
                      struct fault *ret_fault)
{
    const struct stream_options *options = &stream->options;
    int code = instance_take(options->instance, options->group, &stream->instance, ret_fault);
    if (!code)
        code = deadline_new(options->log, &stream->deadline);
    stream->patience.deadline = stream->deadline;
    stream->patience.counters = &stream->counters;
    if (!code)
        code =
            sink_new(options, stream->instance.name, &stream->patience, &stream->sink, ret_fault);
    if (!code)
        code = intake_new(options, stream->instance.name, &stream->counters, &stream->intake,
                          ret_fault);
    if (code)
        return code;
    stream->refusals = refusals_new();
    if (!stream->refusals || lags_new(&stream->lags) != 0 ||
        batch_new(options->batch_articles, options->batch_bytes, &stream->gathering) != 0 ||
        batch_new(options->batch_articles, options->batch_bytes, &stream->waiting) != 0 ||
        pool_new(options, processor, &stream->counters, &stream->pool) != 0)
        return fault_set(ret_fault, FAULT_MEMORY, "no memory for the stream");
    return 0;
}

int stream_new(const struct stream_options *options, const struct processor *processor,
               struct stream **ret_stream, struct fault *ret_fault)
{
    struct stream *stream = calloc(1, sizeof *stream);
    if (!stream)
        return fault_set(ret_fault, FAULT_MEMORY, "no memory for the stream");
    stream->options = *options;
    stream->counters.life_ms = clock_monotonic_ms();
    stream->instance.lock = -1;
    int code = make_parts(stream, processor, ret_fault);
    if (code)
        stream_free(stream);
    else
        *ret_stream = stream;
    return code;
}

void stream_free(struct stream *stream)
{
    if (!stream)
        return;
    pool_free(stream->pool);
    sink_free(stream->sink); /* before the batches: its reports point into them */
    batch_free(stream->gathering);
    batch_free(stream->waiting);
    intake_free(stream->intake); /* after them: they hold its messages */
    refusals_free(stream->refusals);
    deadline_free(stream->deadline);
    lags_free(stream->lags);
    instance_release(&stream->instance);
    free(stream);
}

void stream_refit(struct stream *stream, const struct processor *processor)
{
    pool_refit(stream->pool, processor);
}

const struct counters *stream_counters(const struct stream *stream)
{
    return &stream->counters;
}

struct lags *stream_lags(const struct stream *stream)
{
    return stream->lags;
}

struct statistics *stream_consumer_statistics(const struct stream *stream)
{
    return intake_statistics(stream->intake);
}

struct statistics *stream_producer_statistics(const struct stream *stream)
{
    return sink_statistics(stream->sink);
}

const char *stream_instance(const struct stream *stream)
{
    return stream->instance.name;
}

static void on_revoked(void *self, const char *topic, int32_t partition)
{
    struct stream *stream = self;
    size_t left = batch_revoke(stream->gathering, topic, partition) +
                  batch_revoke(stream->waiting, topic, partition);
    atomic_fetch_add(&stream->counters.articles_revoked, left);
    atomic_store(&stream->counters.undelivered_ms, 0); /* others will deliver it */
}

/* Tells the pool how each article fared before. */
static int recall_refusals(struct stream *stream, struct fault *ret_fault)
{
    for (size_t i = 0; i < stream->gathering->count && refusals_count(stream->refusals); i++) {
        struct task *task = &stream->gathering->slots[i].task;
        const char *reason;
        task->refusal =
            refusals_find(stream->refusals,
                          (struct article_place){rd_kafka_topic_name(task->message->rkt),
                                                 task->message->partition, task->message->offset},
                          &reason);
        if (task->refusal >= REFUSAL_LETTER && !(task->reason = strdup(reason)))
            return fault_set(ret_fault, FAULT_MEMORY, "no memory for a refusal");
    }
    return 0;
}

/* Reads again everything that is not committed, after a pause that grows with each abort. */
static int rewind_stream(struct stream *stream, struct fault *ret_fault)
{
    int code = pool_wait(stream->pool, ret_fault);
    if (code)
        return code;
    rd_kafka_topic_partition_list_t *places = rd_kafka_topic_partition_list_new(16);
    batch_rewind_points(stream->waiting, places);
    batch_rewind_points(stream->gathering, places);
    batch_clear(stream->waiting);
    batch_clear(stream->gathering);
    atomic_fetch_add(&stream->counters.rewinds, 1);
    code = intake_rewind(stream->intake, places, ret_fault);
    rd_kafka_topic_partition_list_destroy(places);
    patience_sleep(&stream->patience, stream->pause_ms);
    stream->pause_ms = stream->pause_ms < LAST_PAUSE_MS / 2 ? stream->pause_ms * 2 : LAST_PAUSE_MS;
    return code;
}

static int deliver(struct stream *stream, struct fault *ret_fault)
{
    struct delivery delivery = {
        .sink = stream->sink,
        .intake = stream->intake,
        .refusals = stream->refusals,
        .counters = &stream->counters,
        .instance = stream->instance.name,
        .replay = stream->options.replay,
        .log = stream->options.log,
    };
    uint64_t notes = refusals_notes(stream->refusals);
    int code = delivery_run(&delivery, stream->waiting, ret_fault);
    if (fault_remedy(code) != REMEDY_REWIND) {
        batch_clear(stream->waiting);
        stream->pause_ms = FIRST_PAUSE_MS;
        return code;
    }
    log_write(stream->options.log, LEVEL_WARNING, "batch aborted, reading it again",
              LOG_FIELDS(log_text("error", ret_fault->text)));
    if (refusals_notes(stream->refusals) > notes)
        stream->pause_ms = FIRST_PAUSE_MS; /* it will not fail the same way again */
    return rewind_stream(stream, ret_fault);
}

static void swap_batches(struct stream *stream)
{
    struct batch *gathered = stream->gathering;
    stream->gathering = stream->waiting;
    stream->waiting = gathered;
}

static void measure(struct stream *stream)
{
    int64_t now = clock_monotonic_ms();
    if (now < stream->measure_ms)
        return;
    intake_measure(stream->intake, stream->lags);
    sink_serve(stream->sink);
    stream->measure_ms = now + MEASURE_MS;
}

/* One turn: gather a batch, hand it to the pool, and deliver the one before it meanwhile. */
static int turn(struct stream *stream, struct fault *ret_fault)
{
    bool hurry = !batch_empty(stream->waiting);
    int code =
        intake_gather(stream->intake, stream->gathering, &stream->patience, hurry, ret_fault);
    if (!code)
        code = recall_refusals(stream, ret_fault);
    if (!code)
        code = pool_wait(stream->pool, ret_fault);
    if (code)
        return code;
    pool_start(stream->pool, stream->gathering);
    if (!batch_empty(stream->waiting))
        code = deliver(stream, ret_fault);
    swap_batches(stream);
    measure(stream);
    return code;
}

static int run_turns(struct stream *stream, struct fault *ret_fault)
{
    int code = 0;
    atomic_store(&stream->counters.subscribed, 1);
    while (!code && (!patience_stopping(&stream->patience) || !batch_empty(stream->waiting)))
        code = turn(stream, ret_fault);
    return code;
}

int stream_run(struct stream *stream, const atomic_bool *stop, struct fault *ret_fault)
{
    stream->patience.stop = stop;
    stream->patience.drain_ms = stream->options.drain_ms;
    stream->pause_ms = FIRST_PAUSE_MS;
    deadline_heed(stream->deadline, stop, stream->options.drain_ms);
    int code = sink_open(stream->sink, ret_fault);
    if (code == FAULT_BROKER)
        return 0; /* told to end before a broker was found: nothing was begun */
    struct revocation revocation = {.self = stream, .revoked = on_revoked};
    if (!code)
        code = intake_open(stream->intake, &revocation, ret_fault);
    if (!code)
        code = run_turns(stream, ret_fault);
    struct fault ignored;
    if (pool_wait(stream->pool, &ignored) == 0)
        log_write(stream->options.log, LEVEL_DEBUG, "leaving the group", NULL);
    batch_clear(stream->gathering); /* closing waits for every message to be given back */
    batch_clear(stream->waiting);
    if (!intake_close(stream->intake, &stream->patience))
        log_write(stream->options.log, LEVEL_WARNING,
                  "the group was not left in time: it gives the partitions away after "
                  "session.timeout.ms",
                  NULL);
    deadline_heed(stream->deadline, NULL, 0);
    return code;
}
