#include "stream/deadline.h"

#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>
#include <time.h>

#include "base/fault.h"

enum { TICK_MS = 500 };

/*
 * Time is counted in ticks of the watching thread and not by the clock, so that a process
 * that was stopped and continued is not taken for one that hangs.
 */
struct deadline {
    pthread_mutex_t lock;
    pthread_cond_t changed;
    pthread_t thread;
    const struct log *log;
    const char *what; /* NULL: nothing is due */
    unsigned ticks;   /* left */
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
    pthread_cond_timedwait(&deadline->changed, &deadline->lock, &end);
}

static void *watch(void *self)
{
    struct deadline *deadline = self;
    pthread_mutex_lock(&deadline->lock);
    while (!deadline->quit) {
        if (!deadline->what) {
            pthread_cond_wait(&deadline->changed, &deadline->lock);
            continue;
        }
        tick_wait(deadline);
        if (!deadline->what || deadline->ticks-- > 0)
            continue;
        log_write(deadline->log, LEVEL_ERROR, "stuck in librdkafka: the process ends to begin anew",
                  LOG_FIELDS(log_text("while", deadline->what)));
        abort();
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
    pthread_cond_init(&deadline->changed, NULL);
    if (pthread_create(&deadline->thread, NULL, watch, deadline) != 0) {
        free(deadline);
        return FAULT_MEMORY;
    }
    *ret_deadline = deadline;
    return 0;
}

static void change(struct deadline *deadline, const char *what, unsigned ticks, bool quit)
{
    pthread_mutex_lock(&deadline->lock);
    deadline->what = what;
    deadline->ticks = ticks;
    deadline->quit = quit;
    pthread_cond_signal(&deadline->changed);
    pthread_mutex_unlock(&deadline->lock);
}

void deadline_set(struct deadline *deadline, unsigned ms, const char *what)
{
    change(deadline, what, ms / TICK_MS + 1, false);
}

void deadline_met(struct deadline *deadline)
{
    change(deadline, NULL, 0, false);
}

void deadline_free(struct deadline *deadline)
{
    if (!deadline)
        return;
    change(deadline, NULL, 0, true);
    pthread_join(deadline->thread, NULL);
    pthread_cond_destroy(&deadline->changed);
    pthread_mutex_destroy(&deadline->lock);
    free(deadline);
}
