/*
 * history.h -- how things went in the last minutes: a ring of samples, in fixed memory.
 *
 *     sampler --history_add--> struct history --history_copy--> status page
 *
 * One writer; read by anyone at any time.
 */
#ifndef TELEMETRY_HISTORY_H
#define TELEMETRY_HISTORY_H

#include <stddef.h>
#include <stdint.h>

enum { HISTORY_SAMPLES = 300 }; /* one a second: five minutes */

/* X(name, what it is): what had been done by then, and how far behind it was. */
#define SAMPLE_MAP(X)                                            \
    X(at_ms, "when, by the monotonic clock")                     \
    X(articles, "articles whose offsets were committed")         \
    X(events, "their events")                                    \
    X(dead_letters, "those that could not be read")              \
    X(batches, "transactions")                                   \
    X(deliver_us, "time that it took to commit them")            \
    X(delays, "articles with a timestamp that were committed")   \
    X(delay_us, "time from there to the commit, of all of them") \
    X(behind, "articles between the last one read and the last one")

struct sample {
#define X(name, text) int64_t name;
    SAMPLE_MAP(X)
#undef X
};

struct history;

/* Returns 0 and *ret_history, freed with history_free(), or FAULT_MEMORY. */
int history_new(struct history **ret_history);
void history_free(struct history *history);

/* In place of the oldest, when the ring is full. */
void history_add(struct history *history, const struct sample *sample);

/* Copies the samples, the oldest first.  Returns how many there are. */
size_t history_copy(struct history *history, struct sample ret_samples[HISTORY_SAMPLES]);

#endif
