#include "command/help.h"

#include <stdio.h>
#include <string.h>

#include "settings/setting.h"

enum { COLUMN = 24 };

const struct exit_row EXIT_ROWS[] = {
    {EXIT_DONE, "done"},
    {EXIT_SOME_FAILED, "some inputs failed, each was reported; the rest was done"},
    {EXIT_USAGE, "the command line is wrong"},
    {EXIT_UNAVAILABLE, "the broker can't be reached, or refused for good"},
    {EXIT_SOFTWARE, "out of memory, or a mistake of the program"},
    {EXIT_OUTPUT, "the output can't be written"},
    {EXIT_DENIED, "the broker does not allow it to this user"},
    {EXIT_CONFIG, "a setting or a language pack is wrong"},
    {0, NULL},
};

static void option_print(const struct option_row *row)
{
    char form[80];
    snprintf(form, sizeof form, row->value ? "--%s %s" : "--%s", row->name, row->value);
    printf("  %-*s%s%s\n", COLUMN, form, strlen(form) < COLUMN ? "" : " ", row->help);
}

void help_command_print(const struct command *command)
{
    printf("Usage: meetingd %s [options]%s%s\n\n%s\nOptions:\n", command->name,
           command->operands ? " " : "", command->operands ? command->operands : "",
           command->description);
    for (const struct option_row *row = command->options; row && row->name; row++)
        option_print(row);
    for (const struct option_row *row = SHARED_OPTIONS; row->name; row++)
        option_print(row);
    printf("  %-*s%s\n", COLUMN, "--SECTION.KEY VALUE",
           "any setting; `meetingd help settings` lists them");
}

static void commands_print(const struct command *const *commands)
{
    printf("meetingd finds the meetings that news articles report: who met whom, in what\n"
           "capacity, where, when, and with what outcome.  It reads articles from Kafka and\n"
           "publishes each meeting as an Avro record, exactly once.\n\n"
           "Usage: meetingd COMMAND [options]\n\nCommands:\n");
    for (; *commands; commands++)
        printf("  %-10s%s\n", (*commands)->name, (*commands)->summary);
    printf("\nTo begin with:\n"
           "  meetingd demo                        see it work, without any set-up\n"
           "  meetingd extract article.json        the meetings of an article\n"
           "  meetingd help extract                how to use a command\n"
           "  meetingd help settings               everything that can be set\n"
           "\nExit statuses:\n");
    for (const struct exit_row *row = EXIT_ROWS; row->meaning; row++)
        printf("  %2d  %s\n", row->status, row->meaning);
}

static int help_run(const struct invocation *invocation)
{
    if (invocation_option(invocation, "markdown")) {
        settings_print_markdown();
        return EXIT_DONE;
    }
    bool settings =
        invocation->operand_count > 0 && strcmp(invocation->operands[0], "settings") == 0;
    if (invocation_option(invocation, "manual")) {
        if (settings)
            manual_settings_print();
        else
            manual_print(invocation->commands);
        return EXIT_DONE;
    }
    if (invocation->operand_count == 0) {
        commands_print(invocation->commands);
        return EXIT_DONE;
    }
    if (settings) {
        settings_print();
        return EXIT_DONE;
    }
    const struct command *command = command_find(invocation->commands, invocation->operands[0]);
    if (!command) {
        command_unknown(invocation->commands, invocation->operands[0]);
        return EXIT_USAGE;
    }
    help_command_print(command);
    return EXIT_DONE;
}

static const struct option_row OPTIONS[] = {
    {"markdown", NULL, "print the settings as the table in README.md"},
    {"manual", NULL, "print the manual page of the program, or of the settings, for man"},
    {NULL, NULL, NULL},
};

const struct command help_command = {
    .name = "help",
    .summary = "explain a command or the settings",
    .operands = "[COMMAND | settings]",
    .description = "Explains a command, or lists the settings with their defaults:\n"
                   "\n"
                   "  meetingd help run\n"
                   "  meetingd help settings\n",
    .options = OPTIONS,
    .run = help_run,
};
