/*
 * statistics.h -- what librdkafka tells of itself, the few figures that operators look at.
 *
 *     statistics.interval.ms --JSON--> statistics_take --> statistics_copy --> service/
 *
 * One for each client.  The loop writes it every few seconds, anyone reads copies.
 */
#ifndef STREAM_STATISTICS_H
#define STREAM_STATISTICS_H

#include <stddef.h>
#include <stdint.h>

enum { STATISTICS_BROKERS = 32, STATISTICS_NAME = 64 };

/* One connection: "broker:9092/1", or "GroupCoordinator". */
struct broker_figures {
    char name[STATISTICS_NAME];
    int64_t up;                  /* 1 or 0 */
    int64_t rtt_us, throttle_ms; /* averages of the last interval */
    int64_t send_errors, receive_errors, timeouts, disconnects;
};

struct client_figures {
    int64_t requests, sent_bytes, responses, received_bytes;
    int64_t queued_messages, queued_bytes;             /* for the broker; a producer's */
    int64_t waiting_operations;                        /* for the loop */
    struct broker_figures brokers[STATISTICS_BROKERS]; /* more than fit are left out */
    size_t broker_count;
};

struct statistics;

/* Returns 0 and *ret_statistics, freed with statistics_free(), or FAULT_MEMORY. */
int statistics_new(struct statistics **ret_statistics);
void statistics_free(struct statistics *statistics);

/* Takes the figures out of librdkafka's JSON; what is not JSON changes nothing. */
void statistics_take(struct statistics *statistics, const char *json, size_t len);

/* The figures of the last interval; all zero before the first. */
void statistics_copy(struct statistics *statistics, struct client_figures *ret_figures);

#endif
