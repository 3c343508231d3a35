/*
 * datum.h -- an Avro record read back: a tree of named values.
 *
 *     bytes --datum_decode--> struct datum --datum_get, datum_json--> what a reader wants
 *
 * Driven by the schema that wrote the bytes, so it reads events of every release.  The
 * bytes may be hostile: every length and count is checked against what is there.
 */
#ifndef RECORD_DATUM_H
#define RECORD_DATUM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/fault.h"
#include "base/str.h"
#include "record/schema.h"

enum datum_type {
    DATUM_NULL,
    DATUM_BOOLEAN, /* integer is 0 or 1 */
    DATUM_INTEGER, /* Avro int and long */
    DATUM_FLOAT,   /* real holds exactly what the four bytes said */
    DATUM_DOUBLE,
    DATUM_TEXT,  /* Avro string, valid UTF-8, and enum symbol */
    DATUM_BYTES, /* Avro bytes and fixed */
    DATUM_ARRAY,
    DATUM_RECORD, /* also an Avro map: its items have the keys as names */
};

/* Plain data.  All of it lives in the arena; texts are lent from the bytes and the schema. */
struct datum {
    enum datum_type type; /* says which of the values below there is */
    struct str name;      /* the field's name in its record; empty in an array */
    union {
        int64_t integer;
        double real;
        struct str text;
        struct {
            const struct datum *items; /* ARRAY and RECORD */
            size_t count;
        };
    };
};

/*
 * Decodes body, a record without framing, with the schema that wrote it.
 * Returns 0 and *ret_datum; FAULT_UNDECODABLE when the bytes are not such a record or
 * hold more than it; FAULT_TOO_DEEP when it is nested over 64 levels;
 * FAULT_MEMORY when the arena is full.
 */
int datum_decode(const struct schema *schema, struct str body, struct arena *arena,
                 const struct datum **ret_datum, struct fault *ret_fault);

/*
 * The same for a message in single-object encoding, whose schema is looked up in set.
 * FAULT_UNDECODABLE also when the framing is another or the schema is not in the set.
 */
int datum_decode_framed(const struct schema_set *set, struct str bytes, struct arena *arena,
                        const struct datum **ret_datum, struct fault *ret_fault);

/* The value at path, as "place.city_name" or "participants[2].role"; NULL when not there. */
const struct datum *datum_get(const struct datum *datum, const char *path);

/* The text at path; empty when it is not there, null or no text. */
struct str datum_text(const struct datum *datum, const char *path);

/* Copies datum and all that it holds into arena.  Returns NULL when that is full. */
const struct datum *datum_copy(const struct datum *datum, struct arena *arena);

/* One line of JSON, as event_json() writes it.  Returns 0, or FAULT_MEMORY. */
int datum_json(const struct datum *datum, struct arena *arena, struct str *ret_line);

#endif
