/* What a range is made of: spans, bounds, the pace, and the filter. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "stream/bounds.h"
#include "stream/filter.h"
#include "stream/pace.h"
#include "stream/span.h"

static void test_offsets(void **state)
{
    (void)state;
    struct spans spans;
    assert_int_equal(spans_of_offsets("3:5-,0:100-900", &spans, NULL), 0);
    assert_int_equal(spans.count, 2);
    assert_int_equal(spans.items[0].partition, 0);
    assert_int_equal(spans.items[0].begin, 100);
    assert_int_equal(spans.items[0].end, 900);
    assert_int_equal(spans_find(&spans, 3)->begin, 5);
    assert_true(spans_find(&spans, 3)->end == SPAN_OPEN);
    assert_null(spans_find(&spans, 1));
    spans_free(&spans);
}

static void test_partitions(void **state)
{
    (void)state;
    struct spans spans;
    assert_int_equal(spans_of_partitions("7,0,3-5", &spans, NULL), 0);
    assert_int_equal(spans.count, 5);
    assert_int_equal(spans.items[0].partition, 0);
    assert_int_equal(spans.items[3].partition, 5);
    assert_int_equal(spans.items[4].partition, 7);
    spans_free(&spans);
}

static void test_what_is_no_list(void **state)
{
    (void)state;
    static const char *const OFFSETS[] = {"",       "0",      "0:",        "0:5",    "0:5-1",
                                          "0:1-2,", "0:1-2x", "0:1-,0:5-", "-1:1-2", "0:1--2"};
    static const char *const PARTITIONS[] = {"", ",", "1,", "1-", "5-3", "1,1", "2-4,3", "x", "-1"};
    struct spans spans;
    for (size_t i = 0; i < sizeof OFFSETS / sizeof *OFFSETS; i++)
        if (spans_of_offsets(OFFSETS[i], &spans, NULL) != FAULT_SETTING)
            fail_msg("'%s' was taken for offsets", OFFSETS[i]);
    for (size_t i = 0; i < sizeof PARTITIONS / sizeof *PARTITIONS; i++)
        if (spans_of_partitions(PARTITIONS[i], &spans, NULL) != FAULT_SETTING)
            fail_msg("'%s' was taken for partitions", PARTITIONS[i]);
}

static void test_bounds_are_read_back(void **state)
{
    (void)state;
    const struct bounds bounds = {1, 20, 300, INT64_MIN, INT64_MAX};
    char text[BOUNDS_TEXT], wording[BOUNDS_WORDING + 1];
    struct bounds again;
    bounds_write(&bounds, "from earliest\nsource the news", text);
    size_t len = strlen(text);
    text[len] = '!'; /* what a broker gives back need not end with a zero */
    assert_true(bounds_read(text, len, &again, wording));
    assert_memory_equal(&bounds, &again, sizeof bounds);
    assert_string_equal(wording, "from earliest\nsource the news");
}

static void test_what_are_no_bounds(void **state)
{
    (void)state;
    struct bounds bounds;
    assert_false(bounds_read(NULL, 0, &bounds, NULL));
    assert_false(bounds_read("somebody else's", 15, &bounds, NULL));
    assert_false(bounds_read("meetingd-replay/1 1 2 3 ", 24, &bounds, NULL));
    assert_false(bounds_read("meetingd-replay/1 a b c d e f", 29, &bounds, NULL));
}

static void test_a_range_is_half_open(void **state)
{
    (void)state;
    const struct bounds bounds = {.from_ms = 10, .to_ms = 20};
    const struct bounds open = {.from_ms = INT64_MIN, .to_ms = INT64_MAX};
    assert_false(bounds_hold(&bounds, 9));
    assert_true(bounds_hold(&bounds, 10));
    assert_true(bounds_hold(&bounds, 19));
    assert_false(bounds_hold(&bounds, 20));
    assert_false(bounds_hold(&bounds, -1));
    assert_true(bounds_hold(&open, -1));
}

static void test_the_pace_is_kept(void **state)
{
    (void)state;
    struct pace pace = pace_of(100);
    unsigned taken = 0;
    for (int64_t now = 1000; now < 11000; now++)
        while (pace_allows(&pace, now)) {
            pace_spend(&pace);
            taken++;
        }
    assert_in_range(taken, 998, 1001);
    struct pace open = pace_of(0);
    for (int i = 0; i < 1000; i++, pace_spend(&open))
        assert_true(pace_allows(&open, 1));
}

static void test_a_pause_is_made_good_for_a_second_at_most(void **state)
{
    (void)state;
    struct pace pace = pace_of(100);
    unsigned taken = 0;
    assert_false(pace_allows(&pace, 1000));
    for (; pace_allows(&pace, 3600000); taken++)
        pace_spend(&pace);
    assert_int_equal(taken, 100);
}

static void test_filters(void **state)
{
    (void)state;
    const struct article article = {.id = STR("a-1"), .source = STR("News, daily")};
    const struct filter open = {NULL}, ids = {.ids = "b,a-1"}, others = {.ids = "a,a-12"};
    const struct filter languages = {.languages = "fr,en"};
    assert_true(filter_is_open(&open));
    assert_true(filter_wants(&open, &article));
    assert_true(filter_wants(&ids, &article));
    assert_false(filter_wants(&others, &article));
    assert_false(filter_is_open(&languages));
    assert_true(filter_wants_language(&languages, STR("en")));
    assert_false(filter_wants_language(&languages, STR("de")));
    assert_false(filter_wants_language(&languages, STR("")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_offsets),
        cmocka_unit_test(test_partitions),
        cmocka_unit_test(test_what_is_no_list),
        cmocka_unit_test(test_bounds_are_read_back),
        cmocka_unit_test(test_what_are_no_bounds),
        cmocka_unit_test(test_a_range_is_half_open),
        cmocka_unit_test(test_the_pace_is_kept),
        cmocka_unit_test(test_a_pause_is_made_good_for_a_second_at_most),
        cmocka_unit_test(test_filters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
