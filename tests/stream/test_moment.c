#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "stream/moment.h"

#define NOW INT64_C(1745744400000) /* 2025-04-27T09:00:00Z */
#define DAY INT64_C(86400000)
#define HOUR INT64_C(3600000)

static void expect_ms(const char *text, int64_t ms)
{
    struct moment moment;
    struct fault fault = {.text = ""};
    if (moment_parse(text, NOW, &moment, &fault) != 0)
        fail_msg("%s: %s", text, fault.text);
    assert_int_equal(moment.kind, MOMENT_AT);
    assert_int_equal(moment.ms, ms);
}

static void test_dates_are_midnight_utc_unless_they_say_otherwise(void **state)
{
    (void)state;
    expect_ms("2025-04-27", NOW - 9 * HOUR);
    expect_ms("2025-04-27Z", NOW - 9 * HOUR);
    expect_ms("2025-04-27+06:00", NOW - 15 * HOUR);
    expect_ms("1970-01-01", 0);
}

static void test_times_of_rfc_3339(void **state)
{
    (void)state;
    expect_ms("2025-04-27T09:00:00Z", NOW);
    expect_ms("2025-04-27t09:00:00z", NOW);
    expect_ms("2025-04-27 09:00", NOW);
    expect_ms("2025-04-27T11:00:00+02:00", NOW);
    expect_ms("2025-04-26T23:30:00-09:30", NOW);
    expect_ms("2025-04-27T09:00:00.25Z", NOW + 250);
    expect_ms("2025-04-27T09:00:00.123456789Z", NOW + 123);
}

static void test_before_now(void **state)
{
    (void)state;
    expect_ms("-2h", NOW - 2 * HOUR);
    expect_ms("-90s", NOW - 90000);
    expect_ms("-30m", NOW - HOUR / 2);
    expect_ms("-7d", NOW - 7 * DAY);
    expect_ms("-1w", NOW - 7 * DAY);
}

static void test_the_ends_of_the_log(void **state)
{
    (void)state;
    struct moment moment;
    assert_int_equal(moment_parse("earliest", NOW, &moment, NULL), 0);
    assert_int_equal(moment.kind, MOMENT_EARLIEST);
    assert_int_equal(moment_parse("latest", NOW, &moment, NULL), 0);
    assert_int_equal(moment.kind, MOMENT_LATEST);
}

static void test_what_is_no_time(void **state)
{
    (void)state;
    static const char *const WRONG[] = {"",
                                        "yesterday",
                                        "2025-02-29",
                                        "2025-13-01",
                                        "2025-4-27",
                                        "27.04.2025",
                                        "2025-04-27T",
                                        "2025-04-27T25:00Z",
                                        "2025-04-27T09:60Z",
                                        "-2",
                                        "-2y",
                                        "2h",
                                        "2025-04-27T09:00:00+",
                                        "2025-04-27x",
                                        "--2h",
                                        "0000-01-01",
                                        "-99999999999h",
                                        "2025-04-27T09:00:00+02:60"};
    for (size_t i = 0; i < sizeof WRONG / sizeof *WRONG; i++) {
        struct moment moment;
        struct fault fault;
        if (moment_parse(WRONG[i], NOW, &moment, &fault) != FAULT_SETTING)
            fail_msg("'%s' was taken for a time", WRONG[i]);
    }
}

static void expect_print(int64_t ms, const char *text)
{
    char printed[MOMENT_SIZE];
    moment_print(ms, printed);
    assert_string_equal(printed, text);
}

static void test_printing(void **state)
{
    (void)state;
    expect_print(NOW, "2025-04-27T09:00:00Z");
    expect_print(NOW + 5, "2025-04-27T09:00:00.005Z");
    expect_print(-1, "1969-12-31T23:59:59.999Z");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_dates_are_midnight_utc_unless_they_say_otherwise),
        cmocka_unit_test(test_times_of_rfc_3339),
        cmocka_unit_test(test_before_now),
        cmocka_unit_test(test_the_ends_of_the_log),
        cmocka_unit_test(test_what_is_no_time),
        cmocka_unit_test(test_printing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
