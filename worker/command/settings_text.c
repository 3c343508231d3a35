/* The settings table, printed for those who read it. */
#include <stdio.h>
#include <string.h>

#include "command/help.h"
#include "command/settings_walk.h"

enum { WIDTH = 88 };

/* Prints text in lines of at most WIDTH columns, each after prefix. */
static void wrapped_print(const char *prefix, const char *text)
{
    size_t column = 0;
    while (*text) {
        size_t length = strcspn(text, " ");
        if (column > 0 && column + 1 + length > WIDTH - strlen(prefix)) {
            putchar('\n');
            column = 0;
        }
        if (column == 0)
            fputs(prefix, stdout);
        column += (size_t)printf("%s%.*s", column ? " " : "", (int)length, text);
        text += length;
        text += *text == ' ';
    }
    putchar('\n');
}

static bool section_has_rows(const char *section)
{
    size_t count;
    const struct setting *table = setting_table(&count);
    for (size_t i = 0; i < count; i++)
        if (strcmp(table[i].section, section) == 0)
            return true;
    return false;
}

void settings_walk(const struct printer *printer)
{
    size_t count, passage_count;
    const struct setting *table = setting_table(&count);
    const struct passage *passages = passage_table(&passage_count);
    for (size_t i = 0; i < count; i++) {
        char range[200];
        setting_range(&table[i], range, sizeof range);
        if (i == 0 || strcmp(table[i - 1].section, table[i].section) != 0)
            printer->section(table[i].section, passage_find(table[i].section));
        printer->row(&table[i], range);
    }
    for (size_t i = 0; i < passage_count; i++)
        if (!section_has_rows(passages[i].section))
            printer->section(passages[i].section, &passages[i]);
}

static void section_print(const char *section, const struct passage *passage)
{
    printf("\n[%s]\n", section);
    if (passage)
        wrapped_print("  ", passage->help);
}

static void row_print(const struct setting *setting, const char *range)
{
    printf("  %s = %s%s%s%s\n", setting->key, setting->fallback, *range ? "   (" : "", range,
           *range ? ")" : "");
    wrapped_print("      ", setting->help);
}

void settings_print(void)
{
    const struct printer printer = {section_print, row_print};
    printf("Settings, with their defaults.  Each is read, later ones beating earlier ones, from\n"
           "  %-30skey = value under [section]\n"
           "  the environment               MEETINGD_SECTION_KEY=value\n"
           "  the command line              --section.key value\n",
           SETTINGS_FILE);
    settings_walk(&printer);
    printf("\nA secret (as sasl.password) is written as where to find it: file:/path/to/it, or\n"
           "credential:NAME for what the service manager keeps.\n");
}

/* A | in a cell would end it. */
static void cell_print(const char *text)
{
    for (; *text; text++) {
        if (*text == '|')
            putchar('\\');
        putchar(*text);
    }
}

static void section_print_markdown(const char *section, const struct passage *passage)
{
    if (passage)
        printf("| `[%s] ...` | | | %s |\n", section, passage->help);
}

static void row_print_markdown(const struct setting *setting, const char *range)
{
    const char *quote = *setting->fallback ? "`" : "";
    printf("| `[%s] %s` | %s", setting->section, setting->key, quote);
    cell_print(setting->fallback);
    printf("%s | %s | ", quote, range);
    cell_print(setting->help);
    printf(" |\n");
}

void settings_print_markdown(void)
{
    const struct printer printer = {section_print_markdown, row_print_markdown};
    printf("| setting | default | allowed | what it is for |\n|---|---|---|---|\n");
    settings_walk(&printer);
}

static void section_print_sample(const char *section, const struct passage *passage)
{
    printf("\n[%s]\n", section);
    if (!passage)
        return;
    putchar('\n');
    wrapped_print("# ", passage->help);
    if (strcmp(section, "kafka") == 0)
        printf("#bootstrap.servers = localhost:9092\n");
}

static void row_print_sample(const struct setting *setting, const char *range)
{
    putchar('\n');
    wrapped_print("# ", setting->help);
    if (*range)
        printf("# Allowed: %s.\n", range);
    if (setting->reloadable)
        printf("# A reload takes it over.\n");
    printf("#%s =%s%s\n", setting->key, *setting->fallback ? " " : "", setting->fallback);
}

void settings_print_sample(void)
{
    const struct printer printer = {section_print_sample, row_print_sample};
    printf(
        "# Settings of meetingd: %s\n"
        "#\n"
        "# A line that is commented out shows the default.  `meetingd check` tells what is wrong\n"
        "# with this file and with what it leads to.\n",
        SETTINGS_FILE);
    settings_walk(&printer);
}
