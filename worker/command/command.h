/*
 * command.h -- what a subcommand is, and what it is called with.
 *
 *     argv --invocation--> struct invocation --command->run--> exit status
 *
 * One file a subcommand, each with one `const struct command`; main.c lists them.
 */
#ifndef COMMAND_COMMAND_H
#define COMMAND_COMMAND_H

#include <stdbool.h>
#include <stddef.h>

#include "settings/settings.h"

/* As sysexits.h numbers them, from 64 on; `meetingd help` documents them. */
enum exit_status {
    EXIT_DONE = 0,
    EXIT_SOME_FAILED = 1,  /* the rest was done */
    EXIT_USAGE = 2,        /* the command line is wrong */
    EXIT_UNAVAILABLE = 69, /* the broker can't be reached, or refused for good */
    EXIT_SOFTWARE = 70,    /* out of memory, or a mistake of the program */
    EXIT_OUTPUT = 74,      /* what was found can't be written */
    EXIT_DENIED = 77,      /* the broker does not allow it to this user */
    EXIT_CONFIG = 78,      /* a setting or a language pack is wrong */
};

/* An option of one command: "--language LANG". */
struct option_row {
    const char *name;  /* "language"; NULL ends a list */
    const char *value; /* "LANG"; NULL: the option takes none */
    const char *help;
};

enum { MOST_OPTIONS = 16 };

struct invocation;

struct command {
    const char *name;
    const char *summary;              /* one line, no full stop */
    const char *operands;             /* "FILE..."; NULL: it takes none */
    const char *description;          /* what --help teaches, with an example */
    const struct option_row *options; /* at most MOST_OPTIONS; NULL: none of its own */
    int (*run)(const struct invocation *invocation); /* returns an exit status */
};

/* One call of a command.  Lends from argv and from a list that its maker owns. */
struct invocation {
    const struct command *command;
    const struct command *const *commands; /* all, NULL ends them: for help */
    const char *values[MOST_OPTIONS];      /* by row; NULL: not given; "" for a mere flag */
    const char *const *operands;
    size_t operand_count;
    const char *config;                       /* --config FILE, or NULL */
    const struct setting_argument *arguments; /* --section.key value */
    size_t argument_count;
};

/* The value of the command's option, "" for a flag; NULL when it was not given. */
const char *invocation_option(const struct invocation *invocation, const char *name);

/*
 * Reads the settings for this call and prints what is wrong with them.
 * Returns EXIT_DONE and *ret_settings, which the caller frees, or EXIT_CONFIG.
 */
int invocation_settings(const struct invocation *invocation, struct settings **ret_settings);

/*
 * Loads the engine with the language packs that the settings name, or those that came
 * with the program.  Prints what is wrong.  Returns EXIT_DONE and *ret_engine, which the
 * caller frees, or EXIT_CONFIG.
 */
int invocation_engine(const struct settings *settings, struct engine **ret_engine);

/* The folder of the language packs that invocation_engine() takes: lends. */
const char *lang_folder(const struct settings *settings);

/* Prints "meetingd: …" as one line on standard error. */
void complain(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Finds the command that argv names, and runs it.  Returns the exit status. */
int command_line_run(const struct command *const *commands, int argc, char *const *argv);

extern const struct command check_command, demo_command, extract_command, health_command,
    help_command, redrive_command, replay_command, run_command, schema_command, version_command;

#endif
