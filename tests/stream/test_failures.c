/* What the loop does when the broker refuses, fences or goes away. */
#include <librdkafka/rdkafka.h>
#include <librdkafka/rdkafka_mock.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "rig.h"

enum { PATIENCE = 600 }; /* tenths of a second without a message */

/* How often the topic, of one partition, has the value. */
static size_t count_values(struct rig *rig, const char *topic, const char *value)
{
    struct embedded_reader *reader = NULL;
    struct fault fault;
    assert_int_equal(embedded_reader_new(rig->broker, topic, &reader, &fault), 0);
    int64_t unread = embedded_end(rig->broker, topic, 0);
    assert_in_range(unread, 0, INT64_MAX);
    size_t count = 0;
    for (int quiet = 0; unread > 0; quiet++) {
        assert_in_range(quiet, 0, PATIENCE);
        const struct message *message = embedded_reader_next(reader, 100);
        if (!message)
            continue;
        quiet = 0;
        unread--;
        if (str_equal(message->value, str_of(value)))
            count++;
    }
    embedded_reader_free(reader);
    return count;
}

/* The embedded broker keeps what was aborted, so an article comes out at least once here. */
static void test_offsets_refused_once(void **state)
{
    (void)state;
    struct rig *rig = rig_new();
    rig_put(rig, "one");
    rig_put(rig, "two");
    rig_refuse(rig, API_TXN_OFFSET_COMMIT, RD_KAFKA_RESP_ERR_ILLEGAL_GENERATION, 1);
    rig_start(rig);
    const struct counters *counters = stream_counters(rig->stream);
    rig_await(&counters->articles_delivered, 2);
    assert_int_equal(rig_stop(rig), 0);
    assert_int_equal(counters->aborts, 1);
    assert_int_equal(counters->rewinds, 1);
    assert_int_equal(counters->articles_consumed, 4);
    assert_int_equal(counters->articles_delivered, 2);
    assert_int_equal(counters->undelivered_ms, 0);
    assert_int_equal(counters->events, 2);
    assert_in_range(count_values(rig, "meeting-events", "event of two"), 1, 2);
    rig_free(rig);
}

/*
 * Refused in company, alone, as a letter: the fourth try, a pointer, is taken.  A refusal
 * leaves a gap in the sequence numbers, for which librdkafka may abort once more each time.
 */
static void test_refused_three_times(void **state)
{
    (void)state;
    struct rig *rig = rig_new();
    rig->options.receipt_topic = "";
    rig_put(rig, "too large");
    rig_refuse(rig, API_PRODUCE, RD_KAFKA_RESP_ERR_MSG_SIZE_TOO_LARGE, 3);
    rig_start(rig);
    const struct counters *counters = stream_counters(rig->stream);
    rig_await(&counters->articles_delivered, 1);
    rig_put(rig, "after it");
    rig_await(&counters->articles_delivered, 2);
    assert_int_equal(rig_stop(rig), 0);
    assert_in_range(counters->aborts, 3, 6);
    assert_int_equal(counters->dead_letters, 1);
    assert_int_equal(counters->dead_letter_reasons[FAULT_REFUSED], 1);
    assert_int_equal(counters->events, 1);
    assert_int_equal(
        count_values(rig, "articles-dead-letters",
                     "{\"topic\":\"articles\",\"partition\":0,\"offset\":0,\"bytes\":9}"),
        1);
    assert_int_equal(count_values(rig, "meeting-events", "event of after it"), 1);
    rig_free(rig);
}

/* A broker refuses a whole batch for one of its records: none of the others may suffer. */
static void test_neighbours_of_the_refused(void **state)
{
    (void)state;
    struct rig *rig = rig_new();
    rig->options.receipt_topic = "";
    for (int i = 0; i < 20; i++)
        rig_put(rig, "good");
    rig_refuse(rig, API_PRODUCE, RD_KAFKA_RESP_ERR_MSG_SIZE_TOO_LARGE, 1);
    rig_start(rig);
    const struct counters *counters = stream_counters(rig->stream);
    rig_await(&counters->articles_delivered, 20);
    assert_int_equal(rig_stop(rig), 0);
    assert_in_range(counters->aborts, 1, 2);
    assert_int_equal(counters->events, 20);
    assert_int_equal(counters->dead_letters, 0);
    rig_free(rig);
}

static void test_at_least_once_refused(void **state)
{
    (void)state;
    struct rig *rig = rig_new();
    rig->options.receipt_topic = "";
    rig->options.guarantee = GUARANTEE_AT_LEAST_ONCE;
    rig_put(rig, "too large");
    rig_refuse(rig, API_PRODUCE, RD_KAFKA_RESP_ERR_MSG_SIZE_TOO_LARGE, 2);
    rig_start(rig);
    const struct counters *counters = stream_counters(rig->stream);
    rig_await(&counters->articles_delivered, 1);
    assert_int_equal(rig_stop(rig), 0);
    assert_int_equal(counters->dead_letters, 1);
    assert_int_equal(count_values(rig, "articles-dead-letters", "too large"), 1);
    rig_free(rig);
}

