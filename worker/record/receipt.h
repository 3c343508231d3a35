/*
 * receipt.h -- what became of an article: one record for every article read.
 *
 * Receipts go to a compacted topic, in the same transaction as the article's events.
 */
#ifndef RECORD_RECEIPT_H
#define RECORD_RECEIPT_H

#include <stdint.h>

#include "article/article.h"
#include "base/arena.h"
#include "base/str.h"
#include "meeting/engine.h"
#include "record/framing.h"

#define RECEIPT_OUTCOME_MAP(X) X(EVENTS) X(NO_MEETING) X(PASSED_OVER) X(DEAD_LETTER)

#define X_RECEIPT(n) RECEIPT_##n,
enum receipt_outcome { RECEIPT_OUTCOME_MAP(X_RECEIPT) RECEIPT_OUTCOME_COUNT };

const char *receipt_outcome_name(enum receipt_outcome outcome);

struct receipt {
    enum receipt_outcome outcome;
    struct str reason; /* "too-big", "no-language-pack"; empty is null */
    struct str topic;  /* where the article came from */
    int32_t partition;
    int64_t offset;
    const struct article *article;       /* NULL when the bytes could not be decoded */
    const struct extraction *extraction; /* NULL when nothing was extracted */
};

/*
 * The key of the receipt: the article's identity as JSON, ["source", "id"], or
 * ["topic", partition, offset] for what could not be decoded.  Lives in arena.
 * Returns 0, or FAULT_MEMORY when the arena is full; the next two return the same.
 */
int receipt_key(const struct receipt *receipt, struct arena *arena, struct str *ret_key);

/* The receipt in Avro binary, behind framing. */
int receipt_avro(const struct receipt *receipt, const struct framing *framing, struct arena *arena,
                 struct str *ret_bytes);

/* The receipt as one line of JSON, without a newline. */
int receipt_json(const struct receipt *receipt, struct arena *arena, struct str *ret_line);

#endif
