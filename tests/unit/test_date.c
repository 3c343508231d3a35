/* What a date means, by what it tells, the reference day and the tense. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "annotate/date/date.h"

#define PAST DIRECTION_PAST
#define NEAREST DIRECTION_NEAREST
#define FUTURE DIRECTION_FUTURE

/* Sunday 27 April 2025, told by a dateline. */
static const struct reference SUNDAY = {.day = {2025, 4, 27}, .basis = DATE_BASIS_DATELINE};
static const struct reference NOTHING = {.basis = DATE_BASIS_NONE};

static void assert_value(struct date date, const struct reference *reference,
                         enum date_direction direction, const char *start, const char *end)
{
    const struct date_result result = date_value(&date, reference, direction);
    assert_string_equal(result.start.text, start);
    assert_string_equal(result.end.text, end);
    if (!start[0])
        assert_int_equal(result.basis, DATE_BASIS_NONE);
}

static void assert_day(struct date date, enum date_direction direction, const char *start)
{
    assert_value(date, &SUNDAY, direction, start, "");
}

static void a_weekday_follows_the_tense(void **state)
{
    (void)state;
    const struct date saturday = {.weekday = 6}, thursday = {.weekday = 4};
    assert_day(saturday, PAST, "2025-04-26");
    assert_day(saturday, FUTURE, "2025-05-03");
    assert_day(saturday, NEAREST, "2025-04-26");
    assert_day(thursday, PAST, "2025-04-24");
    assert_day(thursday, FUTURE, "2025-05-01");
    assert_day(thursday, NEAREST, "2025-04-24");
    assert_day((struct date){.weekday = 2}, NEAREST, "2025-04-29");
}

static void the_reference_day_itself_counts(void **state)
{
    (void)state;
    const struct date sunday = {.weekday = 7};
    assert_day(sunday, PAST, "2025-04-27");
    assert_day(sunday, FUTURE, "2025-04-27");
    assert_day(sunday, NEAREST, "2025-04-27");
}

static void next_and_last_leave_the_reference_day_out(void **state)
{
    (void)state;
    assert_day((struct date){.weekday = 7, .direction = 1}, PAST, "2025-05-04");
    assert_day((struct date){.weekday = 7, .direction = -1}, FUTURE, "2025-04-20");
    assert_day((struct date){.weekday = 2, .direction = 1}, NEAREST, "2025-04-29");
    assert_day((struct date){.weekday = 5, .direction = -1}, NEAREST, "2025-04-25");
    assert_day((struct date){.month = 4, .direction = -1}, NEAREST, "2024-04");
    assert_day((struct date){.month = 6, .direction = 1}, PAST, "2025-06");
    assert_day((struct date){.day = 11, .month = 5, .direction = -1}, NEAREST, "2024-05-11");
    assert_day((struct date){.day = 27, .month = 4, .direction = 1}, NEAREST, "2026-04-27");
}

static void since_and_until_count_more_than_the_tense(void **state)
{
    (void)state;
    assert_day((struct date){.weekday = 4, .lean = -1}, FUTURE, "2025-04-24");
    assert_day((struct date){.weekday = 4, .lean = 1}, PAST, "2025-05-01");
}

static void a_day_and_month_take_the_year_that_fits(void **state)
{
    (void)state;
    const struct date may = {.day = 3, .month = 5}, december = {.day = 30, .month = 12};
    assert_day(may, FUTURE, "2025-05-03");
    assert_day(may, PAST, "2024-05-03");
    assert_day(may, NEAREST, "2025-05-03");
    assert_day(december, PAST, "2024-12-30");
    assert_day(december, FUTURE, "2025-12-30");
    assert_day(december, NEAREST, "2024-12-30");
    assert_day((struct date){.day = 29, .month = 2}, NEAREST, "2024-02-29");
    assert_day((struct date){.day = 29, .month = 2}, FUTURE, "2028-02-29");
}

static void what_happened_may_be_dated_tomorrow(void **state)
{
    (void)state;
    assert_day((struct date){.day = 28, .month = 4}, PAST, "2025-04-28");
    assert_day((struct date){.day = 29, .month = 4}, PAST, "2024-04-29");
}

static void the_day_of_the_month_counts_more_than_its_weekday(void **state)
{
    (void)state;
    assert_day((struct date){.weekday = 1, .day = 26, .month = 4}, PAST, "2025-04-26");
}

static void a_weekday_with_a_number_finds_its_month(void **state)
{
    (void)state;
    assert_day((struct date){.weekday = 6, .day = 26}, PAST, "2025-04-26");
    assert_day((struct date){.weekday = 1, .day = 5}, FUTURE, "2025-05-05");
    assert_day((struct date){.weekday = 1, .day = 32}, NEAREST, "");
}

