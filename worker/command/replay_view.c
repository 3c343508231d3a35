#include "command/replay_view.h"

#include <inttypes.h>
#include <stdio.h>

static void moment_say(FILE *file, const char *before, int64_t ms, const char *open)
{
    char text[MOMENT_SIZE];
    bool told = ms != INT64_MIN && ms != INT64_MAX;
    if (told)
        moment_print(ms, text);
    fprintf(file, "%s%s", before, told ? text : open);
}

static void range_print(FILE *file, const struct plan *plan, const char *name)
{
    const struct bounds *bounds = &plan->parts[0].bounds;
    fprintf(file, "replay %s of topic %s", name, plan->topic);
    if (bounds->from_ms != INT64_MIN || bounds->to_ms != INT64_MAX) {
        moment_say(file, ": from ", bounds->from_ms, "its begin");
        moment_say(file, " to before ", bounds->to_ms, "the end it had when it was planned");
    }
    fprintf(file, "%s\n\n", plan->kept ? ", begun before" : "");
}

void plan_print(FILE *file, const struct plan *plan, const char *name)
{
    if (plan->count == 0)
        return;
    range_print(file, plan, name);
    fprintf(file, "%10s %14s %14s %14s %14s %14s\n", "partition", "from offset", "to before",
            "late ones to", "articles <=", "to read");
    int64_t articles = 0;
    for (size_t i = 0; i < plan->count; i++) {
        const struct plan_part *part = &plan->parts[i];
        const struct bounds *bounds = &part->bounds;
        int64_t left = part->next < bounds->until ? bounds->until - part->next : 0;
        fprintf(file,
                "%10" PRId32 " %14" PRId64 " %14" PRId64 " %14" PRId64 " %14" PRId64 " %14" PRId64
                "\n",
                part->partition, bounds->begin, bounds->end, bounds->until,
                bounds->end - bounds->begin, left);
        articles += bounds->end - bounds->begin;
    }
    fprintf(file, "%10s %14s %14s %14s %14" PRId64 " %14" PRId64 "\n\n", "all", "", "", "",
            articles, plan_left(plan));
}

void plan_warn(const struct plan *plan)
{
    for (size_t i = 0; i < plan->count; i++) {
        const struct plan_part *part = &plan->parts[i];
        const struct bounds *bounds = &part->bounds;
        if (part->gone > 0)
            fprintf(stderr,
                    "warning: partition %" PRId32 ": retention has deleted %" PRId64
                    " offsets of the range; it begins at %" PRId64 " now\n",
                    part->partition, part->gone, part->low);
        else if (!plan->kept && part->low > 0 && bounds->begin == part->low &&
                 bounds->from_ms != INT64_MIN)
            fprintf(stderr,
                    "warning: partition %" PRId32 ": the log begins at offset %" PRId64
                    "; of the %" PRId64 " offsets that retention has deleted before it, some may "
                    "have been of the range\n",
                    part->partition, part->low, part->low);
        else if (!plan->kept && part->low > 0 && bounds->begin == part->low)
            fprintf(stderr,
                    "warning: partition %" PRId32 ": retention has deleted %" PRId64
                    " offsets before the first\n",
                    part->partition, part->low);
        if (part->lacking > 0)
            fprintf(stderr,
                    "warning: partition %" PRId32 " ends at offset %" PRId64
                    ": the range asks for %" PRId64 " more that nobody has written\n",
                    part->partition, part->high, part->lacking);
    }
    if (plan->kept && plan->unplanned > 0)
        fprintf(stderr,
                "note: %" PRId32 " partitions of %s are no part of this replay: they were left "
                "out, or added after it was planned\n",
                plan->unplanned, plan->topic);
}
