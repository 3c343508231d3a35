#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "command/card.h"
#include "command/common.h"
#include "command/input.h"
#include "command/worker.h"
#include "record/datum.h"
#include "stream/embedded.h"

enum {
    PATIENCE = 20, /* seconds: a demo that has not ended by then went wrong */
    CARD_MEMORY = 16 << 20
};

/* The demo's own broker, and the worker on it. */
struct demo {
    struct embedded *broker;
    struct worker worker;
    struct arena *arena; /* for one card */
    atomic_bool stop, ended;
    size_t articles, unread; /* put into the topic; files that were not */
    char shown_id[200];      /* of the article whose events are being shown */
    struct fault fault;
};

static const char *articles_folder(void)
{
    return data_folder(MEETINGD_DATADIR "/demo", MEETINGD_BUILD_DEMO);
}

static void article_send(void *context, const struct input_item *item)
{
    static const struct message_header json = {{"content-type", 12}, {"application/json", 16}};
    struct demo *demo = context;
    struct message message = {.topic = str_of(demo->worker.settings->input.topic),
                              .key = item->name,
                              .value = item->bytes,
                              .headers = &json,
                              .header_count = 1};
    if (embedded_put(demo->broker, &message, &demo->fault) == 0)
        demo->articles++;
    else
        demo->unread++;
}

static void article_fail(void *context, const char *path, size_t number, const char *why)
{
    struct demo *demo = context;
    (void)number;
    demo->unread++;
    complain("%s: %s", path, why);
}

/* The settings of the demo: no file, and the broker inside. */
static int demo_settings(const struct invocation *invocation, struct demo *demo)
{
    const struct setting_argument own[] = {
        {"kafka.bootstrap.servers", embedded_bootstrap(demo->broker)},
        {"log.level", "error"},
    };
    enum { OWN = sizeof own / sizeof *own };
    size_t count = OWN + invocation->argument_count;
    struct setting_argument *arguments = calloc(count, sizeof *arguments);
    if (!arguments)
        return EXIT_SOFTWARE;
    memcpy(arguments, own, sizeof own);
    if (invocation->argument_count > 0)
        memcpy(arguments + OWN, invocation->arguments,
               invocation->argument_count * sizeof *arguments);
    struct invocation mine = *invocation;
    mine.config = invocation->config ? invocation->config : "/dev/null";
    mine.arguments = arguments;
    mine.argument_count = count;
    int status = invocation_settings(&mine, &demo->worker.settings);
    free(arguments);
    return status;
}

static int demo_open(const struct invocation *invocation, struct demo *demo)
{
    demo->arena = arena_new(CARD_MEMORY);
    if (!demo->arena || embedded_new(&demo->broker, &demo->fault) != 0)
        return EXIT_SOFTWARE;
    int status = demo_settings(invocation, demo);
    if (status != EXIT_DONE)
        return status;
    const struct settings *settings = demo->worker.settings;
    const struct input_listener listener = {demo, article_send, article_fail};
    const char *const topics[] = {settings->input.topic, settings->output.topic,
                                  settings->output.receipt_topic,
                                  settings->output.dead_letter_topic};
    for (size_t i = 0; i < sizeof topics / sizeof *topics; i++)
        if (*topics[i])
            embedded_topic(demo->broker, topics[i], 1);
    input_read(articles_folder(), &listener);
    return worker_make(&demo->worker, &demo->fault);
}

static void demo_close(struct demo *demo)
{
    worker_free(&demo->worker);
    embedded_free(demo->broker);
    arena_free(demo->arena);
}

static void *worker_run(void *context)
{
    struct demo *demo = context;
    stream_run(demo->worker.stream, &demo->stop, &demo->fault);
    atomic_store(&demo->ended, true);
    return NULL;
}

/* An article's events come one after the other: its name stands before the first. */
static void event_print(struct demo *demo, struct sheet *sheet, const struct datum *event)
{
    char id[sizeof demo->shown_id];
    struct str text = datum_text(event, "article.id");
    snprintf(id, sizeof id, "%.*s", (int)text.len, text.at);
    if (strcmp(id, demo->shown_id) != 0)
        card_article_print(sheet, event);
    memcpy(demo->shown_id, id, sizeof id);
    card_print(sheet, event);
    fflush(sheet->file);
}

