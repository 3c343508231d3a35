/*
 * problem.h -- a list of what is wrong, one line each, with the remedy.
 *
 * `meetingd check` prints all of it; `meetingd run` prints it and stops when it holds
 * an error.
 */
#ifndef SETTINGS_PROBLEM_H
#define SETTINGS_PROBLEM_H

#include <stddef.h>

enum problem_severity { PROBLEM_ERROR, PROBLEM_WARNING };

struct problem {
    enum problem_severity severity;
    char *text;
};

/* Zero it to begin with; problems_clear() frees the texts. */
struct problems {
    struct problem *items;
    size_t count;
    size_t room;
    size_t errors; /* how many of the items are errors */
};

/* Adds a line.  Without memory the line is lost, but an error is still counted. */
void problems_add(struct problems *problems, enum problem_severity severity, const char *format,
                  ...) __attribute__((format(printf, 3, 4)));

void problems_clear(struct problems *problems);

#endif
