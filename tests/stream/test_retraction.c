#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "stream/retraction.h"
#include "stream/spill.h"

enum { KEYS = 300 };

/* A processor whose article has the message's key as its receipt's, and one event with id "kept".
 */
static int fill(struct arena *arena, const struct message *message, bool receipt,
                struct output *ret_output)
{
    struct output_record *records = ARENA_ARRAY(arena, struct output_record, 2);
    records[0] =
        (struct output_record){.target = TARGET_EVENTS, .key = STR("kept"), .value = STR("event")};
    records[1] = (struct output_record){
        .target = TARGET_RECEIPTS, .key = message->key, .value = STR("receipt")};
    *ret_output = (struct output){.records = records, .count = receipt ? 2 : 0};
    return 0;
}

static int process(void *self, struct arena *arena, const struct message *message,
                   struct output *ret_output, struct fault *ret_fault)
{
    (void)ret_fault;
    return fill(arena, message, *(bool *)self, ret_output);
}

static int refuse(void *self, struct arena *arena, const struct message *message,
                  const struct fault *why, struct output *ret_output)
{
    (void)why;
    return fill(arena, message, *(bool *)self, ret_output);
}

struct room {
    struct arena *arena;
    struct retraction *retraction;
    struct processor processor;
    bool receipt; /* the inner processor writes one */
};

static int hashes_compare(const void *a, const void *b)
{
    uint64_t one = spill_hash(str_of(a)), other = spill_hash(str_of(b));
    return (one > other) - (one < other);
}

/* Of each third key two events are to go, and "kept"; in the order of a survey. */
static int set_up(void **state)
{
    static struct room room;
    static char keys[KEYS][16];
    struct fault fault;
    room = (struct room){.arena = arena_new(1 << 20), .receipt = true};
    *state = &room;
    for (int i = 0; i < KEYS; i++)
        snprintf(keys[i], sizeof keys[i], "key %d", i * 3);
    qsort(keys, KEYS, sizeof *keys, hashes_compare);
    int code = retraction_new(&room.retraction, &fault);
    for (int i = 0; i < KEYS && !code; i++) {
        static const char *const ids[] = {"one of ", "", "other of "};
        for (int j = 0; j < 3 && !code; j++) {
            char id[40];
            snprintf(id, sizeof id, j == 1 ? "kept" : "%s%s", ids[j], keys[i]);
            code = retraction_add(room.retraction, str_of(keys[i]), str_of(id), &fault);
        }
    }
    const struct processor inner = {&room.receipt, process, refuse};
    return code ? code : retraction_processor(room.retraction, &inner, &room.processor, &fault);
}

static int tear_down(void **state)
{
    struct room *room = *state;
    retraction_free(room->retraction);
    arena_free(room->arena);
    return 0;
}

static void assert_retracts(const struct output *output, size_t at, const char *what,
                            const char *key)
{
    char id[40];
    snprintf(id, sizeof id, "%s%s", what, key);
    const struct output_record *record = &output->records[at];
    assert_true(str_equal(record->key, str_of(id)));
    assert_int_equal(record->target, TARGET_EVENTS);
    assert_null(record->value.at);
}

static void test_an_articles_events_go_with_it(void **state)
{
    struct room *room = *state;
    struct output output;
    struct fault fault;
    assert_int_equal(retraction_count(room->retraction), 3 * KEYS);
    for (int i = 0; i < 3 * KEYS; i++) {
        char key[16];
        snprintf(key, sizeof key, "key %d", i);
        const struct message message = {.key = str_of(key)};
        arena_reset(room->arena);
        assert_int_equal(
            room->processor.process(room->processor.self, room->arena, &message, &output, &fault),
            0);
        assert_int_equal(output.count, i % 3 == 0 ? 4 : 2);
        if (i % 3 == 0) {
            assert_retracts(&output, 0, "one of ", key);
            assert_retracts(&output, 1, "other of ", key);
        }
        assert_int_equal(output.records[output.count - 1].target, TARGET_RECEIPTS);
        assert_non_null(output.records[output.count - 2].value.at);
    }
}

static void test_of_a_dead_letter_as_well(void **state)
{
    struct room *room = *state;
    struct output output;
    const struct message message = {.key = STR("key 3")};
    assert_int_equal(room->processor.refuse(room->processor.self, room->arena, &message,
                                            &(struct fault){.code = FAULT_TOO_BIG}, &output),
                     0);
    assert_int_equal(output.count, 4);
    assert_retracts(&output, 0, "one of ", "key 3");
}

/* An article that a filter left out has no receipt: nothing of it is touched. */
static void test_nothing_of_what_is_not_wanted(void **state)
{
    struct room *room = *state;
    struct output output;
    struct fault fault;
    const struct message message = {.key = STR("key 3")};
    room->receipt = false;
    assert_int_equal(
        room->processor.process(room->processor.self, room->arena, &message, &output, &fault), 0);
    assert_int_equal(output.count, 0);
    room->receipt = true;
}

static void test_nothing_to_retract(void **state)
{
    struct room *room = *state;
    struct retraction *retraction;
    struct processor processor;
    struct output output;
    struct fault fault;
    const struct processor inner = {&room->receipt, process, refuse};
    const struct message message = {.key = STR("key 3")};
    assert_int_equal(retraction_new(&retraction, &fault), 0);
    assert_int_equal(retraction_processor(retraction, &inner, &processor, &fault), 0);
    assert_int_equal(processor.process(processor.self, room->arena, &message, &output, &fault), 0);
    assert_int_equal(output.count, 2);
    retraction_free(retraction);
}

static void test_a_full_arena_is_told(void **state)
{
    struct room *room = *state;
    struct arena *small = arena_new(2 * sizeof(struct output_record) + 64);
    struct output output;
    struct fault fault;
    const struct message message = {.key = STR("key 3")};
    assert_non_null(small);
    assert_int_equal(
        room->processor.process(room->processor.self, small, &message, &output, &fault),
        FAULT_MEMORY);
    arena_free(small);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_an_articles_events_go_with_it),
        cmocka_unit_test(test_of_a_dead_letter_as_well),
        cmocka_unit_test(test_nothing_of_what_is_not_wanted),
        cmocka_unit_test(test_nothing_to_retract),
        cmocka_unit_test(test_a_full_arena_is_told),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
