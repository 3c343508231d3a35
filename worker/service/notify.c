#include "service/notify.h"

#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

#include "base/fault.h"

enum {
    PERIOD_US = 1000000,
    SHORTEST_US = 10000,
    EXTENSION_US = 30000000, /* more than a call to a broker that does not answer takes */
    REFUSAL_SIZE = 300,
    TEXT_SIZE = 800
};

/* What the worker had done at the last look. */
struct look {
    uint64_t delivered, turns, extracted;
    struct timespec at;
};

struct notify {
    struct vitals vitals;
    int socket;
    struct sockaddr_un address;
    socklen_t address_size;
    pthread_t thread;
    pthread_mutex_t lock;
    pthread_cond_t sooner; /* the next look is not to wait */
    bool watched;          /* by a watchdog */
    long period_us;        /* between two looks */

    /* Under the lock, which is held for as long as something is told. */
    bool quit;
    bool ready;                 /* READY was told */
    bool reloading;             /* RELOADING was told */
    bool stopping;              /* STOPPING was told */
    char refusal[REFUSAL_SIZE]; /* of the last reload; "": it was not refused */
    struct look last;
};

/* The address of a socket, given as a path or, after @, as a name in the abstract. */
static bool address_read(const char *text, struct notify *notify)
{
    size_t len = strlen(text);
    if ((text[0] != '/' && text[0] != '@') || len >= sizeof notify->address.sun_path)
        return false;
    notify->address.sun_family = AF_UNIX;
    memcpy(notify->address.sun_path, text, len);
    if (text[0] == '@')
        notify->address.sun_path[0] = '\0';
    notify->address_size = (socklen_t)(offsetof(struct sockaddr_un, sun_path) + len);
    return true;
}

/* A manager that does not take it will ask why in its own way: there is no one else to tell. */
static void tell(const struct notify *notify, const char *text)
{
    (void)sendto(notify->socket, text, strlen(text), MSG_NOSIGNAL,
                 (const struct sockaddr *)&notify->address, notify->address_size);
}

static struct look look_at(const struct counters *counters)
{
    struct look look = {.delivered = atomic_load(&counters->articles_delivered),
                        .turns = atomic_load(&counters->turns),
                        .extracted = atomic_load(&counters->extract_microseconds)};
    clock_gettime(CLOCK_MONOTONIC, &look.at);
    return look;
}

static double rate_of(const struct look *before, const struct look *now)
{
    double seconds = (double)(now->at.tv_sec - before->at.tv_sec) +
                     (double)(now->at.tv_nsec - before->at.tv_nsec) / 1e9;
    return seconds > 0 ? (double)(now->delivered - before->delivered) / seconds : 0;
}

static void tell_waiting(const struct notify *notify)
{
    const char *doing = atomic_load(&notify->vitals.counters->doing);
    char text[TEXT_SIZE];
    snprintf(text, sizeof text, "EXTEND_TIMEOUT_USEC=%d\nSTATUS=waiting for Kafka: %s%s%s",
             EXTENSION_US, doing ? doing : "starting", *notify->refusal ? "; " : "",
             notify->refusal);
    tell(notify, text);
}

static void tell_running(struct notify *notify, const struct look *now)
{
    const struct counters *counters = notify->vitals.counters;
    char text[TEXT_SIZE];
    snprintf(text, sizeof text,
             "%sSTATUS=%.1f articles/s, %lld behind in %llu partitions, %llu delivered%s%s",
             notify->ready ? "" : "READY=1\n", rate_of(&notify->last, now),
             (long long)lags_total(notify->vitals.lags),
             (unsigned long long)atomic_load(&counters->partitions_assigned),
             (unsigned long long)now->delivered, *notify->refusal ? "; " : "", notify->refusal);
    tell(notify, text);
    notify->ready = true;
}

static void tell_more_time(const struct notify *notify)
{
    char text[TEXT_SIZE];
    snprintf(text, sizeof text, "EXTEND_TIMEOUT_USEC=%d", EXTENSION_US);
    tell(notify, text);
}

static void tell_stopping(struct notify *notify, bool alive)
{
    if (!notify->stopping)
        tell(notify, "STOPPING=1\nSTATUS=finishing what was begun");
    notify->stopping = true;
    if (alive)
        tell_more_time(notify);
}

/* The time tells the manager which signal this answers (notify-reload of systemd 253). */
static void tell_reloading(struct notify *notify)
{
    char text[TEXT_SIZE];
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    snprintf(text, sizeof text,
             "RELOADING=1\nMONOTONIC_USEC=%lld%06ld\nSTATUS=reading settings and packs again",
             (long long)now.tv_sec, now.tv_nsec / 1000);
    tell(notify, text);
}

