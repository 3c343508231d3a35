/*
 * plan.h -- which offsets of a topic a replay reads: found once, then kept with its group.
 *
 *     request --plan_make--> struct plan --plan_keep--> the group's committed offsets
 *                 ^                                              |
 *                 '---------------- the next start --------------'
 */
#ifndef STREAM_PLAN_H
#define STREAM_PLAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/fault.h"
#include "stream/bounds.h"
#include "stream/moment.h"
#include "stream/observer.h"
#include "stream/span.h"

/* What was asked for.  Lends. */
struct plan_request {
    const char *topic;
    bool ranged;    /* a range was given; else it must be known from before */
    bool by_offset; /* spans have the range; else from and to */
    struct moment from, to;
    int64_t late_ms;     /* how much of the log behind `to` is searched for late articles */
    struct spans spans;  /* empty: all partitions */
    const char *wording; /* all that must be the same when it goes on: range, filters, output */
};

/* One partition. */
struct plan_part {
    int32_t partition;
    int64_t low, high; /* of the log, as it is now */
    int64_t gone;      /* offsets asked for that retention has deleted */
    int64_t lacking;   /* offsets asked for that nobody has written yet */
    struct bounds bounds;
    int64_t next; /* what is read next: from bounds.begin to bounds.until */
};

struct plan {
    char topic[250];
    char wording[BOUNDS_WORDING + 1];
    struct plan_part *parts; /* by partition */
    size_t count;
    int32_t unplanned; /* partitions of the topic that are no part of it */
    bool kept;         /* it was begun before: the bounds are those of then */
};

/*
 * Finds the plan of the observer's group, or makes one.  Returns 0 and *ret_plan, which the
 * caller ends with plan_free(); FAULT_SETTING with a message for the operator: the topic or a
 * partition is missing, the range ends before it begins, the group was used for another one,
 * the log is shorter than it was; FAULT_BROKER, FAULT_DENIED, FAULT_FATAL, FAULT_MEMORY.
 */
int plan_make(struct observer *observer, const struct plan_request *request, struct plan *ret_plan,
              struct fault *ret_fault);
void plan_free(struct plan *plan);

/* Keeps a new plan with the group.  FAULT_ABORTED: another process began meanwhile, make it again.
 */
int plan_keep(struct observer *observer, const struct plan *plan, struct fault *ret_fault);

/*
 * Looks how far the group is: sets each part's next, and its bounds to those that are kept, as
 * another process may have begun at the same moment.  Returns as observer_committed().
 */
int plan_look(struct observer *observer, struct plan *plan, struct fault *ret_fault);

int64_t plan_total(const struct plan *plan); /* offsets, from begin to until */
int64_t plan_left(const struct plan *plan);  /* offsets not read yet */

#endif
