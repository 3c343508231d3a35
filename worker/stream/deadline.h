/*
 * deadline.h -- ends the process when a call into librdkafka never comes back.
 *
 * Its blocking calls have been seen to stay in there for ever, in spite of their own
 * time limits.  Nothing can be mended from inside then: the process aborts, the service
 * manager starts it anew, and the broker has kept the offsets where they were.
 */
#ifndef STREAM_DEADLINE_H
#define STREAM_DEADLINE_H

#include <stdatomic.h>
#include <stdbool.h>

#include "telemetry/log.h"

struct deadline;

/* Returns 0 and *ret_deadline, freed with deadline_free(), or FAULT_MEMORY. */
int deadline_new(const struct log *log, struct deadline **ret_deadline);
void deadline_free(struct deadline *deadline);

/*
 * Once *stop is true, what is done may take about drain_ms: then the process ends with status 69,
 * as nothing else would end it.  NULL: nobody asks for the end any more.
 */
void deadline_heed(struct deadline *deadline, const atomic_bool *stop, unsigned drain_ms);

/* From now on what is done may take ms, until deadline_met(). */
void deadline_set(struct deadline *deadline, unsigned ms, const char *what);
void deadline_met(struct deadline *deadline);

#endif
