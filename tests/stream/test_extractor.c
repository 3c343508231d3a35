/* One article through the processor of the worker: its events, its receipt, its refusals. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "record/datum.h"
#include "stream/extractor.h"
#include "telemetry/recent.h"

#define MEETING                                                                            \
    "Countries of the region will set up a joint seed bank, according to a communique of " \
    "the 12th Meeting of Caribbean Agriculture Ministers, which was held on Saturday in "  \
    "Bridgetown, Barbados."

struct fixture {
    struct engine *engine;
    struct schema_set *schemas;
    struct extractor extractor;
    struct processor processor;
    struct arena *arena;
};

static int set_up(void **state)
{
    static struct fixture fixture;
    struct settings settings = {0};
    struct engine_limits limits = engine_limits_default();
    struct fault fault;
    if (engine_load(TEST_LANG_DIR, &limits, &fixture.engine, &fault) != 0)
        fail_msg("%s", fault.text);
    assert_int_equal(schema_set_load(&fixture.schemas, &fault), 0);
    extractor_set_up(&settings, fixture.engine, fixture.schemas, &fixture.extractor);
    fixture.processor = extractor_processor(&fixture.extractor);
    fixture.arena = arena_new(64 << 20);
    *state = &fixture;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;
    arena_free(fixture->arena);
    schema_set_free(fixture->schemas);
    engine_free(fixture->engine);
    return 0;
}

static int reset(void **state)
{
    struct fixture *fixture = *state;
    arena_reset(fixture->arena);
    fixture->extractor.other_languages = OTHER_LANGUAGES_SKIP;
    fixture->extractor.date_fallback = DATE_FALLBACK_NONE;
    return 0;
}

static struct message message_of(const char *value)
{
    return (struct message){.topic = STR("articles"),
                            .partition = 2,
                            .offset = 41,
                            .timestamp_ms = 1745712000000, /* 2025-04-27 */
                            .value = str_of(value)};
}

static const struct datum *decoded(struct fixture *fixture, const struct output_record *record)
{
    const struct datum *datum = NULL;
    struct fault fault;
    assert_int_equal(
        datum_decode_framed(fixture->schemas, record->value, fixture->arena, &datum, &fault), 0);
    assert_true(str_equal(record->content_type, STR("avro/binary")));
    return datum;
}

static void assert_text(const struct datum *datum, const char *path, const char *expected)
{
    struct str text = datum_text(datum, path);
    assert_int_equal(text.len, strlen(expected));
    assert_memory_equal(text.at, expected, text.len);
}

static struct output process(struct fixture *fixture, const char *value)
{
    struct message message = message_of(value);
    struct output output = {.count = 0};
    struct fault fault = {.text = ""};
    int code = fixture->processor.process(fixture->processor.self, fixture->arena, &message,
                                          &output, &fault);
    if (code)
        fail_msg("%s", fault.text);
    return output;
}

static void test_events_and_receipt(void **state)
{
    struct fixture *fixture = *state;
    struct output output =
        process(fixture, "{\"id\":\"x1\",\"source\":\"wire\",\"language\":\"en\","
                         "\"published_at\":\"2025-05-18\",\"body\":\"" MEETING "\"}");
    assert_int_equal(output.fate, FATE_EVENTS);
    assert_true(output.count >= 2);
    const struct output_record *receipt_record = &output.records[output.count - 1];
    assert_int_equal(receipt_record->target, TARGET_RECEIPTS);
    assert_true(str_equal(receipt_record->key, STR("[\"wire\",\"x1\"]")));
    const struct datum *receipt = decoded(fixture, receipt_record);
    assert_text(receipt, "outcome", "EVENTS");
    assert_text(receipt, "origin.topic", "articles");
    assert_int_equal(datum_get(receipt, "origin.offset")->integer, 41);
    assert_int_equal(datum_get(receipt, "event_ids")->count, output.count - 1);
    const struct datum *event = decoded(fixture, &output.records[0]);
    assert_int_equal(output.records[0].target, TARGET_EVENTS);
    assert_true(str_equal(output.records[0].key, datum_text(event, "event_id")));
    assert_text(event, "article.id", "x1");
}

static void test_no_meeting(void **state)
{
    struct fixture *fixture = *state;
    struct output output = process(
        fixture, "{\"id\":\"x2\",\"language\":\"en\",\"body\":\"The chair was painted green.\"}");
    assert_int_equal(output.fate, FATE_NO_MEETING);
    assert_int_equal(output.count, 1);
    assert_text(decoded(fixture, output.records), "outcome", "NO_MEETING");
}

