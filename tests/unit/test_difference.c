#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "record/difference.h"
#include "record/event.h"
#include "record/schema.h"
#include "support/datums.h"
#include "support/fold_room.h"
#include "support/sample_event.h"

static void add_side(char **at, const char *end, struct str path, const struct datum *value)
{
    struct arena *scratch = arena_new(1 << 20);
    struct str json = STR("-");
    assert_non_null(scratch);
    if (value)
        assert_int_equal(datum_json(value, scratch, &json), 0);
    *at += snprintf(*at, (size_t)(end - *at), " %.*s=%.*s", (int)path.len, path.at, (int)json.len,
                    json.at);
    arena_free(scratch);
}

/* Compares two events in JSON, and expects a line "field old_path=old new_path=new" for each. */
static void assert_differs(const struct fold_room *room, const char *before, const char *after,
                           const char *expected)
{
    struct differences found;
    char lines[4096] = "", *at = lines, *end = lines + sizeof lines;
    assert_int_equal(differences_find(room->fold, datum_of(room->arena, before),
                                      datum_of(room->arena, after), room->arena, &found),
                     0);
    for (size_t i = 0; i < found.count; i++) {
        const struct difference *one = &found.items[i];
        at += snprintf(at, (size_t)(end - at), "%s%.*s", one->aside ? "~" : "", (int)one->field.len,
                       one->field.at);
        add_side(&at, end, one->old_path, one->before);
        add_side(&at, end, one->new_path, one->after);
        at += snprintf(at, (size_t)(end - at), "\n");
    }
    assert_string_equal(lines, expected);
}

static void test_the_same_differs_in_nothing(void **state)
{
    const char *event = "{'kind': 'TALKS', 'edition': 6, 'place': {'city': 'Riga'}, 'topics': "
                        "['MILITARY'], 'confidence': 0.5}";
    assert_differs(*state, event, event, "");
}

static void test_what_is_not_there_is_as_what_is_not_told(void **state)
{
    assert_differs(*state, "{'kind': 'TALKS'}",
                   "{'kind': 'TALKS', 'name': null, 'topics': [], 'place': null}", "");
    assert_differs(*state, "{'kind': 'TALKS', 'name': null, 'topics': []}", "{'kind': 'TALKS'}",
                   "");
    assert_differs(*state, "{'kind': 'TALKS'}", "{'kind': 'TALKS', 'name': 'Amber Talks'}",
                   "name =- name=\"Amber Talks\"\n");
}

static void test_values_of_each_sort(void **state)
{
    assert_differs(*state, "{'kind': 'TALKS', 'edition': 6, 'topics': ['MILITARY']}",
                   "{'kind': 'CALL', 'edition': 7, 'topics': ['MILITARY', 'TRADE']}",
                   "kind kind=\"TALKS\" kind=\"CALL\"\n"
                   "edition edition=6 edition=7\n"
                   "topics topics=[\"MILITARY\"] topics=[\"MILITARY\",\"TRADE\"]\n");
    assert_differs(*state, "{'place': {'city': 'Riga', 'country': 'LV', 'latitude': 56.9}}",
                   "{'place': {'city': 'Riga', 'country': 'EE', 'latitude': 56.8}}",
                   "place.country place.country=\"LV\" place.country=\"EE\"\n"
                   "place.latitude place.latitude=56.9 place.latitude=56.8\n");
    assert_differs(*state, "{'place': null}", "{'place': {'city': 'Riga'}}",
                   "place place=null place={\"city\":\"Riga\"}\n");
}

static void test_who_extracted_it_stands_aside(void **state)
{
    const struct fold_room *room = *state;
    const char *before = "{'confidence': 0.5, 'extractor': 'x 1'}";
    const char *after = "{'confidence': 0.75, 'extractor': 'x 2'}";
    assert_differs(room, before, after,
                   "~confidence confidence=0.5 confidence=0.75\n"
                   "~extractor extractor=\"x 1\" extractor=\"x 2\"\n");
    struct differences found;
    assert_int_equal(differences_find(room->fold, datum_of(room->arena, before),
                                      datum_of(room->arena, after), room->arena, &found),
                     0);
    assert_false(found.telling);
}

