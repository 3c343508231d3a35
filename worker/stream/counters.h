/*
 * counters.h -- what the stream has done since it began, for telemetry to show.
 *
 * Plain atomics: written by the stream, read by anyone at any time, each for itself.
 */
#ifndef STREAM_COUNTERS_H
#define STREAM_COUNTERS_H

#include <stdatomic.h>
#include <stdint.h>

#include "base/fault.h"
#include "stream/processor.h"
#include "telemetry/census.h"
#include "telemetry/histogram.h"

/* X(name, what it counts) */
#define COUNTER_MAP(X)                                                              \
    X(articles_consumed, "articles read, those read again after a rewind as well")  \
    X(bytes_consumed, "bytes of their keys and values")                             \
    X(articles_delivered, "articles whose offsets were committed")                  \
    X(articles_outside, "articles stepped over because they are outside the range") \
    X(tombstones, "messages without a value, passed over")                          \
    X(events, "events committed")                                                   \
    X(retracted, "events retracted: tombstones committed")                          \
    X(receipts, "receipts committed")                                               \
    X(dead_letters, "dead letters committed")                                       \
    X(batches, "batches committed")                                                 \
    X(aborts, "transactions aborted")                                               \
    X(rewinds, "times the input was read again from the last commit")               \
    X(rebalances, "times the group gave partitions or took them")                   \
    X(articles_revoked, "articles dropped because their partition went away")       \
    X(turns, "signs of life: turns of the loop, and tries within one")              \
    X(extract_microseconds, "time that threads spent on articles")                  \
    X(deliver_microseconds, "time from a batch's first produce to its commit")

/* X(shown as, name, shape, what it measures) */
#define COUNTER_HISTOGRAMS(X)                                                                  \
    X("extraction_seconds", extraction, SHAPE_WORK, "Time that a thread spent on an article.") \
    X("end_to_end_seconds", end_to_end, SHAPE_DELAY,                                           \
      "Time from an article's timestamp in Kafka to the commit of its events.")                \
    X("delivery_seconds", delivery, SHAPE_DELAY,                                               \
      "Time from a batch's first record to its commit.")                                       \
    X("batch_articles", batch_articles, SHAPE_SIZE, "Articles in a committed batch.")

/* In `articles`, an article's fate, or this: a message without a value. */
enum { RESULT_TOMBSTONE = FATE_COUNT };

struct counters {
#define X(name, text) _Atomic uint64_t name;
    COUNTER_MAP(X)
#undef X
    _Atomic uint64_t fates[FATE_COUNT];
    _Atomic uint64_t dead_letter_reasons[FAULT_COUNT];
    _Atomic uint64_t event_sorts[KIND_COUNT][STATUS_COUNT];
    struct census articles; /* by language, and then by fate or RESULT_TOMBSTONE */
#define X(shown, name, shape, text) struct histogram name;
    COUNTER_HISTOGRAMS(X)
#undef X

    /* Gauges: how things stand now. */
    _Atomic uint64_t partitions_assigned;
    _Atomic uint64_t subscribed; /* 1 once a broker has answered and the topics are asked for */
    _Atomic uint64_t joined;     /* 1 once the group has given an assignment, even an empty one */
    _Atomic(const char *) doing; /* the call to Kafka begun last, as "committing"; or NULL */
    _Atomic int64_t life_ms;     /* of the monotonic clock: the last sign of life */
    _Atomic int64_t undelivered_ms; /* so: when it began to try what it still can't commit; or 0 */
    _Atomic int64_t last_commit_ms; /* milliseconds since 1970, 0: none yet */
};

#endif
