#include "article/bson.h"

#include <inttypes.h>
#include <stdio.h>

#include <bson/bson.h>

#include "base/utf8.h"

enum { NUMBER_ROOM = BSON_DECIMAL128_STRING };

/* Up to here a double holds every whole number, so its text is the number's. */
static const double WHOLE_DOUBLES = 9007199254740992.0;

/* An open document, and its element that the walk has gone into. */
struct level {
    const uint8_t *bytes;
    uint32_t len;
    uint32_t element, key_len;
};

struct walk {
    const uint8_t *begin; /* of the whole document */
    bson_iter_t iter;     /* in the innermost open document */
    struct level *levels; /* those around it, the root first */
    size_t depth, max_depth;
    struct pick *pick;
};

/* Bytes from the beginning of the message to the current element. */
static size_t walk_byte(const struct walk *walk)
{
    return (size_t)(walk->iter.raw - walk->begin) + walk->iter.off;
}

static int element_text(struct walk *walk, const char *at, uint32_t len, struct fault *ret_fault)
{
    const struct str text = str_make(at, len);
    if (!pick_wants_text(walk->pick))
        return 0;
    const size_t good = utf8_valid_prefix(text);
    if (good < text.len)
        return fault_set(ret_fault, FAULT_CHARSET, "BSON, byte %zu: the text is not UTF-8",
                         (size_t)((const uint8_t *)at - walk->begin) + good);
    return pick_text(walk->pick, text);
}

static int element_double(struct walk *walk, double number)
{
    char text[NUMBER_ROOM];
    const bool whole =
        number > -WHOLE_DOUBLES && number < WHOLE_DOUBLES && number == (double)(int64_t)number;
    const int len = whole ? snprintf(text, sizeof text, "%" PRId64, (int64_t)number)
                          : snprintf(text, sizeof text, "%.17g", number);
    return pick_number(walk->pick, str_make(text, (size_t)len));
}

static int element_integer(struct walk *walk, int64_t number)
{
    char text[NUMBER_ROOM];
    const int len = snprintf(text, sizeof text, "%" PRId64, number);
    return pick_number(walk->pick, str_make(text, (size_t)len));
}

static int element_decimal(struct walk *walk, const bson_iter_t *element)
{
    char text[BSON_DECIMAL128_STRING];
    bson_decimal128_t number;
    bson_iter_decimal128(element, &number);
    bson_decimal128_to_string(&number, text);
    return pick_number(walk->pick, str_of(text));
}

static int element_oid(struct walk *walk, const bson_iter_t *element)
{
    char text[25];
    bson_oid_to_string(bson_iter_oid(element), text);
    return pick_number(walk->pick, str_of(text));
}

/* A UUID, in the usual form; other binary data is no field. */
static int element_binary(struct walk *walk, const bson_iter_t *element)
{
    bson_subtype_t kind;
    uint32_t len;
    const uint8_t *bytes;
    bson_iter_binary(element, &kind, &len, &bytes);
    if ((kind != BSON_SUBTYPE_UUID && kind != BSON_SUBTYPE_UUID_DEPRECATED) || len != 16)
        return 0;
    char text[37];
    for (size_t i = 0, at = 0; i < len; i++)
        at += (size_t)snprintf(text + at, sizeof text - at,
                               i == 4 || i == 6 || i == 8 || i == 10 ? "-%02x" : "%02x", bytes[i]);
    return pick_number(walk->pick, str_of(text));
}

static int element_put(struct walk *walk, struct fault *ret_fault)
{
    const bson_iter_t *element = &walk->iter;
    uint32_t len, increment;
    const char *text;
    switch (bson_iter_type(element)) {
    case BSON_TYPE_UTF8:
        text = bson_iter_utf8(element, &len);
        return element_text(walk, text, len, ret_fault);
    case BSON_TYPE_SYMBOL:
        text = bson_iter_symbol(element, &len);
        return element_text(walk, text, len, ret_fault);
    case BSON_TYPE_INT32:
        return element_integer(walk, bson_iter_int32(element));
    case BSON_TYPE_INT64:
        return element_integer(walk, bson_iter_int64(element));
    case BSON_TYPE_DOUBLE:
        return element_double(walk, bson_iter_double(element));
    case BSON_TYPE_DECIMAL128:
        return element_decimal(walk, element);
    case BSON_TYPE_OID:
        return element_oid(walk, element);
    case BSON_TYPE_BINARY:
        return element_binary(walk, element);
    case BSON_TYPE_DATE_TIME:
        pick_instant(walk->pick, bson_iter_date_time(element));
        return 0;
    case BSON_TYPE_TIMESTAMP:
        bson_iter_timestamp(element, &len, &increment);
        pick_instant(walk->pick, (int64_t)len * 1000);
        return 0;
    default:
        return 0;
    }
}