/* A manager that was not told READY yet would take the one that ends a reload for that. */
void notify_reloading(struct notify *notify)
{
    if (!notify)
        return;
    pthread_mutex_lock(&notify->lock);
    notify->reloading = notify->ready && !notify->stopping;
    if (notify->reloading)
        tell_reloading(notify);
    pthread_mutex_unlock(&notify->lock);
}

void notify_reloaded(struct notify *notify, const char *refusal)
{
    if (!notify)
        return;
    pthread_mutex_lock(&notify->lock);
    snprintf(notify->refusal, sizeof notify->refusal, "%s%s", refusal ? "reload refused: " : "",
             refusal ? refusal : "");
    if (notify->reloading && !notify->stopping) {
        notify->ready = false; /* so that it is told with the next STATUS */
        pthread_cond_signal(&notify->sooner);
    }
    notify->reloading = false;
    pthread_mutex_unlock(&notify->lock);
}

static void look_and_tell(struct notify *notify)
{
    const struct counters *counters = notify->vitals.counters;
    struct look now = look_at(counters);
    bool alive = now.turns != notify->last.turns || now.extracted != notify->last.extracted;
    if (atomic_load(notify->vitals.stop))
        tell_stopping(notify, alive);
    else if (notify->reloading)
        tell_more_time(notify);
    else if (atomic_load(&counters->subscribed))
        tell_running(notify, &now);
    else
        tell_waiting(notify);
    if (notify->watched && alive)
        tell(notify, "WATCHDOG=1");
    notify->last = now;
}

static void wait_period(struct notify *notify)
{
    struct timespec end;
    clock_gettime(CLOCK_MONOTONIC, &end);
    end.tv_nsec += notify->period_us % 1000000 * 1000;
    end.tv_sec += notify->period_us / 1000000 + end.tv_nsec / 1000000000;
    end.tv_nsec %= 1000000000;
    pthread_cond_clockwait(&notify->sooner, &notify->lock, CLOCK_MONOTONIC, &end);
}

static void *run(void *self)
{
    struct notify *notify = self;
    pthread_mutex_lock(&notify->lock);
    while (!notify->quit) {
        look_and_tell(notify);
        wait_period(notify);
    }
    pthread_mutex_unlock(&notify->lock);
    return NULL;
}

/* Looks often enough to feed the watchdog twice before it bites, if there is one for us. */
static void watchdog_read(struct notify *notify)
{
    const char *period = getenv("WATCHDOG_USEC"), *pid = getenv("WATCHDOG_PID");
    long us = period ? strtol(period, NULL, 10) : 0;
    notify->watched = us > 0 && (!pid || strtol(pid, NULL, 10) == (long)getpid());
    notify->period_us = PERIOD_US;
    if (notify->watched && us / 3 < PERIOD_US)
        notify->period_us = us / 3 > SHORTEST_US ? us / 3 : SHORTEST_US;
}

static int start(struct notify *notify)
{
    notify->socket = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (notify->socket < 0)
        return FAULT_MEMORY;
    notify->last = look_at(notify->vitals.counters);
    pthread_mutex_init(&notify->lock, NULL);
    pthread_cond_init(&notify->sooner, NULL);
    if (pthread_create(&notify->thread, NULL, run, notify) == 0)
        return 0;
    close(notify->socket);
    return FAULT_MEMORY;
}

int notify_new(const struct vitals *vitals, struct notify **ret_notify)
{
    const char *address = getenv("NOTIFY_SOCKET");
    struct notify *notify = calloc(1, sizeof *notify);
    if (!notify)
        return FAULT_MEMORY;
    notify->vitals = *vitals;
    watchdog_read(notify);
    int code = 0;
    if (!address || !address_read(address, notify) || (code = start(notify)) != 0) {
        free(notify);
        notify = NULL;
    }
    if (!code)
        *ret_notify = notify;
    return code;
}

void notify_free(struct notify *notify)
{
    if (!notify)
        return;
    pthread_mutex_lock(&notify->lock);
    notify->quit = true;
    pthread_cond_signal(&notify->sooner);
    pthread_mutex_unlock(&notify->lock);
    pthread_join(notify->thread, NULL);
    if (!notify->stopping && atomic_load(notify->vitals.stop))
        tell_stopping(notify, false);
    pthread_cond_destroy(&notify->sooner);
    pthread_mutex_destroy(&notify->lock);
    close(notify->socket);
    free(notify);
}
