/*
 * markup.h -- the beginnings of an HTML page, and text that can't become markup.
 */
#ifndef RECORD_MARKUP_H
#define RECORD_MARKUP_H

#include "base/buffer.h"
#include "base/str.h"

/* Adds the style sheet of that name in page/: "theme.css". */
void markup_style(struct buffer *out, const char *name);

/*
 * From the doctype to <body>, for a page that is complete in itself.  Its policy allows style and
 * nothing else: no script, no attribute of style, nothing fetched.  title is our own.
 */
void markup_head(struct buffer *out, const char *title, struct str style);

/* Markup of our own; what is formatted is below 512 bytes. */
void markup_raw(struct buffer *out, const char *markup);
void markup_format(struct buffer *out, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/*
 * Text of others, in an element or in a quoted attribute: what could be markup is escaped, and
 * controls and what turns the direction of text around are replaced by U+FFFD.
 */
void markup_text(struct buffer *out, struct str text);

#endif
