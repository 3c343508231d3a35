/*
 * renew.h -- settings and language packs read again, for a worker that goes on meanwhile.
 *
 *     settings, packs --renewal--> extractor --stream_refit--> the next batch
 */
#ifndef COMMAND_RENEW_H
#define COMMAND_RENEW_H

#include "command/worker.h"
#include "service/reload.h"

/* What articles are worked on with since the last reload; zero: since the start.  Stays in place.
 */
struct outfit {
    struct settings *settings;
    struct engine *engine; /* until the worker has it */
    struct extractor extractor;
    struct processor processor;
};

/* Zero but for the first two, which are lent.  renewer_free() when the stream has ended. */
struct renewer {
    const struct invocation *invocation;
    struct worker *worker;
    struct outfit *outfit; /* NULL: that of the worker itself */
};

/*
 * For service/reload: all is read as at the start.  When something is wrong, all stays as it was
 * and each mistake is a line of the log.  Settings that need a restart keep the old value, which
 * is said.
 */
struct renewal renewer_renewal(struct renewer *renewer);
void renewer_free(struct renewer *renewer);

#endif
