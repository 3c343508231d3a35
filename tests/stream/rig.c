#include "rig.h"

#include <librdkafka/rdkafka.h>
#include <librdkafka/rdkafka_mock.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

enum { PATIENCE_MS = 60000 };

static struct str join(struct arena *arena, const char *before, struct str text)
{
    size_t len = strlen(before);
    char *at = arena_alloc(arena, len + text.len + 1);
    memcpy(at, before, len);
    memcpy(at + len, text.at, text.len);
    return str_make(at, len + text.len);
}

static bool begins(struct str text, const char *prefix)
{
    return text.len >= strlen(prefix) && memcmp(text.at, prefix, strlen(prefix)) == 0;
}

static struct output_record receipt_of(struct arena *arena, const struct message *message,
                                       const char *outcome)
{
    return (struct output_record){.target = TARGET_RECEIPTS,
                                  .key = arena_copy(arena, message->value),
                                  .value = str_of(outcome),
                                  .content_type = STR("receipt/test")};
}

static int process(void *self, struct arena *arena, const struct message *message,
                   struct output *ret_output, struct fault *ret_fault)
{
    (void)self;
    if (begins(message->value, "bad"))
        return fault_set(ret_fault, FAULT_UNDECODABLE, "it says bad");
    if (begins(message->value, "greedy"))
        while (arena_alloc(arena, 1 << 20))
            continue;
    if (arena_capped(arena))
        return fault_set(ret_fault, FAULT_MEMORY, "no memory left");
    bool none = begins(message->value, "none");
    struct output_record *records = ARENA_ARRAY(arena, struct output_record, 2);
    size_t count = 0;
    if (!none)
        records[count++] = (struct output_record){.target = TARGET_EVENTS,
                                                  .key = message->value,
                                                  .value = join(arena, "event of ", message->value),
                                                  .content_type = STR("event/test")};
    records[count++] = receipt_of(arena, message, none ? "NO_MEETING" : "EVENTS");
    *ret_output = (struct output){
        .fate = none ? FATE_NO_MEETING : FATE_EVENTS, .records = records, .count = count};
    return 0;
}

static int refuse(void *self, struct arena *arena, const struct message *message,
                  const struct fault *why, struct output *ret_output)
{
    (void)self;
    struct output_record *records = ARENA_ARRAY(arena, struct output_record, 1);
    records[0] = receipt_of(arena, message, fault_reason(why->code));
    *ret_output = (struct output){.fate = FATE_DEAD_LETTER, .records = records, .count = 1};
    return 0;
}

static const struct processor PROCESSOR = {.process = process, .refuse = refuse};

struct rig *rig_new(void)
{
    struct rig *rig = calloc(1, sizeof *rig);
    struct fault fault;
    assert_non_null(rig);
    assert_int_equal(embedded_new(&rig->broker, &fault), 0);
    rig->options = options_default();
    const char *topics[] = {rig->options.input_topics, rig->options.event_topic,
                            rig->options.dead_letter_topic, rig->options.receipt_topic};
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(embedded_topic(rig->broker, topics[i], 1), 0);
    rig->properties[0].name = "bootstrap.servers";
    rig->properties[0].value = embedded_bootstrap(rig->broker);
    rig->properties[1].name = "session.timeout.ms";
    rig->properties[1].value = "6000";
    rig->properties[2].name = "fetch.wait.max.ms";
    rig->properties[2].value = "20";
    rig->options.both = (struct properties){rig->properties, 3};
    rig->options.threads = 2;
    rig->options.drain_ms = 5000;
    return rig;
}

static void *run(void *self)
{
    struct rig *rig = self;
    rig->code = stream_run(rig->stream, &rig->stop, &rig->fault);
    atomic_store(&rig->ended, true);
    return NULL;
}

void rig_start(struct rig *rig)
{
    int code = stream_new(&rig->options, &PROCESSOR, &rig->stream, &rig->fault);
    if (code)
        fail_msg("%s", rig->fault.text);
    assert_int_equal(pthread_create(&rig->thread, NULL, run, rig), 0);
}

int rig_stop(struct rig *rig)
{
    atomic_store(&rig->stop, true);
    pthread_join(rig->thread, NULL);
    return rig->code;
}

void rig_free(struct rig *rig)
{
    stream_free(rig->stream);
    embedded_free(rig->broker);
    free(rig);
}

void rig_put(struct rig *rig, const char *value)
{
    struct message message = {
        .topic = str_of(rig->options.input_topics), .partition = 0, .value = str_of(value)};
    struct fault fault;
    if (embedded_put(rig->broker, &message, &fault) != 0)
        fail_msg("%s", fault.text);
}

static void nap(void)
{
    nanosleep(&(struct timespec){.tv_nsec = 10 * 1000 * 1000}, NULL);
}

void rig_await(const _Atomic uint64_t *counter, uint64_t value)
{
    for (int ms = 0; atomic_load(counter) < value; ms += 10) {
        if (ms > PATIENCE_MS)
            fail_msg("waited in vain for %llu, there are %llu", (unsigned long long)value,
                     (unsigned long long)atomic_load(counter));
        nap();
    }
}

void rig_await_end(struct rig *rig)
{
    for (int ms = 0; !atomic_load(&rig->ended); ms += 10) {
        if (ms > PATIENCE_MS)
            fail_msg("the stream did not end");
        nap();
    }
}

void rig_refuse(struct rig *rig, int api, int error, int count)
{
    rd_kafka_resp_err_t errors[16];
    assert_in_range(count, 1, 16);
    for (int i = 0; i < count; i++)
        errors[i] = (rd_kafka_resp_err_t)error;
    rd_kafka_mock_push_request_errors_array(embedded_cluster(rig->broker), (int16_t)api,
                                            (size_t)count, errors);
}
