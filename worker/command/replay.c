#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "command/diff.h"
#include "command/question.h"
#include "command/replay_choice.h"
#include "command/replay_course.h"
#include "command/replay_live.h"
#include "command/replay_view.h"
#include "command/worker.h"
#include "service/signals.h"
#include "stream/patience.h"
#include "stream/plan.h"
#include "stream/retraction.h"

enum { GROUP_SIZE = 160, LONGEST_NAME = 100, MOST_RATE = 1000000 };

/* A replay, in the order in which its parts are made. */
struct replay {
    const struct invocation *invocation;
    const char *name;
    char group[GROUP_SIZE];
    char header[256];
    struct worker worker;
    const char *live_group;
    struct choice asked;
    char wording[WORDING_SIZE];    /* of what was asked */
    char kept[BOUNDS_WORDING + 1]; /* of the plan: what the choice below lends from */
    struct choice choice;          /* that is replayed */
    struct plan_request request;
    struct observer *observer;
    struct plan plan;
    struct signals *signals;
    enum diff_form form;           /* DIFF_FORMS: it is no diff */
    struct retraction *retraction; /* NULL: nothing is retracted */
    struct processor retracting;
    struct fault fault;
};

static bool name_is_good(const char *name)
{
    size_t len = strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-");
    return len > 0 && len <= LONGEST_NAME && !name[len];
}

static int read_form(struct replay *replay)
{
    const char *name = invocation_option(replay->invocation, "diff");
    replay->form = name ? diff_form_named(name) : DIFF_FORMS;
    if (!name || replay->form != DIFF_FORMS)
        return EXIT_DONE;
    complain("replay: --diff %s: text, json or html", name);
    return EXIT_USAGE;
}

static int read_words(struct replay *replay)
{
    const struct invocation *invocation = replay->invocation;
    if (invocation->operand_count != 1) {
        complain("replay: name the replay, as in: meetingd replay monday --from 2025-04-28 "
                 "--to 2025-04-29");
        return EXIT_USAGE;
    }
    replay->name = invocation->operands[0];
    if (!name_is_good(replay->name)) {
        complain("replay: '%s' is no name: letters, digits, '.', '_' and '-', at most %d",
                 replay->name, LONGEST_NAME);
        return EXIT_USAGE;
    }
    snprintf(replay->group, sizeof replay->group, "meetingd-replay-%s", replay->name);
    if (read_form(replay) != EXIT_DONE)
        return EXIT_USAGE;
    replay->asked = choice_of_invocation(invocation);
    int code = choice_write(&replay->asked, replay->wording, &replay->fault);
    if (!code)
        code = choice_request(&replay->asked, clock_wall_ms(), &replay->request, &replay->fault);
    return code ? EXIT_USAGE : EXIT_DONE;
}

static int read_rate(const struct replay *replay, unsigned *ret_rate)
{
    const char *text = invocation_option(replay->invocation, "rate");
    if (!text)
        return EXIT_DONE;
    char *end;
    long rate = strtol(text, &end, 10);
    if (*end || rate < 1 || rate > MOST_RATE) {
        complain("replay: --rate %s: write how many articles a second, 1 to %d", text, MOST_RATE);
        return EXIT_USAGE;
    }
    *ret_rate = (unsigned)rate;
    return EXIT_DONE;
}

/* "monday; meetingd 0.1.0 en/1 fr/1": who wrote an event again, and with what. */
static void make_header(struct replay *replay)
{
    char version[VERSION_SIZE];
    worker_version(&replay->worker, version);
    snprintf(replay->header, sizeof replay->header, "%s; %s", replay->name, version);
}

