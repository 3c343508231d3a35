/* What was refused goes one step down each time, and is forgotten once committed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/fault.h"
#include "stream/refusals.h"

static const struct article_place PLACE = {"articles", 3, 70};

static void test_unknown(void **state)
{
    (void)state;
    struct refusals *refusals = refusals_new();
    const char *reason = "untouched";
    assert_int_equal(refusals_find(refusals, PLACE, &reason), REFUSAL_NONE);
    assert_string_equal(reason, "untouched");
    refusals_free(refusals);
}

static void test_steps(void **state)
{
    (void)state;
    static const enum refusal STEPS[] = {REFUSAL_SUSPECT, REFUSAL_LETTER, REFUSAL_POINTER,
                                         REFUSAL_BARE};
    static const char *const REASONS[] = {"first", "second", "third", "fourth"};
    /* The letter tells what was said of the events, not of the letter. */
    static const char *const TOLD[] = {"first", "second", "second", "second"};
    struct refusals *refusals = refusals_new();
    enum refusal tried = REFUSAL_NONE;
    for (size_t i = 0; i < 4; i++) {
        const char *reason;
        assert_int_equal(refusals_note(refusals, PLACE, tried, REASONS[i]), 0);
        tried = refusals_find(refusals, PLACE, &reason);
        assert_int_equal(tried, STEPS[i]);
        assert_string_equal(reason, TOLD[i]);
    }
    assert_int_equal(refusals_note(refusals, PLACE, tried, "fifth"), FAULT_FATAL);
    assert_int_equal(refusals_notes(refusals), 4);
    assert_int_equal(refusals_count(refusals), 1);
    refusals_free(refusals);
}

static void test_forget(void **state)
{
    (void)state;
    struct refusals *refusals = refusals_new();
    for (int64_t offset = 0; offset < 100; offset++) {
        struct article_place here = {"articles", 0, offset}, there = {"other", 0, offset};
        assert_int_equal(refusals_note(refusals, here, REFUSAL_NONE, "x"), 0);
        assert_int_equal(refusals_note(refusals, there, REFUSAL_NONE, "x"), 0);
    }
    refusals_forget(refusals, (struct article_place){"articles", 0, 60});
    assert_int_equal(refusals_count(refusals), 140);
    const char *reason;
    assert_int_equal(refusals_find(refusals, (struct article_place){"articles", 0, 59}, &reason),
                     REFUSAL_NONE);
    assert_int_equal(refusals_find(refusals, (struct article_place){"articles", 0, 60}, &reason),
                     REFUSAL_SUSPECT);
    assert_int_equal(refusals_find(refusals, (struct article_place){"other", 0, 0}, &reason),
                     REFUSAL_SUSPECT);
    refusals_free(refusals);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_unknown),
        cmocka_unit_test(test_steps),
        cmocka_unit_test(test_forget),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
