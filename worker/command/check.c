#include <stdio.h>

#include "command/common.h"
#include "command/help.h"
#include "meeting/rehearsal.h"
#include "stream/check.h"
#include "telemetry/log.h"

static void example_fails(void *context, const char *text)
{
    problems_add(context, PROBLEM_ERROR, "%s", text);
}

static void example_lacks(void *context, const char *place, struct str what)
{
    (void)context;
    printf("%s: no example touches '%.*s'\n", place, (int)what.len, what.at);
}

static void examples_check(const struct engine *engine, bool untouched, struct problems *problems)
{
    const struct rehearsal_listener listener = {example_fails, untouched ? example_lacks : NULL,
                                                problems};
    struct rehearsal rehearsal;
    const int code = rehearsal_run(engine, &listener, &rehearsal);
    if (code != 0)
        problems_add(problems, PROBLEM_ERROR, "the examples: %s", fault_text(code));
    else
        printf(
            "examples: %zu, of which %zu fail; they try %zu of %zu rules and %zu of %zu values\n",
            rehearsal.examples, rehearsal.failures, rehearsal.rules - rehearsal.idle_rules,
            rehearsal.rules, rehearsal.values - rehearsal.idle_values, rehearsal.values);
}

/* The language packs: that they load, and that their examples come out as they say. */
static void packs_check(const struct settings *settings, bool untouched, struct problems *problems)
{
    const struct engine_limits limits = settings_limits(settings);
    struct engine *engine = NULL;
    struct fault fault = {0};
    int code = engine_load(lang_folder(settings), &limits, &engine, &fault);
    if (code != 0)
        problems_add(problems, PROBLEM_ERROR, "%s: %s", lang_folder(settings),
                     *fault.text ? fault.text : fault_text(code));
    else
        printf("language packs: %s, in %s\n", engine_languages(engine), lang_folder(settings));
    if (code == 0)
        examples_check(engine, untouched, problems);
    engine_free(engine);
}

static void broker_look(const struct settings *settings, struct problems *problems)
{
    struct stream_options options = options_of_settings(settings);
    size_t errors = problems->errors;
    broker_check(&options, problems);
    if (problems->errors == errors)
        printf("broker: answers, and has the topics\n");
}

static int check_run(const struct invocation *invocation)
{
    struct settings *settings = NULL;
    struct problems problems = {0};
    if (invocation_option(invocation, "print-sample")) {
        settings_print_sample();
        return EXIT_DONE;
    }
    int code = settings_read(invocation, &problems, &settings);
    if (code == 0) {
        printf("settings: %s\n", problems.count == 0 ? "good" : "good, with warnings");
        packs_check(settings, invocation_option(invocation, "untouched"), &problems);
        if (!invocation_option(invocation, "packs"))
            broker_look(settings, &problems);
    }
    fflush(stdout);
    problems_print(&problems);
    int status = code != 0 || problems.errors > 0 ? EXIT_CONFIG : EXIT_DONE;
    problems_clear(&problems);
    settings_free(settings);
    return status;
}

static const struct option_row OPTIONS[] = {
    {"packs", NULL, "look at the language packs alone, and run their examples"},
    {"untouched", NULL, "list the rules and lexicon lines that no example touches, a line each"},
    {"print-sample", NULL, "print a settings file that shows every setting and its default"},
    {NULL, NULL, NULL},
};

const struct command check_command = {
    .name = "check",
    .summary = "say all that is wrong with settings, language packs, broker and topics",
    .description = "Looks at the settings, the language packs, the broker and its topics, and\n"
                   "prints a line for all that is wrong, with the remedy.  Changes nothing.\n"
                   "\n"
                   "  meetingd check --kafka.bootstrap.servers broker:9092\n"
                   "  meetingd check --packs\n"
                   "  meetingd check --packs --untouched | cut -d: -f1 | sort | uniq -c\n"
                   "  meetingd check --print-sample > /etc/meetingd/meetingd.conf\n"
                   "\n"
                   "The exit status is 0 when nothing is wrong, else 78.\n",
    .options = OPTIONS,
    .run = check_run,
};
