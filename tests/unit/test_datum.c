#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "record/datum.h"
#include "record/event.h"
#include "support/sample_event.h"

struct bench {
    struct arena *arena;
    struct schema_set *schemas;
    const struct schema *schema;
};

static int bench_set_up(void **state)
{
    static struct bench bench;
    bench.arena = arena_new(64 << 20);
    if (schema_set_load(&bench.schemas, NULL))
        return -1;
    bench.schema = schema_set_current(bench.schemas, RECORD_EVENT);
    *state = &bench;
    return 0;
}

static int bench_tear_down(void **state)
{
    struct bench *bench = *state;
    schema_set_free(bench->schemas);
    arena_free(bench->arena);
    return 0;
}

static void assert_str_equal(struct str told, const char *expected)
{
    assert_int_equal(told.len, strlen(expected));
    assert_memory_equal(told.at, expected, told.len);
}

static struct str framed_event(struct bench *bench, enum sample sample, size_t index)
{
    struct event_context context = sample_context(bench->arena, sample);
    struct framing framing = schema_framing(bench->schema);
    struct str bytes;
    assert_int_equal(event_avro(&context, index, &framing, bench->arena, &bytes), 0);
    return bytes;
}

static void test_what_is_read_is_what_was_written(void **state)
{
    struct bench *bench = *state;
    for (int sample = 0; sample < SAMPLE_COUNT; sample++) {
        struct event_context context = sample_context(bench->arena, (enum sample)sample);
        for (size_t i = 0; i < context.extraction->meeting_count; i++) {
            struct str bytes = framed_event(bench, (enum sample)sample, i), line, read;
            const struct datum *datum;
            assert_int_equal(event_json(&context, i, bench->arena, &line), 0);
            assert_int_equal(datum_decode_framed(bench->schemas, bytes, bench->arena, &datum, NULL),
                             0);
            assert_int_equal(datum_json(datum, bench->arena, &read), 0);
            assert_true(str_equal(line, read));
        }
        arena_reset(bench->arena);
    }
}

static void test_paths(void **state)
{
    struct bench *bench = *state;
    const struct datum *event;
    struct str bytes = framed_event(bench, SAMPLE_FULL, 0);
    assert_int_equal(datum_decode_framed(bench->schemas, bytes, bench->arena, &event, NULL), 0);
    assert_str_equal(datum_text(event, "kind"), "MINISTERIAL");
    assert_str_equal(datum_text(event, "place.city_name"), "Almaty");
    assert_str_equal(datum_text(event, "participants[0].forms[1]"), "le ministre");
    assert_str_equal(datum_text(event, "participants[2].name"), "Xinhua");
    assert_int_equal(datum_get(event, "edition")->integer, 6);
    assert_int_equal(datum_get(event, "participants")->count, 3);
    assert_int_equal(datum_get(event, "participants[2].role")->type, DATUM_NULL);
    assert_true(datum_get(event, "place.longitude")->real > 76.9114);
    assert_ptr_equal(datum_get(event, ""), event);
    assert_int_equal(datum_text(event, "edition").len, 0);
    static const char *const nowhere[] = {
        "kin",
        "kinds",
        "participants[3]",
        "participants[",
        "participants[]",
        "kind.x",
        "participants[0]role",
        "place..city",
        "participants[x]",
        ".kind",
        "place.",
        "kind[0]",
        "participants[-1]",
        "participants[9999999999]",
    };
    for (size_t i = 0; i < sizeof nowhere / sizeof *nowhere; i++)
        assert_null(datum_get(event, nowhere[i]));
}

static void test_every_cut_is_seen(void **state)
{
    struct bench *bench = *state;
    struct str bytes = framed_event(bench, SAMPLE_FULL, 0);
    struct arena *arena = arena_new(1 << 20);
    for (size_t len = 0; len < bytes.len; len++) {
        /* A copy of its own size, so that a sanitizer sees a read behind its end. */
        char *cut = test_malloc(len ? len : 1);
        memcpy(cut, bytes.at, len);
        const struct datum *datum = NULL;
        struct fault fault = {0};
        assert_int_equal(
            datum_decode_framed(bench->schemas, str_make(cut, len), arena, &datum, &fault),
            FAULT_UNDECODABLE);
        assert_int_equal(fault.code, FAULT_UNDECODABLE);
        assert_null(datum);
        arena_reset(arena);
        test_free(cut);
    }
    arena_free(arena);
}

