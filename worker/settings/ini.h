/*
 * ini.h -- the form of the settings file.
 *
 *     # a comment, as is a line after ;
 *     [section]
 *     key = value
 *
 * A value is the rest of its line without the blanks around it, however long, and may hold
 * # and ;.  (libinih splits lines over 200 bytes silently and cuts values at " ;", which
 * a list of brokers and a password do not survive.)
 */
#ifndef SETTINGS_INI_H
#define SETTINGS_INI_H

#include <stdio.h>

struct ini_line {
    int number;          /* from 1 */
    const char *section; /* "" before the first */
    const char *key;     /* NULL: the line is wrong, or opens the section */
    const char *value;
    const char *wrong; /* what is wrong with the line, or NULL */
};

/* Hears of each section, setting and wrong line; the texts are lent for the call. */
struct ini_listener {
    void (*hear)(void *context, const struct ini_line *line);
    void *context;
};

/* Reads file to its end.  Returns 0, or FAULT_FILE when reading fails. */
int ini_read(FILE *file, const struct ini_listener *listener);

#endif
