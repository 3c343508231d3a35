#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/nearest.h"

static const char *nearest_of(const char *word)
{
    static const char *const names[] = {"month", "mouth", "input.topic", "log.level", "x"};
    struct nearest nearest = nearest_to(str_of(word));
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        nearest_offer(&nearest, names[i]);
    return nearest.name;
}

static void finds_a_typing_error(void **state)
{
    (void)state;
    assert_string_equal(nearest_of("moth"), "month"); /* a tie: the first offer stays */
    assert_string_equal(nearest_of("input.topci"), "input.topic");
    assert_string_equal(nearest_of("input_topic"), "input.topic");
    assert_string_equal(nearest_of("log.levels"), "log.level");
}

static void keeps_still_when_nothing_is_near(void **state)
{
    (void)state;
    assert_null(nearest_of("registry"));
    assert_null(nearest_of("an unreasonably long word that nobody ever typed in earnest, at all"));
}

static void one_letter_may_be_wrong_in_a_short_word(void **state)
{
    (void)state;
    assert_string_equal(nearest_of("y"), "x");
    assert_null(nearest_of("yz"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_a_typing_error),
        cmocka_unit_test(keeps_still_when_nothing_is_near),
        cmocka_unit_test(one_letter_may_be_wrong_in_a_short_word),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
