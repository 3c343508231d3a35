#include "stream/statistics.h"

#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <yajl/yajl_parse.h>

#include "base/fault.h"

struct statistics {
    pthread_mutex_t lock;
    struct client_figures figures; /* under it */
};

int statistics_new(struct statistics **ret_statistics)
{
    struct statistics *statistics = calloc(1, sizeof *statistics);
    if (!statistics)
        return FAULT_MEMORY;
    pthread_mutex_init(&statistics->lock, NULL);
    *ret_statistics = statistics;
    return 0;
}

void statistics_free(struct statistics *statistics)
{
    if (!statistics)
        return;
    pthread_mutex_destroy(&statistics->lock);
    free(statistics);
}

/* Where a figure stands in librdkafka's STATISTICS.md, and where it goes. */
struct figure {
    const char *path; /* for a broker's, behind "brokers/NAME/" */
    size_t offset;
};

#define OF_CLIENT(path, field)                       \
    {                                                \
        path, offsetof(struct client_figures, field) \
    }
#define OF_BROKER(path, field)                       \
    {                                                \
        path, offsetof(struct broker_figures, field) \
    }

static const struct figure CLIENT_FIGURES[] = {
    OF_CLIENT("tx", requests),
    OF_CLIENT("tx_bytes", sent_bytes),
    OF_CLIENT("rx", responses),
    OF_CLIENT("rx_bytes", received_bytes),
    OF_CLIENT("msg_cnt", queued_messages),
    OF_CLIENT("msg_size", queued_bytes),
    OF_CLIENT("replyq", waiting_operations),
    {NULL, 0},
};

static const struct figure BROKER_FIGURES[] = {
    OF_BROKER("rtt/avg", rtt_us),
    OF_BROKER("throttle/avg", throttle_ms),
    OF_BROKER("txerrs", send_errors),
    OF_BROKER("rxerrs", receive_errors),
    OF_BROKER("req_timeouts", timeouts),
    OF_BROKER("disconnects", disconnects),
    {NULL, 0},
};

enum { DEEPEST = 16, KEY_SIZE = STATISTICS_NAME };

/* The JSON while it is read: the keys on the way from the root to here. */
struct walk {
    char keys[DEEPEST][KEY_SIZE];
    unsigned depth; /* of open objects; keys[depth - 1] is the one in hand */
    struct client_figures figures;
};

static int on_open(void *self)
{
    struct walk *walk = self;
    if (walk->depth == DEEPEST)
        return 0;
    walk->keys[walk->depth++][0] = '\0';
    return 1;
}

static int on_close(void *self)
{
    ((struct walk *)self)->depth--;
    return 1;
}

static int on_key(void *self, const unsigned char *at, size_t len)
{
    struct walk *walk = self;
    char *key = walk->keys[walk->depth - 1];
    size_t kept = len < KEY_SIZE ? len : KEY_SIZE - 1;
    memcpy(key, at, kept);
    key[kept] = '\0';
    return 1;
}

/* The broker whose figures are read, made when it is new; NULL when there are too many. */
static struct broker_figures *broker_of(struct walk *walk)
{
    struct client_figures *figures = &walk->figures;
    const char *name = walk->keys[1];
    size_t last = figures->broker_count;
    if (last && strcmp(figures->brokers[last - 1].name, name) == 0)
        return &figures->brokers[last - 1];
    if (last == STATISTICS_BROKERS)
        return NULL;
    memcpy(figures->brokers[last].name, name, KEY_SIZE);
    figures->broker_count++;
    return &figures->brokers[last];
}

static bool in_broker(const struct walk *walk)
{
    return walk->depth >= 3 && strcmp(walk->keys[0], "brokers") == 0;
}

/* Whether path is "a" or "a/b" of the keys from level on. */
static bool path_is(const struct walk *walk, unsigned level, const char *path)
{
    size_t len = strcspn(path, "/");
    if (walk->depth <= level || strlen(walk->keys[level]) != len ||
        memcmp(walk->keys[level], path, len) != 0)
        return false;
    return path[len] ? path_is(walk, level + 1, path + len + 1) : walk->depth == level + 1;
}

static void figure_store(const struct walk *walk, unsigned level, const struct figure *figure,
                         void *record, long long number)
{
    for (; figure->path; figure++)
        if (path_is(walk, level, figure->path))
            *(int64_t *)((char *)record + figure->offset) = number;
}

static int on_integer(void *self, long long number)
{
    struct walk *walk = self;
    struct broker_figures *broker = in_broker(walk) ? broker_of(walk) : NULL;
    if (broker)
        figure_store(walk, 2, BROKER_FIGURES, broker, number);
    else
        figure_store(walk, 0, CLIENT_FIGURES, &walk->figures, number);
    return 1;
}

static int on_text(void *self, const unsigned char *at, size_t len)
{
    struct walk *walk = self;
    struct broker_figures *broker = in_broker(walk) ? broker_of(walk) : NULL;
    if (broker && path_is(walk, 2, "state"))
        broker->up = len == 2 && memcmp(at, "UP", 2) == 0;
    return 1;
}

static const yajl_callbacks EVENTS = {
    .yajl_integer = on_integer,
    .yajl_string = on_text,
    .yajl_start_map = on_open,
    .yajl_map_key = on_key,
    .yajl_end_map = on_close,
};

void statistics_take(struct statistics *statistics, const char *json, size_t len)
{
    struct walk *walk = calloc(1, sizeof *walk);
    yajl_handle parser = walk ? yajl_alloc(&EVENTS, NULL, walk) : NULL;
    if (parser && yajl_parse(parser, (const unsigned char *)json, len) == yajl_status_ok &&
        yajl_complete_parse(parser) == yajl_status_ok) {
        pthread_mutex_lock(&statistics->lock);
        statistics->figures = walk->figures;
        pthread_mutex_unlock(&statistics->lock);
    }
    if (parser)
        yajl_free(parser);
    free(walk);
}

void statistics_copy(struct statistics *statistics, struct client_figures *ret_figures)
{
    pthread_mutex_lock(&statistics->lock);
    *ret_figures = statistics->figures;
    pthread_mutex_unlock(&statistics->lock);
}
