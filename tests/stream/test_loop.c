/* What goes in and what comes out, when nothing fails. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "rig.h"

static void assert_str(struct str actual, const char *expected)
{
    assert_int_equal(actual.len, strlen(expected));
    assert_memory_equal(actual.at, expected, actual.len);
}

static void assert_header(const struct message *message, size_t index, const char *name,
                          const char *value)
{
    assert_in_range(index, 0, message->header_count - 1);
    assert_str(message->headers[index].name, name);
    if (value)
        assert_str(message->headers[index].value, value);
    else
        assert_null(message->headers[index].value.at);
}

static const struct message *next(struct embedded_reader *reader)
{
    for (int i = 0; i < 600; i++) {
        const struct message *message = embedded_reader_next(reader, 100);
        if (message)
            return message;
    }
    fail_msg("nothing came");
    return NULL;
}

static struct embedded_reader *reader_of(struct rig *rig, const char *topic)
{
    struct embedded_reader *reader = NULL;
    struct fault fault;
    assert_int_equal(embedded_reader_new(rig->broker, topic, &reader, &fault), 0);
    return reader;
}

/* An article with a key and headers, some of which are not for downstream. */
static void put_with_headers(struct rig *rig, const char *value)
{
    const struct message_header headers[] = {
        {STR("content-type"), STR("application/json")},
        {STR("trace"), STR("t1")},
        {STR("meetingd-topic"), STR("elsewhere")},
        {STR("trace"), STR("t2")},
        {STR("empty"), STR("")},
        {STR("null"), {NULL, 0}},
        {STR("__connect.errors.topic"), STR("old")},
    };
    struct message message = {.topic = str_of(rig->options.input_topics),
                              .key = STR("the key"),
                              .value = str_of(value),
                              .headers = headers,
                              .header_count = 7};
    struct fault fault;
    assert_int_equal(embedded_put(rig->broker, &message, &fault), 0);
}

static void check_events(struct rig *rig)
{
    struct embedded_reader *reader = reader_of(rig, rig->options.event_topic);
    const struct message *event = next(reader);
    assert_str(event->key, "first");
    assert_str(event->value, "event of first");
    assert_int_equal(event->header_count, 8);
    assert_header(event, 0, "content-type", "event/test");
    assert_header(event, 1, "meetingd-topic", "articles");
    assert_header(event, 2, "meetingd-partition", "0");
    assert_header(event, 3, "meetingd-offset", "0");
    assert_header(event, 4, "trace", "t1");
    assert_header(event, 5, "trace", "t2");
    assert_header(event, 6, "empty", "");
    assert_header(event, 7, "null", NULL);
    for (int i = 0; i < 500; i++) {
        char expected[40];
        snprintf(expected, sizeof expected, "event of a%d", i);
        assert_str(next(reader)->value, expected);
    }
    assert_null(embedded_reader_next(reader, 200));
    embedded_reader_free(reader);
}

static void check_letters(struct rig *rig)
{
    struct embedded_reader *reader = reader_of(rig, rig->options.dead_letter_topic);
    const struct message *letter = next(reader);
    assert_str(letter->key, "the key");
    assert_str(letter->value, "bad one");
    assert_int_equal(letter->header_count, 17);
    assert_header(letter, 0, "content-type", "application/json");
    assert_header(letter, 1, "trace", "t1");
    assert_header(letter, 2, "meetingd-topic", "elsewhere");
    assert_header(letter, 5, "null", NULL);
    assert_header(letter, 6, "__connect.errors.topic", "old");
    assert_header(letter, 7, "__connect.errors.topic", "articles");
    assert_header(letter, 8, "__connect.errors.partition", "0");
    assert_header(letter, 9, "__connect.errors.offset", "1");
    assert_header(letter, 10, "__connect.errors.connector.name", "meetingd");
    assert_header(letter, 11, "__connect.errors.task.id", stream_instance(rig->stream));
    assert_header(letter, 12, "__connect.errors.stage", "VALUE_CONVERTER");
    assert_header(letter, 13, "__connect.errors.class.name", "meetingd.article");
    assert_header(letter, 14, "__connect.errors.exception.class.name", "meetingd.undecodable");
    assert_header(letter, 15, "__connect.errors.exception.message", "it says bad");
    assert_header(letter, 16, "__connect.errors.exception.stacktrace",
                  "meetingd.undecodable: it says bad");
    letter = next(reader);
    assert_str(letter->value, "greedy");
    assert_null(letter->key.at);
    assert_int_equal(letter->header_count, 10);
    assert_header(letter, 5, "__connect.errors.stage", "TRANSFORMATION");
    assert_header(letter, 7, "__connect.errors.exception.class.name", "meetingd.too-complex");
    assert_null(embedded_reader_next(reader, 200));
    embedded_reader_free(reader);
}

