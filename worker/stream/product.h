/*
 * product.h -- what became of one article, kept until its batch is written.
 *
 *     rd_kafka_message_t --message_read--> struct message --processor--> struct product
 *
 * Made by a thread of the pool in its arena, then copied out in one block, so that the
 * arena can serve the next article.
 */
#ifndef STREAM_PRODUCT_H
#define STREAM_PRODUCT_H

#include <librdkafka/rdkafka.h>

#include "base/arena.h"
#include "base/fault.h"
#include "stream/processor.h"
#include "stream/refusals.h"
#include "telemetry/census.h"

struct product {
    enum fate fate;
    char language[CENSUS_NAME]; /* "" : unknown */
    struct fault why;           /* FATE_DEAD_LETTER: what its headers tell */
    size_t count;
    struct output_record records[]; /* their texts stand behind them, in the same block */
};

/* An article to work on, and how it fared before. */
struct task {
    const rd_kafka_message_t *message;
    enum refusal refusal;
    const char *reason; /* of the refusal, from REFUSAL_LETTER on */
};

/* Shows a message without librdkafka.  Lends from raw, headers from arena.  0 or FAULT_MEMORY. */
int message_read(const rd_kafka_message_t *raw, struct arena *arena, struct message *ret_message);

/*
 * Has the processor work on task.  Returns 0 and *ret_product, which the caller frees with
 * free(), or the fault for which the stream must stop.
 */
int product_make(const struct processor *processor, struct arena *arena, const struct task *task,
                 struct product **ret_product, struct fault *ret_fault);

#endif
