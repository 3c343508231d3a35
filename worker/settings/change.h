/*
 * change.h -- what was changed, when the settings are read again.
 */
#ifndef SETTINGS_CHANGE_H
#define SETTINGS_CHANGE_H

#include "settings/settings.h"

/* Hears of a setting, as "input.topic"; lent for the call. */
struct change_listener {
    void (*hear)(void *context, const char *name);
    void *context;
};

/*
 * Tells of each setting that differs and that only a restart takes over: the rows of the table
 * that are not reloadable, and librdkafka's properties.
 */
void settings_await_restart(const struct settings *before, const struct settings *after,
                            const struct change_listener *listener);

#endif
