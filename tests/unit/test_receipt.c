#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <avro.h>

#include "base/fault.h"
#include "record/receipt.h"
#include "record/schema.h"
#include "support/avro_c.h"
#include "support/sample_event.h"

static int set_up(void **state)
{
    *state = arena_new(32 << 20);
    return *state ? 0 : -1;
}

static int tear_down(void **state)
{
    arena_free(*state);
    return 0;
}

static void assert_str_equal(struct str told, const char *expected)
{
    assert_int_equal(told.len, strlen(expected));
    assert_memory_equal(told.at, expected, told.len);
}

static struct receipt receipt_of(const struct event_context *context)
{
    return (struct receipt){.outcome = RECEIPT_EVENTS,
                            .topic = STR("articles"),
                            .partition = 3,
                            .offset = 5000000000,
                            .article = context->article,
                            .extraction = context->extraction};
}

static void test_a_receipt_lists_the_events(void **state)
{
    struct arena *arena = *state;
    struct event_context context = sample_context(arena, SAMPLE_FULL);
    struct receipt receipt = receipt_of(&context);
    struct str line;
    assert_int_equal(receipt_json(&receipt, arena, &line), 0);
    assert_str_equal(line, "{\"article\":\"[\\\"Agence\\\",\\\"urn:news:42\\\"]\","
                           "\"source\":\"Agence\",\"id\":\"urn:news:42\","
                           "\"url\":\"https://example.org/42?a=1&b=2\",\"outcome\":\"EVENTS\","
                           "\"reason\":null,\"origin\":{\"topic\":\"articles\",\"partition\":3,"
                           "\"offset\":5000000000},"
                           "\"event_ids\":[\"8d6f0f0e-6c0b-5c43-9d0a-0f6f8f1f2a3b\","
                           "\"2b1c6a52-1d0e-5f4b-8b7a-7f0a4f4d5e6f\"],\"language\":\"fr\","
                           "\"extractor\":\"meetingd 0.1.0 fr/1\"}");
}

static void test_a_receipt_of_what_could_not_be_decoded(void **state)
{
    struct arena *arena = *state;
    struct receipt receipt = {.outcome = RECEIPT_DEAD_LETTER,
                              .reason = STR("undecodable"),
                              .topic = STR("articles"),
                              .partition = 0,
                              .offset = 7};
    struct str line;
    assert_int_equal(receipt_json(&receipt, arena, &line), 0);
    assert_str_equal(line, "{\"article\":\"[\\\"articles\\\",0,7]\",\"source\":null,\"id\":null,"
                           "\"url\":null,\"outcome\":\"DEAD_LETTER\",\"reason\":\"undecodable\","
                           "\"origin\":{\"topic\":\"articles\",\"partition\":0,\"offset\":7},"
                           "\"event_ids\":[],\"language\":null,\"extractor\":null}");
}

static void test_keys_are_told_apart(void **state)
{
    struct arena *arena = *state;
    struct article article = {.source = STR("a\",\"b"), .id = STR("c")};
    struct receipt receipt = {.article = &article};
    struct str one, other;
    assert_int_equal(receipt_key(&receipt, arena, &one), 0);
    assert_str_equal(one, "[\"a\\\",\\\"b\",\"c\"]");
    article.source = STR("a");
    article.id = STR("b\",\"c");
    assert_int_equal(receipt_key(&receipt, arena, &other), 0);
    assert_false(str_equal(one, other));
    article.source = STR("");
    assert_int_equal(receipt_key(&receipt, arena, &one), 0);
    assert_str_equal(one, "[\"\",\"b\\\",\\\"c\"]");
}

static void test_the_bytes_are_those_of_avro_c(void **state)
{
    struct arena *arena = *state;
    struct schema_set *set;
    const struct framing bare = {0};
    assert_int_equal(schema_set_load(&set, NULL), 0);
    for (int outcome = 0; outcome < RECEIPT_OUTCOME_COUNT; outcome++) {
        struct event_context context = sample_context(arena, (enum sample)outcome);
        struct receipt receipt = receipt_of(&context);
        receipt.outcome = (enum receipt_outcome)outcome;
        receipt.reason = STR("a reason");
        receipt.partition = INT32_MAX;
        receipt.offset = INT64_MIN;
        struct str bytes, line;
        assert_int_equal(receipt_avro(&receipt, &bare, arena, &bytes), 0);
        assert_int_equal(receipt_json(&receipt, arena, &line), 0);
        struct str theirs = avro_c_encode(arena, schema_set_current(set, RECORD_RECEIPT), line);
        assert_int_equal(bytes.len, theirs.len);
        assert_memory_equal(bytes.at, theirs.at, theirs.len);
        arena_reset(arena);
    }
    schema_set_free(set);
}

static void test_the_schema_has_the_outcomes(void **state)
{
    (void)state;
    struct schema_set *set;
    assert_int_equal(schema_set_load(&set, NULL), 0);
    avro_schema_t outcomes = avro_schema_record_field_get(
        schema_avro(schema_set_current(set, RECORD_RECEIPT)), "outcome");
    assert_int_equal(avro_schema_enum_number_of_symbols(outcomes), RECEIPT_OUTCOME_COUNT);
    for (int i = 0; i < RECEIPT_OUTCOME_COUNT; i++)
        assert_string_equal(avro_schema_enum_get(outcomes, i),
                            receipt_outcome_name((enum receipt_outcome)i));
    schema_set_free(set);
}

static void test_a_full_arena_is_told(void **state)
{
    struct event_context context = sample_context(*state, SAMPLE_FULL);
    struct receipt receipt = receipt_of(&context);
    const struct framing framing = framing_confluent(1);
    bool fitted = false;
    for (size_t cap = 0; !fitted; cap += 16) {
        assert_true(cap < 16 * 1024);
        struct arena *small = arena_new(cap);
        struct str bytes = STR("untouched"), line = STR("untouched");
        int avro = receipt_avro(&receipt, &framing, small, &bytes);
        assert_true(avro == 0 || (avro == FAULT_MEMORY && str_equal(bytes, STR("untouched"))));
        arena_reset(small);
        int json = receipt_json(&receipt, small, &line);
        assert_true(json == 0 || (json == FAULT_MEMORY && str_equal(line, STR("untouched"))));
        fitted = avro == 0 && json == 0;
        arena_free(small);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_receipt_lists_the_events),
        cmocka_unit_test(test_a_receipt_of_what_could_not_be_decoded),
        cmocka_unit_test(test_keys_are_told_apart),
        cmocka_unit_test(test_the_bytes_are_those_of_avro_c),
        cmocka_unit_test(test_the_schema_has_the_outcomes),
        cmocka_unit_test(test_a_full_arena_is_told),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
