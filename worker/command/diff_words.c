/* Values and events of a diff in words for people. */
#include "base/buffer.h"
#include "command/diff.h"

enum { MOST_NAMES = 4 };

static struct str finished(const struct buffer *buffer)
{
    struct str text = STR("");
    buffer_finish(buffer, &text);
    return text;
}

/* IN_PERSON -> in person */
static void add_symbol(struct buffer *buffer, struct str symbol)
{
    for (size_t i = 0; i < symbol.len; i++) {
        char byte = symbol.at[i];
        buffer_byte(buffer, byte == '_'                  ? ' '
                            : byte >= 'A' && byte <= 'Z' ? (char)(byte + 32)
                                                         : byte);
    }
}

static struct str name_of(const struct datum *participant)
{
    struct str name = datum_text(participant, "name");
    return str_empty(name) ? datum_text(participant, "role") : name;
}

/* "Kaarel Tamm, foreign minister (EE)" */
static struct str participant_text(const struct datum *participant, struct arena *arena)
{
    struct buffer buffer = buffer_in(arena);
    struct str name = datum_text(participant, "name"), role = datum_text(participant, "role");
    struct str country = datum_text(participant, "country");
    buffer_add(&buffer, name);
    if (!str_empty(name) && !str_empty(role))
        buffer_add(&buffer, STR(", "));
    buffer_add(&buffer, role);
    if (!str_empty(country)) {
        buffer_add(&buffer, STR(" ("));
        buffer_add(&buffer, country);
        buffer_byte(&buffer, ')');
    }
    return finished(&buffer);
}

static bool is_participant(const struct datum *value)
{
    return datum_get(value, "forms") && datum_get(value, "part");
}

static bool is_told(const struct datum *value)
{
    return value && value->type != DATUM_NULL && !(value->type == DATUM_ARRAY && value->count == 0);
}

static void add_value(struct buffer *buffer, const struct datum *value);

/* "city: Riga, country: LV", what is told; and of a list "MILITARY; TRADE". */
static void add_items(struct buffer *buffer, const struct datum *value)
{
    bool record = value->type == DATUM_RECORD, follows = false;
    for (size_t i = 0; i < value->count; i++) {
        const struct datum *item = &value->items[i];
        if (!is_told(item))
            continue;
        if (follows)
            buffer_add(buffer, record ? STR(", ") : STR("; "));
        if (record) {
            buffer_add(buffer, item->name);
            buffer_add(buffer, STR(": "));
        }
        add_value(buffer, item);
        follows = true;
    }
}

static void add_value(struct buffer *buffer, const struct datum *value)
{
    struct str json;
    if (value->type == DATUM_TEXT)
        buffer_add(buffer, value->text);
    else if (value->type == DATUM_RECORD && is_participant(value))
        buffer_add(buffer, participant_text(value, buffer->arena));
    else if (value->type == DATUM_RECORD || value->type == DATUM_ARRAY)
        add_items(buffer, value);
    else if (datum_json(value, buffer->arena, &json) == 0)
        buffer_add(buffer, json);
}

struct str diff_value(const struct datum *value, struct arena *arena)
{
    struct buffer buffer = buffer_in(arena);
    if (!is_told(value))
        return STR("nothing");
    add_value(&buffer, value);
    return finished(&buffer);
}

static void add_participants(struct buffer *buffer, const struct datum *event)
{
    const struct datum *all = datum_get(event, "participants");
    for (size_t i = 0; all && i < all->count && i <= MOST_NAMES; i++) {
        buffer_add(buffer, i == 0 ? STR(": ") : STR(", "));
        buffer_add(buffer, i == MOST_NAMES ? STR("and others") : name_of(&all->items[i]));
    }
}

struct str diff_event(const struct datum *event, struct arena *arena)
{
    struct buffer buffer = buffer_in(arena);
    struct str name = datum_text(event, "name"), start = datum_text(event, "start");
    struct str city = datum_text(event, "place.city");
    if (str_empty(name))
        add_symbol(&buffer, datum_text(event, "kind"));
    buffer_add(&buffer, name);
    buffer_add(&buffer, STR(", "));
    add_symbol(&buffer, datum_text(event, "status"));
    if (!str_empty(start)) {
        buffer_add(&buffer, STR(", "));
        buffer_add(&buffer, start);
    }
    if (!str_empty(city)) {
        buffer_add(&buffer, STR(", "));
        buffer_add(&buffer, city);
    }
    add_participants(&buffer, event);
    return finished(&buffer);
}
