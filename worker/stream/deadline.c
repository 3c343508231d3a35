#include "stream/deadline.h"

#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sysexits.h>
#include <time.h>
#include <unistd.h>

#include "base/fault.h"

enum { TICK_MS = 500, SPARE_MS = 3000 /* calls that keep to the drain themselves go first */ };

/*
 * Time is counted in ticks of the watching thread and not by the clock, so that a process
 * that was stopped and continued is not taken for one that hangs.
 */
struct deadline {
    pthread_mutex_t lock;
    pthread_cond_t ended;
    pthread_t thread;
    const struct log *log;
    const char *what;        /* NULL: nothing is due */
    unsigned ticks;          /* left */
    const atomic_bool *stop; /* NULL: nobody asks for the end */
    unsigned drain_ticks;    /* left at most when it was asked for */
    bool quit;
};

static void tick_wait(struct deadline *deadline)
{
    struct timespec end;
    clock_gettime(CLOCK_REALTIME, &end);
    end.tv_nsec += TICK_MS * 1000000L;
    if (end.tv_nsec >= 1000000000L) {
        end.tv_nsec -= 1000000000L;
        end.tv_sec++;
    }
    pthread_cond_timedwait(&deadline->ended, &deadline->lock, &end);
}

static bool stopping(const struct deadline *deadline)
{
    return deadline->stop && atomic_load(deadline->stop);
}

/* Whoever asked for the end waits for it, and would kill the process: it is no failure of ours. */
static void end(const struct deadline *deadline)
{
    if (stopping(deadline)) {
        log_write(deadline->log, LEVEL_WARNING,
                  "the broker did not answer before the end; what is left will be read again",
                  LOG_FIELDS(log_text("while", deadline->what)));
        _exit(EX_UNAVAILABLE);
    }
    log_write(deadline->log, LEVEL_ERROR, "stuck in librdkafka: the process ends to begin anew",
              LOG_FIELDS(log_text("while", deadline->what)));
    abort();
}

static void *watch(void *self)
{
    struct deadline *deadline = self;
    pthread_mutex_lock(&deadline->lock);
    while (!deadline->quit) {
        tick_wait(deadline);
        if (deadline->quit || !deadline->what)
            continue;
        if (stopping(deadline) && deadline->ticks > deadline->drain_ticks)
            deadline->ticks = deadline->drain_ticks;
        if (deadline->ticks-- == 0)
            end(deadline);
    }
    pthread_mutex_unlock(&deadline->lock);
    return NULL;
}

int deadline_new(const struct log *log, struct deadline **ret_deadline)
{
    struct deadline *deadline = calloc(1, sizeof *deadline);
    if (!deadline)
        return FAULT_MEMORY;
    deadline->log = log;
    pthread_mutex_init(&deadline->lock, NULL);
    pthread_cond_init(&deadline->ended, NULL);
    if (pthread_create(&deadline->thread, NULL, watch, deadline) != 0) {
        free(deadline);
        return FAULT_MEMORY;
    }
    *ret_deadline = deadline;
    return 0;
}

void deadline_heed(struct deadline *deadline, const atomic_bool *stop, unsigned drain_ms)
{
    pthread_mutex_lock(&deadline->lock);
    deadline->stop = stop;
    deadline->drain_ticks = (drain_ms + SPARE_MS) / TICK_MS;
    pthread_mutex_unlock(&deadline->lock);
}

void deadline_set(struct deadline *deadline, unsigned ms, const char *what)
{
    pthread_mutex_lock(&deadline->lock);
    deadline->what = what;
    deadline->ticks = ms / TICK_MS + 1;
    pthread_mutex_unlock(&deadline->lock);
}

void deadline_met(struct deadline *deadline)
{
    pthread_mutex_lock(&deadline->lock);
    deadline->what = NULL;
    pthread_mutex_unlock(&deadline->lock);
}

void deadline_free(struct deadline *deadline)
{
    if (!deadline)
        return;
    pthread_mutex_lock(&deadline->lock);
    deadline->quit = true;
    pthread_cond_signal(&deadline->ended);
    pthread_mutex_unlock(&deadline->lock);
    pthread_join(deadline->thread, NULL);
    pthread_cond_destroy(&deadline->ended);
    pthread_mutex_destroy(&deadline->lock);
    free(deadline);
}
