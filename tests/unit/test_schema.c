#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "record/schema.h"

static void assert_str_equal(struct str told, const char *expected)
{
    assert_int_equal(told.len, strlen(expected));
    assert_memory_equal(told.at, expected, told.len);
}

/* What Python's fastavro says of each: schema.to_parsing_canonical_form(), schema.fingerprint(). */
static const struct {
    const char *text, *name, *canonical;
    uint64_t fingerprint;
} KNOWN[] = {
    {"\"string\"", "string", "\"string\"", 0x8f014872634503c7},
    {"{\"type\": \"long\", \"logicalType\": \"timestamp-millis\"}", "long", "\"long\"",
     0xd054e14493f41db7},
    {"{\"type\": \"fixed\", \"name\": \"F\", \"namespace\": \"q\", \"size\": 16, \"doc\": \"d\", "
     "\"aliases\": [\"G\"]}",
     "q.F", "{\"name\":\"q.F\",\"type\":\"fixed\",\"size\":16}", 0xcdfad396865e93ae},
    {"{\"type\":\"enum\",\"name\":\"a.b.E\",\"namespace\":\"ignored\",\"symbols\":[\"A\",\"B\"],"
     "\"default\":\"A\"}",
     "a.b.E", "{\"name\":\"a.b.E\",\"type\":\"enum\",\"symbols\":[\"A\",\"B\"]}",
     0xc4c017f5839e7965},
    {"{\"type\":\"map\",\"values\":{\"type\":\"array\",\"items\":[\"null\",\"bytes\"]}}", "map",
     "{\"type\":\"map\",\"values\":{\"type\":\"array\",\"items\":[\"null\",\"bytes\"]}}",
     0xb4e4c72f61d1a2a2},
    {"{\"type\":\"record\",\"name\":\"R\",\"namespace\":\"a.b\",\"doc\":\"x\",\"fields\":["
     "{\"name\":\"next\",\"type\":[\"null\",\"R\"],\"default\":null},"
     "{\"name\":\"e\",\"type\":{\"type\":\"enum\",\"name\":\"E\",\"symbols\":[\"S\"]},"
     "\"order\":\"ignore\"},{\"name\":\"again\",\"type\":\"E\"},"
     "{\"name\":\"f\",\"type\":{\"type\":\"fixed\",\"name\":\"other.F\",\"size\":3}},"
     "{\"name\":\"g\",\"type\":\"other.F\"},{\"name\":\"b\",\"type\":\"boolean\"},"
     "{\"name\":\"d\",\"type\":{\"type\":\"double\"}}]}",
     "a.b.R",
     "{\"name\":\"a.b.R\",\"type\":\"record\",\"fields\":["
     "{\"name\":\"next\",\"type\":[\"null\",\"a.b.R\"]},"
     "{\"name\":\"e\",\"type\":{\"name\":\"a.b.E\",\"type\":\"enum\",\"symbols\":[\"S\"]}},"
     "{\"name\":\"again\",\"type\":\"a.b.E\"},"
     "{\"name\":\"f\",\"type\":{\"name\":\"other.F\",\"type\":\"fixed\",\"size\":3}},"
     "{\"name\":\"g\",\"type\":\"other.F\"},{\"name\":\"b\",\"type\":\"boolean\"},"
     "{\"name\":\"d\",\"type\":\"double\"}]}",
     0x57b9707d31061229},
};

static void test_canonical_form_and_fingerprint(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof KNOWN / sizeof *KNOWN; i++) {
        struct schema *schema;
        assert_int_equal(schema_parse(str_of(KNOWN[i].text), &schema, NULL), 0);
        assert_str_equal(schema_name(schema), KNOWN[i].name);
        assert_str_equal(schema_text(schema), KNOWN[i].text);
        assert_str_equal(schema_canonical(schema), KNOWN[i].canonical);
        assert_true(schema_fingerprint(schema) == KNOWN[i].fingerprint);
        schema_free(schema);
    }
}

static void test_what_is_no_schema(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "", "{", "{\"type\":\"record\"}", "\"nothing\"", "{\"type\":\"enum\",\"name\":\"E\"}", "7",
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct schema *schema = NULL;
        struct fault fault = {0};
        assert_int_equal(schema_parse(str_of(wrong[i]), &schema, &fault), FAULT_UNDECODABLE);
        assert_int_equal(fault.code, FAULT_UNDECODABLE);
        assert_memory_equal(fault.text, "not an Avro schema: ", 20);
        assert_null(schema);
    }
}

static void test_the_set_has_what_is_written(void **state)
{
    (void)state;
    struct schema_set *set;
    assert_int_equal(schema_set_load(&set, NULL), 0);
    const struct schema *event = schema_set_current(set, RECORD_EVENT);
    const struct schema *receipt = schema_set_current(set, RECORD_RECEIPT);
    assert_str_equal(schema_name(event), "meetingd.MeetingEvent");
    assert_str_equal(schema_name(receipt), "meetingd.ArticleReceipt");
    assert_ptr_equal(schema_set_find(set, schema_fingerprint(event)), event);
    assert_ptr_equal(schema_set_find(set, schema_fingerprint(receipt)), receipt);
    assert_null(schema_set_find(set, 42));
    schema_set_free(set);
}

/* What a registry is given: avro-c, asked to print a schema, loses half of it. */
static void test_the_text_is_as_written(void **state)
{
    (void)state;
    struct schema_set *set;
    assert_int_equal(schema_set_load(&set, NULL), 0);
    struct str text = schema_text(schema_set_current(set, RECORD_EVENT));
    assert_non_null(memmem(text.at, text.len, "\"logicalType\": \"timestamp-millis\"", 33));
    assert_non_null(memmem(text.at, text.len, "\"default\": \"UNKNOWN\"", 20));
    assert_non_null(memmem(text.at, text.len, "\"doc\": ", 7));
    schema_set_free(set);
}

static void test_framing_carries_the_fingerprint(void **state)
{
    (void)state;
    struct schema *schema;
    assert_int_equal(schema_parse(STR("\"string\""), &schema, NULL), 0);
    struct framing framing = schema_framing(schema);
    assert_int_equal(framing.len, 10);
    assert_memory_equal(framing.bytes, "\xc3\x01\xc7\x03\x45\x63\x72\x48\x01\x8f", 10);
    schema_free(schema);
}

static void test_nothing_can_be_freed(void **state)
{
    (void)state;
    schema_free(NULL);
    schema_set_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_canonical_form_and_fingerprint),
        cmocka_unit_test(test_what_is_no_schema),
        cmocka_unit_test(test_the_set_has_what_is_written),
        cmocka_unit_test(test_the_text_is_as_written),
        cmocka_unit_test(test_framing_carries_the_fingerprint),
        cmocka_unit_test(test_nothing_can_be_freed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