static void a_month_takes_the_year_that_fits(void **state)
{
    (void)state;
    assert_day((struct date){.month = 6}, FUTURE, "2025-06");
    assert_day((struct date){.month = 6}, PAST, "2024-06");
    assert_day((struct date){.month = 4}, PAST, "2025-04");
    assert_day((struct date){.month = 4}, FUTURE, "2025-04");
}

static void units_count_from_the_reference(void **state)
{
    (void)state;
    assert_day((struct date){.unit = 'd', .offset = -1}, FUTURE, "2025-04-26");
    assert_day((struct date){.unit = 'd', .offset = 4}, PAST, "2025-05-01");
    assert_day((struct date){.unit = 'm', .offset = -4}, PAST, "2024-12");
    assert_day((struct date){.unit = 'y', .offset = -2}, PAST, "2023");
    assert_day((struct date){.unit = 'y', .offset = 1, .month = 6}, PAST, "2026-06");
    assert_day((struct date){.unit = 'y', .offset = -1, .month = 5, .day = 3}, PAST, "2024-05-03");
    assert_day((struct date){.unit = 'm', .offset = 1, .day = 3}, PAST, "2025-05-03");
    assert_day((struct date){.unit = 'm', .offset = -2, .day = 30}, PAST, "");
    assert_day((struct date){.unit = 'w', .offset = 1, .weekday = 2}, PAST, "2025-04-29");
    assert_day((struct date){.unit = 'y', .offset = 9999}, PAST, "");
    assert_day((struct date){.unit = 'y', .offset = -2025}, PAST, "");
    assert_day((struct date){.unit = 'm', .offset = -9999}, PAST, "1192-01");
}

static void spans_have_no_value(void **state)
{
    (void)state;
    assert_day((struct date){.unit = 'w', .offset = 1}, FUTURE, "");
    assert_day((struct date){.unit = 'e', .offset = -1}, PAST, "");
    assert_day((struct date){.unit = 'q', .offset = -1}, PAST, "");
    assert_day((struct date){.span = true, .year = 2025}, PAST, "");
    assert_day((struct date){.ahead = true, .unit = 'y', .offset = 2}, PAST, "");
    assert_day((struct date){.ahead = true, .unit = 'y', .offset = 2}, FUTURE, "2027");
}

static void spans_have_a_period(void **state)
{
    (void)state;
    const struct {
        struct date date;
        const char *start, *end;
    } periods[] = {
        {{.unit = 'w', .offset = 1}, "2025-04-28", "2025-05-04"},
        {{.unit = 'w'}, "2025-04-21", "2025-04-27"},
        {{.unit = 'e'}, "2025-04-26", "2025-04-27"},
        {{.unit = 'e', .offset = -1}, "2025-04-19", "2025-04-20"},
        {{.unit = 'q', .offset = -1}, "2025-01", "2025-03"},
        {{.unit = 'q', .offset = 3}, "2026-01", "2026-03"},
        {{.part = DATE_QUARTER, .nth = 3, .year = 2025}, "2025-07", "2025-09"},
        {{.part = DATE_HALF, .nth = 2, .unit = 'y', .offset = 1}, "2026-07", "2026-12"},
        {{.weekday = 6}, "2025-04-26", ""},
        {{.span = true}, "", ""},
    };
    for (size_t i = 0; i < sizeof periods / sizeof *periods; i++) {
        const struct date_result period = date_period(&periods[i].date, &SUNDAY, DIRECTION_NEAREST);
        assert_string_equal(period.start.text, periods[i].start);
        assert_string_equal(period.end.text, periods[i].end);
    }
}

static void a_range_has_an_end(void **state)
{
    (void)state;
    const struct date may = {.day = 3, .month = 5, .day2 = 5, .month2 = 5};
    assert_value(may, &SUNDAY, FUTURE, "2025-05-03", "2025-05-05");
    assert_value(may, &SUNDAY, PAST, "2024-05-03", "2024-05-05");
    assert_value((struct date){.day = 30, .month = 12, .day2 = 2, .month2 = 1}, &SUNDAY, PAST,
                 "2024-12-30", "2025-01-02");
    assert_value((struct date){.weekday = 2, .weekday2 = 3}, &SUNDAY, FUTURE, "2025-04-29",
                 "2025-04-30");
    assert_value((struct date){.year = 2020, .year2 = 2022}, &NOTHING, PAST, "2020", "2022");
    assert_value((struct date){.month = 3, .month2 = 5, .year = 2025, .year2 = 2025}, &NOTHING,
                 PAST, "2025-03", "2025-05");
    assert_value((struct date){.day = 3, .month = 5, .day2 = 3, .month2 = 5}, &SUNDAY, FUTURE,
                 "2025-05-03", "");
}

