/*
 * headers.h -- the headers of what is written.
 *
 *     content-type, meetingd-topic, -partition, -offset, then the article's own
 *
 * Each function gives new headers, which rd_kafka_producev() takes over when it succeeds
 * and the caller destroys when it does not.  NULL: no memory.
 */
#ifndef STREAM_HEADERS_H
#define STREAM_HEADERS_H

#include <librdkafka/rdkafka.h>

#include "base/str.h"

/*
 * Of the event with that key: with the article's own headers, except its content-type and what
 * is ours (meetingd-*) or a dead letter's (__connect.errors.*).  Its trace goes on (trace.h).
 */
rd_kafka_headers_t *headers_of_event(const rd_kafka_message_t *article, struct str key,
                                     struct str content_type);

/* Of a receipt: nothing of the article's own.  An empty content_type, here and above: none. */
rd_kafka_headers_t *headers_of_receipt(const rd_kafka_message_t *article, struct str content_type);

/* The article's headers byte for byte, or none. */
rd_kafka_headers_t *headers_of_article(const rd_kafka_message_t *article);

/* Adds a header with a text, or with a number in decimal, as Kafka Connect writes them. */
void headers_add_text(rd_kafka_headers_t *headers, const char *name, const char *text);
void headers_add_number(rd_kafka_headers_t *headers, const char *name, long long number);

#endif
