/*
 * limits.h -- whether the topics that we write to take what our producer sends at once.
 */
#ifndef STREAM_LIMITS_H
#define STREAM_LIMITS_H

#include <librdkafka/rdkafka.h>
#include <stddef.h>

#include "settings/problem.h"

/* A topic and the setting that names it: "[output] topic". */
struct limited_topic {
    const char *name;
    const char *setting;
};

/*
 * Adds a warning for each topic whose max.message.bytes is below batch_bytes.  Says nothing when
 * the broker doesn't tell: an operator may not let this user ask.
 */
void limits_check(rd_kafka_t *handle, const struct limited_topic *topics, size_t count,
                  long batch_bytes, struct problems *problems);

#endif
