#include "settings/problem.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

static int problems_grow(struct problems *problems)
{
    if (problems->count < problems->room)
        return 0;
    size_t room = problems->room ? problems->room * 2 : 16;
    struct problem *items = realloc(problems->items, room * sizeof *items);
    if (!items)
        return -1;
    problems->items = items;
    problems->room = room;
    return 0;
}

void problems_add(struct problems *problems, enum problem_severity severity, const char *format,
                  ...)
{
    if (severity == PROBLEM_ERROR)
        problems->errors++;
    char *text = NULL;
    va_list arguments;
    va_start(arguments, format);
    int length = vasprintf(&text, format, arguments);
    va_end(arguments);
    if (length < 0)
        return;
    if (problems_grow(problems) != 0) {
        free(text);
        return;
    }
    problems->items[problems->count++] = (struct problem){severity, text};
}

void problems_clear(struct problems *problems)
{
    for (size_t i = 0; i < problems->count; i++)
        free(problems->items[i].text);
    free(problems->items);
    *problems = (struct problems){0};
}
