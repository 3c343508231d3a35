/* Meetings that are not sure enough are left out, and no relation points to them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "meeting/merge/sift.h"

enum { MEMORY = 1 << 20 };

static void relations_go_with_what_is_left_out(void **state)
{
    (void)state;
    const struct relation of_first[] = {{RELATION_NEXT_EDITION, 1}, {RELATION_SUB_EVENT, 2}};
    const struct relation of_last[] = {{RELATION_SUPER_EVENT, 0}, {RELATION_PREPARES, 1}};
    const struct meeting all[] = {
        {.kind = KIND_VISIT,
         .start = {"2025"},
         .confidence = 0.9F,
         .relations = of_first,
         .relation_count = 2},
        {.kind = KIND_VISIT, .start = {"2025"}, .confidence = 0.4F},
        {.kind = KIND_VISIT,
         .start = {"2025"},
         .confidence = 0.5F,
         .relations = of_last,
         .relation_count = 2},
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
    const struct meeting all[] = {{.kind = KIND_VISIT, .start = {"2025"}, .confidence = 0.4F}};
    const struct meetings meetings = {all, 1};
    struct arena *arena = arena_new(MEMORY);
    struct meetings kept = {NULL, 9};
    assert_int_equal(sift_meetings(arena, &meetings, 41, &kept), 0);
    assert_int_equal(kept.count, 0);
    arena_free(arena);
}

static void what_tells_too_little_is_left_out(void **state)
{
    (void)state;
    const struct participant one = {.type = PARTY_PERSON}, group = {.type = PARTY_GROUP};
    const struct participant pair[] = {one, one}, half[] = {one, group};
    const struct evidence headline = {.field = EVIDENCE_KIND, .source = SOURCE_TITLE};
    const struct meeting all[] = {
        {.kind = KIND_TALKS, .participants = half, .participant_count = 2},
        {.kind = KIND_TALKS, .participants = pair, .participant_count = 2},
        {.kind = KIND_TALKS, .participants = half, .participant_count = 2, .place.told = true},
        {.kind = KIND_TALKS, .evidence = &headline, .evidence_count = 1},
        {.kind = KIND_SUMMIT, .name = STR("Lakes summit")},
    };
    const struct meetings meetings = {all, sizeof all / sizeof *all};
    struct arena *arena = arena_new(MEMORY);
    struct meetings kept = {NULL, 0};
    assert_int_equal(sift_meetings(arena, &meetings, 0, &kept), 0);
    assert_int_equal(kept.count, meetings.count - 1);
    assert_int_equal(kept.at[0].participants[1].type, PARTY_PERSON);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(relations_go_with_what_is_left_out),
        cmocka_unit_test(all_may_be_left_out),
        cmocka_unit_test(what_tells_too_little_is_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
