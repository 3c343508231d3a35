/*
 * replay_course.h -- a replay on its way: the stream works, the group's offsets are watched.
 *
 *     worker, plan --replay_course_run--> the range read to its end, or to where it was stopped
 */
#ifndef COMMAND_REPLAY_COURSE_H
#define COMMAND_REPLAY_COURSE_H

#include <stdatomic.h>

#include "command/worker.h"
#include "stream/observer.h"
#include "stream/plan.h"

/* Who takes part.  All lent. */
struct replay_course {
    struct worker *worker; /* all but its stream, which is made here */
    struct observer *observer;
    struct plan *plan;      /* follows what the group commits */
    const atomic_bool *end; /* is asked for from outside */
};

/* Returns an exit status: EXIT_SOME_FAILED when it was stopped before the end of the range. */
int replay_course_run(const struct replay_course *course, struct fault *ret_fault);

#endif