/* The worker's options, all but what follows from the plan. */
static int set_options(struct replay *replay)
{
    struct stream_options *options = &replay->worker.options;
    if (strpbrk(options->input_topics, ",^")) {
        complain("replay: [input] topic = %s: one topic at a time; name it with --input.topic",
                 options->input_topics);
        return EXIT_USAGE;
    }
    make_header(replay);
    replay->live_group = options->group;
    options->static_member = false;
    options->bounded = true;
    options->replay = replay->header;
    replay->request.topic = options->input_topics;
    replay->request.wording = replay->wording;
    return read_rate(replay, &options->rate);
}

/* What is compared or retracted goes by the receipts, and by the events that they tell of. */
static int check_receipts(const struct replay *replay, bool aside)
{
    const char *option = replay->form != DIFF_FORMS ? "--diff" : "--retract";
    if (replay->form == DIFF_FORMS && !replay->choice.retract)
        return EXIT_DONE;
    if (aside && replay->form == DIFF_FORMS) {
        complain("replay: --retract with --output-topic: what is written aside retracts nothing");
        return EXIT_USAGE;
    }
    if (!replay->worker.options.receipt_topic[0]) {
        complain("replay: %s needs receipts to tell which events are current, and [output] "
                 "receipt_topic is empty",
                 option);
        return EXIT_CONFIG;
    }
    return EXIT_DONE;
}

static int plan_again(struct replay *replay)
{
    plan_free(&replay->plan);
    return worker_status(
        plan_make(replay->observer, &replay->request, &replay->plan, &replay->fault));
}

/* Filters and output are those of the plan, whoever made it. */
static int set_output(struct replay *replay)
{
    struct stream_options *options = &replay->worker.options;
    memcpy(replay->kept, replay->plan.wording, sizeof replay->kept);
    replay->choice = choice_read(replay->kept);
    replay->worker.extractor.filter = choice_filter(&replay->choice);
    int status = check_receipts(replay, replay->choice.output_topic != NULL);
    if (status != EXIT_DONE || !replay->choice.output_topic || replay->form != DIFF_FORMS)
        return status;
    /* What is written aside must not make the receipts tell of events that are not there. */
    options->event_topic = replay->choice.output_topic;
    options->receipt_topic = "";
    options->dead_letter_topic = "";
    return EXIT_DONE;
}

static void output_print(const struct replay *replay)
{
    const struct stream_options *options = &replay->worker.options;
    printf("events go to %s", options->event_topic);
    if (options->receipt_topic[0])
        printf(", receipts to %s", options->receipt_topic);
    if (options->dead_letter_topic[0])
        printf(", dead letters to %s", options->dead_letter_topic);
    else
        printf("; no receipts and no dead letters are written");
    printf("\n");
}

static int prepare(struct replay *replay)
{
    int status = invocation_settings(replay->invocation, &replay->worker.settings);
    if (status == EXIT_DONE)
        status = worker_prepare(&replay->worker, &replay->fault);
    const char *schema = invocation_option(replay->invocation, "schema");
    if (status == EXIT_DONE && schema)
        status = worker_learn(&replay->worker, schema, &replay->fault);
    if (status == EXIT_DONE)
        status = set_options(replay);
    if (status == EXIT_DONE)
        status = worker_status(observer_new(&replay->worker.options, replay->group,
                                            &replay->observer, &replay->fault));
    if (status == EXIT_DONE)
        status = plan_again(replay);
    if (status != EXIT_DONE)
        return status;
    status = set_output(replay);
    if (status != EXIT_DONE)
        return status;
    /* Standard output belongs to the diff where a program or a browser reads it. */
    bool apart = replay->form == DIFF_JSON || replay->form == DIFF_HTML;
    plan_print(apart ? stderr : stdout, &replay->plan, replay->name);
    if (replay->form == DIFF_FORMS)
        output_print(replay);
    fflush(stdout);
    plan_warn(&replay->plan);
    replay_live_warn(&replay->worker, &replay->plan, replay->live_group);
    return EXIT_DONE;
}

/* Whether there is nothing to do, and why. */
static bool nothing_left(const struct replay *replay)
{
    if (plan_left(&replay->plan) > 0)
        return false;
    puts(replay->plan.kept ? "this replay is done: choose another name for another one"
                           : "the range is empty: there is nothing to replay");
    return true;
}