static void check_receipts(struct rig *rig)
{
    static const char *const OUTCOMES[] = {"EVENTS", "undecodable", "NO_MEETING", "too-complex"};
    struct embedded_reader *reader = reader_of(rig, rig->options.receipt_topic);
    for (size_t i = 0; i < 4; i++) {
        const struct message *receipt = next(reader);
        assert_str(receipt->value, OUTCOMES[i]);
        assert_int_equal(receipt->header_count, 4);
        assert_header(receipt, 0, "content-type", "receipt/test");
        assert_header(receipt, 1, "meetingd-topic", "articles");
    }
    for (int i = 0; i < 500; i++)
        assert_str(next(reader)->value, "EVENTS");
    assert_null(embedded_reader_next(reader, 200));
    embedded_reader_free(reader);
}

static uint64_t observed(const struct histogram *histogram)
{
    uint64_t count = 0;
    for (size_t i = 0; i <= HISTOGRAM_MOST; i++)
        count += histogram->buckets[i];
    return count;
}

/* What operators see: every article once, the two that can't be read among them. */
static void check_figures(const struct counters *counters)
{
    assert_int_equal(counters->articles.count, 1);
    assert_string_equal(counters->articles.rows[0].name, "unknown");
    assert_int_equal(counters->articles.rows[0].counts[FATE_EVENTS], 501);
    assert_int_equal(counters->articles.rows[0].counts[FATE_DEAD_LETTER], 2);
    assert_int_equal(counters->articles.rows[0].counts[RESULT_TOMBSTONE], 1);
    assert_int_equal(observed(&counters->extraction), 504);
    assert_int_equal(observed(&counters->end_to_end), 505);
    assert_int_equal(observed(&counters->delivery), counters->batches);
    assert_int_equal(counters->batch_articles.sum, 505);
    assert_int_equal(counters->undelivered_ms, 0);
}

/* One run for all three topics: joining a group takes the embedded broker three seconds. */
static void run_all(enum guarantee guarantee)
{
    struct rig *rig = rig_new();
    rig->options.guarantee = guarantee;
    rig->options.batch_articles = 64;
    rig->options.article_memory = 4 << 20;
    put_with_headers(rig, "first");
    put_with_headers(rig, "bad one");
    rig_put(rig, "none here");
    rig_put(rig, "greedy");
    struct message tombstone = {.topic = STR("articles"), .key = STR("gone")};
    struct fault fault;
    assert_int_equal(embedded_put(rig->broker, &tombstone, &fault), 0);
    for (int i = 0; i < 500; i++) {
        char value[16];
        snprintf(value, sizeof value, "a%d", i);
        rig_put(rig, value);
    }
    rig_start(rig);
    const struct counters *counters = stream_counters(rig->stream);
    rig_await(&counters->articles_delivered, 505);
    assert_int_equal(rig_stop(rig), 0);
    assert_int_equal(counters->tombstones, 1);
    assert_int_equal(counters->events, 501);
    assert_int_equal(counters->receipts, 504);
    assert_int_equal(counters->dead_letters, 2);
    assert_int_equal(counters->dead_letter_reasons[FAULT_UNDECODABLE], 1);
    assert_int_equal(counters->dead_letter_reasons[FAULT_TOO_COMPLEX], 1);
    assert_int_equal(counters->fates[FATE_NO_MEETING], 1);
    assert_int_equal(counters->aborts, 0);
    check_figures(counters);
    check_events(rig);
    check_letters(rig);
    check_receipts(rig);
    rig_free(rig);
}

static void test_exactly_once(void **state)
{
    (void)state;
    run_all(GUARANTEE_EXACTLY_ONCE);
}

static void test_at_least_once(void **state)
{
    (void)state;
    run_all(GUARANTEE_AT_LEAST_ONCE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_exactly_once),
        cmocka_unit_test(test_at_least_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
