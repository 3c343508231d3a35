/*
 * An Avro record read back, guided by the schema that wrote it.  avro-c parsed that
 * schema; the bytes it is not trusted with (see annotate/party/reader.h).
 */
#include <inttypes.h>

#include <avro.h>

#include "record/datum.h"
#include "record/reader.h"

enum { DEPTH_MAX = 64 }; /* an event is 6 deep; only a schema that refers to itself goes on */

static int read_value(struct reader *reader, avro_schema_t schema, struct datum *datum);

static int read_enum(struct reader *reader, avro_schema_t schema, struct datum *datum)
{
    int index;
    int fault = read_index(reader, (size_t)avro_schema_enum_number_of_symbols(schema), &index);
    if (fault)
        return fault;
    datum->type = DATUM_TEXT;
    datum->text = str_of(avro_schema_enum_get(schema, index));
    return 0;
}

static int read_union(struct reader *reader, avro_schema_t schema, struct datum *datum)
{
    int index;
    int fault = read_index(reader, avro_schema_union_size(schema), &index);
    return fault ? fault : read_value(reader, avro_schema_union_branch(schema, index), datum);
}

static int read_record(struct reader *reader, avro_schema_t schema, struct datum *datum)
{
    size_t count = avro_schema_record_size(schema);
    struct datum *fields = ARENA_ARRAY(reader->arena, struct datum, count);
    if (!fields)
        return reader_full(reader);
    for (int i = 0; i < (int)count; i++) {
        fields[i].name = str_of(avro_schema_record_field_name(schema, i));
        int fault =
            read_value(reader, avro_schema_record_field_get_by_index(schema, i), &fields[i]);
        if (fault)
            return fault;
    }
    datum->type = DATUM_RECORD;
    datum->items = fields;
    datum->count = count;
    return 0;
}

/* The items of an array or a map, block by block. */
struct items {
    avro_schema_t schema;
    bool keyed; /* a map */
    struct datum *at;
    size_t count, room;
};

static int items_grow(struct reader *reader, struct items *items, size_t more)
{
    size_t needed = items->count + more;
    if (needed <= items->room)
        return 0;
    size_t room = needed > items->room * 2 ? needed : items->room * 2;
    struct datum *at = ARENA_ARRAY(reader->arena, struct datum, room);
    if (!at)
        return reader_full(reader);
    if (items->count)
        memcpy(at, items->at, items->count * sizeof *at);
    items->at = at;
    items->room = room;
    return 0;
}

static int items_read_block(struct reader *reader, struct items *items, size_t count)
{
    int fault = items_grow(reader, items, count);
    while (!fault && count-- > 0) {
        struct datum *item = &items->at[items->count++];
        if (items->keyed)
            fault = read_text(reader, &item->name);
        if (!fault)
            fault = read_value(reader, items->schema, item);
    }
    return fault;
}

static int read_items(struct reader *reader, avro_schema_t schema, bool keyed, struct datum *datum)
{
    struct items items = {.schema = schema, .keyed = keyed};
    size_t count;
    int fault = read_block(reader, &count);
    while (!fault && count > 0) {
        fault = items_read_block(reader, &items, count);
        if (!fault)
            fault = read_block(reader, &count);
    }
    if (fault)
        return fault;
    datum->type = keyed ? DATUM_RECORD : DATUM_ARRAY;
    datum->items = items.at;
    datum->count = items.count;
    return 0;
}

static int read_by_type(struct reader *reader, avro_schema_t schema, struct datum *datum)
{
    switch (avro_typeof(schema)) {
    case AVRO_NULL:
        datum->type = DATUM_NULL;
        return 0;
    case AVRO_BOOLEAN:
        datum->type = DATUM_BOOLEAN;
        return read_boolean(reader, &datum->integer);
    case AVRO_INT32:
        datum->type = DATUM_INTEGER;
        return read_int(reader, &datum->integer);
    case AVRO_INT64:
        datum->type = DATUM_INTEGER;
        return read_long(reader, &datum->integer);
    case AVRO_FLOAT:
        datum->type = DATUM_FLOAT;
        return read_float(reader, &datum->real);
    case AVRO_DOUBLE:
        datum->type = DATUM_DOUBLE;
        return read_double(reader, &datum->real);
    case AVRO_STRING:
        datum->type = DATUM_TEXT;
        return read_text(reader, &datum->text);
    case AVRO_BYTES:
        datum->type = DATUM_BYTES;
        return read_bytes(reader, &datum->text);
    case AVRO_FIXED:
        datum->type = DATUM_BYTES;
        return read_raw(reader, avro_schema_fixed_size(schema), &datum->text);
    case AVRO_ENUM:
        return read_enum(reader, schema, datum);
    case AVRO_UNION:
        return read_union(reader, schema, datum);
    case AVRO_RECORD:
        return read_record(reader, schema, datum);
    case AVRO_ARRAY:
        return read_items(reader, avro_schema_array_items(schema), false, datum);
    case AVRO_MAP:
        return read_items(reader, avro_schema_map_values(schema), true, datum);
    default: /* AVRO_LINK: a named type that stands in full before */
        return read_value(reader, avro_schema_link_target(schema), datum);
    }
}

static int read_value(struct reader *reader, avro_schema_t schema, struct datum *datum)
{
    if (++reader->depth > DEPTH_MAX)
        return fault_set(reader->fault, FAULT_TOO_DEEP, "an Avro record is over %d levels deep",
                         DEPTH_MAX);
    int fault = read_by_type(reader, schema, datum);
    reader->depth--;
    return fault;
}

int datum_decode(const struct schema *schema, struct str body, struct arena *arena,
                 const struct datum **ret_datum, struct fault *ret_fault)
{
    /* An empty record may come as no bytes at no address. */
    const char *at = body.at ? body.at : "";
    struct reader reader = {.at = at, .end = at + body.len, .arena = arena, .fault = ret_fault};
    struct datum *datum = ARENA_ARRAY(arena, struct datum, 1);
    if (!datum)
        return reader_full(&reader);
    int fault = read_value(&reader, schema_avro(schema), datum);
    if (fault)
        return fault;
    if (reader.at != reader.end)
        return reader_wrong(&reader, "more bytes follow it");
    *ret_datum = datum;
    return 0;
}

int datum_decode_framed(const struct schema_set *set, struct str bytes, struct arena *arena,
                        const struct datum **ret_datum, struct fault *ret_fault)
{
    struct framed framed = framing_read(bytes);
    if (framed.kind != FRAMING_SINGLE_OBJECT)
        return fault_set(ret_fault, FAULT_UNDECODABLE, "not in Avro's single-object encoding");
    const struct schema *schema = schema_set_find(set, framed.fingerprint);
    if (!schema)
        return fault_set(ret_fault, FAULT_UNDECODABLE,
                         "no release up to this one has the schema with fingerprint %016" PRIx64,
                         framed.fingerprint);
    return datum_decode(schema, framed.body, arena, ret_datum, ret_fault);
}
