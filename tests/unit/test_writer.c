#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>

#include "record/writer.h"

static int set_up(void **state)
{
    *state = arena_new(1 << 20);
    return *state ? 0 : -1;
}

static int tear_down(void **state)
{
    arena_free(*state);
    return 0;
}

static void assert_wrote(const struct writer *writer, struct str expected)
{
    struct str told;
    assert_int_equal(buffer_finish(&writer->out, &told), 0);
    assert_int_equal(told.len, expected.len);
    assert_memory_equal(told.at, expected.at, expected.len);
}

static void test_json_escapes(void **state)
{
    static const struct {
        struct str text, json;
    } rows[] = {
        {{"", 0}, {"\"\"", 2}},
        {{NULL, 0}, {"\"\"", 2}},
#define ROW(text, json)                     \
    {                                       \
        {text, sizeof text - 1},            \
        {                                   \
            "\"" json "\"", sizeof json + 1 \
        }                                   \
    }
        ROW("plain", "plain"),
        ROW("\"", "\\\""),
        ROW("a\\b", "a\\\\b"),
        ROW("/", "/"),
        ROW("\b\f\n\r\t", "\\b\\f\\n\\r\\t"),
        ROW("\0", "\\u0000"),
        ROW("\x01\x1f ", "\\u0001\\u001f "),
        ROW("~\x7f", "~\\u007f"),
        ROW("\xc2\x80\xc2\x85\xc2\x9f", "\\u0080\\u0085\\u009f"),
        ROW("\xc2\xa0\xc2\xab", "\xc2\xa0\xc2\xab"),
        ROW("\xe2\x80\xa8\xe2\x80\xa9", "\\u2028\\u2029"),
        ROW("\xe2\x80\x99\xe2\x80\xa7\xe2\x80\xaa", "\xe2\x80\x99\xe2\x80\xa7\xe2\x80\xaa"),
        ROW("\xe2\x81\xa8", "\xe2\x81\xa8"),
        ROW("\xf0\x9f\xa4\x9d", "\xf0\x9f\xa4\x9d"),
#undef ROW
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct writer writer = writer_in(&WRITER_JSON, *state);
        writer.form->text(&writer, rows[i].text);
        assert_wrote(&writer, rows[i].json);
    }
}

static void test_json_doubles(void **state)
{
    static const struct {
        double value;
        const char *json;
    } rows[] = {
        {0, "0.0"},
        {-0.0, "0.0"},
        {43, "43.0"},
        {-180, "-180.0"},
        {0.1, "0.1"},
        {43.25249, "43.25249"},
        {-0.000001, "-0.000001"},
        {0.050505, "0.050505"},
        {76.100000, "76.1"},
        {1.0 / 3.0, "0.33333333333333331"},
        {0.0000001, "9.9999999999999995e-08"},
        {1e9, "1000000000"},
        {-1e300, "-1.0000000000000001e+300"},
        {INFINITY, "null"},
        {NAN, "null"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct writer writer = writer_in(&WRITER_JSON, *state);
        writer.form->real64(&writer, rows[i].value);
        assert_wrote(&writer, str_of(rows[i].json));
    }
}

static void test_json_floats(void **state)
{
    static const struct {
        float value;
        const char *json;
    } rows[] = {
        {0.0f, "0.0"},
        {1.0f, "1.0"},
        {0.85f, "0.85"},
        {0.999999f, "0.999999"},
        {0.1f, "0.1"},
        {1.0f / 3.0f, "0.333333343"},
        {3e-7f, "3.00000011e-07"},
        {-INFINITY, "null"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct writer writer = writer_in(&WRITER_JSON, *state);
        writer.form->real32(&writer, rows[i].value);
        assert_wrote(&writer, str_of(rows[i].json));
    }
}

static void test_integers(void **state)
{
    static const struct {
        int64_t value;
        const char *json;
        struct str avro;
    } rows[] = {
        {0, "0", {"\0", 1}},
        {-1, "-1", {"\1", 1}},
        {1, "1", {"\2", 1}},
        {63, "63", {"\x7e", 1}},
        {-64, "-64", {"\x7f", 1}},
        {64, "64", {"\x80\x01", 2}},
        {INT32_MAX, "2147483647", {"\xfe\xff\xff\xff\x0f", 5}},
        {INT64_MAX, "9223372036854775807", {"\xfe\xff\xff\xff\xff\xff\xff\xff\xff\x01", 10}},
        {INT64_MIN, "-9223372036854775808", {"\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01", 10}},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct writer json = writer_in(&WRITER_JSON, *state);
        json.form->integer(&json, rows[i].value);
        assert_wrote(&json, str_of(rows[i].json));
        struct writer avro = writer_in(&WRITER_AVRO, *state);
        avro.form->integer(&avro, rows[i].value);
        assert_wrote(&avro, rows[i].avro);
    }
}

/* Empty and nested, first and later: where the commas stand. */
static void nest(struct writer *writer)
{
    writer->form->record_begin(writer);
    writer_array(writer, "none", 0);
    writer->form->array_end(writer);
    writer_array(writer, "two", 2);
    for (int i = 0; i < 2; i++) {
        writer->form->record_begin(writer);
        writer_optional_integer(writer, "n", i);
        writer_optional_text(writer, "t", i ? STR("x") : STR(""));
        writer->form->record_end(writer);
    }
    writer->form->array_end(writer);
    writer_symbol(writer, "s", 3, "SYMBOL");
    writer->form->record_end(writer);
}

static void test_one_walk_two_forms(void **state)
{
    struct writer json = writer_in(&WRITER_JSON, *state), avro = writer_in(&WRITER_AVRO, *state);
    nest(&json);
    assert_wrote(&json, STR("{\"none\":[],\"two\":[{\"n\":null,\"t\":null},"
                            "{\"n\":1,\"t\":\"x\"}],\"s\":\"SYMBOL\"}"));
    nest(&avro);
    assert_wrote(&avro, STR("\0\4\0\0\2\2\2\2x\0\6"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_json_escapes),       cmocka_unit_test(test_json_doubles),
        cmocka_unit_test(test_json_floats),        cmocka_unit_test(test_integers),
        cmocka_unit_test(test_one_walk_two_forms),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
