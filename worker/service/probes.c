#include "service/probes.h"

#include <stdarg.h>

#include "stream/patience.h"

enum { OK = 200, UNAVAILABLE = 503 };

/* Beyond this a batch that can't be committed is trouble, and not only a slow broker. */
enum { TROUBLE_MS = 30 * 1000 };

#define WELL(...) state_make(true, __VA_ARGS__)
#define UNWELL(...) state_make(false, __VA_ARGS__)

static struct probe_state state_make(bool well, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static struct probe_state state_make(bool well, const char *format, ...)
{
    struct probe_state state = {.well = well};
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(state.reason, sizeof state.reason, format, arguments);
    va_end(arguments);
    return state;
}

static const char *doing(const struct vitals *vitals)
{
    const char *text = atomic_load(&vitals->counters->doing);
    return text ? text : "starting";
}

static struct probe_state life_of(const struct vitals *vitals)
{
    int64_t quiet_ms = clock_monotonic_ms() - atomic_load(&vitals->counters->life_ms);
    if (quiet_ms < vitals->deadline_ms)
        return WELL("a sign of life %.1f s ago", quiet_ms > 0 ? (double)quiet_ms / 1e3 : 0);
    return UNWELL("no sign of life for %.0f s, the last one while %s", (double)quiet_ms / 1e3,
                  doing(vitals));
}

struct probe_state probe_work(const struct vitals *vitals)
{
    const struct counters *counters = vitals->counters;
    int64_t undelivered_ms = atomic_load(&counters->undelivered_ms);
    int64_t trying_ms = undelivered_ms ? clock_monotonic_ms() - undelivered_ms : 0;
    struct probe_state life = life_of(vitals);
    if (!life.well)
        return life;
    if (atomic_load(vitals->stop))
        return UNWELL("stopping");
    if (!atomic_load(&counters->subscribed))
        return UNWELL("waiting for Kafka: %s", doing(vitals));
    if (!atomic_load(&counters->joined))
        return UNWELL("waiting for the group to assign partitions");
    if (trying_ms > TROUBLE_MS)
        return UNWELL("nothing could be committed for %.0f s", (double)trying_ms / 1e3);
    return WELL("reading %llu partitions",
                (unsigned long long)atomic_load(&counters->partitions_assigned));
}

static void reply_state(struct http_reply *reply, const char *question,
                        const struct probe_state *state)
{
    reply->status = state->well ? OK : UNAVAILABLE;
    fprintf(reply->body, "{\"%s\": %s, \"reason\": \"%s\"}\n", question,
            state->well ? "true" : "false", state->reason);
}

void probe_alive(const void *vitals, struct http_reply *reply)
{
    struct probe_state state = life_of(vitals);
    reply_state(reply, "alive", &state);
}

void probe_ready(const void *vitals, struct http_reply *reply)
{
    struct probe_state state = probe_work(vitals);
    reply_state(reply, "ready", &state);
}
