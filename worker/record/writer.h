/*
 * writer.h -- one walk over a record, written in one of two forms.
 *
 *     event.c, receipt.c --walk--> writer --WRITER_AVRO, WRITER_JSON--> bytes
 *
 * The walk names every field in the schema's order and says where a field may be null;
 * the form decides what of that becomes bytes.
 */
#ifndef RECORD_WRITER_H
#define RECORD_WRITER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/str.h"

struct writer;

/* What a form does with each step of the walk. */
struct writer_form {
    void (*key)(struct writer *writer, struct str name); /* the next value's name */
    void (*option)(struct writer *writer,
                   bool told); /* the next value may be null: it is not told */
    void (*text)(struct writer *writer, struct str text);
    void (*integer)(struct writer *writer, int64_t value);
    void (*real32)(struct writer *writer, float value);
    void (*real64)(struct writer *writer, double value);
    void (*symbol)(struct writer *writer, int index, const char *name); /* of an enum */
    void (*record_begin)(struct writer *writer);
    void (*record_end)(struct writer *writer);
    void (*array_begin)(struct writer *writer, size_t count);
    void (*array_end)(struct writer *writer);
};

extern const struct writer_form WRITER_AVRO; /* Avro binary; an option is ["null", type] */
extern const struct writer_form WRITER_JSON; /* one line, nothing but what it needs */

struct writer {
    const struct writer_form *form;
    struct buffer out;
    bool follows; /* JSON: a value stands before the next one */
};

static inline struct writer writer_in(const struct writer_form *form, struct arena *arena)
{
    return (struct writer){.form = form, .out = buffer_in(arena)};
}

/* A field of a record.  An optional one is null where it is empty or zero. */
void writer_text(struct writer *writer, const char *name, struct str text);
void writer_optional_text(struct writer *writer, const char *name, struct str text);
void writer_integer(struct writer *writer, const char *name, int64_t value);
void writer_optional_integer(struct writer *writer, const char *name, int64_t value);
void writer_optional_real(struct writer *writer, const char *name, double value, bool told);
void writer_symbol(struct writer *writer, const char *name, int index, const char *symbol);
void writer_array(struct writer *writer, const char *name, size_t count);

/* JSON only: a value that is not there, true or false. */
void writer_json_word(struct writer *writer, const char *word);

#endif
