#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/nearest.h"
#include "command/command.h"
#include "command/help.h"
#include "telemetry/journal.h"

const struct option_row SHARED_OPTIONS[] = {
    {"config", "FILE", "read settings from FILE instead of " SETTINGS_FILE},
    {"help", NULL, "explain the command"},
    {NULL, NULL, NULL},
};
enum { SHARED_CONFIG, SHARED_HELP, SHARED_COUNT };

/* The command line while it is read. */
struct reader {
    struct invocation invocation;
    const char *shared[SHARED_COUNT];
    const char **operands;              /* room for all of argv */
    struct setting_argument *arguments; /* so here */
    char *const *next;                  /* the rest of argv; NULL ends it */
};

void complain(const char *format, ...)
{
    va_list arguments;
    fputs(journal_reads(stderr) ? "<3>meetingd: " : "meetingd: ", stderr);
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    putc('\n', stderr);
}

const char *invocation_option(const struct invocation *invocation, const char *name)
{
    const struct option_row *options = invocation->command->options;
    for (size_t i = 0; options && options[i].name; i++)
        if (strcmp(options[i].name, name) == 0)
            return invocation->values[i];
    return NULL;
}

/* Whether word, up to an "=", is name. */
static bool option_is(const char *word, size_t length, const char *name)
{
    return strlen(name) == length && strncmp(word, name, length) == 0;
}

/* Finds word in the rows and stores its value: 1 taken, 0 not there, -1 wrong. */
static int option_take(struct reader *reader, const char *word, const struct option_row *rows,
                       const char **values)
{
    size_t length = strcspn(word, "=");
    for (size_t i = 0; rows && rows[i].name; i++) {
        if (!option_is(word, length, rows[i].name))
            continue;
        const char *given = word[length] ? word + length + 1 : NULL;
        if (!rows[i].value) {
            values[i] = "";
            if (given)
                complain("--%s takes no value", rows[i].name);
            return given ? -1 : 1;
        }
        values[i] = given ? given : *reader->next;
        if (!values[i]) {
            complain("--%s needs a value: --%s %s", rows[i].name, rows[i].name, rows[i].value);
            return -1;
        }
        if (!given)
            reader->next++;
        return 1;
    }
    return 0;
}

static int setting_take(struct reader *reader, char *word)
{
    char *equals = strchr(word, '=');
    struct setting_argument *argument = &reader->arguments[reader->invocation.argument_count++];
    argument->name = word;
    if (equals) {
        *equals = '\0';
        argument->value = equals + 1;
    } else {
        argument->value = *reader->next;
        if (argument->value)
            reader->next++;
    }
    return 0;
}

static int option_unknown(const struct reader *reader, const char *word)
{
    const struct command *command = reader->invocation.command;
    struct nearest nearest = nearest_to(str_make(word, strcspn(word, "=")));
    for (size_t i = 0; command->options && command->options[i].name; i++)
        nearest_offer(&nearest, command->options[i].name);
    for (size_t i = 0; SHARED_OPTIONS[i].name; i++)
        nearest_offer(&nearest, SHARED_OPTIONS[i].name);
    if (nearest.name)
        complain("%s: no option --%.*s (did you mean --%s?)", command->name, (int)nearest.word.len,
                 word, nearest.name);
    else
        complain("%s: no option --%.*s (`meetingd help %s` lists them)", command->name,
                 (int)nearest.word.len, word, command->name);
    return EXIT_USAGE;
}

static int word_take(struct reader *reader, char *word)
{
    struct invocation *invocation = &reader->invocation;
    if (strcmp(word, "-h") == 0) {
        reader->shared[SHARED_HELP] = "";
        return EXIT_DONE;
    }
    if (word[0] != '-' || word[1] == '\0') {
        reader->operands[invocation->operand_count++] = word;
        return EXIT_DONE;
    }
    if (word[1] != '-')
        return option_unknown(reader, word + 1);
    word += 2;
    int taken = option_take(reader, word, invocation->command->options, invocation->values);
    if (taken == 0)
        taken = option_take(reader, word, SHARED_OPTIONS, reader->shared);
    if (taken != 0)
        return taken > 0 ? EXIT_DONE : EXIT_USAGE;
    if (memchr(word, '.', strcspn(word, "=")))
        return setting_take(reader, word);
    return option_unknown(reader, word);
}

static int words_take(struct reader *reader)
{
    while (*reader->next) {
        char *word = *reader->next++;
        if (strcmp(word, "--") == 0)
            break;
        int status = word_take(reader, word);
        if (status != EXIT_DONE)
            return status;
    }
    while (*reader->next)
        reader->operands[reader->invocation.operand_count++] = *reader->next++;
    return EXIT_DONE;
}

static int command_call(struct reader *reader)
{
    struct invocation *invocation = &reader->invocation;
    int status = words_take(reader);
    if (status != EXIT_DONE)
        return status;
    invocation->config = reader->shared[SHARED_CONFIG];
    if (reader->shared[SHARED_HELP]) {
        help_command_print(invocation->command);
        return EXIT_DONE;
    }
    if (invocation->operand_count > 0 && !invocation->command->operands) {
        complain("%s takes no operands, such as '%s'", invocation->command->name,
                 invocation->operands[0]);
        return EXIT_USAGE;
    }
    return invocation->command->run(invocation);
}

const struct command *command_find(const struct command *const *commands, const char *name)
{
    for (; *commands; commands++)
        if (strcmp((*commands)->name, name) == 0)
            return *commands;
    return NULL;
}

void command_unknown(const struct command *const *commands, const char *name)
{
    struct nearest nearest = nearest_to(str_of(name));
    for (; *commands; commands++)
        nearest_offer(&nearest, (*commands)->name);
    if (nearest.name)
        complain("no command '%s' (did you mean '%s'?)", name, nearest.name);
    else
        complain("no command '%s' (`meetingd help` lists them)", name);
}

/* The first word is the command; --help and --version may stand for one. */
static const char *command_name(const char *word)
{
    if (!word || strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0)
        return "help";
    if (strcmp(word, "--version") == 0 || strcmp(word, "-V") == 0)
        return "version";
    return word;
}

int command_line_run(const struct command *const *commands, int argc, char *const *argv)
{
    const char *name = command_name(argc > 1 ? argv[1] : NULL);
    const struct command *command = command_find(commands, name);
    if (!command) {
        command_unknown(commands, name);
        return EXIT_USAGE;
    }
    const char **operands = calloc((size_t)argc + 1, sizeof *operands);
    struct setting_argument *arguments = calloc((size_t)argc + 1, sizeof *arguments);
    int status = EXIT_SOFTWARE;
    if (operands && arguments) {
        struct reader reader = {
            .invocation = {.command = command,
                           .commands = commands,
                           .operands = operands,
                           .arguments = arguments},
            .operands = operands,
            .arguments = arguments,
            .next = argv + (argc > 1 ? 2 : argc),
        };
        status = command_call(&reader);
    }
    free(operands);
    free(arguments);
    return status;
}
