/*
 * framing.h -- the bytes before an Avro record that say which schema wrote it.
 *
 *     C3 01, fingerprint (8 bytes, little-endian)    single-object encoding
 *     00, schema id (4 bytes, big-endian)            Confluent, with a registry
 *
 * Plain data, made once at the start and passed to whoever encodes.
 */
#ifndef RECORD_FRAMING_H
#define RECORD_FRAMING_H

#include <stdint.h>

#include "base/str.h"

struct framing {
    uint8_t len; /* 0: no framing, the bare record */
    uint8_t bytes[10];
};

struct framing framing_single_object(uint64_t fingerprint);
struct framing framing_confluent(uint32_t schema_id);

enum framing_kind { FRAMING_UNKNOWN, FRAMING_SINGLE_OBJECT, FRAMING_CONFLUENT };

/* What the first bytes of a message said. */
struct framed {
    enum framing_kind kind; /* UNKNOWN: too short, or begins otherwise; body is then all */
    uint64_t fingerprint;   /* SINGLE_OBJECT only */
    uint32_t schema_id;     /* CONFLUENT only */
    struct str body;        /* the record itself: lent from bytes */
};

struct framed framing_read(struct str bytes);

#endif