/* Goes down into the current element, a document or an array. */
static int walk_open(struct walk *walk, bool is_array, struct fault *ret_fault)
{
    const size_t byte = walk_byte(walk);
    if (!pick_open(walk->pick, is_array))
        return fault_set(ret_fault, FAULT_TOO_DEEP, "BSON, byte %zu: nested deeper than %zu", byte,
                         walk->max_depth);
    struct level *level = &walk->levels[walk->depth++];
    *level = (struct level){walk->iter.raw, walk->iter.len, walk->iter.off,
                            bson_iter_key_len(&walk->iter)};
    const uint8_t *bytes = NULL;
    uint32_t len = 0;
    (is_array ? bson_iter_array : bson_iter_document)(&walk->iter, &len, &bytes);
    if (!bytes || !bson_iter_init_from_data(&walk->iter, bytes, len))
        return fault_set(ret_fault, FAULT_UNDECODABLE, "BSON, byte %zu: a document is damaged",
                         byte);
    return 0;
}

/* Goes back up to where walk_open() went down; false: that was the root. */
static bool walk_close(struct walk *walk)
{
    pick_close(walk->pick);
    if (walk->depth == 0)
        return false;
    const struct level *level = &walk->levels[--walk->depth];
    return bson_iter_init_from_data_at_offset(&walk->iter, level->bytes, level->len, level->element,
                                              level->key_len);
}

/* The current element. */
static int walk_element(struct walk *walk, struct fault *ret_fault)
{
    /* The keys of an array are its indexes, which are no part of a path. */
    if (!pick_in_array(walk->pick))
        pick_key(walk->pick, str_make(bson_iter_key(&walk->iter), bson_iter_key_len(&walk->iter)));
    const bool is_array = BSON_ITER_HOLDS_ARRAY(&walk->iter);
    if (is_array || BSON_ITER_HOLDS_DOCUMENT(&walk->iter))
        return walk_open(walk, is_array, ret_fault);
    return element_put(walk, ret_fault);
}

static int walk_run(struct walk *walk, struct fault *ret_fault)
{
    do {
        while (bson_iter_next(&walk->iter)) {
            const int code = walk_element(walk, ret_fault);
            if (code == FAULT_MEMORY)
                return fault_set(ret_fault, code, "the arena is full of the article's BSON");
            if (code)
                return code;
        }
        if (walk->iter.err_off)
            return fault_set(ret_fault, FAULT_UNDECODABLE, "BSON, byte %zu: an element is damaged",
                             (size_t)(walk->iter.raw - walk->begin) + walk->iter.err_off);
    } while (walk_close(walk));
    return 0;
}

int bson_walk(struct arena *arena, struct str bytes, unsigned max_depth, struct pick *pick,
              struct fault *ret_fault)
{
    struct walk walk = {.begin = (const uint8_t *)bytes.at, .max_depth = max_depth, .pick = pick};
    walk.levels = ARENA_ARRAY(arena, struct level, max_depth);
    if (!walk.levels)
        return fault_set(ret_fault, FAULT_MEMORY, "the arena is full of the article's BSON");
    if (!bson_iter_init_from_data(&walk.iter, walk.begin, bytes.len) || !pick_open(pick, false))
        return fault_set(ret_fault, FAULT_UNDECODABLE,
                         "BSON, byte 0: the length does not fit the %zu bytes of the message, or "
                         "the last of them is not zero",
                         bytes.len);
    return walk_run(&walk, ret_fault);
}
