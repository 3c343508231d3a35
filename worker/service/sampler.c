#include "service/sampler.h"

#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>
#include <time.h>

#include "base/fault.h"
#include "stream/patience.h"

struct sampler {
    struct vitals vitals;
    pthread_t thread;
    pthread_mutex_t lock;
    pthread_cond_t ended;
    bool quit; /* under the lock */
};

static int64_t histogram_count(const struct histogram *histogram)
{
    uint64_t count = 0;
    for (size_t i = 0; i <= HISTOGRAM_MOST; i++)
        count += atomic_load(&histogram->buckets[i]);
    return (int64_t)count;
}

struct sample sample_take(const struct vitals *vitals)
{
    const struct counters *counters = vitals->counters;
    return (struct sample){
        .at_ms = clock_monotonic_ms(),
        .articles = (int64_t)atomic_load(&counters->articles_delivered),
        .events = (int64_t)atomic_load(&counters->events),
        .dead_letters = (int64_t)atomic_load(&counters->dead_letters),
        .batches = (int64_t)atomic_load(&counters->batches),
        .deliver_us = (int64_t)atomic_load(&counters->deliver_microseconds),
        .delays = histogram_count(&counters->end_to_end),
        .delay_us = (int64_t)atomic_load(&counters->end_to_end.sum),
        .behind = lags_total(vitals->lags),
    };
}

static void wait_second(struct sampler *sampler)
{
    struct timespec end;
    clock_gettime(CLOCK_MONOTONIC, &end);
    end.tv_sec++;
    pthread_cond_clockwait(&sampler->ended, &sampler->lock, CLOCK_MONOTONIC, &end);
}

static void *run(void *self)
{
    struct sampler *sampler = self;
    pthread_mutex_lock(&sampler->lock);
    while (!sampler->quit) {
        const struct sample sample = sample_take(&sampler->vitals);
        history_add(sampler->vitals.history, &sample);
        wait_second(sampler);
    }
    pthread_mutex_unlock(&sampler->lock);
    return NULL;
}

int sampler_new(const struct vitals *vitals, struct sampler **ret_sampler)
{
    struct sampler *sampler = calloc(1, sizeof *sampler);
    if (!sampler)
        return FAULT_MEMORY;
    sampler->vitals = *vitals;
    pthread_mutex_init(&sampler->lock, NULL);
    pthread_cond_init(&sampler->ended, NULL);
    if (pthread_create(&sampler->thread, NULL, run, sampler) != 0) {
        free(sampler);
        return FAULT_MEMORY;
    }
    *ret_sampler = sampler;
    return 0;
}

void sampler_free(struct sampler *sampler)
{
    if (!sampler)
        return;
    pthread_mutex_lock(&sampler->lock);
    sampler->quit = true;
    pthread_cond_signal(&sampler->ended);
    pthread_mutex_unlock(&sampler->lock);
    pthread_join(sampler->thread, NULL);
    pthread_cond_destroy(&sampler->ended);
    pthread_mutex_destroy(&sampler->lock);
    free(sampler);
}
