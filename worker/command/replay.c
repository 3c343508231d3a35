#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "command/replay_choice.h"
#include "command/replay_course.h"
#include "command/replay_view.h"
#include "command/worker.h"
#include "service/signals.h"
#include "stream/live.h"
#include "stream/patience.h"
#include "stream/plan.h"

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
    struct fault fault;
};

static bool name_is_good(const char *name)
{
    size_t len = strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-");
    return len > 0 && len <= LONGEST_NAME && !name[len];
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
    size_t used = (size_t)snprintf(replay->header, sizeof replay->header, "%s; ", replay->name);
    const char *extractor;
    for (size_t i = 0; (extractor = engine_extractor(replay->worker.engine, i)); i++) {
        const char *pack = strrchr(extractor, ' ');
        const char *text = i > 0 && pack ? pack : extractor;
        used += (size_t)snprintf(replay->header + used, sizeof replay->header - used, "%s", text);
        if (used >= sizeof replay->header)
            break;
    }
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

static int plan_again(struct replay *replay)
{
    plan_free(&replay->plan);
    return worker_status(
        plan_make(replay->observer, &replay->request, &replay->plan, &replay->fault));
}

/* Filters and output are those of the plan, whoever made it. */
static void set_output(struct replay *replay)
{
    struct stream_options *options = &replay->worker.options;
    memcpy(replay->kept, replay->plan.wording, sizeof replay->kept);
    replay->choice = choice_read(replay->kept);
    replay->worker.extractor.filter = choice_filter(&replay->choice);
    if (!replay->choice.output_topic)
        return;
    /* What is written aside must not make the receipts tell of events that are not there. */
    options->event_topic = replay->choice.output_topic;
    options->receipt_topic = "";
    options->dead_letter_topic = "";
}

static bool knows(const void *self, struct str extractor)
{
    const struct engine *engine = self;
    const char *own;
    for (size_t i = 0; (own = engine_extractor(engine, i)); i++)
        if (str_equal(str_of(own), extractor))
            return true;
    return false;
}

static void warn(struct replay *replay)
{
    struct live live;
    struct fault fault;
    struct stream_options options = replay->worker.options;
    const struct acquaintance acquaintance = {replay->worker.schemas, replay->worker.engine, knows};
    options.group = replay->live_group;
    options.bounded = false;
    plan_warn(&replay->plan);
    int code = live_look(&options, &replay->plan, &acquaintance, &live, &fault);
    if (code)
        fprintf(stderr, "warning: can't see what the live group does: %s\n", fault.text);
    else
        live_warn(&live, replay->live_group);
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
    fflush(stdout);
}

static int prepare(struct replay *replay)
{
    int status = invocation_settings(replay->invocation, &replay->worker.settings);
    if (status == EXIT_DONE)
        status = worker_prepare(&replay->worker, &replay->fault);
    if (status == EXIT_DONE)
        status = set_options(replay);
    if (status == EXIT_DONE)
        status = worker_status(observer_new(&replay->worker.options, replay->group,
                                            &replay->observer, &replay->fault));
    if (status == EXIT_DONE)
        status = plan_again(replay);
    if (status != EXIT_DONE)
        return status;
    set_output(replay);
    plan_print(&replay->plan, replay->name);
    output_print(replay);
    warn(replay);
    return EXIT_DONE;
}

static bool confirmed(const struct replay *replay)
{
    char answer[16];
    if (invocation_option(replay->invocation, "yes"))
        return true;
    if (!isatty(STDIN_FILENO)) {
        complain("replay: nobody is there to ask: say --yes to begin, or --dry-run to only look");
        return false;
    }
    printf("Go on? [y/N] ");
    fflush(stdout);
    return fgets(answer, sizeof answer, stdin) && (answer[0] == 'y' || answer[0] == 'Y');
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

/*
 * Keeps the plan with the group.  While the operator thought it over, another process may have
 * begun under the same name: then its plan is the one that counts.
 */
static int keep(struct replay *replay)
{
    int status = plan_again(replay);
    if (status != EXIT_DONE || replay->plan.kept)
        return status;
    int code = plan_keep(replay->observer, &replay->plan, &replay->fault);
    return code == FAULT_ABORTED ? plan_again(replay) : worker_status(code);
}

static int play(struct replay *replay)
{
    if (signals_new(&replay->signals) != 0)
        return EXIT_SOFTWARE;
    replay->worker.options.group = replay->group;
    const struct replay_course course = {.worker = &replay->worker,
                                         .observer = replay->observer,
                                         .plan = &replay->plan,
                                         .end = signals_stop(replay->signals)};
    return replay_course_run(&course, &replay->fault);
}

static int replay_go(struct replay *replay)
{
    int status = read_words(replay);
    if (status == EXIT_DONE)
        status = prepare(replay);
    if (status != EXIT_DONE || invocation_option(replay->invocation, "dry-run") ||
        nothing_left(replay))
        return status;
    if (!confirmed(replay))
        return EXIT_USAGE;
    status = keep(replay);
    if (status != EXIT_DONE || nothing_left(replay))
        return status;
    set_output(replay);
    return play(replay);
}

static int replay_run(const struct invocation *invocation)
{
    struct replay replay = {.invocation = invocation};
    int status = replay_go(&replay);
    if (status != EXIT_DONE && replay.fault.text[0])
        complain("replay: %s", replay.fault.text);
    observer_free(replay.observer);
    worker_free(&replay.worker);
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
        "The exit status is 0 when all of the range has been read, 1 when it was stopped before.\n",
    .options = OPTIONS,
    .run = replay_run,
};