/* Prints the event in the bytes; whether there was one. */
static bool event_show(struct demo *demo, struct sheet *sheet, struct str bytes)
{
    const struct datum *event = NULL;
    struct fault fault = {0};
    int code = datum_decode_framed(demo->worker.schemas, bytes, demo->arena, &event, &fault);
    if (code == 0)
        event_print(demo, sheet, event);
    else
        complain("an event can't be read: %s", fault.text);
    arena_reset(demo->arena);
    return code == 0;
}

/* Shows events until the worker has delivered all articles and all its events are shown. */
static size_t events_show(struct demo *demo, struct sheet *sheet, struct embedded_reader *reader)
{
    const struct counters *counters = stream_counters(demo->worker.stream);
    time_t end = time(NULL) + PATIENCE;
    size_t shown = 0;
    while (time(NULL) < end && !demo->ended) {
        bool done = counters->articles_delivered >= demo->articles;
        const struct message *message = embedded_reader_next(reader, 100);
        if (message)
            shown += event_show(demo, sheet, message->value);
        else if (done && shown >= counters->events)
            break;
    }
    return shown;
}

static void summary_print(const struct demo *demo, struct sheet *sheet, size_t shown)
{
    const struct counters *counters = stream_counters(demo->worker.stream);
    sheet_rule(sheet);
    printf("%zu articles in the topic '%s', %zu meetings in '%s', %llu receipts in '%s', %llu "
           "dead letters.\n",
           demo->articles, demo->worker.settings->input.topic, shown,
           demo->worker.settings->output.topic, (unsigned long long)counters->receipts,
           demo->worker.settings->output.receipt_topic, (unsigned long long)counters->dead_letters);
    printf(
        "The articles are in %s\n\n"
        "Next:  meetingd extract FILE                                the meetings of an article\n"
        "       meetingd check --kafka.bootstrap.servers HOST:9092   what your cluster lacks\n"
        "       meetingd run --kafka.bootstrap.servers HOST:9092     the worker on it\n",
        articles_folder());
}

static int demo_show(struct demo *demo)
{
    struct embedded_reader *reader = NULL;
    struct sheet sheet = sheet_open();
    pthread_t worker;
    if (embedded_reader_new(demo->broker, demo->worker.settings->output.topic, &reader,
                            &demo->fault) != 0)
        return EXIT_SOFTWARE;
    printf("%zu articles wait in a Kafka topic inside this program; the worker joins its group, "
           "which takes three seconds ...\n",
           demo->articles);
    fflush(stdout);
    if (pthread_create(&worker, NULL, worker_run, demo) != 0) {
        embedded_reader_free(reader);
        return EXIT_SOFTWARE;
    }
    size_t shown = events_show(demo, &sheet, reader);
    atomic_store(&demo->stop, true);
    pthread_join(worker, NULL);
    embedded_reader_free(reader);
    summary_print(demo, &sheet, shown);
    bool complete = stream_counters(demo->worker.stream)->articles_delivered >= demo->articles;
    return complete && demo->unread == 0 ? EXIT_DONE : EXIT_SOME_FAILED;
}

static int demo_run(const struct invocation *invocation)
{
    struct demo demo = {0};
    int status = demo_open(invocation, &demo);
    if (status == EXIT_DONE)
        status = demo_show(&demo);
    if (*demo.fault.text)
        complain("%s", demo.fault.text);
    demo_close(&demo);
    return status;
}

const struct command demo_command = {
    .name = "demo",
    .summary = "see it work: the worker on a broker inside, with bundled articles",
    .description = "Runs the worker against a Kafka broker inside this program, with the articles\n"
                   "that come with it, and prints each meeting as it comes out of the topic of\n"
                   "events, read back from its Avro bytes.  Needs nothing and changes nothing;\n"
                   "ends by itself within ten seconds.\n",
    .run = demo_run,
};