static void test_every_changed_byte_is_survived(void **state)
{
    struct bench *bench = *state;
    struct str bytes = framed_event(bench, SAMPLE_FULL, 0);
    struct arena *arena = arena_new(1 << 20);
    static const unsigned char changes[] = {0x01, 0x02, 0x40, 0x80, 0xff};
    char *changed = test_malloc(bytes.len);
    for (size_t i = 10; i < bytes.len; i++)
        for (size_t c = 0; c < sizeof changes; c++) {
            memcpy(changed, bytes.at, bytes.len);
            changed[i] = (char)((unsigned char)changed[i] ^ changes[c]);
            const struct datum *datum;
            struct str line;
            int fault = datum_decode_framed(bench->schemas, str_make(changed, bytes.len), arena,
                                            &datum, NULL);
            assert_true(fault == 0 || fault == FAULT_UNDECODABLE);
            if (fault == 0)
                assert_int_equal(datum_json(datum, arena, &line), 0);
            arena_reset(arena);
        }
    test_free(changed);
    arena_free(arena);
}

/* Decodes bytes with the schema in text and compares the JSON, or, without one, the reason. */
static void assert_decodes(struct arena *arena, const char *text, struct str bytes,
                           const char *json, const char *reason)
{
    struct schema *schema;
    const struct datum *datum;
    struct fault fault = {0};
    assert_int_equal(schema_parse(str_of(text), &schema, NULL), 0);
    int code = datum_decode(schema, bytes, arena, &datum, &fault);
    if (json) {
        struct str line;
        assert_int_equal(code, 0);
        assert_int_equal(datum_json(datum, arena, &line), 0);
        assert_str_equal(line, json);
    } else {
        assert_int_equal(code, FAULT_UNDECODABLE);
        assert_non_null(strstr(fault.text, reason));
    }
    schema_free(schema);
}

static void test_types_that_events_do_not_have(void **state)
{
    struct arena *arena = ((struct bench *)*state)->arena;
    assert_decodes(arena, "\"boolean\"", STR("\1"), "true", NULL);
    assert_decodes(arena, "\"boolean\"", STR("\0"), "false", NULL);
    assert_decodes(arena, "\"bytes\"", STR("\6a\0\xff"), "\"a\\u0000\xc3\xbf\"", NULL);
    assert_decodes(arena, "{\"type\":\"fixed\",\"name\":\"F\",\"size\":2}", STR("ab"), "\"ab\"",
                   NULL);
    assert_decodes(arena, "{\"type\":\"map\",\"values\":\"int\"}", STR("\4\2a\1\2b\2\0"),
                   "{\"a\":-1,\"b\":1}", NULL);
    assert_decodes(arena, "{\"type\":\"array\",\"items\":\"int\"}", STR("\2\2\3\4\4\6\0"),
                   "[1,2,3]", NULL); /* blocks of one, and of two with its size */
    assert_decodes(arena, "{\"type\":\"record\",\"name\":\"R\",\"fields\":[]}", str_make(NULL, 0),
                   "{}", NULL);
    assert_decodes(arena, "\"double\"", STR("\0\0\0\0\0\0\xf8\x7f"), "null", NULL); /* NaN */
}

static void test_numbers_at_their_limits(void **state)
{
    struct arena *arena = ((struct bench *)*state)->arena;
    assert_decodes(arena, "\"long\"", STR("\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01"),
                   "-9223372036854775808", NULL);
    assert_decodes(arena, "\"long\"", STR("\xfe\xff\xff\xff\xff\xff\xff\xff\xff\x01"),
                   "9223372036854775807", NULL);
    assert_decodes(arena, "\"int\"", STR("\xff\xff\xff\xff\x0f"), "-2147483648", NULL);
    assert_decodes(arena, "\"long\"", STR("\xff\xff\xff\xff\xff\xff\xff\xff\xff\x02"), NULL,
                   "64 bits");
    assert_decodes(arena, "\"long\"", STR("\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80"), NULL,
                   "64 bits");
    assert_decodes(arena, "\"int\"", STR("\x80\x80\x80\x80\x10"), NULL, "32 bits");
}

