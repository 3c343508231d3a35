/* What the status page remembers: rings that keep the latest, once each. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "telemetry/history.h"
#include "telemetry/recent.h"

static int set_up(void **state)
{
    return recent_new((struct recent **)state);
}

static int tear_down(void **state)
{
    recent_free(*state);
    return 0;
}

static struct recent_origin from(int64_t offset)
{
    return (struct recent_origin){STR("articles"), 3, offset};
}

static bool wants(struct recent *recent, int64_t offset, int64_t now_ms)
{
    const struct recent_origin origin = from(offset);
    unsigned number;
    return recent_wants(recent, &origin, now_ms, &number);
}

/* The pages as they are written; the caller frees. */
static char *pages(struct recent *recent)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    recent_pages_write(recent, out);
    fclose(out);
    return text;
}

static void one_article_a_second_is_wanted(void **state)
{
    assert_true(wants(*state, 1, 100));
    assert_false(wants(*state, 2, 1099));
    assert_true(wants(*state, 3, 1100));
}

static void an_article_is_wanted_once(void **state)
{
    const struct recent_origin elsewhere = {STR("others"), 3, 1};
    unsigned number = 0;
    assert_true(wants(*state, 1, 0));
    assert_false(wants(*state, 1, 5000));
    assert_true(recent_wants(*state, &elsewhere, 5000, &number));
    assert_int_equal(number, 2);
    for (int64_t i = 0; i < RECENT_PAGES; i++)
        assert_true(wants(*state, 10 + i, 10000 + i * 1000));
    assert_true(wants(*state, 1, 100000)); /* forgotten by now */
}

static void the_latest_pages_stand_first(void **state)
{
    char *text = pages(*state);
    assert_string_equal(text, "");
    free(text);
    for (int i = 0; i < RECENT_PAGES + 2; i++) {
        char page[16];
        snprintf(page, sizeof page, "<%d>", i);
        recent_keep(*state, str_of(page));
    }
    text = pages(*state);
    assert_string_equal(text, "<9><8><7><6><5><4><3><2>");
    free(text);
}

static void a_page_that_is_too_long_is_not_kept(void **state)
{
    static char page[RECENT_PAGE_SIZE + 1];
    memset(page, 'x', sizeof page);
    recent_keep(*state, str_make(page, sizeof page));
    recent_keep(*state, STR(""));
    char *text = pages(*state);
    assert_string_equal(text, "");
    free(text);
    recent_keep(*state, str_make(page, sizeof page - 1));
    text = pages(*state);
    assert_int_equal(strlen(text), RECENT_PAGE_SIZE);
    free(text);
}

static void dead_letters_are_noted_once(void **state)
{
    static struct letter_note notes[RECENT_LETTERS];
    struct letter_note note = {.topic = "articles", .reason = "too-big"};
    for (int64_t i = 0; i < RECENT_LETTERS + 3; i++) {
        note.offset = i;
        recent_refuse(*state, &note);
        recent_refuse(*state, &note);
    }
    assert_int_equal(recent_letters_copy(*state, notes), RECENT_LETTERS);
    assert_int_equal(notes[0].offset, RECENT_LETTERS + 2);
    assert_int_equal(notes[RECENT_LETTERS - 1].offset, 3);
}

static void samples_come_out_the_oldest_first(void **state)
{
    static struct sample samples[HISTORY_SAMPLES];
    struct history *history;
    (void)state;
    assert_int_equal(history_new(&history), 0);
    assert_int_equal(history_copy(history, samples), 0);
    for (int64_t i = 1; i <= HISTORY_SAMPLES + 7; i++) {
        history_add(history, &(struct sample){.at_ms = i});
        assert_int_equal(history_copy(history, samples), i < HISTORY_SAMPLES ? i : HISTORY_SAMPLES);
    }
    assert_int_equal(samples[0].at_ms, 8);
    assert_int_equal(samples[HISTORY_SAMPLES - 1].at_ms, HISTORY_SAMPLES + 7);
    history_free(history);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(one_article_a_second_is_wanted), TEST(an_article_is_wanted_once),
        TEST(the_latest_pages_stand_first),   TEST(a_page_that_is_too_long_is_not_kept),
        TEST(dead_letters_are_noted_once),    TEST(samples_come_out_the_oldest_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
