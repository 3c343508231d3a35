/* What is counted: histograms, tallies, and the figures that librdkafka tells of itself. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "stream/statistics.h"
#include "telemetry/census.h"
#include "telemetry/histogram.h"

static void a_bucket_holds_its_bound(void **state)
{
    (void)state;
    const struct histogram_shape shape = {.unit = 1, .count = 3, .bounds = {1, 5, 10}};
    struct histogram histogram = {.sum = 0};
    static const uint64_t QUANTITIES[] = {0, 1, 2, 5, 10, 11, 1000};
    for (size_t i = 0; i < sizeof QUANTITIES / sizeof *QUANTITIES; i++)
        histogram_observe(&histogram, &shape, QUANTITIES[i]);
    assert_int_equal(histogram.buckets[0], 2);
    assert_int_equal(histogram.buckets[1], 2);
    assert_int_equal(histogram.buckets[2], 1);
    assert_int_equal(histogram.buckets[3], 2);
    assert_int_equal(histogram.sum, 1029);
}

static void the_shapes_ascend(void **state)
{
    (void)state;
    const struct histogram_shape *const shapes[] = {&SHAPE_WORK, &SHAPE_DELAY, &SHAPE_SIZE};
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        assert_in_range(shapes[i]->count, 1, HISTOGRAM_MOST);
        for (size_t j = 1; j < shapes[i]->count; j++)
            assert_true(shapes[i]->bounds[j] > shapes[i]->bounds[j - 1]);
    }
}

static uint64_t counted(const struct census *census, const char *name, unsigned sort)
{
    for (size_t i = 0; i < census->count; i++)
        if (strcmp(census->rows[i].name, name) == 0)
            return census->rows[i].counts[sort];
    return 0;
}

static void a_census_counts_by_name_and_sort(void **state)
{
    (void)state;
    struct census census = {.count = 0};
    census_add(&census, STR("ab"), 0);
    census_add(&census, STR("ab"), 3);
    census_add(&census, STR("zh-hant"), 3);
    census_add(&census, STR("ab"), 3);
    assert_int_equal(counted(&census, "ab", 0), 1);
    assert_int_equal(counted(&census, "ab", 3), 2);
    assert_int_equal(counted(&census, "zh-hant", 3), 1);
    assert_int_equal(census.count, 2);
}

static void what_is_no_name_is_other(void **state)
{
    (void)state;
    static const char *const NAMES[] = {"", "AB", "a b", "a\"b", "\xC3\xA9", "twelve-bytes"};
    struct census census = {.count = 0};
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        census_add(&census, str_of(NAMES[i]), 1);
    assert_int_equal(census.count, 1);
    assert_int_equal(counted(&census, "other", 1), sizeof NAMES / sizeof *NAMES);
}

static void too_many_names_are_other(void **state)
{
    (void)state;
    struct census census = {.count = 0};
    for (int i = 0; i < 1000; i++) {
        char name[16];
        snprintf(name, sizeof name, "n%d", i);
        census_add(&census, str_of(name), 0);
    }
    assert_int_equal(census.count, CENSUS_NAMES);
    assert_int_equal(counted(&census, "n0", 0), 1);
    assert_int_equal(counted(&census, "other", 0), 1000 - (CENSUS_NAMES - 1));
}

/* The form of librdkafka 2.0.2's, cut down; what is not asked for stands between. */
static const char JSON[] =
    "{\"name\":\"meetingd#producer-1\",\"replyq\":3,\"msg_cnt\":22,\"msg_size\":704010,"
    "\"simple_cnt\":0,\"brokers\":{"
    "\"localhost:9092/2\":{\"name\":\"localhost:9092/2\",\"state\":\"UP\",\"tx\":320,\"txerrs\":1,"
    "\"rxerrs\":2,\"req_timeouts\":4,\"int_latency\":{\"min\":86,\"avg\":999},"
    "\"rtt\":{\"min\":1580,\"avg\":3502,\"hist\":{\"avg\":7}},\"throttle\":{\"avg\":12},"
    "\"disconnects\":5,\"toppars\":{\"t-0\":{\"topic\":\"t\",\"partition\":0}}},"
    "\"GroupCoordinator\":{\"state\":\"INIT\",\"rtt\":{\"avg\":0}}},"
    "\"topics\":{\"brokers\":{\"partitions\":{\"0\":{\"rtt\":{\"avg\":1}}}}},"
    "\"tx\":631,\"tx_bytes\":168584479,\"rx\":631,\"rx_bytes\":31084}";

static void figures_are_picked_out(void **state)
{
    (void)state;
    struct statistics *statistics;
    struct client_figures figures;
    assert_int_equal(statistics_new(&statistics), 0);
    statistics_take(statistics, JSON, sizeof JSON - 1);
    statistics_take(statistics, "{\"tx\": 1", 8); /* cut off: leaves the last ones */
    statistics_copy(statistics, &figures);
    statistics_free(statistics);
    assert_int_equal(figures.requests, 631);
    assert_int_equal(figures.sent_bytes, 168584479);
    assert_int_equal(figures.received_bytes, 31084);
    assert_int_equal(figures.queued_messages, 22);
    assert_int_equal(figures.queued_bytes, 704010);
    assert_int_equal(figures.waiting_operations, 3);
    assert_int_equal(figures.broker_count, 2);
    assert_string_equal(figures.brokers[0].name, "localhost:9092/2");
    assert_int_equal(figures.brokers[0].up, 1);
    assert_int_equal(figures.brokers[0].rtt_us, 3502);
    assert_int_equal(figures.brokers[0].throttle_ms, 12);
    assert_int_equal(figures.brokers[0].send_errors, 1);
    assert_int_equal(figures.brokers[0].receive_errors, 2);
    assert_int_equal(figures.brokers[0].timeouts, 4);
    assert_int_equal(figures.brokers[0].disconnects, 5);
    assert_string_equal(figures.brokers[1].name, "GroupCoordinator");
    assert_int_equal(figures.brokers[1].up, 0);
}

static void more_brokers_than_fit_are_left_out(void **state)
{
    (void)state;
    char json[8192] = "{\"brokers\":{";
    struct statistics *statistics;
    struct client_figures figures;
    for (int i = 0; i < 2 * STATISTICS_BROKERS; i++)
        snprintf(json + strlen(json), sizeof json - strlen(json),
                 "%s\"b%d\":{\"state\":\"UP\",\"txerrs\":%d}", i ? "," : "", i, i);
    strcat(json, "},\"tx\":9}");
    assert_int_equal(statistics_new(&statistics), 0);
    statistics_take(statistics, json, strlen(json));
    statistics_copy(statistics, &figures);
    statistics_free(statistics);
    assert_int_equal(figures.broker_count, STATISTICS_BROKERS);
    assert_int_equal(figures.brokers[STATISTICS_BROKERS - 1].send_errors, STATISTICS_BROKERS - 1);
    assert_int_equal(figures.requests, 9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_bucket_holds_its_bound),
        cmocka_unit_test(the_shapes_ascend),
        cmocka_unit_test(a_census_counts_by_name_and_sort),
        cmocka_unit_test(what_is_no_name_is_other),
        cmocka_unit_test(too_many_names_are_other),
        cmocka_unit_test(figures_are_picked_out),
        cmocka_unit_test(more_brokers_than_fit_are_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
