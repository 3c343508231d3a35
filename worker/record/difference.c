#include "record/difference.h"

#include <stdio.h>

#include "base/buffer.h"
#include "base/grow.h"
#include "record/resemblance.h"

/* Where a comparison is. */
struct walk {
    const struct fold *fold;
    struct arena *arena;
    struct differences *found;
    bool full; /* the arena had no memory */
};

/* Two values, and what they are called. */
struct sides {
    struct str field, old_path, new_path;
    const struct datum *before, *after;
};

static bool is_blank(const struct datum *datum)
{
    return !datum || datum->type == DATUM_NULL || (datum->type == DATUM_ARRAY && datum->count == 0);
}

static bool items_same(const struct datum *one, const struct datum *other)
{
    if (one->count != other->count)
        return false;
    for (size_t i = 0; i < one->count; i++)
        if (!datum_same(&one->items[i], &other->items[i]))
            return false;
    return true;
}

static const struct datum *field_named(const struct datum *record, struct str name)
{
    for (size_t i = 0; i < record->count; i++)
        if (str_equal(record->items[i].name, name))
            return &record->items[i];
    return NULL;
}

/* All that record has, other has as well. */
static bool fields_within(const struct datum *record, const struct datum *other)
{
    for (size_t i = 0; i < record->count; i++)
        if (!datum_same(&record->items[i], field_named(other, record->items[i].name)))
            return false;
    return true;
}

bool datum_same(const struct datum *one, const struct datum *other)
{
    if (is_blank(one) || is_blank(other))
        return is_blank(one) && is_blank(other);
    if (one->type != other->type)
        return false;
    switch (one->type) {
    case DATUM_BOOLEAN:
    case DATUM_INTEGER:
        return one->integer == other->integer;
    case DATUM_FLOAT:
    case DATUM_DOUBLE:
        return !(one->real < other->real) && !(one->real > other->real);
    case DATUM_ARRAY:
        return items_same(one, other);
    case DATUM_RECORD:
        return fields_within(one, other) && fields_within(other, one);
    default:
        return str_equal(one->text, other->text);
    }
}

/* "place" and "city" are "place.city". */
static struct str path_join(struct walk *walk, struct str path, struct str name)
{
    struct buffer joined = buffer_in(walk->arena);
    struct str made = {NULL, 0};
    buffer_add(&joined, path);
    if (!str_empty(path) && !str_empty(name) && name.at[0] != '[')
        buffer_byte(&joined, '.');
    buffer_add(&joined, name);
    walk->full |= buffer_finish(&joined, &made) != 0;
    return made;
}

static struct str path_index(struct walk *walk, struct str path, size_t index)
{
    char text[24];
    int len = snprintf(text, sizeof text, "[%zu]", index);
    return path_join(walk, path, str_make(text, (size_t)len));
}

static bool is_aside(struct str field)
{
    return str_equal(field, STR("confidence")) || str_equal(field, STR("extractor"));
}

static void note(struct walk *walk, const struct sides *sides)
{
    struct differences *found = walk->found;
    if (!GROW(walk->arena, found->items, found->count, found->room)) {
        walk->full = true;
        return;
    }
    bool aside = is_aside(sides->field);
    found->items[found->count++] = (struct difference){
        .field = sides->field,
        .old_path = sides->before ? sides->old_path : (struct str){NULL, 0},
        .new_path = sides->after ? sides->new_path : (struct str){NULL, 0},
        .before = sides->before,
        .after = sides->after,
        .aside = aside,
    };
    found->telling |= !aside;
}

static void compare(struct walk *walk, const struct sides *sides);

static void compare_field(struct walk *walk, const struct sides *sides, struct str name)
{
    const struct sides inner = {
        .field = path_join(walk, sides->field, name),
        .old_path = path_join(walk, sides->old_path, name),
        .new_path = path_join(walk, sides->new_path, name),
        .before = field_named(sides->before, name),
        .after = field_named(sides->after, name),
    };
    compare(walk, &inner);
}

static void compare_records(struct walk *walk, const struct sides *sides)
{
    for (size_t i = 0; i < sides->after->count; i++)
        compare_field(walk, sides, sides->after->items[i].name);
    for (size_t i = 0; i < sides->before->count; i++)
        if (!field_named(sides->after, sides->before->items[i].name))
            compare_field(walk, sides, sides->before->items[i].name);
}

