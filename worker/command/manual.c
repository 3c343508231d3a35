/* The manual pages in man(7), from the tables of the commands and the settings. */
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "command/help.h"
#include "command/settings_walk.h"

#define SECTION(name) printf(".SH %s\n", name)

/* Words as they are, for roff: `this` in bold; a line that begins with a dot is no request. */
static void roff_put(const char *text, size_t length)
{
    bool bold = false;
    if (length > 0 && (*text == '.' || *text == '\''))
        fputs("\\&", stdout);
    for (const char *at = text; at < text + length; at++) {
        if (*at == '`') {
            bold = !bold;
            fputs(bold ? "\\fB" : "\\fR", stdout);
        } else if (*at == '\\') {
            fputs("\\e", stdout);
        } else if (*at == '-') {
            fputs("\\-", stdout);
        } else {
            putchar(*at);
        }
    }
}

static void roff_line(const char *text)
{
    roff_put(text, strlen(text));
    putchar('\n');
}

/* ".TP", the term in bold, and what it means. */
static void term_print(const char *term, const char *meaning)
{
    fputs(".TP\n\\fB", stdout);
    roff_put(term, strlen(term));
    fputs("\\fR\n", stdout);
    roff_line(meaning);
}

/* The paragraphs of a help text; what is indented there is an example, line by line. */
static void prose_print(const char *text)
{
    bool example = false, begun = true; /* a heading stands before the first */
    for (size_t length; *text; text += length + (text[length] == '\n')) {
        length = strcspn(text, "\n");
        bool indented = strncmp(text, "  ", 2) == 0;
        if (example && !indented)
            fputs(".fi\n.RE\n", stdout);
        if (indented && !example)
            fputs(".PP\n.RS 4\n.nf\n", stdout);
        if (length == 0)
            begun = false;
        else if (!begun && !indented)
            fputs(".PP\n", stdout);
        begun = begun || length > 0;
        example = indented;
        if (length > 0) {
            roff_put(text + (indented ? 2 : 0), length - (indented ? 2 : 0));
            putchar('\n');
        }
    }
    if (example)
        fputs(".fi\n.RE\n", stdout);
}

static void options_print(const struct option_row *rows)
{
    char form[80];
    for (const struct option_row *row = rows; row && row->name; row++) {
        snprintf(form, sizeof form, row->value ? "--%s %s" : "--%s", row->name, row->value);
        term_print(form, row->help);
    }
}

static void title_print(const char *name, const char *number, const char *summary)
{
    printf(".TH %s %s %s \"meetingd %s\"\n", name, number, MEETINGD_RELEASED, MEETINGD_VERSION);
    SECTION("NAME");
    printf("%s \\- %s\n", name, summary);
}

static void synopsis_print(const struct command *const *commands)
{
    SECTION("SYNOPSIS");
    for (const struct command *const *command = commands; *command; command++) {
        const char *operands = (*command)->operands;
        printf("%s\\fBmeetingd %s\\fR [\\fIoptions\\fR]", command == commands ? "" : ".br\n",
               (*command)->name);
        fputs(operands ? " " : "", stdout);
        roff_line(operands ? operands : "");
    }
}

static void commands_print(const struct command *const *commands)
{
    SECTION("COMMANDS");
    for (; *commands; commands++) {
        printf(".SS %s\n", (*commands)->name);
        prose_print((*commands)->description);
        options_print((*commands)->options);
    }
}

static void endings_print(void)
{
    char number[8];
    SECTION("\"EXIT STATUS\"");
    for (const struct exit_row *row = EXIT_ROWS; row->meaning; row++) {
        snprintf(number, sizeof number, "%d", row->status);
        term_print(number, row->meaning);
    }
}

void manual_print(const struct command *const *commands)
{
    title_print("meetingd", "1", "find the meetings that news articles report");
    synopsis_print(commands);
    SECTION("DESCRIPTION");
    prose_print(
        "Finds the meetings that news articles report: who met whom, in what capacity,\n"
        "where, when, and with what outcome.  Reads articles from Kafka and publishes each\n"
        "meeting as an Avro record, exactly once.\n");
    commands_print(commands);
    SECTION("OPTIONS");
    prose_print("Every command takes these as well:\n");
    options_print(SHARED_OPTIONS);
    term_print("--SECTION.KEY VALUE", "any setting of meetingd.conf(5)");
    endings_print();
    SECTION("ENVIRONMENT");
    term_print("MEETINGD_SECTION_KEY", "any setting of meetingd.conf(5), in capitals, with _ for "
                                       "every other character");
    term_print("NO_COLOR", "not empty: what is printed for people has no colours");
    SECTION("FILES");
    term_print(SETTINGS_FILE, "the settings");
    term_print(MEETINGD_DATADIR "/lang", "what is known of each language");
    term_print(MEETINGD_DATADIR "/schemas", "the Avro schemas of what is published");
    SECTION("\"SEE ALSO\"");
    printf(".BR meetingd.conf (5),\n.BR systemctl (1),\n.BR journalctl (1)\n");
}

static void section_print(const char *section, const struct passage *passage)
{
    printf(".SS [%s]\n", section);
    if (passage)
        roff_line(passage->help);
}

static void row_print(const struct setting *setting, const char *range)
{
    char term[400];
    snprintf(term, sizeof term, "%s =%s%s", setting->key, *setting->fallback ? " " : "",
             setting->fallback);
    term_print(term, setting->help);
    if (*range) {
        fputs("Allowed: ", stdout);
        roff_put(range, strlen(range));
        fputs(".\n", stdout);
    }
    if (setting->reloadable)
        fputs("A reload takes it over.\n", stdout);
}

void manual_settings_print(void)
{
    const struct printer printer = {section_print, row_print};
    title_print("meetingd.conf", "5", "settings of meetingd");
    SECTION("DESCRIPTION");
    prose_print("Settings stand below their section, one a line; a line that begins with # or ;\n"
                "is a comment, and a value is the rest of its line, without the blanks around it:\n"
                "\n"
                "  [input]\n"
                "  topic = articles\n"
                "\n"
                "The environment (`MEETINGD_INPUT_TOPIC`) beats the file, and the command line\n"
                "(`--input.topic`) beats both.  `meetingd check` tells what is wrong with them.\n"
                "\n"
                "`systemctl reload`, or SIGHUP, reads the file and the language packs again while\n"
                "the worker goes on.  What it takes over is said below; the rest waits for a\n"
                "restart.  When something is wrong, all stays as it was, and log and status say\n"
                "what.\n"
                "\n"
                "A secret, as sasl.password or ssl.key.password, is written as where to find it:\n"
                "`file:/path/to/it`, or `credential:NAME` for what the service manager keeps.\n");
    SECTION("SETTINGS");
    prose_print("Each with its default.\n");
    settings_walk(&printer);
    SECTION("FILES");
    term_print(SETTINGS_FILE, "read unless --config names another; need not be there");
    SECTION("\"SEE ALSO\"");
    printf(".BR meetingd (1),\n.BR systemd.exec (5)\n");
}
