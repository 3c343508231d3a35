#include "record/datum.h"

#include "base/utf8.h"
#include "record/writer.h"

static const struct datum *field_of(const struct datum *datum, struct str name)
{
    if (datum->type != DATUM_RECORD)
        return NULL;
    for (size_t i = 0; i < datum->count; i++)
        if (str_equal(datum->items[i].name, name))
            return &datum->items[i];
    return NULL;
}

/* What stands before the path's next '.' or '['. */
static struct str path_name(const char *path)
{
    return str_make(path, strcspn(path, ".["));
}

/* The item that "2]" asks for; *path then stands behind it. */
static const struct datum *item_of(const struct datum *datum, const char **path)
{
    size_t index = 0, digits = strspn(*path, "0123456789");
    if (datum->type != DATUM_ARRAY || digits == 0 || digits > 9 || (*path)[digits] != ']')
        return NULL;
    for (size_t i = 0; i < digits; i++)
        index = index * 10 + (size_t)((*path)[i] - '0');
    *path += digits + 1;
    return index < datum->count ? &datum->items[index] : NULL;
}

const struct datum *datum_get(const struct datum *datum, const char *path)
{
    for (bool first = true; datum && *path; first = false) {
        if (*path == '[') {
            path++;
            datum = item_of(datum, &path);
            continue;
        }
        if (!first && *path++ != '.')
            return NULL;
        struct str name = path_name(path);
        datum = field_of(datum, name);
        path += name.len;
    }
    return datum;
}

struct str datum_text(const struct datum *datum, const char *path)
{
    const struct datum *found = datum_get(datum, path);
    return found && found->type == DATUM_TEXT ? found->text : (struct str){NULL, 0};
}

static bool copy_into(struct arena *arena, const struct datum *datum, struct datum *copy);

static bool copy_items(struct arena *arena, const struct datum *datum, struct datum *copy)
{
    struct datum *items = ARENA_ARRAY(arena, struct datum, datum->count + 1);
    bool good = items != NULL;
    for (size_t i = 0; i < datum->count && good; i++)
        good = copy_into(arena, &datum->items[i], &items[i]);
    copy->items = items;
    return good;
}

static bool copy_into(struct arena *arena, const struct datum *datum, struct datum *copy)
{
    *copy = *datum;
    copy->name = arena_copy(arena, datum->name);
    if (!copy->name.at)
        return false;
    if (datum->type == DATUM_ARRAY || datum->type == DATUM_RECORD)
        return copy_items(arena, datum, copy);
    if (datum->type != DATUM_TEXT && datum->type != DATUM_BYTES)
        return true;
    copy->text = arena_copy(arena, datum->text);
    return copy->text.at != NULL;
}

const struct datum *datum_copy(const struct datum *datum, struct arena *arena)
{
    struct datum *copy = ARENA_ARRAY(arena, struct datum, 1);
    return copy && copy_into(arena, datum, copy) ? copy : NULL;
}

static void write_datum(struct writer *writer, const struct datum *datum);

static void write_record(struct writer *writer, const struct datum *record)
{
    writer->form->record_begin(writer);
    for (size_t i = 0; i < record->count; i++) {
        writer->form->key(writer, record->items[i].name);
        write_datum(writer, &record->items[i]);
    }
    writer->form->record_end(writer);
}

static void write_array(struct writer *writer, const struct datum *array)
{
    writer->form->array_begin(writer, array->count);
    for (size_t i = 0; i < array->count; i++)
        write_datum(writer, &array->items[i]);
    writer->form->array_end(writer);
}

/* As Avro's own JSON has them: each byte is the code point of its number. */
static void write_bytes(struct writer *writer, struct str bytes)
{
    struct buffer text = buffer_in(writer->out.arena);
    for (size_t i = 0; i < bytes.len; i++) {
        char code[4];
        size_t size = utf8_encode((unsigned char)bytes.at[i], code);
        buffer_add(&text, str_make(code, size));
    }
    writer->out.full |= text.full;
    writer->form->text(writer, str_make(text.at, text.len));
}

static void write_datum(struct writer *writer, const struct datum *datum)
{
    switch (datum->type) {
    case DATUM_NULL:
        writer->form->option(writer, false);
        break;
    case DATUM_BOOLEAN:
        writer_json_word(writer, datum->integer ? "true" : "false");
        break;
    case DATUM_INTEGER:
        writer->form->integer(writer, datum->integer);
        break;
    case DATUM_FLOAT:
        writer->form->real32(writer, (float)datum->real);
        break;
    case DATUM_DOUBLE:
        writer->form->real64(writer, datum->real);
        break;
    case DATUM_TEXT:
        writer->form->text(writer, datum->text);
        break;
    case DATUM_BYTES:
        write_bytes(writer, datum->text);
        break;
    case DATUM_ARRAY:
        write_array(writer, datum);
        break;
    case DATUM_RECORD:
        write_record(writer, datum);
        break;
    }
}

int datum_json(const struct datum *datum, struct arena *arena, struct str *ret_line)
{
    struct writer writer = writer_in(&WRITER_JSON, arena);
    write_datum(&writer, datum);
    return buffer_finish(&writer.out, ret_line);
}
