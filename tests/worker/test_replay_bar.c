#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "command/replay_bar.h"
#include "command/replay_speed.h"

static const struct bar_style PLAIN = {80, false};

static void assert_bar(const struct headway *headway, const char *waiting,
                       const struct bar_style *style, const char *expected)
{
    char text[REPLAY_BAR_SIZE];
    replay_bar_write(headway, waiting, style, text);
    assert_string_equal(text, expected);
}

static void the_line_tells_how_far_and_how_fast(void **state)
{
    (void)state;
    struct headway headway = {.total = 6695,
                              .left = 4221,
                              .seconds_left = 65.7,
                              .articles_per_second = 711.4,
                              .bytes_per_second = 234567};
    assert_bar(&headway, NULL, &PLAIN,
               " 36 %  ########--------------    711 articles/s   0.2 MB/s  lag 4221  1:06 left");
    headway.seconds_left = 3723;
    assert_bar(&headway, NULL, &(struct bar_style){100, true},
               " 36 %  ███████████░░░░░░░░░░░░░░░░░░░    711 articles/s   0.2 MB/s  lag 4221  "
               "1:02:03 left");
}

static void at_its_ends_the_bar_is_empty_and_full(void **state)
{
    (void)state;
    struct headway headway = {.total = 100, .left = 100, .seconds_left = -1};
    assert_bar(&headway, "joining the group", &PLAIN,
               "  0 %  ------------------------------  lag 100  joining the group");
    headway.left = 0;
    headway.seconds_left = 0;
    assert_bar(&headway, NULL, &PLAIN,
               "100 %  #######################      0 articles/s   0.0 MB/s  lag   0  0:00 left");
}

static void the_line_stays_within_a_narrow_terminal(void **state)
{
    (void)state;
    char text[REPLAY_BAR_SIZE];
    const struct headway headway = {
        .total = 10000000, .left = 4221000, .seconds_left = 65, .articles_per_second = 711};
    for (int columns = 1; columns < 120; columns++) {
        replay_bar_write(&headway, NULL, &(struct bar_style){columns, false}, text);
        assert_true((int)strlen(text) < columns || columns <= 8);
        assert_memory_equal(text, " 57 %", 5);
    }
}

static struct rates after(struct speed *speed, int64_t ms, int64_t left, uint64_t articles)
{
    speed_note(speed, &(struct speed_sample){ms, left, articles, articles * 1000});
    return speed_now(speed);
}

static void what_comes_before_the_first_progress_does_not_count(void **state)
{
    (void)state;
    struct speed speed = {.count = 0};
    assert_true(after(&speed, 1000, 500, 0).seconds_left < 0);
    assert_true(after(&speed, 9000, 500, 0).seconds_left < 0);
    struct rates rates = after(&speed, 10000, 400, 90);
    assert_float_equal(rates.offsets, 100, 0.01);
    assert_float_equal(rates.articles, 90, 0.01);
    assert_float_equal(rates.bytes, 90000, 0.01);
    assert_float_equal(rates.seconds_left, 4, 0.01);
}

static void only_the_last_seconds_count(void **state)
{
    (void)state;
    struct speed speed = {.count = 0};
    struct rates rates = {.offsets = 0};
    for (int64_t i = 0; i <= 100; i++) /* 100 a second, then 400 */
        rates = after(&speed, i * 250, 100000 - (i < 50 ? i * 25 : i * 100), 0);
    assert_float_equal(rates.offsets, 400, 0.01);
    for (int64_t i = 101; i < 200; i++)
        rates = after(&speed, i * 250, 90000, 0);
    assert_float_equal(rates.offsets, 0, 0.01);
    assert_true(rates.seconds_left < 0);
    assert_float_equal(after(&speed, 60000, 0, 0).seconds_left, 0, 0.01);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_line_tells_how_far_and_how_fast),
        cmocka_unit_test(at_its_ends_the_bar_is_empty_and_full),
        cmocka_unit_test(the_line_stays_within_a_narrow_terminal),
        cmocka_unit_test(what_comes_before_the_first_progress_does_not_count),
        cmocka_unit_test(only_the_last_seconds_count),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
