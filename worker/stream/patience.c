#include "stream/patience.h"

#include <time.h>

#include "stream/counters.h"
#include "stream/deadline.h"

enum { SLICE_MS = 20 };

static int64_t clock_ms(clockid_t clock)
{
    struct timespec now;
    clock_gettime(clock, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int64_t clock_monotonic_ms(void)
{
    return clock_ms(CLOCK_MONOTONIC);
}

int64_t clock_wall_ms(void)
{
    return clock_ms(CLOCK_REALTIME);
}

bool patience_stopping(const struct patience *patience)
{
    return atomic_load_explicit(patience->stop, memory_order_relaxed);
}

/* Whoever looks for these may be told: it goes on, though nothing is done yet. */
static void show_life(const struct patience *patience)
{
    if (!patience->counters)
        return;
    atomic_fetch_add_explicit(&patience->counters->turns, 1, memory_order_relaxed);
    atomic_store_explicit(&patience->counters->life_ms, clock_monotonic_ms(), memory_order_relaxed);
}

bool patience_over(struct patience *patience)
{
    show_life(patience);
    if (!patience_stopping(patience))
        return false;
    int64_t now = clock_monotonic_ms();
    if (!patience->ends_ms)
        patience->ends_ms = now + patience->drain_ms;
    return now >= patience->ends_ms;
}

void patience_sleep(const struct patience *patience, unsigned ms)
{
    int64_t end = clock_monotonic_ms() + ms;
    while (!patience_stopping(patience) && clock_monotonic_ms() < end)
        nanosleep(&(struct timespec){.tv_nsec = SLICE_MS * 1000000L}, NULL);
}

void patience_enter(const struct patience *patience, const char *doing)
{
    show_life(patience);
    if (patience->counters)
        atomic_store_explicit(&patience->counters->doing, doing, memory_order_relaxed);
    deadline_set(patience->deadline, patience->call_ms, doing);
}

void patience_leave(const struct patience *patience)
{
    deadline_met(patience->deadline);
}
