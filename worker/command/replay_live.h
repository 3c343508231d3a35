/*
 * replay_live.h -- what the workers that read the topic all the time do meanwhile, as a warning.
 */
#ifndef COMMAND_REPLAY_LIVE_H
#define COMMAND_REPLAY_LIVE_H

#include "command/worker.h"
#include "stream/plan.h"

/* Looks at the live group and its receipts, and warns on standard error. */
void replay_live_warn(const struct worker *worker, const struct plan *plan, const char *group);

#endif
