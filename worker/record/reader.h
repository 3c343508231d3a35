/*
 * annotate/party/reader.h -- Avro's plain values, read from bytes that may lie.
 *
 * avro-c's own decoder hands the negative and huge lengths of hostile bytes to malloc;
 * this one believes nothing.  Each function returns 0 and takes its bytes, or
 * FAULT_UNDECODABLE with the reason.  Private to record/.
 */
#ifndef RECORD_READER_H
#define RECORD_READER_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/fault.h"
#include "base/str.h"

struct reader {
    const char *at, *end; /* what is not read yet */
    struct arena *arena;
    struct fault *fault; /* where the reason goes; may be NULL */
    int depth;           /* of the value being read */
};

/* Give FAULT_UNDECODABLE and FAULT_MEMORY their text. */
int reader_wrong(struct reader *reader, const char *reason);
int reader_full(struct reader *reader);

int read_long(struct reader *reader, int64_t *ret_value);
int read_int(struct reader *reader, int64_t *ret_value);
int read_boolean(struct reader *reader, int64_t *ret_value);
int read_float(struct reader *reader, double *ret_value);
int read_double(struct reader *reader, double *ret_value);

/* Bytes and strings are lent from what is read; a string is valid UTF-8. */
int read_raw(struct reader *reader, int64_t size, struct str *ret_bytes);
int read_bytes(struct reader *reader, struct str *ret_bytes);
int read_text(struct reader *reader, struct str *ret_text);

/* An index below count, as of a union's branch or an enum's symbol. */
int read_index(struct reader *reader, size_t count, int *ret_index);

/* How many items the next block of an array or a map has; 0 ends it. */
int read_block(struct reader *reader, size_t *ret_count);

#endif
