/*
 * notify.h -- tells the service manager how the worker is.
 *
 *     struct vitals --once a second--> READY=1, STATUS=, WATCHDOG=1, STOPPING=1 --> $NOTIFY_SOCKET
 *
 * The datagrams are those of sd_notify(3), whose form is fixed and documented; libsystemd would
 * bring its compressors and ciphers along for them.
 *
 *     waiting    STATUS tells for what, and the start may take longer
 *     running    READY once a broker has answered and the topics are asked for; rate and lag
 *     reloading  what was set is being read again; READY once that is over, and why the old stayed
 *                in force stands in STATUS until it no longer does
 *     stopping   the stop may take longer for as long as there are signs of life
 *
 * The watchdog is fed when the loop has turned since it was last fed, or an article was finished:
 * so an idle worker is well, and one whose broker is away, but not one that hangs.
 */
#ifndef SERVICE_NOTIFY_H
#define SERVICE_NOTIFY_H

#include "service/vitals.h"

struct notify;

/*
 * Begins to tell.  Returns 0 and *ret_notify, which is NULL when no service manager listens,
 * or FAULT_MEMORY.  Lends vitals until notify_free().
 */
int notify_new(const struct vitals *vitals, struct notify **ret_notify);

/*
 * Tells that a reload begins, and that it is over: refusal says in a line why the old stays in
 * force; NULL: it does not.  From any thread; notify may be NULL.
 */
void notify_reloading(struct notify *notify);
void notify_reloaded(struct notify *notify, const char *refusal);

/* Tells no more.  NULL is fine. */
void notify_free(struct notify *notify);

#endif
