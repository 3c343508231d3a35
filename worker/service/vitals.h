/*
 * vitals.h -- what those outside are told of a running stream, and where it is read.
 *
 *     stream's counters, lags --struct vitals--> notify (service manager), http (operators)
 *
 * Lends everything for as long as they tell of it.
 */
#ifndef SERVICE_VITALS_H
#define SERVICE_VITALS_H

#include <stdatomic.h>
#include <stdint.h>

#include "stream/counters.h"
#include "stream/headway.h"
#include "stream/lags.h"
#include "stream/statistics.h"
#include "telemetry/history.h"
#include "telemetry/recent.h"

struct loan; /* service/loan.h */

struct vitals {
    const struct counters *counters;
    struct lags *lags;
    const atomic_bool *stop; /* the end was asked for */
    int64_t deadline_ms;     /* without a sign of life for so long, it hangs */
    int64_t started_ms;      /* since 1970 */
    struct statistics *consumer, *producer;
    struct loan *engine; /* the one in force */
    const char *topic, *group, *instance;
    const struct headway *headway; /* of a replay; NULL: it is none */
    struct history *history;       /* of the status page; NULL: nobody looks; so recent */
    struct recent *recent;
};

#endif
