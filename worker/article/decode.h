/*
 * decode.h -- an article from the bytes of a message or a file.
 *
 *                      ┌ json ┐
 *     bytes ──charset──┤      ├──pick──┐
 *                │     └ html ┴────────┼──prose──> struct article
 *                └ bson ──────pick─────┤
 *                  text ───────────────┘
 *
 * What the bytes are is told by the content-type, else by the setting, else by the bytes
 * themselves, in this order:
 *
 *   1. a byte order mark: text in that UTF, go on with 5;
 *   2. the first four bytes are the length, little endian, and the last is zero: BSON;
 *   3. the first bytes alternate with zeros as UTF-16 does: text in it, go on with 5;
 *   4. 00 (Confluent), C3 01 (single object), "Obj" 01 (container): Avro, refused for now;
 *   5. the first that is no white space is '{', or '[' before '{' or ']': JSON;
 *   6. it is '<' before a letter, '!', '?' or '/': HTML;
 *   7. else plain text.
 *
 * The character set: a byte order mark, else the charset of the content-type, else that of the
 * page's <meta>, else that of the setting, else UTF-8 if it is valid, else windows-1252; but
 * text that is mostly good UTF-8 is damaged UTF-8, and JSON has to be UTF-8: FAULT_CHARSET.
 *
 * A missing id is a UUID version 5 of source, url, title and body: the same content has the same
 * id.  The language is what is told, as two letters where ISO 639 has two.  An article takes at
 * most 12 bytes of arena for each of its own.
 *
 * What the text of an article is free of, and how dates are read: prose.h, published.h.
 */
#ifndef ARTICLE_DECODE_H
#define ARTICLE_DECODE_H

#include <stddef.h>

#include "article/article.h"
#include "base/arena.h"
#include "base/fault.h"
#include "base/str.h"

enum article_format { ARTICLE_AUTO, ARTICLE_JSON, ARTICLE_BSON, ARTICLE_TEXT, ARTICLE_HTML };

/*
 * Where the fields of JSON and BSON stand: dotted paths, alternatives parted by '|', the best
 * first; the first that holds text counts.  NULL: its default, see pick.h.
 */
struct article_fields {
    const char *id, *title, *body, *published, *language, *source, *url;
};

/* All zero is a good default. */
struct article_rules {
    enum article_format format; /* of bytes without a content-type that is known here */
    const char *charset;        /* of bytes that name none; NULL or "": as said above */
    struct article_fields fields;
    size_t max_bytes;   /* 0: 8 MiB */
    unsigned max_depth; /* of nested objects and arrays, an eighth of that of tags; 0: 64 */
};

/* What to decode.  Lends: nothing of it is needed after article_decode(). */
struct article_input {
    struct str bytes;
    struct str content_type;         /* "text/html; charset=utf-8"; empty: not told */
    const struct article *stand_ins; /* for the fields that the bytes lack; may be NULL */
};

/*
 * Decodes one article; all of *ret_article lives in arena.  Returns 0, or
 *   FAULT_UNDECODABLE  not of its format, or a format not read here;
 *   FAULT_CHARSET      not valid in its character set, or that is not known;
 *   FAULT_NO_TEXT      neither a title nor a body;
 *   FAULT_TOO_BIG, FAULT_TOO_DEEP, FAULT_TOO_COMPLEX  over a limit;
 *   FAULT_MEMORY       the arena is full
 * with the place and the reason in *ret_fault.
 */
int article_decode(const struct article_rules *rules, struct arena *arena,
                   const struct article_input *input, struct article *ret_article,
                   struct fault *ret_fault);

/*
 * Takes the next article off *bytes, which holds several of one format: lines of JSON (blank
 * ones are passed over), BSON documents one after the other; text and HTML are one.  Returns
 * false when nothing is left.  A BSON length that can't be takes all the rest.
 */
bool article_next(enum article_format format, struct str *bytes, struct str *ret_bytes);

#endif
