/* What waits for a restart when the settings are read again. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "settings/change.h"
#include "settings/problem.h"

struct ear {
    char heard[400];
};

static void hear(void *context, const char *name)
{
    struct ear *ear = context;
    size_t used = strlen(ear->heard);
    snprintf(ear->heard + used, sizeof ear->heard - used, "%s ", name);
}

static struct settings *settings_of(const struct setting_argument *arguments, size_t count)
{
    struct problems problems = {0};
    struct settings *settings = NULL;
    const struct settings_sources sources = {
        .file = "/dev/null", .arguments = arguments, .argument_count = count};
    assert_int_equal(settings_load(&sources, &problems, &settings), 0);
    problems_clear(&problems);
    return settings;
}

/* What is heard when the first arguments become the others. */
static void assert_heard(const struct setting_argument *before, size_t before_count,
                         const struct setting_argument *after, size_t after_count,
                         const char *expected)
{
    struct settings *was = settings_of(before, before_count);
    struct settings *is = settings_of(after, after_count);
    struct ear ear = {""};
    const struct change_listener listener = {hear, &ear};
    settings_await_restart(was, is, &listener);
    assert_string_equal(ear.heard, expected);
    settings_free(was);
    settings_free(is);
}

#define COUNT(list) (sizeof(list) / sizeof(struct setting_argument))
#define ASSERT_HEARD(before, after, expected) \
    assert_heard(before, COUNT(before), after, COUNT(after), expected)

static void nothing_changed(void **state)
{
    (void)state;
    const struct setting_argument all[] = {{"input.topic", "news"}, {"kafka.client.id", "x"}};
    assert_heard(NULL, 0, NULL, 0, "");
    ASSERT_HEARD(all, all, "");
}

static void what_a_reload_takes_over_is_not_told(void **state)
{
    (void)state;
    const struct setting_argument after[] = {{"log.level", "debug"},
                                             {"fields.body", "words"},
                                             {"article.max_bytes", "2M"},
                                             {"engine.lang_dir", "/srv/lang"}};
    assert_heard(NULL, 0, after, COUNT(after), "");
}

static void each_type_that_waits(void **state)
{
    (void)state;
    const struct setting_argument after[] = {{"input.topic", "news"},
                                             {"engine.threads", "2"},
                                             {"delivery.guarantee", "at-least-once"},
                                             {"delivery.batch_bytes", "1M"},
                                             {"delivery.batch_wait", "1s"}};
    assert_heard(NULL, 0, after, COUNT(after),
                 "input.topic engine.threads delivery.guarantee delivery.batch_bytes "
                 "delivery.batch_wait ");
}

static void properties_new_changed_and_gone(void **state)
{
    (void)state;
    const struct setting_argument before[] = {{"kafka.consumer.client.id", "a"},
                                              {"kafka.producer.linger.ms", "5"}};
    const struct setting_argument after[] = {{"kafka.client.rack", "r1"},
                                             {"kafka.consumer.client.id", "b"}};
    ASSERT_HEARD(before, after,
                 "kafka.client.rack kafka.consumer.client.id kafka.producer.linger.ms ");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_changed),
        cmocka_unit_test(what_a_reload_takes_over_is_not_told),
        cmocka_unit_test(each_type_that_waits),
        cmocka_unit_test(properties_new_changed_and_gone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
