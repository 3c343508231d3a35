/*
 * patience.h -- how long to go on trying.
 *
 * For ever, until the end is asked for; from then on as long as the end may take.  One
 * thread uses it: the one that delivers.
 */
#ifndef STREAM_PATIENCE_H
#define STREAM_PATIENCE_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

struct counters;
struct deadline;

struct patience {
    struct counters *counters; /* learns of signs of life; NULL: no one does */
    const atomic_bool *stop;
    unsigned drain_ms;
    int64_t ends_ms; /* of the monotonic clock; 0: the end was not asked for yet */
    struct deadline *deadline;
    unsigned call_ms; /* what one call may take: beyond it the process is stuck and ends */
};

int64_t clock_monotonic_ms(void);
int64_t clock_wall_ms(void); /* since 1970 */

bool patience_stopping(const struct patience *patience); /* the end was asked for */
bool patience_over(struct patience *patience);           /* and has taken as long as it may */

/* Around a call into librdkafka that may block.  doing is a literal: it is shown later. */
void patience_enter(const struct patience *patience, const char *doing);
void patience_leave(const struct patience *patience);

/* Sleeps for about ms, and less when the end is asked for meanwhile. */
void patience_sleep(const struct patience *patience, unsigned ms);

#endif
