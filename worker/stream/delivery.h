/*
 * delivery.h -- a batch goes out: all of it in one transaction, or none of it.
 *
 *     products --records, in input order--> sink --offsets--> commit
 *
 * What the broker refuses is noted here, so that it goes another way when the batch comes
 * again after the abort.
 */
#ifndef STREAM_DELIVERY_H
#define STREAM_DELIVERY_H

#include "base/fault.h"
#include "stream/batch.h"
#include "stream/counters.h"
#include "stream/intake.h"
#include "stream/refusals.h"
#include "stream/sink.h"

/* Who takes part.  All lent. */
struct delivery {
    struct sink *sink;
    struct intake *intake;
    struct refusals *refusals;
    struct counters *counters;
    const char *instance;
    const char *replay; /* what the header that tells a replay says; NULL: none */
    const struct log *log;
};

/*
 * Delivers batch, whose products are made.  Returns 0 when it is committed; FAULT_ABORTED
 * when nothing of it is and it must be read again; FAULT_BROKER when patience is over;
 * FAULT_FENCED, FAULT_FATAL or FAULT_MEMORY when the stream must stop.
 */
int delivery_run(const struct delivery *delivery, struct batch *batch, struct fault *ret_fault);

#endif
