/* Meetings that are not sure enough are left out, and no relation points to them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "meeting/sift.h"

enum { MEMORY = 1 << 20 };

static void relations_go_with_what_is_left_out(void **state)
{
    (void)state;
    const struct relation of_first[] = {{RELATION_NEXT_EDITION, 1}, {RELATION_SUB_EVENT, 2}};
    const struct relation of_last[] = {{RELATION_SUPER_EVENT, 0}, {RELATION_PREPARES, 1}};
    const struct meeting all[] = {
        {.confidence = 0.9F, .relations = of_first, .relation_count = 2},
        {.confidence = 0.4F},
        {.confidence = 0.5F, .relations = of_last, .relation_count = 2},
    };
    const struct meetings meetings = {all, 3};
    struct arena *arena = arena_new(MEMORY);
    struct meetings kept = {NULL, 0};
    assert_int_equal(sift_meetings(arena, &meetings, 50, &kept), 0);
    assert_int_equal(kept.count, 2);
    assert_int_equal(kept.at[0].relation_count, 1);
    assert_int_equal(kept.at[0].relations[0].type, RELATION_SUB_EVENT);
    assert_int_equal(kept.at[0].relations[0].meeting, 1);
    assert_int_equal(kept.at[1].relation_count, 1);
    assert_int_equal(kept.at[1].relations[0].meeting, 0);
    arena_free(arena);
}

static void all_may_be_left_out(void **state)
{
    (void)state;
    const struct meeting all[] = {{.confidence = 0.4F}};
    const struct meetings meetings = {all, 1};
    struct arena *arena = arena_new(MEMORY);
    struct meetings kept = {NULL, 9};
    assert_int_equal(sift_meetings(arena, &meetings, 41, &kept), 0);
    assert_int_equal(kept.count, 0);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(relations_go_with_what_is_left_out),
        cmocka_unit_test(all_may_be_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
