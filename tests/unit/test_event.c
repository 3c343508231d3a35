#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <avro.h>

#include "base/fault.h"
#include "record/event.h"
#include "record/schema.h"
#include "support/avro_c.h"
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

static void test_json_has_every_field_in_order(void **state)
{
    struct bench *bench = *state;
    struct event_context context = sample_context(bench->arena, SAMPLE_FULL);
    struct str line;
    assert_int_equal(event_json(&context, 0, bench->arena, &line), 0);
    assert_str_equal(
        line,
        "{\"event_id\":\"8d6f0f0e-6c0b-5c43-9d0a-0f6f8f1f2a3b\","
        "\"meeting_key\":\"v1:chine-asie-centrale/6\",\"kind\":\"MINISTERIAL\","
        "\"status\":\"HELD\",\"mode\":\"IN_PERSON\",\"name\":\"6e réunion\","
        "\"series\":\"réunion\",\"edition\":6,\"start\":\"2025-04-26\",\"end\":\"2025-04-27\","
        "\"start_time\":\"15:00+02:00\",\"previous_start\":\"2025-04\",\"date_text\":\"samedi\","
        "\"date_basis\":\"PUBLICATION\",\"place\":{\"text\":\"Almaty, au Kazakhstan\","
        "\"venue\":\"Palais de l'Indépendance\",\"city\":\"Almaty\",\"city_name\":\"Almaty\","
        "\"country\":\"KZ\",\"geonames_id\":1526384,\"latitude\":43.25249,"
        "\"longitude\":76.9115,\"basis\":\"EXPLICIT\"},\"participants\":["
        "{\"name\":\"Murat Nurtleu\",\"type\":\"PERSON\","
        "\"role\":\"vice-Premier ministre; ministre des Affaires étrangères\","
        "\"rank\":\"DEPUTY_HEAD_OF_GOVERNMENT\",\"country\":\"KZ\",\"organization\":null,"
        "\"part\":\"HOST\",\"forms\":[\"M. Nurtleu\",\"le ministre\"]},"
        "{\"name\":null,\"type\":\"PERSON\",\"role\":\"ministre kirghize des Affaires "
        "étrangères\",\"rank\":\"FOREIGN_MINISTER\",\"country\":\"KG\",\"organization\":null,"
        "\"part\":\"ATTENDEE\",\"forms\":[]},{\"name\":\"Xinhua\",\"type\":\"ORGANIZATION\","
        "\"role\":null,\"rank\":\"NONE\",\"country\":null,\"organization\":\"Xinhua\","
        "\"part\":\"ATTENDEE\",\"forms\":[]}],\"topics\":[\"DIPLOMATIC\",\"ECONOMIC\"],"
        "\"outcomes\":[{\"type\":\"COMMUNIQUE\",\"text\":\"un communiqué conjoint\"}],"
        "\"relations\":[{\"type\":\"PREPARES\","
        "\"event_id\":\"2b1c6a52-1d0e-5f4b-8b7a-7f0a4f4d5e6f\"}],\"cameo_code\":\"040\","
        "\"evidence\":["
        "{\"field\":\"kind\",\"source\":\"TITLE\",\"begin\":0,\"end\":7,\"quote\":\"réunion\"},"
        "{\"field\":\"status\",\"source\":\"BODY\",\"begin\":10,\"end\":20,"
        "\"quote\":\"s'est tenue\"},"
        "{\"field\":\"name\",\"source\":\"BODY\",\"begin\":3,\"end\":60,"
        "\"quote\":\"6e réunion\"},"
        "{\"field\":\"edition\",\"source\":\"BODY\",\"begin\":3,\"end\":5,\"quote\":\"6e\"},"
        "{\"field\":\"start\",\"source\":\"BODY\",\"begin\":70,\"end\":76,\"quote\":\"samedi\"},"
        "{\"field\":\"end\",\"source\":\"BODY\",\"begin\":80,\"end\":88,\"quote\":\"dimanche\"},"
        "{\"field\":\"start_time\",\"source\":\"BODY\",\"begin\":89,\"end\":97,"
        "\"quote\":\"15 h GMT\"},"
        "{\"field\":\"previous_start\",\"source\":\"BODY\",\"begin\":100,\"end\":108,"
        "\"quote\":\"vendredi\"},"
        "{\"field\":\"place\",\"source\":\"BODY\",\"begin\":110,\"end\":116,"
        "\"quote\":\"Almaty\"},"
        "{\"field\":\"participants[2]\",\"source\":\"BODY\",\"begin\":120,\"end\":126,"
        "\"quote\":\"Xinhua\"},"
        "{\"field\":\"participants[1].role\",\"source\":\"BODY\",\"begin\":130,\"end\":138,"
        "\"quote\":\"ministre\"},"
        "{\"field\":\"outcomes[0]\",\"source\":\"BODY\",\"begin\":140,\"end\":162,"
        "\"quote\":\"un communiqué conjoint\"}],"
        "\"confidence\":0.85,\"article\":{\"id\":\"urn:news:42\","
        "\"url\":\"https://example.org/42?a=1&b=2\",\"source\":\"Agence\",\"language\":\"fr\","
        "\"published_at\":1745712000123,\"title\":\"Chine-Asie centrale : 6e réunion\"},"
        "\"extractor\":\"meetingd 0.1.0 fr/1\"}");
}

