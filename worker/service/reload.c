#include "service/reload.h"

#include <pthread.h>
#include <signal.h>
#include <stdlib.h>

#include "base/fault.h"

enum { WHY_SIZE = 300 };

struct reload {
    const struct renewal *renewal;
    struct notify *notify;
    const atomic_bool *stop;
    pthread_t thread;
    atomic_bool quit;
};

static sigset_t hangup(void)
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGHUP);
    return set;
}

static void renew(struct reload *reload)
{
    char why[WHY_SIZE] = "";
    notify_reloading(reload->notify);
    bool taken = reload->renewal->renew(reload->renewal->self, why, sizeof why);
    notify_reloaded(reload->notify, taken ? NULL : why);
}

/* Signals that come during a renewal are served by one more after it. */
static void *await_signal(void *self)
{
    struct reload *reload = self;
    sigset_t set = hangup();
    for (;;) {
        int number;
        while (sigwait(&set, &number) != 0)
            continue;
        if (atomic_load(&reload->quit))
            return NULL;
        if (!atomic_load(reload->stop))
            renew(reload);
    }
}

void reload_expect(void)
{
    sigset_t set = hangup();
    pthread_sigmask(SIG_BLOCK, &set, NULL);
}

int reload_new(const struct renewal *renewal, struct notify *notify, const atomic_bool *stop,
               struct reload **ret_reload)
{
    struct reload *reload = calloc(1, sizeof *reload);
    if (!reload)
        return FAULT_MEMORY;
    reload->renewal = renewal;
    reload->notify = notify;
    reload->stop = stop;
    if (pthread_create(&reload->thread, NULL, await_signal, reload) != 0) {
        free(reload);
        return FAULT_MEMORY;
    }
    *ret_reload = reload;
    return 0;
}

/* Woken by its own signal: cancelled in the middle, a renewal would leave half of it behind. */
void reload_free(struct reload *reload)
{
    if (!reload)
        return;
    atomic_store(&reload->quit, true);
    pthread_kill(reload->thread, SIGHUP);
    pthread_join(reload->thread, NULL);
    free(reload);
}
