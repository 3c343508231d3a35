/*
 * pick.h -- the fields of an article, out of a tree that is walked node by node.
 *
 *     { "_id": {"$oid": "68…"}, "content": {"text": ["…", "…"]} }
 *          json, bson --open, key, put, close--> struct pick --> text of each field
 *
 * A field stands at dotted paths, alternatives parted by '|' (struct article_fields).  An
 * array adds nothing to a path: its texts are paragraphs of a body, and of every other field
 * the first counts.  A key given twice: the last counts.  Keys that only wrap a value add
 * nothing either, unless a path names them: "$oid", "$date", "#text", "rendered" and others.
 */
#ifndef ARTICLE_PICK_H
#define ARTICLE_PICK_H

#include <stdbool.h>
#include <stdint.h>

#include "article/article.h"
#include "article/decode.h"

enum field {
    FIELD_ID,
    FIELD_TITLE,
    FIELD_BODY,
    FIELD_PUBLISHED,
    FIELD_LANGUAGE,
    FIELD_SOURCE,
    FIELD_URL,
    FIELD_COUNT
};

enum { DEFAULT_MAX_DEPTH = 64 };

extern const struct article_fields DEFAULT_FIELDS;

struct pick;

/*
 * Makes a pick for one tree; it lives in arena and lends fields.  A NULL in fields means its
 * default.  Returns NULL when the arena is full.
 */
struct pick *pick_new(struct arena *arena, const struct article_fields *fields, unsigned max_depth);

/* Enters an object or an array.  False: it would be nested deeper than max_depth. */
bool pick_open(struct pick *pick, bool is_array);
void pick_close(struct pick *pick);

/* True when the innermost open level is an array, whose values have no keys. */
bool pick_in_array(const struct pick *pick);

/* The key of what comes next. */
void pick_key(struct pick *pick, struct str key);

/* True when a text that comes now would be kept. */
bool pick_wants_text(const struct pick *pick);

/* Keeps a copy of text, valid UTF-8, if it is wanted.  Returns 0 or FAULT_MEMORY. */
int pick_text(struct pick *pick, struct str text);
int pick_number(struct pick *pick, struct str digits);

/* Keeps an instant, milliseconds since 1970, if it is wanted. */
void pick_instant(struct pick *pick, int64_t instant_ms);

/* True when the tree is an object. */
bool pick_is_object(const struct pick *pick);

/*
 * The text of a field, empty when there is none.  Lives in the arena.
 * Returns 0 or FAULT_MEMORY.
 */
int pick_take(struct pick *pick, enum field field, struct str *ret_text);

/* The first alternative that is a date.  False: none is. */
bool pick_published(const struct pick *pick, struct published *ret_published);

#endif
