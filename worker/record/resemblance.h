/*
 * resemblance.h -- how surely two events that were read back are the same occasion.
 *
 * What participants, names, days and places say for it and against it; the weights are those by
 * which extraction is scored, so that a version is compared with another as with the truth.
 */
#ifndef RECORD_RESEMBLANCE_H
#define RECORD_RESEMBLANCE_H

#include <stdbool.h>

#include "record/datum.h"
#include "text/fold.h"

/* 0: they are not; else the more the surer.  Not symmetric: before is the one that is known. */
double resemblance_of_events(const struct fold *fold, const struct datum *before,
                             const struct datum *after);

/* Whether two items of `participants` are the same person, country, organisation or group. */
bool same_participant(const struct fold *fold, const struct datum *one, const struct datum *other);

#endif