static void test_fenced(void **state)
{
    (void)state;
    struct rig *rig = rig_new();
    rig_put(rig, "one");
    rig_refuse(rig, API_END_TXN, RD_KAFKA_RESP_ERR_INVALID_PRODUCER_EPOCH, 1);
    rig_start(rig);
    rig_await_end(rig);
    assert_int_equal(rig_stop(rig), FAULT_FENCED);
    assert_non_null(strstr(rig->fault.text, "committing"));
    assert_int_equal(stream_counters(rig->stream)->articles_delivered, 0);
    rig_free(rig);
}

/* The end comes, in time, also when the broker has gone away in mid-batch. */
static void test_stop_without_broker(void **state)
{
    (void)state;
    struct rig *rig = rig_new();
    rig->options.drain_ms = 1000;
    rig->properties[3] = (struct property){.name = "transaction.timeout.ms", .value = "5000"};
    rig->options.both.count = 4;
    rig_start(rig);
    const struct counters *counters = stream_counters(rig->stream);
    rig_put(rig, "one");
    rig_await(&counters->articles_delivered, 1);
    rig_refuse(rig, API_PRODUCE, RD_KAFKA_RESP_ERR_NOT_LEADER_FOR_PARTITION, 16);
    rig_put(rig, "two");
    rig_await(&counters->articles_consumed, 2);
    rd_kafka_mock_broker_set_down(embedded_cluster(rig->broker), 1);
    assert_int_equal(rig_stop(rig), FAULT_BROKER);
    assert_int_equal(counters->articles_delivered, 1);
    rig_free(rig);
}

/* Nobody can be found: the end is asked for before anything was begun. */
static void test_stop_before_broker(void **state)
{
    (void)state;
    struct rig *rig = rig_new();
    rd_kafka_mock_broker_set_down(embedded_cluster(rig->broker), 1);
    rig_start(rig);
    assert_int_equal(rig_stop(rig), 0);
    rig_free(rig);
}

/* A cooperative member that joined and is never told what it has: librdkafka can't be destroyed. */
static void test_stop_before_the_first_assignment(void **state)
{
    (void)state;
    struct rig *rig = rig_new();
    rig->properties[3] =
        (struct property){.name = "partition.assignment.strategy", .value = "cooperative-sticky"};
    rig->options.both.count = 4;
    rig->options.drain_ms = 1000;
    rig_refuse(rig, API_SYNC_GROUP, RD_KAFKA_RESP_ERR_REBALANCE_IN_PROGRESS, 16);
    rig_start(rig);
    rig_await(&stream_counters(rig->stream)->subscribed, 1);
    nanosleep(&(struct timespec){.tv_sec = 4},
              NULL); /* the embedded broker lets it join in three */
    assert_int_equal(rig_stop(rig), 0);
    assert_int_equal(stream_counters(rig->stream)->joined, 0);
    rig_free(rig);
}

static void test_forbidden_property(void **state)
{
    (void)state;
    struct rig *rig = rig_new();
    struct property consumer = {
        .name = "enable.auto.commit", .value = "true", .place = "meetingd.conf:7"};
    rig->options.consumer = (struct properties){&consumer, 1};
    struct processor processor = {.process = NULL};
    assert_int_equal(stream_new(&rig->options, &processor, &rig->stream, &rig->fault),
                     FAULT_SETTING);
    assert_string_equal(rig->fault.text,
                        "meetingd.conf:7: enable.auto.commit follows from [delivery] guarantee, "
                        "[input] group and [kafka] instance and can't be set by itself");
    consumer.name = "sesion.timeout.ms";
    assert_int_equal(stream_new(&rig->options, &processor, &rig->stream, &rig->fault),
                     FAULT_SETTING);
    assert_non_null(strstr(rig->fault.text, "meetingd.conf:7: "));
    assert_non_null(strstr(rig->fault.text, "sesion.timeout.ms"));
    rig_free(rig);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_offsets_refused_once),
        cmocka_unit_test(test_refused_three_times),
        cmocka_unit_test(test_neighbours_of_the_refused),
        cmocka_unit_test(test_at_least_once_refused),
        cmocka_unit_test(test_fenced),
        cmocka_unit_test(test_stop_without_broker),
        cmocka_unit_test(test_stop_before_broker),
        cmocka_unit_test(test_stop_before_the_first_assignment),
        cmocka_unit_test(test_forbidden_property),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
