/*
 * pool.h -- the threads that extract, one arena each.
 *
 * They work on one batch at a time, article by article in the order of the slots, while
 * the loop delivers the batch before it.
 */
#ifndef STREAM_POOL_H
#define STREAM_POOL_H

#include <stddef.h>

#include "stream/batch.h"
#include "stream/counters.h"
#include "stream/options.h"
#include "stream/processor.h"

struct pool;

/* Returns 0 and *ret_pool, freed with pool_free(), or FAULT_MEMORY.  Lends its arguments. */
int pool_new(const struct stream_options *options, const struct processor *processor,
             struct counters *counters, struct pool **ret_pool);
void pool_free(struct pool *pool);

/* Begins with batch; it must be idle.  The batch is lent until pool_wait() returns. */
void pool_start(struct pool *pool, struct batch *batch);

/*
 * Goes on with processor, which is lent in place of the one before: that one is not used any more
 * when this returns.  It changes between two batches, so it waits for the one at work.  From any
 * thread, one at a time.
 */
void pool_refit(struct pool *pool, const struct processor *processor);

/*
 * Waits until the batch is worked through.  Returns 0, also when there was none, or the
 * fault for which the stream must stop.
 */
int pool_wait(struct pool *pool, struct fault *ret_fault);

#endif
