#include "command/renew.h"

#include <stdio.h>
#include <stdlib.h>

#include "command/common.h"
#include "settings/change.h"

static void outfit_free(struct outfit *outfit)
{
    if (!outfit)
        return;
    engine_free(outfit->engine);
    settings_free(outfit->settings);
    free(outfit);
}

static void problems_log(const struct log *log, const struct problems *problems)
{
    static const enum log_level levels[] = {
        [PROBLEM_ERROR] = LEVEL_ERROR, [PROBLEM_WARNING] = LEVEL_WARNING};
    for (size_t i = 0; i < problems->count; i++)
        log_write(log, levels[problems->items[i].severity], problems->items[i].text, NULL);
}

/* The first error, for the one line that there is room for. */
static void why_print(const struct problems *problems, char *ret_why, size_t size)
{
    for (size_t i = 0; i < problems->count; i++) {
        if (problems->items[i].severity != PROBLEM_ERROR)
            continue;
        snprintf(ret_why, size, "%s", problems->items[i].text);
        return;
    }
    snprintf(ret_why, size, "out of memory");
}

static int settings_again(const struct renewer *renewer, struct outfit *outfit,
                          struct problems *problems)
{
    return settings_read(renewer->invocation, problems, &outfit->settings);
}

static int packs_again(struct outfit *outfit, struct problems *problems)
{
    const struct engine_limits limits = settings_limits(outfit->settings);
    const char *folder = lang_folder(outfit->settings);
    struct fault fault = {0};
    int code = engine_load(folder, &limits, &outfit->engine, &fault);
    if (code)
        problems_add(problems, PROBLEM_ERROR, "language packs in %s: %s", folder,
                     *fault.text ? fault.text : fault_text(code));
    return code;
}

static void hear_of_restart(void *context, const char *name)
{
    const struct worker *worker = context;
    log_write(&worker->log, LEVEL_WARNING, "changed, but taken over by a restart only",
              LOG_FIELDS(log_text("setting", name)));
}

/* From here on nothing can fail. */
static void take_over(struct renewer *renewer, struct outfit *outfit)
{
    struct worker *worker = renewer->worker;
    const struct change_listener listener = {hear_of_restart, worker};
    extractor_set_up(outfit->settings, outfit->engine, worker->schemas, &outfit->extractor);
    outfit->extractor.recent = worker->recent;
    outfit->processor = extractor_processor(&outfit->extractor);
    stream_refit(worker->stream, &outfit->processor);
    loan_replace(worker->loan, outfit->engine);
    engine_free(worker->engine);
    worker->engine = outfit->engine;
    outfit->engine = NULL;
    log_change(&worker->log, (enum log_level)outfit->settings->log.level,
               (enum log_format)outfit->settings->log.format);
    settings_await_restart(worker->settings, outfit->settings, &listener);
    outfit_free(renewer->outfit); /* the stream lends from the first settings to its end */
    renewer->outfit = outfit;
    log_write(&worker->log, LEVEL_INFO, "reloaded",
              LOG_FIELDS(log_text("languages", engine_languages(worker->engine)),
                         log_text("packs", lang_folder(outfit->settings))));
}

static bool renew(void *self, char *ret_why, size_t size)
{
    struct renewer *renewer = self;
    struct problems problems = {0};
    struct outfit *outfit = calloc(1, sizeof *outfit);
    int code = outfit ? settings_again(renewer, outfit, &problems) : FAULT_MEMORY;
    if (!code)
        code = packs_again(outfit, &problems);
    problems_log(&renewer->worker->log, &problems);
    if (code) {
        why_print(&problems, ret_why, size);
        outfit_free(outfit);
        log_write(&renewer->worker->log, LEVEL_ERROR, "reload refused, all stays as it was", NULL);
    } else {
        take_over(renewer, outfit);
    }
    problems_clear(&problems);
    return code == 0;
}

struct renewal renewer_renewal(struct renewer *renewer)
{
    return (struct renewal){renewer, renew};
}

void renewer_free(struct renewer *renewer)
{
    outfit_free(renewer->outfit);
    renewer->outfit = NULL;
}