static void test_what_is_not_told_is_null(void **state)
{
    struct bench *bench = *state;
    struct event_context context = sample_context(bench->arena, SAMPLE_EMPTY);
    struct str line;
    assert_int_equal(article_events_json(&context, bench->arena, &line), 0);
    assert_str_equal(
        line,
        "{\"id\":\"x\",\"events\":[{\"event_id\":\"00000000-0000-5000-8000-000000000000\","
        "\"meeting_key\":null,\"kind\":\"TALKS\",\"status\":\"HELD\",\"mode\":\"UNKNOWN\","
        "\"name\":null,\"series\":null,\"edition\":null,\"start\":null,\"end\":null,"
        "\"start_time\":null,\"previous_start\":null,\"date_text\":null,\"date_basis\":\"NONE\","
        "\"place\":null,\"participants\":[],\"topics\":[],\"outcomes\":[],\"relations\":[],"
        "\"cameo_code\":null,\"evidence\":[],\"confidence\":0.0,\"article\":{\"id\":\"x\","
        "\"url\":null,\"source\":null,\"language\":null,\"published_at\":null,\"title\":null},"
        "\"extractor\":\"meetingd 0.1.0 fr/1\"}]}");
}

static void test_an_article_without_meetings(void **state)
{
    struct bench *bench = *state;
    struct article article = {.id = STR("none \"at all\"")};
    struct extraction extraction = {.language = STR("fr")};
    struct event_context context = {&article, &extraction};
    struct str line;
    assert_int_equal(article_events_json(&context, bench->arena, &line), 0);
    assert_str_equal(line, "{\"id\":\"none \\\"at all\\\"\",\"events\":[]}");
}

static void test_several_events_stand_in_one_line(void **state)
{
    struct bench *bench = *state;
    struct event_context context = sample_context(bench->arena, SAMPLE_FULL);
    struct str line, first, second;
    assert_int_equal(article_events_json(&context, bench->arena, &line), 0);
    assert_int_equal(event_json(&context, 0, bench->arena, &first), 0);
    assert_int_equal(event_json(&context, 1, bench->arena, &second), 0);
    const char head[] = "{\"id\":\"urn:news:42\",\"events\":[";
    const char *at = line.at + sizeof head - 1;
    assert_memory_equal(line.at, head, sizeof head - 1);
    assert_memory_equal(at, first.at, first.len);
    at += first.len;
    assert_int_equal(*at++, ',');
    assert_memory_equal(at, second.at, second.len);
    at += second.len;
    assert_int_equal(line.at + line.len - at, 2);
    assert_memory_equal(at, "]}", 2);
}

/* The one test that lets us write Avro without avro-c. */
static void test_the_bytes_are_those_of_avro_c(void **state)
{
    struct bench *bench = *state;
    const struct framing bare = {0};
    for (int sample = 0; sample < SAMPLE_COUNT; sample++) {
        struct event_context context = sample_context(bench->arena, (enum sample)sample);
        for (size_t i = 0; i < context.extraction->meeting_count; i++) {
            struct str bytes, line;
            assert_int_equal(event_avro(&context, i, &bare, bench->arena, &bytes), 0);
            assert_int_equal(event_json(&context, i, bench->arena, &line), 0);
            struct str theirs = avro_c_encode(bench->arena, bench->schema, line);
            assert_int_equal(bytes.len, theirs.len);
            assert_memory_equal(bytes.at, theirs.at, theirs.len);
        }
        arena_reset(bench->arena);
    }
}

static void test_framing_stands_before_the_record(void **state)
{
    struct bench *bench = *state;
    struct event_context context = sample_context(bench->arena, SAMPLE_FULL);
    const struct framing bare = {0}, single = schema_framing(bench->schema);
    const struct framing confluent = framing_confluent(0x01020304);
    struct str body, bytes;
    assert_int_equal(event_avro(&context, 0, &bare, bench->arena, &body), 0);
    assert_int_equal(event_avro(&context, 0, &single, bench->arena, &bytes), 0);
    assert_int_equal(bytes.len, body.len + 10);
    assert_memory_equal(bytes.at, "\xc3\x01", 2);
    assert_memory_equal(bytes.at + 10, body.at, body.len);
    assert_int_equal(event_avro(&context, 0, &confluent, bench->arena, &bytes), 0);
    assert_int_equal(bytes.len, body.len + 5);
    assert_memory_equal(bytes.at, "\0\1\2\3\4", 5);
    assert_memory_equal(bytes.at + 5, body.at, body.len);
}

