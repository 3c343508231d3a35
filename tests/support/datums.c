#include "support/datums.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <jansson.h>

static struct str kept(struct arena *arena, const char *text)
{
    return arena_copy(arena, str_of(text));
}

static void fill(struct arena *arena, json_t *json, struct datum *datum);

static void fill_items(struct arena *arena, json_t *json, struct datum *datum)
{
    struct datum *items = ARENA_ARRAY(arena, struct datum, json_array_size(json) + 1);
    assert_non_null(items);
    for (size_t i = 0; i < json_array_size(json); i++)
        fill(arena, json_array_get(json, i), &items[i]);
    datum->type = DATUM_ARRAY;
    datum->items = items;
    datum->count = json_array_size(json);
}

static void fill_fields(struct arena *arena, json_t *json, struct datum *datum)
{
    struct datum *items = ARENA_ARRAY(arena, struct datum, json_object_size(json) + 1);
    const char *name;
    json_t *value;
    size_t count = 0;
    assert_non_null(items);
    json_object_foreach(json, name, value)
    {
        fill(arena, value, &items[count]);
        items[count++].name = kept(arena, name);
    }
    datum->type = DATUM_RECORD;
    datum->items = items;
    datum->count = count;
}

static void fill(struct arena *arena, json_t *json, struct datum *datum)
{
    switch (json_typeof(json)) {
    case JSON_OBJECT:
        fill_fields(arena, json, datum);
        return;
    case JSON_ARRAY:
        fill_items(arena, json, datum);
        return;
    case JSON_STRING:
        datum->type = DATUM_TEXT;
        datum->text = kept(arena, json_string_value(json));
        return;
    case JSON_INTEGER:
        datum->type = DATUM_INTEGER;
        datum->integer = json_integer_value(json);
        return;
    case JSON_REAL:
        datum->type = DATUM_DOUBLE;
        datum->real = json_real_value(json);
        return;
    case JSON_NULL:
        datum->type = DATUM_NULL;
        return;
    default:
        datum->type = DATUM_BOOLEAN;
        datum->integer = json_is_true(json);
    }
}

const struct datum *datum_of(struct arena *arena, const char *text)
{
    struct str copy = kept(arena, text);
    struct datum *datum = ARENA_ARRAY(arena, struct datum, 1);
    assert_non_null(copy.at);
    assert_non_null(datum);
    for (char *at = (char *)(uintptr_t)copy.at; at < copy.at + copy.len; at++)
        if (*at == '\'')
            *at = '"';
    json_error_t error;
    json_t *json = json_loadb(copy.at, copy.len, 0, &error);
    if (!json)
        fail_msg("%s: %s", error.text, text);
    fill(arena, json, datum);
    json_decref(json);
    return datum;
}