/* How long the broker may hold on to a member whose process was killed: its session.timeout.ms. */
enum { GONE_MS = 90 * 1000, GONE_PAUSE_MS = 500 };

/*
 * Keeps the plan with the group.  While the operator thought it over, another process may have
 * begun under the same name: then its plan is the one that counts.  Members without a kept plan
 * are of a process that was killed, and are waited for until the broker lets go of them.
 */
static int keep(struct replay *replay)
{
    const struct patience patience = {.stop = signals_stop(replay->signals)};
    int64_t end = clock_monotonic_ms() + GONE_MS;
    for (;;) {
        int status = plan_again(replay);
        if (status != EXIT_DONE || replay->plan.kept)
            return status;
        int code = plan_keep(replay->observer, &replay->plan, &replay->fault);
        if (code != FAULT_ABORTED || patience_stopping(&patience) || clock_monotonic_ms() > end)
            return worker_status(code);
        patience_sleep(&patience, GONE_PAUSE_MS);
    }
}

/* Compares what is left of the plan with the topics. */
static int compare(struct replay *replay)
{
    const struct diff diff = {.worker = &replay->worker,
                              .observer = replay->observer,
                              .plan = &replay->plan,
                              .name = replay->name,
                              .stop = signals_stop(replay->signals),
                              .form = replay->form == DIFF_FORMS ? DIFF_TEXT : replay->form,
                              .retraction = replay->retraction};
    return diff_run(&diff, &replay->fault);
}

/* A diff is of the whole range, also when some of it is replayed already. */
static int show_diff(struct replay *replay)
{
    for (size_t i = 0; i < replay->plan.count; i++)
        replay->plan.parts[i].next = replay->plan.parts[i].bounds.begin;
    return compare(replay);
}

/* Finds what is no longer extracted, and has the worker retract it. */
static int find_retraction(struct replay *replay)
{
    int code = retraction_new(&replay->retraction, &replay->fault);
    int status = code ? worker_status(code) : compare(replay);
    if (status != EXIT_DONE)
        return status;
    code = retraction_processor(replay->retraction, &replay->worker.processor, &replay->retracting,
                                &replay->fault);
    replay->worker.processor = replay->retracting;
    return worker_status(code);
}

static bool confirmed(const struct replay *replay)
{
    char text[80] = "Go on?";
    if (replay->retraction)
        snprintf(text, sizeof text, "Go on, and retract %" PRIu64 " events?",
                 retraction_count(replay->retraction));
    return question_ask(replay->invocation, text, signals_stop(replay->signals));
}

static int play(struct replay *replay)
{
    replay->worker.options.group = replay->group;
    const struct replay_course course = {.worker = &replay->worker,
                                         .observer = replay->observer,
                                         .plan = &replay->plan,
                                         .end = signals_stop(replay->signals)};
    return replay_course_run(&course, &replay->fault);
}

static int replay_begin(struct replay *replay)
{
    int status = replay->choice.retract ? find_retraction(replay) : EXIT_DONE;
    if (status != EXIT_DONE)
        return status;
    if (!confirmed(replay))
        return EXIT_USAGE;
    status = keep(replay);
    if (status != EXIT_DONE || nothing_left(replay))
        return status;
    status = set_output(replay);
    return status == EXIT_DONE ? play(replay) : status;
}

static int replay_go(struct replay *replay)
{
    int status = read_words(replay);
    if (status == EXIT_DONE)
        status = prepare(replay);
    if (status != EXIT_DONE || invocation_option(replay->invocation, "dry-run"))
        return status;
    if (signals_new(&replay->signals) != 0)
        return EXIT_SOFTWARE;
    observer_heed(replay->observer, signals_stop(replay->signals));
    if (replay->form != DIFF_FORMS)
        return show_diff(replay);
    return nothing_left(replay) ? EXIT_DONE : replay_begin(replay);
}