static void test_other_language(void **state)
{
    struct fixture *fixture = *state;
    const char *article = "{\"id\":\"x3\",\"language\":\"fi\",\"body\":\"Tuoli maalattiin.\"}";
    struct output output = process(fixture, article);
    assert_int_equal(output.fate, FATE_PASSED_OVER);
    assert_int_equal(output.count, 1);
    const struct datum *receipt = decoded(fixture, output.records);
    assert_text(receipt, "outcome", "PASSED_OVER");
    assert_text(receipt, "reason", "no-language-pack");

    fixture->extractor.other_languages = OTHER_LANGUAGES_DEAD_LETTER;
    struct message message = message_of(article);
    struct fault fault;
    assert_int_equal(fixture->processor.process(fixture->processor.self, fixture->arena, &message,
                                                &output, &fault),
                     FAULT_LANGUAGE);
}

static void test_content_type(void **state)
{
    struct fixture *fixture = *state;
    struct message_header type = {STR("content-type"), STR("text/html; charset=utf-8")};
    struct message message = message_of("<p>" MEETING "</p>");
    message.headers = &type;
    message.header_count = 1;
    struct output output;
    struct fault fault;
    assert_int_equal(fixture->processor.process(fixture->processor.self, fixture->arena, &message,
                                                &output, &fault),
                     0);
    assert_int_equal(output.fate, FATE_EVENTS);
}

/* Without an article's own date, Kafka's may stand in: then "Saturday" is a day. */
static void test_timestamp_stands_in(void **state)
{
    struct fixture *fixture = *state;
    const char *article = "{\"id\":\"x4\",\"language\":\"en\",\"body\":\"" MEETING "\"}";
    const struct datum *event = decoded(fixture, process(fixture, article).records);
    assert_text(event, "start", "");
    fixture->extractor.date_fallback = DATE_FALLBACK_TIMESTAMP;
    event = decoded(fixture, process(fixture, article).records);
    assert_text(event, "start", "2025-04-26");
}

static const struct datum *refused(struct fixture *fixture, const char *value, int code)
{
    struct message message = message_of(value);
    struct fault why = {.code = code, .text = "because"};
    struct output output = {.count = 0};
    assert_int_equal(
        fixture->processor.refuse(fixture->processor.self, fixture->arena, &message, &why, &output),
        0);
    assert_int_equal(output.fate, FATE_DEAD_LETTER);
    assert_int_equal(output.count, 1);
    return decoded(fixture, output.records);
}

static void test_refused(void **state)
{
    struct fixture *fixture = *state;
    const struct datum *receipt = refused(fixture, "{\"body\": 7", FAULT_UNDECODABLE);
    assert_text(receipt, "article", "[\"articles\",2,41]");
    assert_text(receipt, "outcome", "DEAD_LETTER");
    assert_text(receipt, "reason", "undecodable");
    receipt = refused(fixture, "{\"id\":\"x5\",\"body\":\"text\"}", FAULT_REFUSED);
    assert_text(receipt, "article", "[\"\",\"x5\"]");
    assert_text(receipt, "reason", "refused-by-broker");
}

static int process_at(struct fixture *fixture, const char *value, int64_t offset)
{
    struct message message = message_of(value);
    struct output output;
    struct fault why = {0};
    message.offset = offset;
    int code = fixture->processor.process(fixture->processor.self, fixture->arena, &message,
                                          &output, &why);
    if (fault_remedy(code) == REMEDY_SKIP)
        assert_int_equal(fixture->processor.refuse(fixture->processor.self, fixture->arena,
                                                   &message, &why, &output),
                         0);
    return code;
}

/* What people are shown: the first article with a meeting, and what could not be read. */
static void test_recent(void **state)
{
    struct fixture *fixture = *state;
    struct recent *recent;
    char *pages = NULL;
    size_t size = 0;
    assert_int_equal(recent_new(&recent), 0);
    fixture->extractor.recent = recent;
    process_at(fixture, "{\"id\": \"1\", \"body\": \"The chair was green.\", \"language\": \"en\"}",
               1);
    process_at(fixture, "{\"id\": \"2\", \"body\": \"" MEETING "\", \"language\": \"en\"}", 2);
    process_at(fixture, "{\"id\": \"3\", \"body\": 7", 3);
    FILE *out = open_memstream(&pages, &size);
    recent_pages_write(recent, out);
    fclose(out);
    assert_non_null(strstr(pages, "<article class=\"story\" id=\"a1\""));
    assert_non_null(strstr(pages, "Meeting of Caribbean Agriculture Ministers</mark>"));
    assert_null(strstr(pages, "id=\"a2\""));
    free(pages);
    static struct letter_note notes[RECENT_LETTERS];
    assert_int_equal(recent_letters_copy(recent, notes), 1);
    assert_string_equal(notes[0].topic, "articles");
    assert_int_equal(notes[0].offset, 3);
    assert_string_equal(notes[0].reason, "undecodable");
    fixture->extractor.recent = NULL;
    recent_free(recent);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_events_and_receipt, reset),
        cmocka_unit_test_setup(test_no_meeting, reset),
        cmocka_unit_test_setup(test_other_language, reset),
        cmocka_unit_test_setup(test_content_type, reset),
        cmocka_unit_test_setup(test_timestamp_stands_in, reset),
        cmocka_unit_test_setup(test_refused, reset),
        cmocka_unit_test_setup(test_recent, reset),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
