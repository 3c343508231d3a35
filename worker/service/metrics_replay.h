/*
 * metrics_replay.h -- how far a replay is, as Prometheus scrapes it.
 */
#ifndef SERVICE_METRICS_REPLAY_H
#define SERVICE_METRICS_REPLAY_H

#include <stdio.h>

#include "stream/headway.h"

/* The gauges meetingd_replay_*; nothing when headway is NULL. */
void replay_show(FILE *file, const struct headway *headway);

#endif
