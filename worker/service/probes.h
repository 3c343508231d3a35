/*
 * probes.h -- whether the worker lives, and whether it works: for those who restart it.
 *
 *     struct vitals --> 200 or 503, {"ready": true, "reason": "reading 3 partitions"}
 *
 * Alive means a sign of life lately, from the loop or from an article that was finished: an
 * idle worker is alive, and so is one whose broker is away; restarting it would not help.
 * Ready means that the group has assigned it what to read (be it nothing, when there are more
 * workers than partitions) and that what it has read can be committed.
 */
#ifndef SERVICE_PROBES_H
#define SERVICE_PROBES_H

#include <stdbool.h>

#include "service/http.h"
#include "service/vitals.h"

/* How it is, and why.  Every text in it is ours: nothing needs to be escaped. */
struct probe_state {
    bool well;
    char reason[200];
};

/* Whether it works, as /readyz tells. */
struct probe_state probe_work(const struct vitals *vitals);

/* Routes whose self is a struct vitals. */
void probe_alive(const void *vitals, struct http_reply *reply);
void probe_ready(const void *vitals, struct http_reply *reply);

#endif
