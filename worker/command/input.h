/*
 * input.h -- the files that a command is given, cut into articles.
 *
 *     FILE, FOLDER, "-" --input_read--> struct input_item, one an article
 *
 * By the ending of the name: .json holds one article, .ndjson and .jsonl one a line,
 * .bson one document after the other, .txt and .html are one.  Folders are walked by name, and what
 * has another ending is passed over there.  Standard input is one JSON article a line.
 */
#ifndef COMMAND_INPUT_H
#define COMMAND_INPUT_H

#include <stddef.h>

#include "article/decode.h"
#include "base/str.h"

/* One article's bytes, not decoded yet.  Lent for one call of the listener. */
struct input_item {
    struct str bytes;
    enum article_format format;
    const char *path; /* "-" for standard input */
    size_t number;    /* of the line or document in the file, from 1; 0: the file is one article */
    struct str name;  /* the file's name without its ending; empty when number is not 0 */
};

struct input_listener {
    void *context;
    void (*article)(void *context, const struct input_item *item);
    /* A file, or the rest of it, that can't be read.  number as above. */
    void (*failure)(void *context, const char *path, size_t number, const char *why);
};

/* Reads one operand: a file, a folder, or "-". */
void input_read(const char *operand, const struct input_listener *listener);

#endif
