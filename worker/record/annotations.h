/*
 * annotations.h -- what the engine saw in an article, for linguists and tests.
 */
#ifndef RECORD_ANNOTATIONS_H
#define RECORD_ANNOTATIONS_H

#include "base/arena.h"
#include "base/str.h"

struct article;
struct document;

/*
 * One line of JSON for the article, without a newline:
 *
 *     {"id": …, "annotations": [{"kind": "DATE", "source": "BODY", "begin": 3, "end": 9,
 *                                "text": "samedi", "value": {…}, "rule": "date/weekday"}]}
 *
 * begin and end count code points; value depends on the kind (annotations.c), rule is null for
 * what no rule made.  The parties of an enumeration stand there one by one.  The document is NULL
 * when no pack reads the article: then there are none.  Returns 0, or FAULT_MEMORY when the arena
 * is full.
 */
int annotations_json(const struct article *article, const struct document *document,
                     struct arena *arena, struct str *ret_line);

#endif
