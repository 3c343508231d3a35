/*
 * reload.h -- SIGHUP: what was set is read again while the worker works.
 *
 *     SIGHUP --> RELOADING=1 --struct renewal--> READY=1, and STATUS if the old stays in force
 *
 * A thread of its own takes the signal, so that neither the loop nor a stop waits for it.
 */
#ifndef SERVICE_RELOAD_H
#define SERVICE_RELOAD_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

#include "service/notify.h"

/* How the rest of the program reads everything again. */
struct renewal {
    void *self;

    /*
     * Takes over all that is new, or nothing: then it returns why in ret_why, in a line, having
     * logged it.  Returns whether it was taken over.
     */
    bool (*renew)(void *self, char *ret_why, size_t size);
};

struct reload;

/*
 * From here on SIGHUP waits for whoever takes it, and ends the process no more.  Called before any
 * other thread is made, as they inherit it.
 */
void reload_expect(void);

/*
 * Begins to take the signal, also one that has been waiting.  Lends all arguments until
 * reload_free(); notify may be NULL.  Returns 0 and *ret_reload, or FAULT_MEMORY.
 */
int reload_new(const struct renewal *renewal, struct notify *notify, const atomic_bool *stop,
               struct reload **ret_reload);

/* Waits for a renewal that has begun.  NULL is fine. */
void reload_free(struct reload *reload);

#endif
