/*
 * replay_view.h -- what a replay shows before it begins: its plan, and what may surprise.
 */
#ifndef COMMAND_REPLAY_VIEW_H
#define COMMAND_REPLAY_VIEW_H

#include <stdio.h>

#include "stream/plan.h"

/* The plan, a line a partition. */
void plan_print(FILE *file, const struct plan *plan, const char *name);

/* What about the plan an operator would want to know before it begins, on standard error. */
void plan_warn(const struct plan *plan);

#endif
