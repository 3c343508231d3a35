#include "stream/pool.h"

#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

struct worker {
    struct pool *pool;
    pthread_t thread;
    struct arena *arena;
};

struct pool {
    struct counters *counters;
    struct worker *workers;
    size_t count;
    pthread_mutex_t lock; /* of all below */
    pthread_cond_t work;
    pthread_cond_t idle;
    const struct processor *processor; /* changes only while no slot is being worked on */
    const struct processor *successor; /* takes its place then; NULL: none */
    struct batch *batch;
    size_t next; /* slot to take */
    size_t left; /* slots not finished */
    struct fault fault;
    bool quit;
};

static uint64_t now_us(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000 + (uint64_t)now.tv_nsec / 1000;
}

static void extract(struct worker *worker, struct slot *slot)
{
    struct pool *pool = worker->pool;
    struct fault fault = {.text = ""};
    uint64_t begun = now_us();
    int code = product_make(pool->processor, worker->arena, &slot->task, &slot->product, &fault);
    uint64_t ended = now_us();
    atomic_fetch_add(&pool->counters->extract_microseconds, ended - begun);
    histogram_observe(&pool->counters->extraction, &SHAPE_WORK, ended - begun);
    atomic_store(&pool->counters->life_ms, (int64_t)(ended / 1000));
    if (!code)
        return;
    pthread_mutex_lock(&pool->lock);
    if (!pool->fault.code)
        pool->fault = fault;
    pthread_mutex_unlock(&pool->lock);
}

/* The next slot to work on, or NULL when the pool ends.  Waits with the lock held. */
static struct slot *take(struct pool *pool)
{
    while (!pool->quit && (!pool->batch || pool->next == pool->batch->count))
        pthread_cond_wait(&pool->work, &pool->lock);
    return pool->quit ? NULL : &pool->batch->slots[pool->next++];
}

/* Between two batches, with the lock held: whoever waits for that goes on. */
static void rest(struct pool *pool)
{
    if (pool->successor)
        pool->processor = pool->successor;
    pool->successor = NULL;
    pthread_cond_broadcast(&pool->idle);
}

static void *run(void *self)
{
    struct worker *worker = self;
    struct pool *pool = worker->pool;
    pthread_mutex_lock(&pool->lock);
    for (struct slot *slot; (slot = take(pool));) {
        bool worth = !pool->fault.code && slot->task.message->payload;
        pthread_mutex_unlock(&pool->lock);
        if (worth)
            extract(worker, slot);
        pthread_mutex_lock(&pool->lock);
        if (--pool->left == 0)
            rest(pool);
    }
    pthread_mutex_unlock(&pool->lock);
    return NULL;
}

static int worker_start(struct pool *pool, size_t article_memory)
{
    struct worker *worker = &pool->workers[pool->count];
    worker->pool = pool;
    worker->arena = arena_new(article_memory);
    if (!worker->arena)
        return FAULT_MEMORY;
    if (pthread_create(&worker->thread, NULL, run, worker) != 0) {
        arena_free(worker->arena);
        return FAULT_MEMORY;
    }
    pool->count++;
    return 0;
}

int pool_new(const struct stream_options *options, const struct processor *processor,
             struct counters *counters, struct pool **ret_pool)
{
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    size_t threads =
        options->threads ? options->threads : (size_t)(processors > 0 ? processors : 1);
    struct pool *pool = calloc(1, sizeof *pool);
    if (!pool)
        return FAULT_MEMORY;
    pool->processor = processor;
    pool->counters = counters;
    pthread_mutex_init(&pool->lock, NULL);
    pthread_cond_init(&pool->work, NULL);
    pthread_cond_init(&pool->idle, NULL);
    pool->workers = calloc(threads, sizeof *pool->workers);
    int code = pool->workers ? 0 : FAULT_MEMORY;
    while (!code && pool->count < threads)
        code = worker_start(pool, options->article_memory);
    if (code)
        pool_free(pool);
    else
        *ret_pool = pool;
    return code;
}

void pool_free(struct pool *pool)
{
    if (!pool)
        return;
    pthread_mutex_lock(&pool->lock);
    pool->quit = true;
    pthread_cond_broadcast(&pool->work);
    pthread_mutex_unlock(&pool->lock);
    for (size_t i = 0; i < pool->count; i++) {
        pthread_join(pool->workers[i].thread, NULL);
        arena_free(pool->workers[i].arena);
    }
    pthread_cond_destroy(&pool->idle);
    pthread_cond_destroy(&pool->work);
    pthread_mutex_destroy(&pool->lock);
    free(pool->workers);
    free(pool);
}

void pool_start(struct pool *pool, struct batch *batch)
{
    pthread_mutex_lock(&pool->lock);
    pool->batch = batch;
    pool->next = 0;
    pool->left = batch->count;
    pthread_cond_broadcast(&pool->work);
    pthread_mutex_unlock(&pool->lock);
}

void pool_refit(struct pool *pool, const struct processor *processor)
{
    pthread_mutex_lock(&pool->lock);
    pool->successor = processor;
    if (pool->left == 0)
        rest(pool);
    while (pool->successor)
        pthread_cond_wait(&pool->idle, &pool->lock);
    pthread_mutex_unlock(&pool->lock);
}

int pool_wait(struct pool *pool, struct fault *ret_fault)
{
    pthread_mutex_lock(&pool->lock);
    while (pool->left > 0)
        pthread_cond_wait(&pool->idle, &pool->lock);
    pool->batch = NULL;
    int code = pool->fault.code;
    if (code)
        *ret_fault = pool->fault;
    pthread_mutex_unlock(&pool->lock);
    return code;
}
