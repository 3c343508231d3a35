/*
 * question.h -- asks the operator before something is changed.
 */
#ifndef COMMAND_QUESTION_H
#define COMMAND_QUESTION_H

#include <stdatomic.h>
#include <stdbool.h>

#include "command/command.h"

/*
 * Whether --yes was said, or is answered now to text ("Go on?").  Without a terminal it is no, and
 * that is complained about.  stop ends the waiting; NULL: nothing does.
 */
bool question_ask(const struct invocation *invocation, const char *text, const atomic_bool *stop);

#endif
