#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "command/question.h"
#include "command/worker.h"
#include "service/signals.h"
#include "stream/moment.h"
#include "stream/patience.h"
#include "stream/redrive.h"

#define DEFAULT_TIMES "2"

enum { MOST_TIMES = 100 };

/* A redrive, in the order in which its parts are made. */
struct errand {
    const struct invocation *invocation;
    struct signals *signals;
    struct settings *settings;
    struct log log;
    struct stream_options options;
    struct selection selection;
    struct spans spans;
    char group[64];
    struct redrive *redrive;
    struct redrive_tally tally;
    struct fault fault;
};

static int read_time(const struct errand *errand, const char *option, int64_t *ret_ms,
                     struct fault *ret_fault)
{
    struct moment moment;
    const char *text = invocation_option(errand->invocation, option);
    int code = text ? moment_parse(text, clock_wall_ms(), &moment, ret_fault) : 0;
    if (text && !code && moment.kind == MOMENT_AT)
        *ret_ms = moment.ms;
    return code;
}

static int read_times(const char *text, unsigned *ret_times, struct fault *ret_fault)
{
    char *end;
    long times = strtol(text, &end, 10);
    if (*end || times < 1 || times > MOST_TIMES)
        return fault_set(ret_fault, FAULT_SETTING, "--times %s: write a number from 1 to %d", text,
                         MOST_TIMES);
    *ret_times = (unsigned)times;
    return 0;
}

static int read_selection(struct errand *errand)
{
    const struct invocation *invocation = errand->invocation;
    const char *times = invocation_option(invocation, "times");
    const char *offsets = invocation_option(invocation, "offsets");
    struct selection *selection = &errand->selection;
    *selection = (struct selection){.reasons = invocation_option(invocation, "reason"),
                                    .topics = invocation_option(invocation, "topic"),
                                    .from_ms = INT64_MIN,
                                    .to_ms = INT64_MAX};
    int code = read_time(errand, "from", &selection->from_ms, &errand->fault);
    if (!code)
        code = read_time(errand, "to", &selection->to_ms, &errand->fault);
    if (!code)
        code = read_times(times ? times : DEFAULT_TIMES, &selection->most, &errand->fault);
    if (!code && offsets)
        code = spans_of_offsets(offsets, &errand->spans, &errand->fault);
    return code ? EXIT_USAGE : EXIT_DONE;
}

/* One group for each choice of letters: it remembers how far that choice was carried out. */
static void name_group(struct errand *errand)
{
    static const char *const CHOICES[] = {"reason", "topic", "from", "to", "offsets"};
    uint64_t hash = UINT64_C(14695981039346656037); /* FNV-1a */
    for (size_t i = 0; i < sizeof CHOICES / sizeof *CHOICES; i++) {
        const char *text = invocation_option(errand->invocation, CHOICES[i]);
        for (const char *at = text ? text : ""; *at; at++)
            hash = (hash ^ (unsigned char)*at) * UINT64_C(1099511628211);
        hash = (hash ^ 0xff) * UINT64_C(1099511628211);
    }
    snprintf(errand->group, sizeof errand->group, "meetingd-redrive-%016" PRIx64, hash);
}

static int prepare(struct errand *errand)
{
    int status = read_selection(errand);
    if (status == EXIT_DONE)
        status = invocation_settings(errand->invocation, &errand->settings);
    if (status != EXIT_DONE)
        return status;
    name_group(errand);
    log_open((enum log_level)errand->settings->log.level,
             (enum log_format)errand->settings->log.format, &errand->log);
    errand->options = options_of_settings(errand->settings);
    errand->options.log = &errand->log;
    errand->options.group = errand->group;
    errand->options.static_member = false;
    return worker_status(redrive_new(&errand->options, &errand->selection, &errand->spans,
                                     &errand->redrive, &errand->fault));
}

