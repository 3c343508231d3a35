/*
 * progress.h -- one line on a terminal that says how far a long command is.
 */
#ifndef COMMAND_PROGRESS_H
#define COMMAND_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

/* What has been done so far. */
struct progress {
    uint64_t articles, bytes, meetings, failures;
    bool shown;          /* standard error is a terminal */
    bool drawn;          /* a line stands there now */
    int64_t began, next; /* milliseconds: of the begin, and of the next drawing */
};

struct progress progress_begin(void);

/* Redraws the line, at most a few times a second and not in the first one. */
void progress_draw(struct progress *progress);

/* Wipes the line, so that something else can be printed, or for good. */
void progress_wipe(struct progress *progress);

#endif