static void a_range_under_way_is_still_to_come(void **state)
{
    (void)state;
    const struct date april = {.day = 25, .month = 4, .day2 = 28, .month2 = 4};
    assert_value(april, &SUNDAY, FUTURE, "2025-04-25", "2025-04-28");
    const struct date over = {.day = 20, .month = 4, .day2 = 22, .month2 = 4};
    assert_value(over, &SUNDAY, FUTURE, "2026-04-20", "2026-04-22");
}

static void feasts_of_easter_move(void **state)
{
    (void)state;
    assert_day((struct date){.unit = 'p'}, PAST, "2025-04-20");
    assert_day((struct date){.unit = 'p', .offset = 39}, FUTURE, "2025-05-29");
    assert_day((struct date){.unit = 'p', .offset = 1, .year = 2024}, FUTURE, "2024-04-01");
    assert_day((struct date){.month = 11, .nth = 4, .weekday = 4}, PAST, "2024-11-28");
}

static void a_date_may_count_from_the_one_before_it(void **state)
{
    (void)state;
    const struct date friday = {.weekday = 5}, may = {.month = 5, .year = 2024};
    const struct date next_day = {.unit = 'd', .offset = 1, .anchor = &friday};
    assert_day(next_day, PAST, "2025-04-26");
    assert_day(next_day, FUTURE, "2025-05-03");
    assert_int_equal(date_value(&next_day, &SUNDAY, PAST).basis, DATE_BASIS_CONTEXT);
    assert_day((struct date){.unit = 'd', .anchor = &may}, PAST, "");
    assert_day((struct date){.unit = 'y', .offset = 1, .anchor = &may}, PAST, "2025");
}

static void without_a_reference_only_the_absolute_counts(void **state)
{
    (void)state;
    assert_value((struct date){.weekday = 5}, &NOTHING, PAST, "", "");
    assert_value((struct date){.day = 3, .month = 5}, &NOTHING, PAST, "", "");
    assert_value((struct date){.unit = 'd'}, &NOTHING, PAST, "", "");
    assert_value((struct date){.unit = 'p'}, &NOTHING, PAST, "", "");
    assert_value((struct date){.day = 3, .month = 5, .year = 2025}, &NOTHING, PAST, "2025-05-03",
                 "");
}

static void the_basis_says_what_the_value_rests_on(void **state)
{
    (void)state;
    const struct date whole = {.day = 3, .month = 5, .year = 2025}, weekday = {.weekday = 5};
    assert_int_equal(date_value(&whole, &SUNDAY, PAST).basis, DATE_BASIS_EXPLICIT);
    assert_int_equal(date_value(&weekday, &SUNDAY, PAST).basis, DATE_BASIS_DATELINE);
}

static void days_that_are_none_have_no_value(void **state)
{
    (void)state;
    assert_day((struct date){.day = 31, .month = 4, .year = 2025}, PAST, "");
    assert_day((struct date){.day = 31, .month = 4}, PAST, "");
    assert_day((struct date){.day = 1, .month = 13}, PAST, "");
}

static void times_are_written_with_their_zone(void **state)
{
    (void)state;
    char text[12];
    daytime_text(&(struct time){15, 0, ""}, text);
    assert_string_equal(text, "15:00");
    daytime_text(&(struct time){9, 5, "Z"}, text);
    assert_string_equal(text, "09:05Z");
    daytime_text(&(struct time){23, 59, "+05:30"}, text);
    assert_string_equal(text, "23:59+05:30");
    daytime_text(&(struct time){-1, 0, ""}, text);
    assert_string_equal(text, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_weekday_follows_the_tense),
        cmocka_unit_test(the_reference_day_itself_counts),
        cmocka_unit_test(next_and_last_leave_the_reference_day_out),
        cmocka_unit_test(since_and_until_count_more_than_the_tense),
        cmocka_unit_test(a_day_and_month_take_the_year_that_fits),
        cmocka_unit_test(what_happened_may_be_dated_tomorrow),
        cmocka_unit_test(the_day_of_the_month_counts_more_than_its_weekday),
        cmocka_unit_test(a_weekday_with_a_number_finds_its_month),
        cmocka_unit_test(a_month_takes_the_year_that_fits),
        cmocka_unit_test(units_count_from_the_reference),
        cmocka_unit_test(spans_have_no_value),
        cmocka_unit_test(spans_have_a_period),
        cmocka_unit_test(a_range_has_an_end),
        cmocka_unit_test(a_range_under_way_is_still_to_come),
        cmocka_unit_test(feasts_of_easter_move),
        cmocka_unit_test(a_date_may_count_from_the_one_before_it),
        cmocka_unit_test(without_a_reference_only_the_absolute_counts),
        cmocka_unit_test(the_basis_says_what_the_value_rests_on),
        cmocka_unit_test(days_that_are_none_have_no_value),
        cmocka_unit_test(times_are_written_with_their_zone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
