#include "command/replay_progress.h"

#include <inttypes.h>
#include <stdio.h>
#include <unistd.h>

#include "command/replay_bar.h"
#include "stream/patience.h"

enum { LOG_MS = 10 * 1000 };

struct replay_progress replay_progress_begin(const struct counters *counters, const struct log *log,
                                             struct headway *headway)
{
    int64_t now = clock_monotonic_ms();
    return (struct replay_progress){
        .counters = counters,
        .headway = headway,
        .log = log,
        .began_ms = now,
        .due_ms = now + LOG_MS,
        .bar = isatty(STDERR_FILENO),
    };
}

static void look(struct replay_progress *progress, const struct plan *plan)
{
    struct headway *headway = progress->headway;
    const struct speed_sample sample = {
        .ms = clock_monotonic_ms(),
        .left = plan_left(plan),
        .articles = atomic_load(&progress->counters->articles_delivered),
        .bytes = atomic_load(&progress->counters->bytes_consumed),
    };
    speed_note(&progress->speed, &sample);
    struct rates rates = speed_now(&progress->speed);
    atomic_store(&headway->total, plan_total(plan));
    atomic_store(&headway->left, sample.left);
    atomic_store(&headway->offsets_per_second, rates.offsets);
    atomic_store(&headway->seconds_left, rates.seconds_left);
    atomic_store(&headway->articles_per_second, rates.articles);
    atomic_store(&headway->bytes_per_second, rates.bytes);
}

/* What it waits for, or NULL when it works. */
static const char *waiting_for(const struct replay_progress *progress, bool answered)
{
    if (!answered)
        return "waiting for the broker";
    if (!atomic_load(&progress->counters->joined))
        return "joining the group";
    if (progress->speed.count < 2)
        return "reading";
    return NULL;
}

static void bar_draw(const struct replay_progress *progress, bool answered)
{
    char text[REPLAY_BAR_SIZE];
    const struct bar_style style = bar_style_of(STDERR_FILENO);
    replay_bar_write(progress->headway, waiting_for(progress, answered), &style, text);
    fprintf(stderr, "\r\033[K%s", text);
    fflush(stderr);
}

static void line_write(const struct replay_progress *progress)
{
    const struct counters *counters = progress->counters;
    struct headway *headway = progress->headway;
    log_write(
        progress->log, LEVEL_INFO, "replaying",
        LOG_FIELDS(
            log_int("articles", (int64_t)atomic_load(&counters->articles_delivered)),
            log_int("events", (int64_t)atomic_load(&counters->events)),
            log_int("articles_per_second", (int64_t)atomic_load(&headway->articles_per_second)),
            log_int("bytes_per_second", (int64_t)atomic_load(&headway->bytes_per_second)),
            log_int("lag", atomic_load(&headway->left)),
            log_int("of", atomic_load(&headway->total)),
            log_int("seconds_left", (int64_t)atomic_load(&headway->seconds_left))));
}

void replay_progress_show(struct replay_progress *progress, const struct plan *plan, bool answered)
{
    look(progress, plan);
    if (progress->bar)
        bar_draw(progress, answered);
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
    row("events retracted", counters->retracted);
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
    double seconds = (double)(clock_monotonic_ms() - progress->began_ms + 1) / 1000;
    look(progress, plan);
    if (progress->bar) {
        fputs("\r\033[K", stderr);
        fflush(stderr); /* the log has made it buffered */
    } else {
        line_write(progress);
    }
    printf("this process: %" PRIu64 " articles, %.1f MB in %.1f s (%.0f articles a second)\n",
           (uint64_t)counters->articles_delivered, (double)counters->bytes_consumed / 1e6, seconds,
           (double)counters->articles_delivered / seconds);
    counts_print(counters);
    if (plan_left(plan) == 0)
        printf("done: all of the range has been read\n");
    else
        printf("not done: %" PRId64 " offsets are left; the name alone goes on with them\n",
               plan_left(plan));
    fflush(stdout);
}
