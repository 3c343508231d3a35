#include "command/replay_course.h"

#include <pthread.h>
#include <stdbool.h>

#include "command/replay_progress.h"
#include "stream/patience.h"

enum { LOOK_MS = 250 };

/* The stream, and the thread that it runs in. */
struct run {
    struct stream *stream;
    pthread_t thread;
    atomic_bool stop, returned; /* it is to end; it has */
    int code;
    struct fault *fault;
};

static void *stream_thread(void *context)
{
    struct run *run = context;
    run->code = stream_run(run->stream, &run->stop, run->fault);
    atomic_store(&run->returned, true);
    return NULL;
}

/* Watches until the group has read all of the range, the end is asked for, or the stream ends. */
static void watch(const struct replay_course *course, struct run *run,
                  struct replay_progress *progress)
{
    const struct patience patience = {.stop = course->end};
    struct fault ignored;
    while (!atomic_load(&run->returned) && !atomic_load(course->end)) {
        /* When the broker is away, the stream waits for it, and so does this. */
        bool answered = plan_look(course->observer, course->plan, &ignored) == 0;
        replay_progress_show(progress, course->plan, answered);
        if (answered && plan_left(course->plan) == 0)
            break;
        patience_sleep(&patience, LOOK_MS);
    }
    atomic_store(&run->stop, true);
}

int replay_course_run(const struct replay_course *course, struct fault *ret_fault)
{
    struct worker *worker = course->worker;
    int status = worker_start(worker, ret_fault);
    if (status == EXIT_DONE)
        status = worker_show(worker, course->end, ret_fault);
    if (status != EXIT_DONE)
        return status;
    struct run run = {.stream = worker->stream, .fault = ret_fault};
    struct replay_progress progress =
        replay_progress_begin(stream_counters(worker->stream), &worker->log, &worker->headway);
    if (progress.bar && worker->log.level == LEVEL_INFO)
        worker->log.level = LEVEL_WARNING; /* its lines would break the bar */
    if (pthread_create(&run.thread, NULL, stream_thread, &run) != 0)
        return EXIT_SOFTWARE;
    watch(course, &run, &progress);
    pthread_join(run.thread, NULL);
    struct fault ignored;
    plan_look(course->observer, course->plan, &ignored);
    replay_progress_end(&progress, course->plan);
    if (run.code)
        return worker_status(run.code);
    return plan_left(course->plan) == 0 ? EXIT_DONE : EXIT_SOME_FAILED;
}
