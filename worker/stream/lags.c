#include "stream/lags.h"

#include <librdkafka/rdkafka.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/fault.h"
#include "stream/positions.h"

struct lags {
    pthread_mutex_t lock; /* of all below */
    struct lag *items;
    size_t count;
};

int lags_new(struct lags **ret_lags)
{
    struct lags *lags = calloc(1, sizeof *lags);
    if (!lags)
        return FAULT_MEMORY;
    pthread_mutex_init(&lags->lock, NULL);
    *ret_lags = lags;
    return 0;
}

void lags_free(struct lags *lags)
{
    if (!lags)
        return;
    pthread_mutex_destroy(&lags->lock);
    free(lags->items);
    free(lags);
}

/* Room for count items, and one more so that it is never NULL for want of them. */
static struct lag *copy_of(const struct lag *items, size_t count)
{
    struct lag *copy = calloc(count + 1, sizeof *copy);
    if (copy && items)
        memcpy(copy, items, count * sizeof *copy);
    return copy;
}

/* Whether the partition's end is known: before its first articles come it is not. */
static bool measure(const struct position *position, rd_kafka_t *consumer, struct lag *ret_lag)
{
    int64_t first, end;
    if (rd_kafka_get_watermark_offsets(consumer, position->topic, position->partition, &first,
                                       &end) != RD_KAFKA_RESP_ERR_NO_ERROR ||
        end < 0)
        return false;
    int64_t next = position->next > first ? position->next : first;
    memcpy(ret_lag->topic, position->topic, sizeof ret_lag->topic);
    ret_lag->partition = position->partition;
    ret_lag->behind = end > next ? end - next : 0;
    return true;
}

void lags_measure(struct lags *lags, const struct positions *positions, rd_kafka_t *consumer)
{
    struct lag *items = copy_of(NULL, positions->count);
    if (!items)
        return;
    size_t count = 0;
    for (size_t i = 0; i < positions->count; i++)
        count += measure(&positions->items[i], consumer, &items[count]);
    pthread_mutex_lock(&lags->lock);
    struct lag *old = lags->items;
    lags->items = items;
    lags->count = count;
    pthread_mutex_unlock(&lags->lock);
    free(old);
}

int lags_copy(struct lags *lags, struct lag **ret_items, size_t *ret_count)
{
    pthread_mutex_lock(&lags->lock);
    size_t count = lags->count;
    struct lag *copy = copy_of(lags->items, count);
    pthread_mutex_unlock(&lags->lock);
    if (!copy)
        return FAULT_MEMORY;
    *ret_items = copy;
    *ret_count = count;
    return 0;
}

int64_t lags_total(struct lags *lags)
{
    int64_t total = 0;
    pthread_mutex_lock(&lags->lock);
    for (size_t i = 0; i < lags->count; i++)
        total += lags->items[i].behind;
    pthread_mutex_unlock(&lags->lock);
    return total;
}
