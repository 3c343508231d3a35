/*
 * letter.h -- the dead letter of an article that could not be worked on.
 *
 * Key, value, timestamp and headers are the article's, byte for byte; behind them stand the
 * headers that Kafka Connect's dead letter queue reporter adds, under its names.
 */
#ifndef STREAM_LETTER_H
#define STREAM_LETTER_H

#include <librdkafka/rdkafka.h>

#include "base/fault.h"
#include "stream/refusals.h"
#include "stream/sink.h"

struct letter {
    struct sink_record record; /* texts lent from the article and from pointer */
    char pointer[400];         /* takes the value's place when that is too large */
};

/*
 * The dead letter of article, which went wrong for why, in the form that refusal asks for.
 * instance is the member that gave up.  Returns 0 and *ret_letter, whose headers are the
 * sink's to take over, or FAULT_MEMORY.  *ret_letter must stay where it is until written.
 */
int letter_write(const rd_kafka_message_t *article, const struct fault *why, enum refusal refusal,
                 const char *instance, struct letter *ret_letter);

#endif