static uint64_t tally_print(const struct redrive_tally *tally, const char *heading)
{
    uint64_t back = 0;
    printf("%-24s %-24s %10s %10s %10s %10s\n", "reason", "topic", heading, "too often", "gone",
           "no topic");
    for (size_t i = 0; i < tally->count; i++) {
        const struct redrive_kind *kind = &tally->kinds[i];
        printf("%-24s %-24s %10" PRIu64 " %10" PRIu64 " %10" PRIu64 " %10" PRIu64 "\n",
               kind->reason, kind->topic, kind->back, kind->worn, kind->gone, kind->homeless);
        back += kind->back;
    }
    printf("%" PRIu64 " dead letters looked at, %" PRIu64 " of them not asked for\n",
           tally->letters, tally->other);
    fflush(stdout);
    return back;
}

static bool confirmed(const struct errand *errand, uint64_t count)
{
    char text[64];
    snprintf(text, sizeof text, "Put %" PRIu64 " back?", count);
    return question_ask(errand->invocation, text, NULL);
}

static int carry_out(struct errand *errand)
{
    if (signals_new(&errand->signals) != 0)
        return EXIT_SOFTWARE;
    const atomic_bool *stop = signals_stop(errand->signals);
    int code = redrive_run(errand->redrive, stop, &errand->tally, &errand->fault);
    if (code)
        return worker_status(code);
    printf("\n");
    tally_print(&errand->tally, "put back");
    return atomic_load(stop) ? EXIT_SOME_FAILED : EXIT_DONE;
}

static int redrive_go(struct errand *errand)
{
    int status = prepare(errand);
    if (status != EXIT_DONE)
        return status;
    int code = redrive_look(errand->redrive, NULL, &errand->tally, &errand->fault);
    if (code)
        return worker_status(code);
    uint64_t count = tally_print(&errand->tally, "to go back");
    if (invocation_option(errand->invocation, "dry-run"))
        return EXIT_DONE;
    if (count == 0) {
        puts("there is nothing to put back");
        return EXIT_DONE;
    }
    return confirmed(errand, count) ? carry_out(errand) : EXIT_USAGE;
}

static int redrive_run_command(const struct invocation *invocation)
{
    struct errand errand = {.invocation = invocation};
    int status = redrive_go(&errand);
    if (status != EXIT_DONE && errand.fault.text[0])
        complain("redrive: %s", errand.fault.text);
    redrive_free(errand.redrive);
    spans_free(&errand.spans);
    settings_free(errand.settings);
    log_close(&errand.log);
    signals_free(errand.signals);
    return status;
}

static const struct option_row OPTIONS[] = {
    {"reason", "LIST", "only letters with these reasons: undecodable,too-big"},
    {"topic", "LIST", "only letters of articles from these topics"},
    {"from", "TIME", "only articles with this timestamp or a later one: 2025-04-27, -2h"},
    {"to", "TIME", "only articles with a timestamp before this one"},
    {"offsets", "LIST", "only letters at these offsets of their own topic: 0:100-900,3:5-"},
    {"times", "NUMBER", "how often an article may go back at most (" DEFAULT_TIMES ")"},
    {"dry-run", NULL, "count them, and change nothing"},
    {"yes", NULL, "don't ask before they are put back"},
    {NULL, NULL, NULL},
};

const struct command redrive_command = {
    .name = "redrive",
    .summary = "put dead letters back to the topics that they came from",
    .description =
        "Counts the dead letters that are asked for, by reason and topic, and puts them back to\n"
        "the topics and partitions that they came from once you agree: key, value, timestamp and\n"
        "headers as they were, each once.\n"
        "\n"
        "  meetingd redrive --dry-run\n"
        "  meetingd redrive --reason no-language-pack\n"
        "\n"
        "The header meetingd-redrive-count says how often an article went back.  One that became\n"
        "a dead letter again and again stays one, see --times.  A letter that was too large for\n"
        "its topic is a pointer: its article is fetched from the original topic, or counted as\n"
        "gone.\n"
        "\n"
        "What was put back is remembered by the choice that was made (--reason, --topic, --from,\n"
        "--to, --offsets): the same one goes on with the letters that came since, and after a\n"
        "kill where it was.  A choice that overlaps another puts the common ones back again.\n"
        "Those that were held back are not looked at again by it: name them with --offsets.\n",
    .options = OPTIONS,
    .run = redrive_run_command,
};
