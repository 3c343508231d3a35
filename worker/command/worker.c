#include "command/worker.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "stream/patience.h"

enum { LONGEST_SCHEMA = 1 << 20 };

int worker_status(int code)
{
    switch (code) {
    case 0:
        return EXIT_DONE;
    case FAULT_SETTING:
        return EXIT_CONFIG;
    case FAULT_DENIED:
        return EXIT_DENIED;
    case FAULT_MEMORY:
    case FAULT_FILE:
        return EXIT_SOFTWARE;
    default:
        return EXIT_UNAVAILABLE;
    }
}

/* What the status page shows of the last minutes. */
static int memory_prepare(struct worker *worker, struct fault *ret_fault)
{
    if (!worker->settings->http.listen[0])
        return 0;
    int code = history_new(&worker->history);
    if (!code)
        code = recent_new(&worker->recent);
    worker->extractor.recent = worker->recent;
    return code ? fault_set(ret_fault, code, "no memory for the status page") : 0;
}

int worker_prepare(struct worker *worker, struct fault *ret_fault)
{
    int status = invocation_engine(worker->settings, &worker->engine);
    if (status != EXIT_DONE)
        return status;
    int code = schema_set_load(&worker->schemas, ret_fault);
    if (code)
        return worker_status(code);
    log_open((enum log_level)worker->settings->log.level,
             (enum log_format)worker->settings->log.format, &worker->log);
    worker->options = options_of_settings(worker->settings);
    worker->options.log = &worker->log;
    extractor_set_up(worker->settings, worker->engine, worker->schemas, &worker->extractor);
    worker->processor = extractor_processor(&worker->extractor);
    return worker_status(memory_prepare(worker, ret_fault));
}

int worker_start(struct worker *worker, struct fault *ret_fault)
{
    return worker_status(
        stream_new(&worker->options, &worker->processor, &worker->stream, ret_fault));
}

int worker_make(struct worker *worker, struct fault *ret_fault)
{
    int status = worker_prepare(worker, ret_fault);
    return status == EXIT_DONE ? worker_start(worker, ret_fault) : status;
}

int worker_show(struct worker *worker, const atomic_bool *stop, struct fault *ret_fault)
{
    const struct stream *stream = worker->stream;
    if (loan_new(worker->engine, &worker->loan) != 0)
        return worker_status(fault_set(ret_fault, FAULT_MEMORY, "no memory to show the engine"));
    worker->vitals = (struct vitals){
        .counters = stream_counters(stream),
        .lags = stream_lags(stream),
        .stop = stop,
        .deadline_ms = worker->options.deadline_ms,
        .started_ms = clock_wall_ms(),
        .consumer = stream_consumer_statistics(stream),
        .producer = stream_producer_statistics(stream),
        .engine = worker->loan,
        .topic = worker->options.input_topics,
        .group = worker->options.group,
        .instance = stream_instance(stream),
        .headway = worker->options.bounded ? &worker->headway : NULL,
        .history = worker->history,
        .recent = worker->recent,
    };
    if (worker->history && sampler_new(&worker->vitals, &worker->sampler) != 0)
        return worker_status(fault_set(ret_fault, FAULT_MEMORY, "no memory for the status page"));
    return worker_status(endpoints_new(worker->settings->http.listen, &worker->vitals, &worker->log,
                                       &worker->endpoints, ret_fault));
}

int worker_learn(struct worker *worker, const char *path, struct fault *ret_fault)
{
    struct arena *arena = arena_new(LONGEST_SCHEMA + 1);
    char *text = arena ? arena_take(arena, LONGEST_SCHEMA) : NULL;
    FILE *file = text ? fopen(path, "re") : NULL;
    struct fault why;
    int code = 0;
    size_t len = file ? fread(text, 1, LONGEST_SCHEMA, file) : 0;
    if (!text)
        code = fault_set(ret_fault, FAULT_MEMORY, "no memory for a schema");
    else if (!file || ferror(file))
        code = fault_set(ret_fault, FAULT_SETTING, "--schema %s: %s", path, strerror(errno));
    else if (schema_set_learn(worker->schemas, str_make(text, len), &why) != 0)
        code = fault_set(ret_fault, FAULT_SETTING, "--schema %s: %s", path, why.text);
    if (file)
        fclose(file);
    arena_free(arena);
    return worker_status(code);
}

/* What the i-th pack tells as its extractor is the program and that pack. */
void worker_version(const struct worker *worker, char ret_text[VERSION_SIZE])
{
    size_t used = 0;
    const char *extractor;
    ret_text[0] = '\0';
    for (size_t i = 0; used < VERSION_SIZE && (extractor = engine_extractor(worker->engine, i));
         i++) {
        const char *pack = strrchr(extractor, ' ');
        used += (size_t)snprintf(ret_text + used, VERSION_SIZE - used, "%s",
                                 i > 0 && pack ? pack : extractor);
    }
}

void worker_free(struct worker *worker)
{
    endpoints_free(worker->endpoints);
    sampler_free(worker->sampler);
    stream_free(worker->stream);
    recent_free(worker->recent);
    history_free(worker->history);
    schema_set_free(worker->schemas);
    loan_free(worker->loan);
    engine_free(worker->engine);
    settings_free(worker->settings);
    log_close(&worker->log);
}
