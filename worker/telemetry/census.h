/*
 * census.h -- counts by a name that comes from outside, as a language.
 *
 * One thread writes, any thread reads.  The names are bounded, in number and in form, for
 * each becomes a series of its own for ever: what is one too many, or no name, is "other".
 */
#ifndef TELEMETRY_CENSUS_H
#define TELEMETRY_CENSUS_H

#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

enum { CENSUS_NAMES = 40, CENSUS_NAME = 12, CENSUS_SORTS = 8 };

struct census_row {
    char name[CENSUS_NAME]; /* lower-case letters, digits and '-' */
    _Atomic uint64_t counts[CENSUS_SORTS];
};

struct census {
    _Atomic size_t count; /* a row is complete before it is counted in here */
    struct census_row rows[CENSUS_NAMES];
};

/* Counts one of sort (below CENSUS_SORTS) for name. */
void census_add(struct census *census, struct str name, unsigned sort);

#endif
