/*
 * sampler.h -- takes a sample of a running stream each second, for the status page.
 *
 *     struct vitals --sampler--> telemetry/history.h
 */
#ifndef SERVICE_SAMPLER_H
#define SERVICE_SAMPLER_H

#include "service/vitals.h"

struct sampler;

/* Begins at once, in a thread of its own.  Returns 0 and *ret_sampler, or FAULT_MEMORY.
   Lends what vitals lend; adds to vitals->history. */
int sampler_new(const struct vitals *vitals, struct sampler **ret_sampler);

/* Takes no more samples.  NULL is fine. */
void sampler_free(struct sampler *sampler);

/* How things stand now. */
struct sample sample_take(const struct vitals *vitals);

#endif
