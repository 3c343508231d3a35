/*
 * embedded.h -- a broker inside this process, for the demo and the tests.
 *
 * librdkafka's mock cluster on a loopback port.  It has no transactions in earnest (an
 * aborted message stays readable), so nothing about exactly-once can be shown on it.
 */
#ifndef STREAM_EMBEDDED_H
#define STREAM_EMBEDDED_H

#include <stddef.h>
#include <stdint.h>

#include "base/fault.h"
#include "base/str.h"
#include "stream/message.h"

struct embedded;
struct embedded_reader;
struct rd_kafka_mock_cluster_s; /* librdkafka/rdkafka_mock.h */

/* Starts it.  The caller frees with embedded_free(), after every client of it. */
int embedded_new(struct embedded **ret_embedded, struct fault *ret_fault);
void embedded_free(struct embedded *embedded);

/* "127.0.0.1:40123": lends until embedded_free(). */
const char *embedded_bootstrap(const struct embedded *embedded);

/* The cluster itself, for tests that script its errors.  Lends as above. */
struct rd_kafka_mock_cluster_s *embedded_cluster(const struct embedded *embedded);

/* Makes a topic; an unknown one is made with four partitions when first used. */
int embedded_topic(struct embedded *embedded, const char *topic, int partitions);

/* Writes one message and waits for it; partition -1 lets the key decide. */
int embedded_put(struct embedded *embedded, const struct message *message, struct fault *ret_fault);

/* The offset after a partition's last message, for tests that read all of it; -1: no answer. */
int64_t embedded_end(const struct embedded *embedded, const char *topic, int partition);

/* Reads a topic from its beginning.  The caller frees with embedded_reader_free(). */
int embedded_reader_new(struct embedded *embedded, const char *topic,
                        struct embedded_reader **ret_reader, struct fault *ret_fault);
void embedded_reader_free(struct embedded_reader *reader);

/* The next message, lent until the next call, or NULL when none came in timeout_ms. */
const struct message *embedded_reader_next(struct embedded_reader *reader, int timeout_ms);

#endif
