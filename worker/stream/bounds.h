/*
 * bounds.h -- what of one partition a bounded stream may read, and where it is written down.
 *
 *     begin            end                    until
 *       |  every article |  the late ones only  |
 *
 * Resolved once, when a replay begins, and then kept as the metadata of the group's committed
 * offsets: so every process of the group, on any host and after any restart, has the same
 * bounds without asking the clock or the log again.
 */
#ifndef STREAM_BOUNDS_H
#define STREAM_BOUNDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct bounds {
    int64_t begin;   /* the first offset */
    int64_t end;     /* the first offset at or after the end of the range */
    int64_t until;   /* where reading ends: behind it no article of the range is looked for */
    int64_t from_ms; /* timestamps of the range, [from, to); INT64_MIN and INT64_MAX: open */
    int64_t to_ms;
};

enum { BOUNDS_TEXT = 2048, BOUNDS_WORDING = 1800 }; /* bytes; a broker takes 4096 */

/* Whether an article with this timestamp (-1: none) is one of the range. */
bool bounds_hold(const struct bounds *bounds, int64_t timestamp_ms);

/* Writes bounds and wording (what was asked for, at most BOUNDS_WORDING bytes) to ret_text. */
void bounds_write(const struct bounds *bounds, const char *wording, char ret_text[BOUNDS_TEXT]);

/*
 * Reads what bounds_write() wrote, which need not end with a zero byte.  ret_wording may be
 * NULL.  Returns whether it was written by it.
 */
bool bounds_read(const char *text, size_t len, struct bounds *ret_bounds,
                 char ret_wording[BOUNDS_WORDING + 1]);

#endif
