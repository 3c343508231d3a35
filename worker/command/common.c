/* What several commands begin with: settings and the engine. */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "command/common.h"
#include "telemetry/journal.h"

static const char *const SEVERITIES[] = {[PROBLEM_ERROR] = "error", [PROBLEM_WARNING] = "warning"};

/* By severity, what the journal takes for the grade of a line. */
static const char *const PRIORITIES[] = {[PROBLEM_ERROR] = "<3>", [PROBLEM_WARNING] = "<4>"};

void problems_print(const struct problems *problems)
{
    bool prefixed = journal_reads(stderr);
    for (size_t i = 0; i < problems->count; i++) {
        enum problem_severity severity = problems->items[i].severity;
        fprintf(stderr, "%s%s: %s\n", prefixed ? PRIORITIES[severity] : "", SEVERITIES[severity],
                problems->items[i].text);
    }
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

/* Whether this program runs from where it was installed to, and not from where it was built. */
static bool is_installed(void)
{
    char path[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", path, sizeof path);
    size_t folder = strlen(MEETINGD_BINDIR);
    return length > (ssize_t)folder && path[folder] == '/' &&
           strncmp(path, MEETINGD_BINDIR, folder) == 0;
}

const char *data_folder(const char *installed, const char *built)
{
    return is_installed() || access(built, R_OK) != 0 ? installed : built;
}

const char *lang_folder(const struct settings *settings)
{
    if (*settings->engine.lang_dir)
        return settings->engine.lang_dir;
    return data_folder(MEETINGD_DATADIR "/lang", MEETINGD_SOURCE_LANG);
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