/* With every smaller cap: FAULT_MEMORY, and the output is left alone. */
static void test_a_full_arena_is_told(void **state)
{
    struct bench *bench = *state;
    struct event_context context = sample_context(bench->arena, SAMPLE_FULL);
    const struct framing framing = schema_framing(bench->schema);
    bool avro_fitted = false, json_fitted = false;
    for (size_t cap = 0; !avro_fitted || !json_fitted; cap += 16) {
        assert_true(cap < 64 * 1024);
        struct arena *small = arena_new(cap);
        struct str avro = STR("untouched"), json = STR("untouched");
        int fault = event_avro(&context, 0, &framing, small, &avro);
        avro_fitted = fault == 0;
        assert_true(avro_fitted || (fault == FAULT_MEMORY && str_equal(avro, STR("untouched"))));
        arena_reset(small);
        fault = article_events_json(&context, small, &json);
        json_fitted = fault == 0;
        assert_true(json_fitted || (fault == FAULT_MEMORY && str_equal(json, STR("untouched"))));
        arena_free(small);
    }
}

/* The enum that is the type at path, which names fields and goes through arrays and unions. */
static avro_schema_t schema_at(avro_schema_t schema, const char *const *path)
{
    for (; *path; path++) {
        schema = avro_schema_record_field_get(schema, *path);
        assert_non_null(schema);
        if (is_avro_union(schema))
            schema = avro_schema_union_branch(schema, 1);
        if (is_avro_array(schema))
            schema = avro_schema_array_items(schema);
    }
    assert_true(is_avro_enum(schema));
    return schema;
}

#define ASSERT_SYMBOLS(bench, type, noun, count, ...)                                         \
    do {                                                                                      \
        const char *const path[] = {__VA_ARGS__, NULL};                                       \
        avro_schema_t symbols = schema_at(schema_avro((bench)->schema), path);                \
        assert_int_equal(avro_schema_enum_number_of_symbols(symbols), (count));               \
        for (int i = 0; i < (int)(count); i++)                                                \
            assert_string_equal(avro_schema_enum_get(symbols, i), noun##_name((enum type)i)); \
    } while (0)

/* An enum is written as its number: the schema must have the same names at the same places. */
static void test_the_schema_has_the_names_of_meeting_h(void **state)
{
    struct bench *bench = *state;
    ASSERT_SYMBOLS(bench, meeting_kind, meeting_kind, KIND_COUNT, "kind");
    ASSERT_SYMBOLS(bench, meeting_status, meeting_status, STATUS_COUNT, "status");
    ASSERT_SYMBOLS(bench, meeting_mode, meeting_mode, MODE_COUNT, "mode");
    ASSERT_SYMBOLS(bench, date_basis, date_basis, DATE_BASIS_COUNT, "date_basis");
    ASSERT_SYMBOLS(bench, place_basis, place_basis, PLACE_BASIS_COUNT, "place", "basis");
    ASSERT_SYMBOLS(bench, party_type, party_type, PARTY_TYPE_COUNT, "participants", "type");
    ASSERT_SYMBOLS(bench, rank, rank, RANK_COUNT, "participants", "rank");
    ASSERT_SYMBOLS(bench, part, part, PART_COUNT, "participants", "part");
    ASSERT_SYMBOLS(bench, topic, topic, TOPIC_COUNT, "topics");
    ASSERT_SYMBOLS(bench, outcome_type, outcome_type, OUTCOME_TYPE_COUNT, "outcomes", "type");
    ASSERT_SYMBOLS(bench, relation_type, relation_type, RELATION_TYPE_COUNT, "relations", "type");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_json_has_every_field_in_order),
        cmocka_unit_test(test_what_is_not_told_is_null),
        cmocka_unit_test(test_an_article_without_meetings),
        cmocka_unit_test(test_several_events_stand_in_one_line),
        cmocka_unit_test(test_the_bytes_are_those_of_avro_c),
        cmocka_unit_test(test_framing_stands_before_the_record),
        cmocka_unit_test(test_a_full_arena_is_told),
        cmocka_unit_test(test_the_schema_has_the_names_of_meeting_h),
    };
    return cmocka_run_group_tests(tests, bench_set_up, bench_tear_down);
}
