/* The language packs of the project: they load, and every example in them comes out as it says. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "meeting/rehearsal.h"

static void say(void *context, const char *text)
{
    (void)context;
    print_error("%s\n", text);
}

static void every_example_comes_out_as_it_says(void **state)
{
    (void)state;
    struct engine *engine = NULL;
    struct fault fault = {0};
    if (engine_load(TEST_LANG_DIR, NULL, &engine, &fault))
        fail_msg("%s", fault.text);
    struct rehearsal rehearsal;
    const struct rehearsal_listener listener = {.fails = say};
    assert_int_equal(rehearsal_run(engine, &listener, &rehearsal), 0);
    print_message("%zu examples; %zu of %zu rules match in none\n", rehearsal.examples,
                  rehearsal.idle_rules, rehearsal.rules);
    engine_free(engine);
    assert_int_equal(rehearsal.failures, 0);
    assert_true(rehearsal.examples > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_example_comes_out_as_it_says),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
