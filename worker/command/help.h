/*
 * help.h -- the program explains itself.
 */
#ifndef COMMAND_HELP_H
#define COMMAND_HELP_H

#include "command/command.h"

/* command_line.c: the options that every command takes. */
extern const struct option_row SHARED_OPTIONS[];

/* What each exit status means; a row without a meaning ends them. */
struct exit_row {
    int status;
    const char *meaning;
};
extern const struct exit_row EXIT_ROWS[];

/* What --help says: a line of usage, what the command is for, and its options. */
void help_command_print(const struct command *command);

/* command_line.c: the command of that name or NULL, and the message when there is none. */
const struct command *command_find(const struct command *const *commands, const char *name);
void command_unknown(const struct command *const *commands, const char *name);

/* The settings table, for people, as Markdown, and as a commented settings file. */
void settings_print(void);
void settings_print_markdown(void);
void settings_print_sample(void);

/* manual.c: the same as manual pages, meetingd(1) and meetingd.conf(5). */
void manual_print(const struct command *const *commands);
void manual_settings_print(void);

#endif
