/* test_published.c -- dates of publication in all the forms that articles give them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "article/published.h"

static const struct {
    const char *text;
    int year, month, day;
    int64_t instant_ms;
} GOOD[] = {
    /* RFC 3339 and its relatives */
    {"2025-04-27T08:00:00Z", 2025, 4, 27, 1745740800000},
    {"2025-04-27T08:00:00+02:00", 2025, 4, 27, 1745733600000},
    {"2025-04-27T00:30:00+06:00", 2025, 4, 27, 1745692200000}, /* its day, not that of UTC */
    {"2025-04-26T23:30:00-05:00", 2025, 4, 26, 1745728200000},
    {"2025-04-27t08:00:00.123456z", 2025, 4, 27, 1745740800123},
    {"2025-04-27 08:00:00", 2025, 4, 27, 1745740800000},
    {"2025-04-27T08:00", 2025, 4, 27, 1745740800000},
    {"2025-04-27T08:00+0200", 2025, 4, 27, 1745733600000},
    {"2025-04-27 08:00:00 +02", 2025, 4, 27, 1745733600000},
    {"2025-04-27 08:00:00 UTC", 2025, 4, 27, 1745740800000},
    {"2025-04-27T08:00:00Z[Europe/Paris]", 2025, 4, 27, 1745740800000},
    {"20250427T080000Z", 2025, 4, 27, 1745740800000},
    {"20250427080000", 2025, 4, 27, 1745740800000},
    {"2016-12-31T23:59:60Z", 2016, 12, 31, 1483228800000}, /* a leap second */
    /* bare dates */
    {"2025-04-27", 2025, 4, 27, 1745712000000},
    {" 2025-04-27\n", 2025, 4, 27, 1745712000000},
    {"2025/04/27", 2025, 4, 27, 1745712000000},
    {"20250427", 2025, 4, 27, 1745712000000},
    {"2024-02-29", 2024, 2, 29, 1709164800000},
    {"0001-01-01", 1, 1, 1, -62135596800000},
    {"9999-12-31", 9999, 12, 31, 253402214400000},
    /* RFC 2822 */
    {"Sun, 27 Apr 2025 08:00:00 +0200", 2025, 4, 27, 1745733600000},
    {"27 Apr 2025 08:00:00 GMT", 2025, 4, 27, 1745740800000},
    {"Sun, 27 Apr 2025 08:00 EDT", 2025, 4, 27, 1745755200000},
    {"Sun, 27 Apr 2025 08:00:00 -0000 (UTC)", 2025, 4, 27, 1745740800000},
    {"Sunday, 27 April 2025", 2025, 4, 27, 1745712000000},
    {"7 Apr 25 08:00:00 Z", 2025, 4, 7, 1744012800000},
    {"7 Apr 97 08:00:00 Z", 1997, 4, 7, 860400000000},
    /* numbers */
    {"1745740800", 2025, 4, 27, 1745740800000},
    {"1745740800.5", 2025, 4, 27, 1745740800500},
    {"1745740800123", 2025, 4, 27, 1745740800123},
    {"-100000001", 1966, 10, 31, -100000001000},
};

static const char *const BAD[] = {
    "",
    " ",
    "yesterday",
    "0",
    "0.0",
    "-1",
    "12345678.5",
    "2025",
    "2025-04",
    "2025-13-01",
    "2025-02-29",
    "2025-04-31",
    "2025-00-10",
    "0000-01-01",
    "2025-04-27T",
    "2025-04-27T25:00:00Z",
    "2025-04-27T08:61:00Z",
    "2025-04-27T08:00:00+99:00",
    "2025-04/27",
    "2025-04-27X08:00",
    "27/04/2025",
    "Sun, 32 Apr 2025 08:00:00 +0200",
    "Sun, 27 Foo 2025 08:00:00 +0200",
    "27 Apr",
    "27 Apr 123",
    "99999999999999999999",
    "999999999999999",
    "1745740800x",
    "-",
    "+1",
    "é",
};

static void reads_what_is_a_date(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof GOOD / sizeof *GOOD; i++) {
        struct published published = {0};
        if (!published_parse(str_of(GOOD[i].text), &published))
            fail_msg("not read: %s", GOOD[i].text);
        if (published.instant_ms != GOOD[i].instant_ms)
            fail_msg("%s: %lld", GOOD[i].text, (long long)published.instant_ms);
        assert_true(published.told);
        assert_int_equal(published.day.year, GOOD[i].year);
        assert_int_equal(published.day.month, GOOD[i].month);
        assert_int_equal(published.day.day, GOOD[i].day);
    }
}

static void leaves_the_rest_alone(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++) {
        struct published published = {.instant_ms = 42};
        if (published_parse(str_of(BAD[i]), &published))
            fail_msg("read: %s", BAD[i]);
        assert_int_equal(published.instant_ms, 42);
    }
}

/* Every day from the first to the last, counted along by hand. */
static void every_day_has_its_date(void **state)
{
    (void)state;
    static const int LENGTHS[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int64_t instant_ms = -62135596800000;
    for (int year = 1; year <= 9999; year++) {
        const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        for (int month = 1; month <= 12; month++) {
            const int length = LENGTHS[month - 1] + (month == 2 && leap);
            for (int day = 1; day <= length; day++, instant_ms += 86400000) {
                struct published published;
                assert_true(published_at(instant_ms + (day % 2 ? 0 : 86399999), &published));
                assert_int_equal(published.day.year, year);
                assert_int_equal(published.day.month, month);
                assert_int_equal(published.day.day, day);
            }
        }
    }
    struct published published;
    assert_false(published_at(instant_ms, &published));
    assert_false(published_at(-62135596800001, &published));
    assert_false(published_at(INT64_MIN, &published));
    assert_false(published_at(INT64_MAX, &published));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_what_is_a_date),
        cmocka_unit_test(leaves_the_rest_alone),
        cmocka_unit_test(every_day_has_its_date),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
