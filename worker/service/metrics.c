#include "service/metrics.h"

#include "service/metrics_replay.h"
#include "service/vitals.h"

static void counter_write(FILE *file, const char *name, const char *help, uint64_t value)
{
    fprintf(file, "# HELP meetingd_%s_total %s\n# TYPE meetingd_%s_total counter\n", name, help,
            name);
    fprintf(file, "meetingd_%s_total %llu\n", name, (unsigned long long)value);
}

void metrics_write(const void *self, struct http_reply *reply)
{
    const struct vitals *vitals = self;
    const struct counters *counters = vitals->counters;
#define X(name, text) counter_write(reply->body, #name, text, atomic_load(&counters->name));
    COUNTER_MAP(X)
#undef X
    metrics_replay_write(vitals->headway, reply->body);
}
