/*
 * message.h -- an article as Kafka carries it.
 *
 * Plain data that knows no librdkafka, so that a processor can be called without a
 * broker.  All of it lends for as long as the batch that it came in.
 */
#ifndef STREAM_MESSAGE_H
#define STREAM_MESSAGE_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct message_header {
    struct str name;
    struct str value; /* at is NULL: a null value, which is not an empty one */
};

struct message {
    struct str topic;
    int32_t partition;
    int64_t offset;
    int64_t timestamp_ms;                 /* -1: none */
    struct str key;                       /* at is NULL: no key */
    struct str value;                     /* at is NULL: a tombstone */
    const struct message_header *headers; /* in the order written, repeats and all */
    size_t header_count;
};

/* The last header of that name, as Kafka's lastHeader() gives it, or NULL. */
const struct message_header *message_header_find(const struct message *message, struct str name);

#endif
