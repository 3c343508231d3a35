/*
 * settings_walk.h -- the settings table from its first row to its last, for whoever prints it.
 */
#ifndef COMMAND_SETTINGS_WALK_H
#define COMMAND_SETTINGS_WALK_H

#include "settings/setting.h"

/* Prints one row, and the head of its section when it is the first there. */
struct printer {
    void (*section)(const char *section, const struct passage *passage); /* passage or NULL */
    void (*row)(const struct setting *setting, const char *range);
};

void settings_walk(const struct printer *printer);

#endif
