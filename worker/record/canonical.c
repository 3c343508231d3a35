#include "record/canonical.h"

#include "record/writer.h"

static void canonical_write(struct writer *writer, avro_schema_t schema);

static void canonical_text(struct writer *writer, const char *name, const char *text)
{
    writer_text(writer, name, str_of(text));
}

int canonical_full_name(avro_schema_t schema, struct arena *arena, struct str *ret_name)
{
    bool named = is_avro_record(schema) || is_avro_enum(schema) || is_avro_fixed(schema);
    const char *space = named ? avro_schema_namespace(schema) : NULL;
    struct buffer name = buffer_in(arena);
    if (space && *space) {
        buffer_add(&name, str_of(space));
        buffer_byte(&name, '.');
    }
    buffer_add(&name, str_of(avro_schema_type_name(schema)));
    return buffer_finish(&name, ret_name);
}

static void canonical_name(struct writer *writer, avro_schema_t named)
{
    struct str name = {NULL, 0};
    if (canonical_full_name(named, writer->out.arena, &name))
        writer->out.full = true;
    writer->form->text(writer, name);
}

static void canonical_named(struct writer *writer, avro_schema_t named, const char *type)
{
    writer->form->key(writer, STR("name"));
    canonical_name(writer, named);
    canonical_text(writer, "type", type);
}

static void canonical_fields(struct writer *writer, avro_schema_t record)
{
    size_t count = avro_schema_record_size(record);
    writer_array(writer, "fields", count);
    for (int i = 0; i < (int)count; i++) {
        writer->form->record_begin(writer);
        canonical_text(writer, "name", avro_schema_record_field_name(record, i));
        writer->form->key(writer, STR("type"));
        canonical_write(writer, avro_schema_record_field_get_by_index(record, i));
        writer->form->record_end(writer);
    }
    writer->form->array_end(writer);
}

static void canonical_symbols(struct writer *writer, avro_schema_t enumeration)
{
    int count = avro_schema_enum_number_of_symbols(enumeration);
    writer_array(writer, "symbols", (size_t)count);
    for (int i = 0; i < count; i++)
        writer->form->text(writer, str_of(avro_schema_enum_get(enumeration, i)));
    writer->form->array_end(writer);
}

static void canonical_branches(struct writer *writer, avro_schema_t choice)
{
    size_t count = avro_schema_union_size(choice);
    writer->form->array_begin(writer, count);
    for (int i = 0; i < (int)count; i++)
        canonical_write(writer, avro_schema_union_branch(choice, i));
    writer->form->array_end(writer);
}

/* What is neither a name alone nor a union: an object. */
static void canonical_object(struct writer *writer, avro_schema_t schema)
{
    writer->form->record_begin(writer);
    switch (avro_typeof(schema)) {
    case AVRO_RECORD:
        canonical_named(writer, schema, "record");
        canonical_fields(writer, schema);
        break;
    case AVRO_ENUM:
        canonical_named(writer, schema, "enum");
        canonical_symbols(writer, schema);
        break;
    case AVRO_FIXED:
        canonical_named(writer, schema, "fixed");
        writer_integer(writer, "size", avro_schema_fixed_size(schema));
        break;
    case AVRO_ARRAY:
        canonical_text(writer, "type", "array");
        writer->form->key(writer, STR("items"));
        canonical_write(writer, avro_schema_array_items(schema));
        break;
    default: /* AVRO_MAP: canonical_write() has the rest */
        canonical_text(writer, "type", "map");
        writer->form->key(writer, STR("values"));
        canonical_write(writer, avro_schema_map_values(schema));
        break;
    }
    writer->form->record_end(writer);
}

static void canonical_write(struct writer *writer, avro_schema_t schema)
{
    switch (avro_typeof(schema)) {
    case AVRO_RECORD:
    case AVRO_ENUM:
    case AVRO_FIXED:
    case AVRO_ARRAY:
    case AVRO_MAP:
        canonical_object(writer, schema);
        break;
    case AVRO_UNION:
        canonical_branches(writer, schema);
        break;
    case AVRO_LINK: /* a named type that stands in full before */
        canonical_name(writer, avro_schema_link_target(schema));
        break;
    default:
        writer->form->text(writer, str_of(avro_schema_type_name(schema)));
        break;
    }
}

int canonical_form(avro_schema_t schema, struct arena *arena, struct str *ret_text)
{
    struct writer writer = writer_in(&WRITER_JSON, arena);
    canonical_write(&writer, schema);
    return buffer_finish(&writer.out, ret_text);
}

/* Bit by bit: a table would have to be made at every start, for a few kilobytes in all. */
uint64_t canonical_fingerprint(struct str text)
{
    const uint64_t empty = 0xc15d213aa4d7a795;
    uint64_t crc = empty;
    for (size_t i = 0; i < text.len; i++) {
        crc ^= (unsigned char)text.at[i];
        for (int bit = 0; bit < 8; bit++)
            crc = (crc >> 1) ^ (crc & 1 ? empty : 0);
    }
    return crc;
}
