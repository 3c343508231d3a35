#include "telemetry/history.h"

#include <pthread.h>
#include <stdlib.h>

#include "base/fault.h"

struct history {
    pthread_mutex_t lock;
    size_t count, next;
    struct sample samples[HISTORY_SAMPLES];
};

int history_new(struct history **ret_history)
{
    struct history *history = calloc(1, sizeof *history);
    if (!history)
        return FAULT_MEMORY;
    pthread_mutex_init(&history->lock, NULL);
    *ret_history = history;
    return 0;
}

void history_free(struct history *history)
{
    if (!history)
        return;
    pthread_mutex_destroy(&history->lock);
    free(history);
}

void history_add(struct history *history, const struct sample *sample)
{
    pthread_mutex_lock(&history->lock);
    history->samples[history->next] = *sample;
    history->next = (history->next + 1) % HISTORY_SAMPLES;
    if (history->count < HISTORY_SAMPLES)
        history->count++;
    pthread_mutex_unlock(&history->lock);
}

size_t history_copy(struct history *history, struct sample ret_samples[HISTORY_SAMPLES])
{
    pthread_mutex_lock(&history->lock);
    size_t count = history->count;
    size_t first = (history->next + HISTORY_SAMPLES - count) % HISTORY_SAMPLES;
    for (size_t i = 0; i < count; i++)
        ret_samples[i] = history->samples[(first + i) % HISTORY_SAMPLES];
    pthread_mutex_unlock(&history->lock);
    return count;
}
