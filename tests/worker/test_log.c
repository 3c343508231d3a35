#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "telemetry/log.h"

/* What one line says after its time, which is `0000-00-00T00:00:00.000Z ` long. */
static const char *line_of(const struct log *wanted, const char *message,
                           const struct log_field *fields)
{
    static char line[4096];
    char *bytes = NULL;
    size_t size = 0;
    struct log log = {.prefixed = wanted->prefixed};
    log_change(&log, wanted->level, wanted->format);
    log.file = open_memstream(&bytes, &size);
    log_write(&log, LEVEL_WARNING, message, fields);
    fclose(log.file);
    assert_true(size < sizeof line);
    memcpy(line, bytes, size + 1);
    free(bytes);
    return line;
}

static const struct log TEXT = {.level = LEVEL_INFO, .format = LOG_TEXT};
static const struct log JOURNAL = {.level = LEVEL_INFO, .format = LOG_TEXT, .prefixed = true};
static const struct log JSON = {.level = LEVEL_INFO, .format = LOG_JSON};

static void text_begins_with_time_and_level(void **state)
{
    (void)state;
    const char *line = line_of(&TEXT, "batch committed",
                               LOG_FIELDS(log_int("articles", -5), log_text("topic", "articles")));
    assert_int_equal(line[10], 'T');
    assert_int_equal(line[23], 'Z');
    assert_string_equal(line + 24, " warning batch committed articles=-5 topic=articles\n");
}

static void values_that_would_mislead_are_quoted(void **state)
{
    (void)state;
    assert_string_equal(line_of(&JOURNAL, "m", LOG_FIELDS(log_text("k", "a b"))),
                        "<4>m k=\"a b\"\n");
    assert_string_equal(line_of(&JOURNAL, "m", LOG_FIELDS(log_text("k", ""))), "<4>m k=\"\"\n");
    assert_string_equal(line_of(&JOURNAL, "m", LOG_FIELDS(log_text("k", NULL))), "<4>m k=\"\"\n");
    assert_string_equal(line_of(&JOURNAL, "m", LOG_FIELDS(log_text("k", "a\"\n=\\"))),
                        "<4>m k=\"a\\\"\\u000a=\\\\\"\n");
}

static void a_line_stays_one_line(void **state)
{
    (void)state;
    assert_string_equal(line_of(&JOURNAL, "two\nlines\033[1m", NULL), "<4>two lines [1m\n");
}

static void json_is_an_object_a_line(void **state)
{
    (void)state;
    const char *line = line_of(&JSON, "a \"b\"", LOG_FIELDS(log_int("n", 1), log_text("t", "\t")));
    assert_memory_equal(line, "{\"time\":\"", 9);
    assert_string_equal(
        line + 33,
        "\",\"level\":\"warning\",\"message\":\"a \\\"b\\\"\",\"n\":1,\"t\":\"\\u0009\"}\n");
}

static void lower_levels_and_no_log_are_silent(void **state)
{
    (void)state;
    const struct log errors = {.level = LEVEL_ERROR, .format = LOG_TEXT, .prefixed = true};
    assert_string_equal(line_of(&errors, "m", NULL), "");
    log_write(NULL, LEVEL_ERROR, "m", NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_begins_with_time_and_level),
        cmocka_unit_test(values_that_would_mislead_are_quoted),
        cmocka_unit_test(a_line_stays_one_line),
        cmocka_unit_test(json_is_an_object_a_line),
        cmocka_unit_test(lower_levels_and_no_log_are_silent),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
