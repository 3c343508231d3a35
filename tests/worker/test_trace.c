#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "stream/trace.h"

#define TRACE "4bf92f3577b34da6a3ce929d0e0e4736"
#define SPAN "00f067aa0ba902b7"
#define ZEROS "0000000000000000"

/* What an event's begins and ends with; NULL: the article's is no traceparent. */
static const struct {
    const char *parent, *flags;
} CASES[] = {
    {"00-" TRACE "-" SPAN "-01", "01"},
    {"00-" TRACE "-" SPAN "-00", "00"},
    {"00-" TRACE "-" SPAN "-03", "03"},
    {"00-" TRACE "-" SPAN "-ff", "03"}, /* bits without a meaning yet */
    {"01-" TRACE "-" SPAN "-01", "01"}, /* a later version's is read as ours */
    {"cc-" TRACE "-" SPAN "-01-what-comes", "01"},
    {"", NULL},
    {"00", NULL},
    {"ff-" TRACE "-" SPAN "-01", NULL},
    {"0g-" TRACE "-" SPAN "-01", NULL},
    {"00-" TRACE "-" SPAN "-01-more", NULL},
    {"01-" TRACE "-" SPAN "-01.more", NULL},
    {"00-" TRACE "-" SPAN "-1", NULL},
    {"00-" TRACE "-" SPAN "-0X", NULL},
    {"00-" ZEROS ZEROS "-" SPAN "-01", NULL},
    {"00-" TRACE "-" ZEROS "-01", NULL},
    {"00-4BF92F3577B34DA6A3CE929D0E0E4736-" SPAN "-01", NULL},
    {"00_" TRACE "-" SPAN "-01", NULL},
    {"00-" TRACE "_" SPAN "-01", NULL},
    {"00-" TRACE "-" SPAN "_01", NULL},
    {" 00-" TRACE "-" SPAN "-01", NULL},
    {"00-" TRACE "-" SPAN "-01 ", NULL},
};

static void what_is_valid_goes_on(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        char parent[TRACE_SIZE] = "untouched";
        bool valid = trace_continue(str_of(CASES[i].parent), STR("key"), parent);
        if (valid != (CASES[i].flags != NULL))
            fail_msg("'%s'", CASES[i].parent);
        if (!valid) {
            assert_string_equal(parent, "untouched");
            continue;
        }
        assert_int_equal(strlen(parent), TRACE_SIZE - 1);
        assert_memory_equal(parent, "00-" TRACE "-", 36);
        assert_memory_not_equal(parent + 36, SPAN, 16);
        assert_int_equal(strspn(parent + 36, "0123456789abcdef"), 16);
        assert_int_equal(parent[52], '-');
        assert_string_equal(parent + 53, CASES[i].flags);
    }
}

/* Bytes behind the header's end are not the header's. */
static void it_is_not_read_beyond_its_end(void **state)
{
    (void)state;
    char parent[TRACE_SIZE];
    const char *text = "00-" TRACE "-" SPAN "-01";
    for (size_t len = 0; len < strlen(text); len++)
        assert_false(trace_continue(str_make(text, len), STR("key"), parent));
}

static void a_span_follows_from_parent_and_key(void **state)
{
    (void)state;
    char one[TRACE_SIZE], again[TRACE_SIZE], other[TRACE_SIZE], elsewhere[TRACE_SIZE];
    trace_continue(str_of(CASES[0].parent), STR("one"), one);
    trace_continue(str_of(CASES[0].parent), STR("one"), again);
    trace_continue(str_of(CASES[0].parent), STR("other"), other);
    trace_continue(STR("00-" TRACE "-00f067aa0ba902b8-01"), STR("one"), elsewhere);
    assert_string_equal(one, again);
    assert_string_not_equal(one, other);
    assert_string_not_equal(one, elsewhere);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_valid_goes_on),
        cmocka_unit_test(it_is_not_read_beyond_its_end),
        cmocka_unit_test(a_span_follows_from_parent_and_key),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
