#include "command/replay_view.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "command/common.h"
#include "stream/patience.h"

enum { BAR = 24 /* columns */, LOG_MS = 10 * 1000 };

static void moment_say(const char *before, int64_t ms, const char *open)
{
    char text[MOMENT_SIZE];
    bool told = ms != INT64_MIN && ms != INT64_MAX;
    if (told)
        moment_print(ms, text);
    printf("%s%s", before, told ? text : open);
}

static void range_print(const struct plan *plan, const char *name)
{
    const struct bounds *bounds = &plan->parts[0].bounds;
    printf("replay %s of topic %s", name, plan->topic);
    if (bounds->from_ms != INT64_MIN || bounds->to_ms != INT64_MAX) {
        moment_say(": from ", bounds->from_ms, "its begin");
        moment_say(" to before ", bounds->to_ms, "the end it had when it was planned");
    }
    printf("%s\n\n", plan->kept ? ", begun before" : "");
}

void plan_print(const struct plan *plan, const char *name)
{
    if (plan->count == 0)
        return;
    range_print(plan, name);
    printf("%10s %14s %14s %14s %14s %14s\n", "partition", "from offset", "to before",
           "late ones to", "articles <=", "to read");
    int64_t articles = 0;
    for (size_t i = 0; i < plan->count; i++) {
        const struct plan_part *part = &plan->parts[i];
        const struct bounds *bounds = &part->bounds;
        int64_t left = part->next < bounds->until ? bounds->until - part->next : 0;
        printf("%10" PRId32 " %14" PRId64 " %14" PRId64 " %14" PRId64 " %14" PRId64 " %14" PRId64
               "\n",
               part->partition, bounds->begin, bounds->end, bounds->until,
               bounds->end - bounds->begin, left);
        articles += bounds->end - bounds->begin;
    }
    printf("%10s %14s %14s %14s %14" PRId64 " %14" PRId64 "\n\n", "all", "", "", "", articles,
           plan_left(plan));
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

void live_warn(const struct live *live, const char *group)
{
    if (live->behind > 0)
        fprintf(stderr,
                "warning: the live group %s has not read %" PRId64
                " offsets of this range yet: it writes their events again when it does\n",
                group, live->behind);
    if (live->extractor[0])
        fprintf(stderr,
                "warning: the live workers extract with %s, this is another version: what they "
                "write from now on will differ from what this replay writes\n",
                live->extractor);
}

struct replay_progress replay_progress_begin(const struct counters *counters, const struct log *log,
                                             const struct plan *plan)
{
    int64_t now = clock_monotonic_ms();
    return (struct replay_progress){
        .counters = counters,
        .log = log,
        .total = plan_total(plan),
        .began_left = plan_left(plan),
        .left = plan_left(plan),
        .began_ms = now,
        .due_ms = now + LOG_MS,
        .bar = isatty(STDERR_FILENO),
    };
}

static double seconds_since(int64_t began_ms)
{
    int64_t ms = clock_monotonic_ms() - began_ms;
    return ms > 0 ? (double)ms / 1000 : 0.001;
}

/* Seconds that are left at the pace of the whole group so far; below zero: no telling. */
static double seconds_left(const struct replay_progress *progress)
{
    int64_t read = progress->began_left - progress->left;
    if (read <= 0)
        return -1;
    return (double)progress->left / ((double)read / seconds_since(progress->began_ms));
}

static void bar_draw(const struct replay_progress *progress)
{
    const struct counters *counters = progress->counters;
    double seconds = seconds_since(progress->began_ms);
    double part =
        progress->total > 0 ? 1.0 - (double)progress->left / (double)progress->total : 1.0;
    int full = (int)(part * BAR);
    char bar[BAR + 1];
    memset(bar, '-', BAR);
    memset(bar, '#', (size_t)full);
    bar[BAR] = '\0';
    fprintf(stderr, "\r\033[K[%s] %3.0f %%  %.0f articles/s  %.1f MB/s  lag %" PRId64, bar,
            part * 100, (double)counters->articles_delivered / seconds,
            (double)counters->bytes_consumed / 1e6 / seconds, progress->left);
    double left = seconds_left(progress);
    if (left >= 0)
        fprintf(stderr, "  %d:%02d left", (int)left / 60, (int)left % 60);
    fflush(stderr);
}

static void line_write(const struct replay_progress *progress)
{
    const struct counters *counters = progress->counters;
    double seconds = seconds_since(progress->began_ms);
    log_write(progress->log, LEVEL_INFO, "replaying",
              LOG_FIELDS(log_int("articles", (int64_t)counters->articles_delivered),
                         log_int("events", (int64_t)counters->events),
                         log_int("articles_per_second",
                                 (int64_t)((double)counters->articles_delivered / seconds)),
                         log_int("lag", progress->left), log_int("of", progress->total),
                         log_int("seconds_left", (int64_t)seconds_left(progress))));
}

static void look(struct replay_progress *progress, const struct plan *plan)
{
    progress->total = plan_total(plan);
    progress->left = plan_left(plan);
}

void replay_progress_show(struct replay_progress *progress, const struct plan *plan)
{
    look(progress, plan);
    if (progress->bar)
        bar_draw(progress);
    else if (clock_monotonic_ms() >= progress->due_ms) {
        progress->due_ms += LOG_MS;
        line_write(progress);
    }
}

static void row(const char *what, uint64_t count)
{
    if (count > 0)
        printf("  %-34s %12" PRIu64 "\n", what, count);
}

static void counts_print(const struct counters *counters)
{
    row("events", counters->events);
    row("receipts", counters->receipts);
    row("articles without a meeting", counters->fates[FATE_NO_MEETING]);
    row("articles passed over", counters->fates[FATE_PASSED_OVER]);
    row("articles that can't be read", counters->fates[FATE_DEAD_LETTER]);
    row("articles left out by a filter", counters->fates[FATE_UNWANTED]);
    row("articles outside the range", counters->articles_outside);
    row("messages without a value", counters->tombstones);
}

void replay_progress_end(struct replay_progress *progress, const struct plan *plan)
{
    const struct counters *counters = progress->counters;
    double seconds = seconds_since(progress->began_ms);
    look(progress, plan);
    if (progress->bar)
        fputs("\r\033[K", stderr);
    else
        line_write(progress);
    printf("this process: %" PRIu64 " articles in %.1f s (%.0f a second)\n",
           (uint64_t)counters->articles_delivered, seconds,
           (double)counters->articles_delivered / seconds);
    counts_print(counters);
    if (progress->left == 0)
        printf("done: all of the range has been read\n");
    else
        printf("not done: %" PRId64 " offsets are left; the name alone goes on with them\n",
               progress->left);
    fflush(stdout);
}
