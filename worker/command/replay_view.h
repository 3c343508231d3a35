/*
 * replay_view.h -- what a replay shows: its plan, how far it is, and what came of it.
 */
#ifndef COMMAND_REPLAY_VIEW_H
#define COMMAND_REPLAY_VIEW_H

#include <stdbool.h>
#include <stdint.h>

#include "stream/counters.h"
#include "stream/live.h"
#include "stream/plan.h"
#include "telemetry/log.h"

/* The plan, a line a partition, on standard output. */
void plan_print(const struct plan *plan, const char *name);

/* What about the plan an operator would want to know before it begins, on standard error. */
void plan_warn(const struct plan *plan);
void live_warn(const struct live *live, const char *group);

/* How far a replay is: a bar on a terminal, else a line in the log now and then. */
struct replay_progress {
    const struct counters *counters; /* of this process */
    const struct log *log;
    int64_t total, left;      /* offsets of the whole group */
    int64_t began_left;       /* when this process began */
    int64_t began_ms, due_ms; /* the begin, and when the next line in the log is due */
    bool bar;                 /* standard error is a terminal */
};

struct replay_progress replay_progress_begin(const struct counters *counters, const struct log *log,
                                             const struct plan *plan);
void replay_progress_show(struct replay_progress *progress, const struct plan *plan);

/* Wipes the bar and prints what this process did. */
void replay_progress_end(struct replay_progress *progress, const struct plan *plan);

#endif
