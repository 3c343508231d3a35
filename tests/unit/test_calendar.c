/* The calendar's arithmetic. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "annotate/date/calendar.h"

static void assert_day(struct day day, int year, int month, int number)
{
    assert_int_equal(day.year, year);
    assert_int_equal(day.month, month);
    assert_int_equal(day.day, number);
}

static void numbers_and_days_are_inverse(void **state)
{
    (void)state;
    assert_int_equal(day_number((struct day){1970, 1, 1}), 0);
    assert_int_equal(day_number((struct day){2000, 3, 1}), 11017);
    assert_int_equal(day_number((struct day){1969, 12, 31}), -1);
    const int32_t last = day_number((struct day){YEAR_MAX, 12, 31});
    struct day before = day_of_number(day_number((struct day){1, 1, 1}));
    for (int32_t number = day_number(before); number <= last; number += 97) {
        const struct day day = day_of_number(number);
        assert_true(day_valid(day));
        assert_int_equal(day_number(day), number);
    }
}

static void weekdays_count_from_monday(void **state)
{
    (void)state;
    assert_int_equal(day_weekday((struct day){2025, 4, 26}), 6);
    assert_int_equal(day_weekday((struct day){2025, 4, 27}), 7);
    assert_int_equal(day_weekday((struct day){2025, 4, 28}), 1);
    assert_int_equal(day_weekday((struct day){1789, 7, 14}), 2);
}

static void days_that_are_none_are_not_valid(void **state)
{
    (void)state;
    assert_true(day_valid((struct day){2024, 2, 29}));
    assert_true(day_valid((struct day){2000, 2, 29}));
    assert_false(day_valid((struct day){2025, 2, 29}));
    assert_false(day_valid((struct day){1900, 2, 29}));
    assert_false(day_valid((struct day){2025, 4, 31}));
    assert_false(day_valid((struct day){2025, 13, 1}));
    assert_false(day_valid((struct day){0, 1, 1}));
    assert_false(day_valid((struct day){2025, 4, 0}));
}

static void months_are_added_over_years(void **state)
{
    (void)state;
    assert_day(month_add((struct day){2025, 12, 0}, 1), 2026, 1, 0);
    assert_day(month_add((struct day){2025, 1, 0}, -1), 2024, 12, 0);
    assert_day(month_add((struct day){2025, 4, 0}, -28), 2022, 12, 0);
}

static void the_nth_weekday_of_a_month(void **state)
{
    (void)state;
    assert_day(month_weekday(2025, 5, 1, 1), 2025, 5, 5);
    assert_day(month_weekday(2025, 11, 4, 4), 2025, 11, 27);
    assert_day(month_weekday(2025, 5, 5, 1), 2025, 5, 26); /* the last, there is no fifth */
    assert_day(month_weekday(2025, 6, 5, 1), 2025, 6, 30);
}

static void easter_falls_where_the_church_says(void **state)
{
    (void)state;
    assert_day(easter_day(1961), 1961, 4, 2);
    assert_day(easter_day(2024), 2024, 3, 31);
    assert_day(easter_day(2025), 2025, 4, 20);
    assert_day(easter_day(2038), 2038, 4, 25);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_and_days_are_inverse),
        cmocka_unit_test(weekdays_count_from_monday),
        cmocka_unit_test(days_that_are_none_are_not_valid),
        cmocka_unit_test(months_are_added_over_years),
        cmocka_unit_test(the_nth_weekday_of_a_month),
        cmocka_unit_test(easter_falls_where_the_church_says),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