static int replay_run(const struct invocation *invocation)
{
    struct replay replay = {.invocation = invocation};
    int status = replay_go(&replay);
    if (status != EXIT_DONE && replay.fault.text[0])
        complain("replay: %s", replay.fault.text);
    observer_free(replay.observer);
    worker_free(&replay.worker);
    retraction_free(replay.retraction);
    plan_free(&replay.plan);
    spans_free(&replay.request.spans);
    signals_free(replay.signals);
    return status;
}

static const struct option_row OPTIONS[] = {
    {"from", "TIME", "the first moment: 2025-04-27, 2025-04-27T08:00:00Z, -2h, earliest"},
    {"to", "TIME", "the first moment that is no longer of it; latest: all there is now"},
    {"offsets", "LIST", "instead of times, offsets by partition: 0:100-900,3:5-"},
    {"partitions", "LIST", "only these partitions: 0,3,5-7"},
    {"late", "TIME", "how much of the log behind the range is searched for late articles (1h)"},
    {"language", "LIST", "only articles in these languages: fr,en"},
    {"source", "LIST", "only articles of these sources"},
    {"id", "LIST", "only the articles with these ids"},
    {"output-topic", "TOPIC", "write the events there, and neither receipts nor dead letters"},
    {"retract", NULL, "take events back that are no longer extracted, after counting them"},
    {"diff", "FORM", "show what would change, as text, json or html, and publish nothing"},
    {"schema", "FILE", "for a diff: an Avro schema of events that a newer release wrote"},
    {"rate", "NUMBER", "articles a second, at most, of this process"},
    {"dry-run", NULL, "show the range, partition by partition, and change nothing"},
    {"yes", NULL, "don't ask before it begins"},
    {NULL, NULL, NULL},
};

const struct command replay_command = {
    .name = "replay",
    .summary = "read a range of the topic once more, and write its events again",
    .operands = "NAME",
    .description =
        "Reads the articles of a range of [input] topic again and writes their events, receipts\n"
        "and dead letters as `run` does, each once; then it ends.  The live group is left alone.\n"
        "\n"
        "  meetingd replay monday --from 2025-04-28 --to 2025-04-29 --dry-run\n"
        "  meetingd replay monday --from 2025-04-28 --to 2025-04-29\n"
        "  meetingd replay monday --from 2025-04-28 --to 2025-04-29 --diff html > monday.html\n"
        "  meetingd replay again --offsets 0:100-900,3:5- --output-topic trial-events\n"
        "\n"
        "A time means a message's Kafka timestamp, in UTC unless it says otherwise; the range\n"
        "goes from --from to before --to.  Where the timestamps are out of order, articles of\n"
        "the range are looked for behind its end as well, and those outside it are stepped over.\n"
        "\n"
        "The range is found once, when a NAME is first used, and kept with the offsets of the\n"
        "group meetingd-replay-NAME.  A replay that was stopped goes on when it is started again,\n"
        "on any host, with its name alone or with the same range; several processes of one name\n"
        "share the work.  Events have the ids of the first run, and the header meetingd-replay.\n"
        "\n"
        "--diff compares what this version extracts with the events that the articles' latest\n"
        "receipts list, and publishes nothing.  Events are paired when they are the same occasion\n"
        "and compared field by field.  json is a line for each event that would be added, removed\n"
        "or changed, and a last one with the counts; html is a page.\n"
        "\n"
        "--retract compares as well, and has the replay write a tombstone for each event that is\n"
        "no longer extracted, in one transaction with what takes its place.  It holds for the\n"
        "name: every process of it compares what is left before it begins.  What is compared is\n"
        "put aside in TMPDIR, a few times the size of the range's events; nothing of it is left.\n"
        "\n"
        "The exit status is 0 when all of the range has been read, 1 when it was stopped before.\n",
    .options = OPTIONS,
    .run = replay_run,
};
