#include <stdio.h>

#include "command/common.h"
#include "service/signals.h"
#include "stream/extractor.h"
#include "stream/stream.h"
#include "telemetry/log.h"

/* Everything that the stream lends from, in the order in which it is made. */
struct parts {
    struct signals *signals;
    struct settings *settings;
    struct engine *engine;
    struct schema_set *schemas;
    struct log log;
    struct stream_options options;
    struct extractor extractor;
    struct processor processor;
    struct stream *stream;
};

static void parts_free(struct parts *parts)
{
    stream_free(parts->stream);
    schema_set_free(parts->schemas);
    engine_free(parts->engine);
    settings_free(parts->settings);
    signals_free(parts->signals);
}

static int status_of(int code)
{
    switch (code) {
    case 0:
        return EXIT_DONE;
    case FAULT_SETTING:
        return EXIT_CONFIG;
    case FAULT_MEMORY:
    case FAULT_FILE:
        return EXIT_SOFTWARE;
    default:
        return EXIT_UNAVAILABLE;
    }
}

/* The signals come first: threads made later inherit what is blocked. */
static int parts_make(const struct invocation *invocation, struct parts *parts,
                      struct fault *ret_fault)
{
    if (signals_new(&parts->signals) != 0)
        return EXIT_SOFTWARE;
    int status = invocation_settings(invocation, &parts->settings);
    if (status == EXIT_DONE)
        status = invocation_engine(parts->settings, &parts->engine);
    if (status != EXIT_DONE)
        return status;
    int code = schema_set_load(&parts->schemas, ret_fault);
    if (code)
        return status_of(code);
    parts->log = log_open((enum log_level)parts->settings->log.level,
                          (enum log_format)parts->settings->log.format);
    parts->options = options_of_settings(parts->settings);
    parts->options.log = &parts->log;
    extractor_set_up(parts->settings, parts->engine, parts->schemas, &parts->extractor);
    parts->processor = extractor_processor(&parts->extractor);
    return status_of(stream_new(&parts->options, &parts->processor, &parts->stream, ret_fault));
}

static void log_end(const struct parts *parts)
{
    const struct counters *counters = stream_counters(parts->stream);
    log_write(&parts->log, LEVEL_INFO, "stopped",
              LOG_FIELDS(log_int("articles", (int64_t)counters->articles_delivered),
                         log_int("events", (int64_t)counters->events),
                         log_int("dead_letters", (int64_t)counters->dead_letters),
                         log_int("batches", (int64_t)counters->batches),
                         log_int("aborts", (int64_t)counters->aborts)));
}

static int run_run(const struct invocation *invocation)
{
    struct parts parts = {0};
    struct fault fault = {.text = ""};
    int status = parts_make(invocation, &parts, &fault);
    if (status == EXIT_DONE) {
        log_write(&parts.log, LEVEL_INFO, "started",
                  LOG_FIELDS(log_text("instance", stream_instance(parts.stream)),
                             log_text("topic", parts.options.input_topics),
                             log_text("group", parts.options.group)));
        status = status_of(stream_run(parts.stream, signals_stop(parts.signals), &fault));
        log_end(&parts);
    }
    if (status != EXIT_DONE && fault.text[0])
        complain("%s", fault.text);
    parts_free(&parts);
    return status;
}

const struct command run_command = {
    .name = "run",
    .summary = "read articles from Kafka and write their meetings, until told to stop",
    .description = "Reads articles from a topic and writes the meetings that they report to\n"
                   "another, in transactions: each event once, whatever fails. An article that\n"
                   "can't be read goes to the dead letters, and every article gets a receipt.\n"
                   "\n"
                   "  meetingd run --kafka.bootstrap.servers localhost:9092\n"
                   "\n"
                   "SIGTERM and SIGINT finish what was begun and leave the group; a second one\n"
                   "ends at once, and what was not committed is read again by the next worker.\n"
                   "Several workers of one group share the partitions of the topic.\n",
    .run = run_run,
};
