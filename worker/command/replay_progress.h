/*
 * replay_progress.h -- shows how far a replay is, and at its end what came of it.
 *
 *     plan, counters --replay_progress_show--> struct headway --> a bar on a terminal,
 *                                                  '--> else a line in the log now and then
 */
#ifndef COMMAND_REPLAY_PROGRESS_H
#define COMMAND_REPLAY_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

#include "command/replay_speed.h"
#include "stream/counters.h"
#include "stream/headway.h"
#include "stream/plan.h"
#include "telemetry/log.h"

struct replay_progress {
    const struct counters *counters; /* of this process */
    struct headway *headway;         /* filled in here, for others as well */
    const struct log *log;
    struct speed speed;
    int64_t began_ms, due_ms; /* the begin, and when the next line in the log is due */
    bool bar;                 /* standard error is a terminal */
};

/* Lends all three until the end. */
struct replay_progress replay_progress_begin(const struct counters *counters, const struct log *log,
                                             struct headway *headway);

/* answered: the plan is how things stand now; else no broker said so, and it is of before. */
void replay_progress_show(struct replay_progress *progress, const struct plan *plan, bool answered);

/* Wipes the bar and prints what this process did. */
void replay_progress_end(struct replay_progress *progress, const struct plan *plan);

#endif
