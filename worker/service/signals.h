/*
 * signals.h -- SIGTERM and SIGINT ask for a clean end; the second one ends at once.
 *
 * Made before any other thread, so that every thread inherits the blocked signals and
 * a thread of its own takes them.  SIGPIPE is ignored.
 */
#ifndef SERVICE_SIGNALS_H
#define SERVICE_SIGNALS_H

#include <stdatomic.h>
#include <stdbool.h>

struct signals;

/* Returns 0 and *ret_signals, or FAULT_MEMORY.  The caller frees with signals_free(). */
int signals_new(struct signals **ret_signals);

/* Lends: true once the end was asked for.  The next signal then has its default effect. */
const atomic_bool *signals_stop(const struct signals *signals);

/* Ends the thread.  The signals stay blocked.  NULL is fine. */
void signals_free(struct signals *signals);

#endif
