/* What several commands begin with: settings and the engine. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "command/common.h"

static const char *const SEVERITIES[] = {[PROBLEM_ERROR] = "error", [PROBLEM_WARNING] = "warning"};

void problems_print(const struct problems *problems)
{
    for (size_t i = 0; i < problems->count; i++)
        fprintf(stderr, "%s: %s\n", SEVERITIES[problems->items[i].severity],
                problems->items[i].text);
}

int settings_read(const struct invocation *invocation, struct problems *problems,
                  struct settings **ret_settings)
{
    const struct settings_sources sources = {
        .file = invocation->config,
        .environment = environ,
        .credentials_folder = getenv("CREDENTIALS_DIRECTORY"),
        .arguments = invocation->arguments,
        .argument_count = invocation->argument_count,
    };
    return settings_load(&sources, problems, ret_settings);
}

int invocation_settings(const struct invocation *invocation, struct settings **ret_settings)
{
    struct problems problems = {0};
    int code = settings_read(invocation, &problems, ret_settings);
    problems_print(&problems);
    problems_clear(&problems);
    if (code == FAULT_MEMORY)
        complain("out of memory");
    return code == 0 ? EXIT_DONE : EXIT_CONFIG;
}

const char *lang_folder(const struct settings *settings)
{
    static const char installed[] = MEETINGD_DATADIR "/lang";
    if (*settings->engine.lang_dir)
        return settings->engine.lang_dir;
    /* A program that was built and not yet installed takes the packs of its source. */
    return access(installed, R_OK) == 0 ? installed : MEETINGD_SOURCE_LANG;
}

int invocation_engine(const struct settings *settings, struct engine **ret_engine)
{
    const struct engine_limits limits = settings_limits(settings);
    struct fault fault = {0};
    int code = engine_load(lang_folder(settings), &limits, ret_engine, &fault);
    if (code == 0)
        return EXIT_DONE;
    complain("language packs in %s: %s", lang_folder(settings),
             *fault.text ? fault.text : fault_text(code));
    return EXIT_CONFIG;
}
