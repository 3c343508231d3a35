#include "command/renew.h"
#include "service/notify.h"
#include "service/signals.h"

static void begin_log(const struct worker *worker)
{
    log_write(&worker->log, LEVEL_INFO, "started",
              LOG_FIELDS(log_text("instance", stream_instance(worker->stream)),
                         log_text("topic", worker->options.input_topics),
                         log_text("group", worker->options.group)));
}

static void end_log(const struct worker *worker)
{
    const struct counters *counters = stream_counters(worker->stream);
    log_write(&worker->log, LEVEL_INFO, "stopped",
              LOG_FIELDS(log_int("articles", (int64_t)counters->articles_delivered),
                         log_int("events", (int64_t)counters->events),
                         log_int("dead_letters", (int64_t)counters->dead_letters),
                         log_int("batches", (int64_t)counters->batches),
                         log_int("aborts", (int64_t)counters->aborts)));
}

/* Runs the stream; the service manager is told how it is, and may ask for a reload. */
static int run_watched(struct renewer *renewer, const atomic_bool *stop, struct fault *ret_fault)
{
    struct worker *worker = renewer->worker;
    const struct renewal renewal = renewer_renewal(renewer);
    struct notify *notify = NULL;
    struct reload *reload = NULL;
    int code = notify_new(&worker->vitals, &notify);
    if (!code)
        code = reload_new(&renewal, notify, stop, &reload);
    if (code)
        code = fault_set(ret_fault, code, "no memory to tell the service manager");
    else
        code = stream_run(worker->stream, stop, ret_fault);
    reload_free(reload);
    notify_free(notify);
    return code;
}

static int worker_run(struct renewer *renewer, const struct signals *signals,
                      struct fault *ret_fault)
{
    struct worker *worker = renewer->worker;
    int status = invocation_settings(renewer->invocation, &worker->settings);
    if (status == EXIT_DONE)
        status = worker_make(worker, ret_fault);
    if (status == EXIT_DONE)
        status = worker_show(worker, signals_stop(signals), ret_fault);
    if (status != EXIT_DONE)
        return status;
    begin_log(worker);
    status = worker_status(run_watched(renewer, signals_stop(signals), ret_fault));
    end_log(worker);
    return status;
}

static int run_run(const struct invocation *invocation)
{
    struct signals *signals = NULL;
    struct worker worker = {0};
    struct renewer renewer = {invocation, &worker, NULL};
    struct fault fault = {.text = ""};
    /* The signals come first: threads made later inherit what is blocked. */
    reload_expect();
    if (signals_new(&signals) != 0)
        return EXIT_SOFTWARE;
    int status = worker_run(&renewer, signals, &fault);
    if (status != EXIT_DONE && fault.text[0])
        complain("%s", fault.text);
    worker_free(&worker);
    renewer_free(&renewer);
    signals_free(signals);
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
                   "SIGHUP reads settings and language packs again and goes on with them from the\n"
                   "next batch; when something is wrong with them, all stays as it was.\n"
                   "Several workers of one group share the partitions of the topic.\n",
    .run = run_run,
};