static void test_hostile_lengths(void **state)
{
    struct arena *arena = ((struct bench *)*state)->arena;
    static const char ints[] = "{\"type\":\"array\",\"items\":\"int\"}";
    static const char nulls[] = "{\"type\":\"array\",\"items\":\"null\"}";
    assert_decodes(arena, "\"string\"", STR("\x01"), NULL, "ends in a value"); /* length -1 */
    assert_decodes(arena, "\"string\"", STR("\x04x"), NULL, "ends in a value");
    assert_decodes(arena, "\"bytes\"", STR("\xfe\xff\xff\xff\xff\xff\xff\xff\xff\x01"), NULL,
                   "ends in a value");
    assert_decodes(arena, "\"string\"", STR("\4\xc3("), NULL, "not UTF-8");
    assert_decodes(arena, ints, STR("\xfe\xff\xff\xff\xff\xff\xff\xff\xff\x01"), NULL,
                   "more items than bytes");
    assert_decodes(arena, ints, STR("\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01\0"), NULL,
                   "more items than bytes"); /* INT64_MIN */
    assert_decodes(arena, nulls, STR("\x80\x80\x80\x80\x10\0"), NULL, "more items than bytes");
    assert_decodes(arena, "[\"null\",\"int\"]", STR("\4"), NULL, "not in the schema");
    assert_decodes(arena, "[\"null\",\"int\"]", STR("\1"), NULL, "not in the schema");
    assert_decodes(arena, "{\"type\":\"enum\",\"name\":\"E\",\"symbols\":[\"A\"]}", STR("\2"), NULL,
                   "not in the schema");
    assert_decodes(arena, "\"boolean\"", STR("\2"), NULL, "neither 0 nor 1");
    assert_decodes(arena, "\"null\"", STR("x"), NULL, "more bytes follow");
}

/* A list that is its own tail: each byte goes a level deeper. */
static void test_a_schema_may_refer_to_itself_but_not_for_ever(void **state)
{
    struct arena *arena = ((struct bench *)*state)->arena;
    struct schema *schema;
    const struct datum *datum;
    struct fault fault;
    char deep[1000];
    assert_int_equal(schema_parse(STR("{\"type\":\"record\",\"name\":\"L\",\"fields\":["
                                      "{\"name\":\"next\",\"type\":[\"null\",\"L\"]}]}"),
                                  &schema, NULL),
                     0);
    assert_int_equal(datum_decode(schema, STR("\2\2\0"), arena, &datum, NULL), 0);
    assert_int_equal(datum_get(datum, "next.next.next")->type, DATUM_NULL);
    memset(deep, 2, sizeof deep);
    assert_int_equal(datum_decode(schema, str_make(deep, sizeof deep), arena, &datum, &fault),
                     FAULT_TOO_DEEP);
    assert_non_null(strstr(fault.text, "64 levels"));
    schema_free(schema);
}

static void test_framing_that_is_not_ours(void **state)
{
    struct bench *bench = *state;
    const struct datum *datum;
    struct fault fault;
    assert_int_equal(datum_decode_framed(bench->schemas,
                                         STR("\xc3\x01"
                                             "12345678body"),
                                         bench->arena, &datum, &fault),
                     FAULT_UNDECODABLE);
    assert_non_null(strstr(fault.text, "fingerprint 3837363534333231"));
    assert_int_equal(
        datum_decode_framed(bench->schemas, STR("\0\0\0\0\1x"), bench->arena, &datum, &fault),
        FAULT_UNDECODABLE);
    assert_non_null(strstr(fault.text, "single-object"));
}

static void test_a_full_arena_is_told(void **state)
{
    struct bench *bench = *state;
    struct str bytes = framed_event(bench, SAMPLE_FULL, 0);
    bool fitted = false;
    for (size_t cap = 0; !fitted; cap += 16) {
        assert_true(cap < 256 * 1024);
        struct arena *small = arena_new(cap);
        const struct datum *datum = NULL;
        struct str line = STR("untouched");
        int fault = datum_decode_framed(bench->schemas, bytes, small, &datum, NULL);
        assert_true(fault == 0 || (fault == FAULT_MEMORY && !datum));
        if (fault == 0) {
            fault = datum_json(datum, small, &line);
            assert_true(fault == 0 || (fault == FAULT_MEMORY && str_equal(line, STR("untouched"))));
        }
        fitted = fault == 0;
        arena_free(small);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_is_read_is_what_was_written),
        cmocka_unit_test(test_paths),
        cmocka_unit_test(test_every_cut_is_seen),
        cmocka_unit_test(test_every_changed_byte_is_survived),
        cmocka_unit_test(test_types_that_events_do_not_have),
        cmocka_unit_test(test_numbers_at_their_limits),
        cmocka_unit_test(test_hostile_lengths),
        cmocka_unit_test(test_a_schema_may_refer_to_itself_but_not_for_ever),
        cmocka_unit_test(test_framing_that_is_not_ours),
        cmocka_unit_test(test_a_full_arena_is_told),
    };
    return cmocka_run_group_tests(tests, bench_set_up, bench_tear_down);
}