/* The participants of both sides, as they are matched: same ones first, then alike ones. */
struct roster {
    const struct datum *before, *after;
    size_t *mates; /* of before: its number in after and 1; 0: none */
    bool *taken;   /* of after */
};

static void roster_match(struct walk *walk, struct roster *roster, bool exactly)
{
    for (size_t i = 0; i < roster->before->count; i++)
        for (size_t j = 0; j < roster->after->count && !roster->mates[i]; j++) {
            const struct datum *one = &roster->before->items[i], *other = &roster->after->items[j];
            if (!roster->taken[j] &&
                (exactly ? datum_same(one, other) : same_participant(walk->fold, one, other))) {
                roster->mates[i] = j + 1;
                roster->taken[j] = true;
            }
        }
}

static void compare_matched(struct walk *walk, const struct sides *sides,
                            const struct roster *roster)
{
    struct sides one = {.field = path_join(walk, sides->field, STR("[]"))};
    for (size_t i = 0; i < roster->before->count; i++) {
        size_t mate = roster->mates[i];
        one.before = &roster->before->items[i];
        one.old_path = path_index(walk, sides->old_path, i);
        one.after = mate ? &roster->after->items[mate - 1] : NULL;
        one.new_path = mate ? path_index(walk, sides->new_path, mate - 1) : (struct str){NULL, 0};
        compare(walk, &one);
    }
    for (size_t j = 0; j < roster->after->count; j++) {
        if (roster->taken[j])
            continue;
        one = (struct sides){.field = one.field,
                             .new_path = path_index(walk, sides->new_path, j),
                             .after = &roster->after->items[j]};
        note(walk, &one);
    }
}

static void compare_participants(struct walk *walk, const struct sides *sides)
{
    struct roster roster = {
        .before = sides->before,
        .after = sides->after,
        .mates = ARENA_ARRAY(walk->arena, size_t, sides->before->count + 1),
        .taken = ARENA_ARRAY(walk->arena, bool, sides->after->count + 1),
    };
    size_t found = walk->found->count;
    if (!roster.mates || !roster.taken) {
        walk->full = true;
        return;
    }
    roster_match(walk, &roster, true);
    roster_match(walk, &roster, false);
    compare_matched(walk, sides, &roster);
    if (walk->found->count == found)
        note(walk, sides); /* the same ones in another order */
}

static void compare(struct walk *walk, const struct sides *sides)
{
    if (walk->full || datum_same(sides->before, sides->after))
        return;
    bool both = sides->before && sides->after && sides->before->type == sides->after->type;
    if (both && sides->after->type == DATUM_RECORD)
        compare_records(walk, sides);
    else if (both && sides->after->type == DATUM_ARRAY &&
             str_equal(sides->field, STR("participants")))
        compare_participants(walk, sides);
    else
        note(walk, sides);
}

int differences_find(const struct fold *fold, const struct datum *before, const struct datum *after,
                     struct arena *arena, struct differences *ret_differences)
{
    struct differences found = {.count = 0};
    struct walk walk = {.fold = fold, .arena = arena, .found = &found};
    compare(&walk, &(struct sides){.before = before, .after = after});
    if (walk.full)
        return FAULT_MEMORY;
    *ret_differences = found;
    return 0;
}

/* What has no proof of its own is proved with this. */
static const struct {
    const char *field, *proof;
} PROOFS[] = {
    {"date_text", "start"}, {"date_basis", "start"}, {"end", "start"},
    {"series", "name"},     {"meeting_key", "name"}, {"mode", "kind"},
};

static struct str quote_at(const struct datum *event, struct str path)
{
    const struct datum *evidence = datum_get(event, "evidence");
    for (size_t i = 0; evidence && i < evidence->count; i++)
        if (str_equal(datum_text(&evidence->items[i], "field"), path))
            return datum_text(&evidence->items[i], "quote");
    return (struct str){NULL, 0};
}

struct str datum_quote(const struct datum *event, struct str path)
{
    struct str quote = quote_at(event, path);
    for (size_t i = 0; str_empty(quote) && i < sizeof PROOFS / sizeof *PROOFS; i++)
        if (str_equal(path, str_of(PROOFS[i].field)))
            quote = quote_at(event, str_of(PROOFS[i].proof));
    while (str_empty(quote) && path.len > 0) {
        do
            path.len--;
        while (path.len > 0 && path.at[path.len] != '.');
        quote = quote_at(event, path);
    }
    return quote;
}
