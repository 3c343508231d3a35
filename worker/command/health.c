#include <stdio.h>

#include "command/command.h"
#include "service/http.h"

enum { OK = 200 };

static int ask(const char *listen, const char *path)
{
    union address address;
    struct fault fault;
    unsigned status;
    if (!address_read(listen, &address)) {
        complain("health: [http] listen is empty: name the worker's, as in --http.listen 9404");
        return EXIT_CONFIG;
    }
    address = address_near(&address);
    if (http_ask(&address, path, stdout, &status, &fault) != 0) {
        complain("health: %s", fault.text);
        return EXIT_SOME_FAILED;
    }
    return status == OK ? EXIT_DONE : EXIT_SOME_FAILED;
}

static int health_run(const struct invocation *invocation)
{
    struct settings *settings;
    int status = invocation_settings(invocation, &settings);
    if (status != EXIT_DONE)
        return status;
    status =
        ask(settings->http.listen, invocation_option(invocation, "ready") ? "/readyz" : "/healthz");
    settings_free(settings);
    return status;
}

static const struct option_row OPTIONS[] = {
    {"ready", NULL, "ask whether it reads and writes, and not only whether it lives"},
    {NULL, NULL, NULL},
};

const struct command health_command = {
    .name = "health",
    .summary = "ask a worker on this host how it is",
    .description = "Asks the worker that answers at [http] listen, for the health check of a\n"
                   "container, which need have neither shell nor curl.\n"
                   "\n"
                   "  meetingd health --http.listen 9404\n"
                   "\n"
                   "Prints what /healthz (with --ready, /readyz) says.  The exit status is 0 when\n"
                   "the worker is well, and 1 when it is not or nobody answers.\n",
    .options = OPTIONS,
    .run = health_run,
};
