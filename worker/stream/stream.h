/*
 * stream.h -- the loop: articles in, events, receipts and dead letters out.
 *
 *     intake --batch--> pool (processor) --batch--> sink --> transaction
 *
 * A batch is the unit of work.  While the pool works on one batch the thread that
 * called stream_run() delivers the one before it: it alone speaks to Kafka.
 */
#ifndef STREAM_STREAM_H
#define STREAM_STREAM_H

#include <stdatomic.h>
#include <stdbool.h>

#include "base/fault.h"
#include "stream/counters.h"
#include "stream/lags.h"
#include "stream/options.h"
#include "stream/processor.h"
#include "stream/statistics.h"

struct stream;

/*
 * Makes the clients and the threads, and joins the group when run.  Lends from options
 * and processor until stream_free().  Returns 0 and *ret_stream, or FAULT_SETTING
 * (a property that librdkafka rejects), FAULT_MEMORY.
 */
int stream_new(const struct stream_options *options, const struct processor *processor,
               struct stream **ret_stream, struct fault *ret_fault);

/*
 * Runs until *stop, then delivers what it holds, leaves the group and returns 0.
 * Returns FAULT_BROKER when the broker did not take it in the time that the end may take;
 * FAULT_FENCED, FAULT_DENIED, FAULT_FATAL, FAULT_SETTING or FAULT_MEMORY when it can't go on.
 * Whatever was not committed by then will be read again by the next one.
 */
int stream_run(struct stream *stream, const atomic_bool *stop, struct fault *ret_fault);

/* Frees the stream.  NULL is fine. */
void stream_free(struct stream *stream);

/*
 * Goes on with another processor from the next batch on; lends it in place of the one before, which
 * is not used any more when this returns.  From any thread, one at a time.
 */
void stream_refit(struct stream *stream, const struct processor *processor);

/* Lends: as long as the stream lives. */
const struct counters *stream_counters(const struct stream *stream);
struct lags *stream_lags(const struct stream *stream);
struct statistics *stream_consumer_statistics(const struct stream *stream);
struct statistics *stream_producer_statistics(const struct stream *stream);
const char *stream_instance(const struct stream *stream);

#endif
