/*
 * replay_view.h -- what a replay shows before it begins: its plan, and what may surprise.
 */
#ifndef COMMAND_REPLAY_VIEW_H
#define COMMAND_REPLAY_VIEW_H

#include "stream/live.h"
#include "stream/plan.h"

/* The plan, a line a partition, on standard output. */
void plan_print(const struct plan *plan, const char *name);

/* What about the plan an operator would want to know before it begins, on standard error. */
void plan_warn(const struct plan *plan);
void live_warn(const struct live *live, const char *group);

#endif