static void test_participants_are_compared_with_themselves(void **state)
{
    assert_differs(*state,
                   "{'participants': [{'type': 'PERSON', 'name': 'Kaarel Tamm', 'role': 'envoy'},"
                   " {'type': 'PERSON', 'name': 'Mati Saar', 'role': null}]}",
                   "{'participants': [{'type': 'PERSON', 'name': 'Ines Valadares', 'role': null},"
                   " {'type': 'PERSON', 'name': 'Tamm', 'role': 'minister'}]}",
                   "participants[].name participants[0].name=\"Kaarel Tamm\" "
                   "participants[1].name=\"Tamm\"\n"
                   "participants[].role participants[0].role=\"envoy\" "
                   "participants[1].role=\"minister\"\n"
                   "participants[] participants[1]={\"type\":\"PERSON\",\"name\":\"Mati Saar\","
                   "\"role\":null} =-\n"
                   "participants[] =- participants[0]={\"type\":\"PERSON\",\"name\":\"Ines "
                   "Valadares\",\"role\":null}\n");
}

static void test_another_order_is_a_difference(void **state)
{
    assert_differs(*state,
                   "{'participants': [{'type': 'GROUP', 'name': 'the envoys'},"
                   " {'type': 'COUNTRY', 'name': 'Peru'}]}",
                   "{'participants': [{'type': 'COUNTRY', 'name': 'Peru'},"
                   " {'type': 'GROUP', 'name': 'the envoys'}]}",
                   "participants participants=[{\"type\":\"GROUP\",\"name\":\"the envoys\"},"
                   "{\"type\":\"COUNTRY\",\"name\":\"Peru\"}] "
                   "participants=[{\"type\":\"COUNTRY\",\"name\":\"Peru\"},"
                   "{\"type\":\"GROUP\",\"name\":\"the envoys\"}]\n");
}

