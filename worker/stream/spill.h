/*
 * spill.h -- records that are too many for memory: put aside on disk, read back key by key.
 *
 *     spill_add() ... --a bucket by the key's hash--> a file in TMPDIR --spill_read()--> visit
 *
 * Going in they take a fixed 16 MB of buffers, coming out one bucket, a 1024th of all there is:
 * with 50 GB on disk 50 MB.  The file has no name, so nothing is left of it whatever ends the
 * process.  The keys come in an order of their own, which is the same every time.
 */
#ifndef STREAM_SPILL_H
#define STREAM_SPILL_H

#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>

#include "base/fault.h"
#include "base/str.h"

struct spill;

/* Within a key they come by kind, then by rank, then by tie. */
struct spill_record {
    struct str key;
    struct str bytes;
    uint32_t kind;
    int64_t rank, tie;
};

/* All records of one key.  Lends until it returns; what it returns but 0 ends the reading. */
struct spill_visitor {
    void *self;
    int (*visit)(void *self, const struct spill_record *records, size_t count,
                 struct fault *ret_fault);
};

/*
 * Returns 0 and *ret_spill, freed with spill_free(), or FAULT_FILE when nothing can be written to
 * TMPDIR, FAULT_MEMORY.
 */
int spill_new(struct spill **ret_spill, struct fault *ret_fault);
void spill_free(struct spill *spill);

/* Copies record.  Returns as spill_new(). */
int spill_add(struct spill *spill, const struct spill_record *record, struct fault *ret_fault);

/* Visits every key, until *stop.  Returns as spill_new(), or what visit returned. */
int spill_read(struct spill *spill, const struct spill_visitor *visitor, const atomic_bool *stop,
               struct fault *ret_fault);

uint64_t spill_size(const struct spill *spill); /* bytes put aside */

/* The hash by which keys are ordered. */
uint64_t spill_hash(struct str key);

#endif
