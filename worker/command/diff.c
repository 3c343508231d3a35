#include "command/diff.h"

#include <string.h>
#include <unistd.h>

#include "stream/patience.h"
#include "stream/retraction.h"

enum { SUMMARY_MEMORY = 4 << 20, BAR = 24 /* columns */, LOG_MS = 10 * 1000, DRAW_MS = 100 };

enum diff_form diff_form_named(const char *name)
{
    static const char *const names[] = {
        [DIFF_TEXT] = "text", [DIFF_JSON] = "json", [DIFF_HTML] = "html"};
    int form = 0;
    while (form < DIFF_FORMS && strcmp(names[form], name) != 0)
        form++;
    return (enum diff_form)form;
}

/* A diff on its way. */
struct comparison {
    const struct diff *diff;
    struct tally *tally;
    bool bar;       /* on a terminal; else lines in the log */
    int64_t due_ms; /* when progress is shown next */
};

static void bar_draw(enum survey_phase phase, int64_t done, int64_t all)
{
    static const char *const phases[] = {
        [SURVEY_ARTICLES] = "articles", [SURVEY_RECEIPTS] = "receipts", [SURVEY_EVENTS] = "events"};
    char bar[BAR + 1] = "------------------------";
    double part = all > 0 && done < all ? (double)done / (double)all : 1;
    memset(bar, '#', (size_t)(part * BAR));
    fprintf(stderr, "\r\033[K[%s] %3.0f %% of the %s", bar, part * 100, phases[phase]);
    fflush(stderr);
}

static void on_progress(void *self, enum survey_phase phase, int64_t done, int64_t all)
{
    struct comparison *comparison = self;
    int64_t now = clock_monotonic_ms();
    if (now < comparison->due_ms)
        return;
    comparison->due_ms = now + (comparison->bar ? DRAW_MS : LOG_MS);
    if (comparison->bar)
        bar_draw(phase, done, all);
    else if (done > 0)
        log_write(&comparison->diff->worker->log, LEVEL_INFO, "comparing",
                  LOG_FIELDS(log_int("step", (int64_t)phase + 1), log_int("of", SURVEY_PHASES),
                             log_int("done", done), log_int("offsets", all)));
}

static int on_change(void *self, const struct event_change *change, struct arena *arena,
                     struct fault *ret_fault)
{
    const struct diff *diff = self;
    int code = 0;
    if (change->retractable && diff->retraction)
        code = retraction_add(diff->retraction, change->article->key,
                              datum_text(change->before, "event_id"), ret_fault);
    if (!code && diff->form == DIFF_JSON)
        code = diff_json_event(change, arena);
    return code;
}

static int on_article(void *self, const struct survey_article *article, struct arena *arena,
                      struct fault *ret_fault)
{
    struct comparison *comparison = self;
    const struct change_visitor visitor = {(void *)(uintptr_t)comparison->diff, on_change};
    return tally_article(comparison->tally, article, &visitor, arena, ret_fault);
}

static void unread_warn(const struct survey_counts *counts)
{
    fflush(stdout);
    if (counts->unread)
        fprintf(stderr,
                "warning: %llu receipts and events can't be read and were left out; the first: "
                "%s\n",
                (unsigned long long)counts->unread, counts->why.text);
    if (counts->oversized)
        fprintf(stderr,
                "warning: %llu articles have more events than can be compared and were left out: "
                "raise [engine] memory\n",
                (unsigned long long)counts->oversized);
}

static int show(const struct diff_report *report)
{
    struct arena *arena = arena_new(SUMMARY_MEMORY);
    int code = arena ? 0 : FAULT_MEMORY;
    if (!code && report->diff->form == DIFF_JSON)
        code = diff_json_summary(report, arena);
    else if (!code && report->diff->form == DIFF_HTML)
        code = diff_html(report);
    else if (!code)
        diff_text(report);
    arena_free(arena);
    if (code)
        return EXIT_SOFTWARE;
    if (fflush(stdout) != 0 || ferror(stdout)) {
        perror("meetingd: standard output");
        return EXIT_OUTPUT;
    }
    return EXIT_DONE;
}

static int compare(struct comparison *comparison, struct survey_counts *counts,
                   struct fault *ret_fault)
{
    const struct diff *diff = comparison->diff;
    struct counters counters = {0};
    const struct survey survey = {.options = &diff->worker->options,
                                  .processor = &diff->worker->processor,
                                  .schemas = diff->worker->schemas,
                                  .observer = diff->observer,
                                  .plan = diff->plan,
                                  .stop = diff->stop,
                                  .counters = &counters,
                                  .self = comparison,
                                  .progress = on_progress,
                                  .visit = on_article};
    int code = survey_run(&survey, counts, ret_fault);
    if (comparison->bar)
        fputs("\r\033[K", stderr);
    return code;
}

int diff_run(const struct diff *diff, struct fault *ret_fault)
{
    struct comparison comparison = {.diff = diff, .bar = isatty(STDERR_FILENO)};
    struct survey_counts counts;
    if (tally_new(&comparison.tally) != 0)
        return EXIT_SOFTWARE;
    if (diff->form == DIFF_JSON)
        setvbuf(stdout, NULL, _IOLBF, BUFSIZ); /* whole lines, also where the log goes there too */
    int status = worker_status(compare(&comparison, &counts, ret_fault));
    if (status == EXIT_DONE && atomic_load(diff->stop)) {
        complain("replay: stopped before everything was compared: nothing is shown");
        status = EXIT_SOME_FAILED;
    } else if (status == EXIT_DONE) {
        struct diff_report report = {.diff = diff, .tally = comparison.tally, .counts = &counts};
        worker_version(diff->worker, report.version);
        unread_warn(&counts);
        tally_sort(comparison.tally);
        status = show(&report);
    }
    tally_free(comparison.tally);
    return status;
}
