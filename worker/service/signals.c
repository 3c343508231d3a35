#include "service/signals.h"

#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/fault.h"

struct signals {
    atomic_bool stop;
    pthread_t thread;
};

static sigset_t ending_signals(void)
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    return set;
}

/* After the first signal this thread alone lets the next one through, to its default effect. */
static void *await_signal(void *self)
{
    struct signals *signals = self;
    sigset_t set = ending_signals();
    int number;
    while (sigwait(&set, &number) != 0)
        continue;
    atomic_store(&signals->stop, true);
    pthread_sigmask(SIG_UNBLOCK, &set, NULL);
    for (;;)
        pause();
    return NULL;
}

int signals_new(struct signals **ret_signals)
{
    struct signals *signals = calloc(1, sizeof *signals);
    if (!signals)
        return FAULT_MEMORY;
    sigset_t set = ending_signals();
    pthread_sigmask(SIG_BLOCK, &set, NULL);
    signal(SIGPIPE, SIG_IGN);
    if (pthread_create(&signals->thread, NULL, await_signal, signals) != 0) {
        free(signals);
        return FAULT_MEMORY;
    }
    *ret_signals = signals;
    return 0;
}

const atomic_bool *signals_stop(const struct signals *signals)
{
    return &signals->stop;
}

void signals_free(struct signals *signals)
{
    if (!signals)
        return;
    pthread_cancel(signals->thread); /* sigwait and pause are cancellation points */
    pthread_join(signals->thread, NULL);
    free(signals);
}