static void test_the_quote_is_that_of_the_value_or_of_what_it_stands_in(void **state)
{
    const struct fold_room *room = *state;
    const struct datum *event =
        datum_of(room->arena, "{'evidence': [{'field': 'start', 'quote': 'on Tuesday'},"
                              " {'field': 'participants[1]', 'quote': 'envoy Tamm'},"
                              " {'field': 'participants[1].role', 'quote': 'envoy'},"
                              " {'field': 'place', 'quote': 'in Riga'}]}");
    static const struct {
        const char *path, *quote;
    } rows[] = {
        {"start", "on Tuesday"},
        {"date_text", "on Tuesday"},
        {"place.city", "in Riga"},
        {"participants[1].role", "envoy"},
        {"participants[1].country", "envoy Tamm"},
        {"participants[0].name", ""},
        {"kind", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct str quote = datum_quote(event, str_of(rows[i].path));
        if (!str_equal(quote, str_of(rows[i].quote)))
            fail_msg("%s: '%.*s'", rows[i].path, (int)quote.len, quote.at);
    }
}

/* Any event of the samples, against itself and against any other. */
static void test_whole_events(void **state)
{
    const struct fold_room *room = *state;
    struct schema_set *set;
    struct fault fault;
    assert_int_equal(schema_set_load(&set, &fault), 0);
    struct framing framing = schema_framing(schema_set_current(set, RECORD_EVENT));
    struct event_context context = sample_context(room->arena, SAMPLE_FULL);
    const struct datum *events[2];
    for (size_t i = 0; i < 2; i++) {
        struct str bytes;
        assert_int_equal(event_avro(&context, i, &framing, room->arena, &bytes), 0);
        assert_int_equal(datum_decode_framed(set, bytes, room->arena, &events[i], &fault), 0);
    }
    struct differences found;
    assert_int_equal(differences_find(room->fold, events[0], events[0], room->arena, &found), 0);
    assert_int_equal(found.count, 0);
    assert_int_equal(differences_find(room->fold, events[0], events[1], room->arena, &found), 0);
    assert_true(found.telling);
    assert_true(str_equal(found.items[0].field, STR("event_id")));
    schema_set_free(set);
}

/* An event of a release that knew less: its id, its kind and its name. */
static void test_an_event_of_an_older_schema(void **state)
{
    const struct fold_room *room = *state;
    static const char older[] =
        "{\"type\":\"record\",\"name\":\"MeetingEvent\",\"namespace\":\"meetingd\",\"fields\":["
        "{\"name\":\"event_id\",\"type\":\"string\"},"
        "{\"name\":\"kind\",\"type\":{\"type\":\"enum\",\"name\":\"MeetingKind\",\"symbols\":"
        "[\"OTHER\",\"SUMMIT\"]}},{\"name\":\"name\",\"type\":[\"null\",\"string\"]}]}";
    struct schema *schema;
    struct schema_set *set;
    struct fault fault;
    assert_int_equal(schema_parse(str_of(older), &schema, &fault), 0);
    struct framing framing = schema_framing(schema);
    char bytes[32] = "";
    size_t len = framing.len;
    memcpy(bytes, framing.bytes, framing.len);
    static const char body[] = "\x02"
                               "a\x02\x02\x16"
                               "Amber Talks"; /* 1 byte, symbol 1, branch 1, 11 bytes */
    memcpy(bytes + len, body, sizeof body - 1);
    len += sizeof body - 1;

    const struct datum *event;
    assert_int_equal(schema_set_load(&set, &fault), 0);
    assert_int_equal(datum_decode_framed(set, str_make(bytes, len), room->arena, &event, &fault),
                     FAULT_UNDECODABLE);
    assert_int_equal(schema_set_learn(set, str_of(older), &fault), 0);
    assert_int_equal(datum_decode_framed(set, str_make(bytes, len), room->arena, &event, &fault),
                     0);
    assert_false(schema_set_current(set, RECORD_EVENT) ==
                 schema_set_find(set, schema_fingerprint(schema)));
    struct differences found;
    const struct datum *now = datum_of(
        room->arena, "{'event_id': 'a', 'kind': 'SUMMIT', 'name': 'Amber Talks', 'start': null,"
                     " 'participants': [], 'place': {'city': 'Riga'}}");
    assert_int_equal(differences_find(room->fold, event, now, room->arena, &found), 0);
    assert_int_equal(found.count, 1);
    assert_true(str_equal(found.items[0].field, STR("place")));
    schema_free(schema);
    schema_set_free(set);
}

/* What no memory is left for is told, and not left out. */
static void test_a_full_arena_is_told(void **state)
{
    const struct fold_room *room = *state;
    const struct datum *before = datum_of(room->arena, "{'kind': 'TALKS', 'name': 'a'}");
    const struct datum *after = datum_of(room->arena, "{'kind': 'CALL', 'name': 'b'}");
    struct arena *small = arena_new(64);
    struct differences found;
    assert_non_null(small);
    assert_int_equal(differences_find(room->fold, before, after, small, &found), FAULT_MEMORY);
    arena_free(small);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_same_differs_in_nothing),
        cmocka_unit_test(test_what_is_not_there_is_as_what_is_not_told),
        cmocka_unit_test(test_values_of_each_sort),
        cmocka_unit_test(test_who_extracted_it_stands_aside),
        cmocka_unit_test(test_participants_are_compared_with_themselves),
        cmocka_unit_test(test_another_order_is_a_difference),
        cmocka_unit_test(test_the_quote_is_that_of_the_value_or_of_what_it_stands_in),
        cmocka_unit_test(test_whole_events),
        cmocka_unit_test(test_an_event_of_an_older_schema),
        cmocka_unit_test(test_a_full_arena_is_told),
    };
    return cmocka_run_group_tests(tests, fold_room_set_up, fold_room_tear_down);
}
