#include "command/question.h"

#include <poll.h>
#include <stdio.h>
#include <unistd.h>

enum { LOOK_MS = 250 };

/* Whether a line is there to be read, before the end is asked for. */
static bool answer_comes(const atomic_bool *stop)
{
    struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
    while (!stop || !atomic_load(stop))
        if (poll(&input, 1, LOOK_MS) > 0)
            return true;
    return false;
}

bool question_ask(const struct invocation *invocation, const char *text, const atomic_bool *stop)
{
    char answer[16];
    if (invocation_option(invocation, "yes"))
        return true;
    if (!isatty(STDIN_FILENO)) {
        complain("%s: nobody is there to ask: say --yes to begin, or --dry-run to only look",
                 invocation->command->name);
        return false;
    }
    printf("%s [y/N] ", text);
    fflush(stdout);
    return answer_comes(stop) && fgets(answer, sizeof answer, stdin) &&
           (answer[0] == 'y' || answer[0] == 'Y');
}
