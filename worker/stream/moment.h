/*
 * moment.h -- a point in time as an operator writes it.
 *
 *     2025-04-27                  midnight UTC; with an offset ("2025-04-27+06:00") midnight there
 *     2025-04-27T08:00:00Z        RFC 3339; without an offset UTC, and without seconds if you like
 *     earliest, latest            where the log begins, and where it ends now
 *     -90s -30m -2h -7d -1w       before now
 */
#ifndef STREAM_MOMENT_H
#define STREAM_MOMENT_H

#include <stdint.h>

#include "base/fault.h"

enum moment_kind { MOMENT_EARLIEST, MOMENT_AT, MOMENT_LATEST };

struct moment {
    enum moment_kind kind;
    int64_t ms; /* of MOMENT_AT: milliseconds since 1970 UTC */
};

/* Returns 0, or FAULT_SETTING and the forms that are understood. */
int moment_parse(const char *text, int64_t now_ms, struct moment *ret_moment,
                 struct fault *ret_fault);

/* "90s", "30m", "2h", "7d", "1w" in milliseconds.  Returns as above. */
int duration_parse(const char *text, int64_t *ret_ms, struct fault *ret_fault);

enum { MOMENT_SIZE = 32 };

/* "2025-04-27T08:00:00Z", with milliseconds only where there are some. */
void moment_print(int64_t ms, char ret_text[MOMENT_SIZE]);

#endif
