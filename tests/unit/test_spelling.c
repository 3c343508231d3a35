#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "annotate/name/spelling.h"

static void spellings_of_one_name_are_the_same(void **state)
{
    static const char *const pairs[][2] = {
        {"nourtleou", "nurtleu"},       {"mourat", "murat"},
        {"zhaparov", "japarov"},        {"djaparov", "japarov"},
        {"khrouchtchev", "khrushchev"}, {"pachinian", "pashinyan"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        assert_true(spelling_possible(str_of(pairs[i][0]), str_of(pairs[i][1])));
        assert_true(spelling_same(str_of(pairs[i][0]), str_of(pairs[i][1])));
    }
}

static void other_names_are_not(void **state)
{
    static const char *const pairs[][2] = {
        {"kim", "kin"},         {"martin", "marton"}, {"karimov", "karimova"},
        {"karimov", "rakimov"}, {"li", "lee"},        {"dupont", "durand"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        assert_false(spelling_same(str_of(pairs[i][0]), str_of(pairs[i][1])));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spellings_of_one_name_are_the_same),
        cmocka_unit_test(other_names_are_not),
    };
    return cmocka_run_group_tests_name("spelling", tests, NULL, NULL);
}
