/*
 * common.h -- what several commands share below command.h.
 */
#ifndef COMMAND_COMMON_H
#define COMMAND_COMMON_H

#include "command/command.h"
#include "settings/problem.h"

/* As invocation_settings(), but the problems are the caller's.  Returns a fault code. */
int settings_read(const struct invocation *invocation, struct problems *problems,
                  struct settings **ret_settings);

/*
 * Which of two folders this program uses for what it comes with: the installed one, or, as long as
 * it runs from where it was built, the one it was built with.
 */
const char *data_folder(const char *installed, const char *built);

/* Prints each problem as a line on standard error: "error: …". */
void problems_print(const struct problems *problems);

#endif
