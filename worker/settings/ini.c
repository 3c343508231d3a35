#include "settings/ini.h"

#include <stdlib.h>
#include <string.h>
#include <sys/types.h>

#include "base/fault.h"

static const char BLANKS[] = " \t\r\n\v\f";
static const char BYTE_ORDER_MARK[] = "\xef\xbb\xbf";

/* Cuts the blanks off both ends, in place. */
static char *trim(char *text)
{
    text += strspn(text, BLANKS);
    size_t length = strlen(text);
    while (length > 0 && strchr(BLANKS, text[length - 1]))
        length--;
    text[length] = '\0';
    return text;
}

static void section_read(char *text, char **section, struct ini_line *line)
{
    size_t length = strlen(text);
    if (text[length - 1] != ']') {
        line->wrong = "a section ends with ]";
        return;
    }
    text[length - 1] = '\0';
    char *name = strdup(trim(text + 1));
    if (!name) {
        line->wrong = "out of memory";
        return;
    }
    free(*section);
    *section = name;
    line->section = name;
}

static void setting_read(char *text, struct ini_line *line)
{
    char *equals = strchr(text, '=');
    if (!equals || equals == text) {
        line->wrong = "not a setting: write it as key = value";
        return;
    }
    *equals = '\0';
    line->key = trim(text);
    line->value = trim(equals + 1);
}

static void line_read(char *text, char **section, struct ini_line *line)
{
    line->section = *section ? *section : "";
    if (line->number == 1 && strncmp(text, BYTE_ORDER_MARK, 3) == 0)
        text += 3;
    text = trim(text);
    if (*text == '[')
        section_read(text, section, line);
    else if (*text != '\0' && *text != '#' && *text != ';')
        setting_read(text, line);
    else
        line->number = 0;
}

int ini_read(FILE *file, const struct ini_listener *listener)
{
    char *text = NULL, *section = NULL;
    size_t room = 0;
    for (int number = 1; getline(&text, &room, file) >= 0; number++) {
        struct ini_line line = {.number = number};
        line_read(text, &section, &line);
        if (line.number != 0)
            listener->hear(listener->context, &line);
    }
    free(text);
    free(section);
    return ferror(file) ? FAULT_FILE : 0;
}
