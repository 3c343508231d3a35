#include "support/avro_c.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <avro.h>
#include <jansson.h>

static void fill(avro_value_t *value, const json_t *json);

static void fill_record(avro_value_t *record, const json_t *json)
{
    size_t count;
    assert_int_equal(avro_value_get_size(record, &count), 0);
    assert_true(json_is_object(json));
    assert_int_equal(json_object_size(json), count);
    for (size_t i = 0; i < count; i++) {
        avro_value_t field;
        const char *name;
        assert_int_equal(avro_value_get_by_index(record, i, &field, &name), 0);
        const json_t *told = json_object_get(json, name);
        assert_non_null(told);
        fill(&field, told);
    }
}

static void fill_array(avro_value_t *array, const json_t *json)
{
    assert_true(json_is_array(json));
    for (size_t i = 0; i < json_array_size(json); i++) {
        avro_value_t item;
        assert_int_equal(avro_value_append(array, &item, NULL), 0);
        fill(&item, json_array_get(json, i));
    }
}

static void fill_text(avro_value_t *value, const json_t *json)
{
    assert_true(json_is_string(json));
    /* avro-c counts the terminating zero. */
    assert_int_equal(
        avro_value_set_string_len(value, json_string_value(json), json_string_length(json) + 1), 0);
}

static void fill_enum(avro_value_t *value, const json_t *json)
{
    int index = avro_schema_enum_get_by_name(avro_value_get_schema(value), json_string_value(json));
    assert_true(index >= 0);
    assert_int_equal(avro_value_set_enum(value, index), 0);
}

static void fill(avro_value_t *value, const json_t *json)
{
    avro_value_t branch;
    switch (avro_value_get_type(value)) {
    case AVRO_RECORD:
        fill_record(value, json);
        return;
    case AVRO_ARRAY:
        fill_array(value, json);
        return;
    case AVRO_UNION:
        assert_int_equal(avro_value_set_branch(value, !json_is_null(json), &branch), 0);
        if (!json_is_null(json))
            fill(&branch, json);
        return;
    case AVRO_STRING:
        fill_text(value, json);
        return;
    case AVRO_ENUM:
        fill_enum(value, json);
        return;
    case AVRO_INT32:
        assert_int_equal(avro_value_set_int(value, (int32_t)json_integer_value(json)), 0);
        return;
    case AVRO_INT64:
        assert_int_equal(avro_value_set_long(value, json_integer_value(json)), 0);
        return;
    case AVRO_FLOAT:
        assert_int_equal(avro_value_set_float(value, (float)json_real_value(json)), 0);
        return;
    case AVRO_DOUBLE:
        assert_int_equal(avro_value_set_double(value, json_real_value(json)), 0);
        return;
    default:
        fail_msg("no record of ours has a value of this type");
    }
}

struct str avro_c_encode(struct arena *arena, const struct schema *schema, struct str json)
{
    json_error_t error;
    json_t *tree = json_loadb(json.at, json.len, JSON_ALLOW_NUL | JSON_REJECT_DUPLICATES, &error);
    assert_non_null(tree);
    avro_value_iface_t *iface = avro_generic_class_from_schema(schema_avro(schema));
    avro_value_t value;
    assert_int_equal(avro_generic_value_new(iface, &value), 0);
    fill(&value, tree);
    size_t size;
    assert_int_equal(avro_value_sizeof(&value, &size), 0);
    char *bytes = arena_alloc(arena, size);
    assert_non_null(bytes);
    avro_writer_t writer = avro_writer_memory(bytes, (int64_t)size);
    assert_int_equal(avro_value_write(writer, &value), 0);
    avro_writer_free(writer);
    avro_value_decref(&value);
    avro_value_iface_decref(iface);
    json_decref(tree);
    return str_make(bytes, size);
}
