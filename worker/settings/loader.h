/*
 * loader.h -- what the sources of settings share: one value finds its field.
 *
 *     file, environment.c, arguments --struct found--> loader_take --> struct settings
 *
 * Private to settings/.
 */
#ifndef SETTINGS_LOADER_H
#define SETTINGS_LOADER_H

#include "settings/problem.h"
#include "settings/setting.h"
#include "settings/settings.h"

enum { LONGEST_NAME = 200 }; /* bytes of a section, a key or a variable, with the zero */

/* The sources in the order of their weight, read one after the other. */
enum origin { ORIGIN_DEFAULT, ORIGIN_FILE, ORIGIN_ENVIRONMENT, ORIGIN_ARGUMENT };

/* A line of the file that set something; in the arena of the settings. */
struct heard {
    const struct heard *before;
    int line;
    char name[LONGEST_NAME]; /* "input.topic" */
};

struct loader {
    struct settings *settings;
    struct problems *problems;
    const char *credentials_folder;
    enum origin origin;
    const char *file; /* that is being read */
    const struct heard *heard;
};

/* One value on its way in, and where it was found. */
struct found {
    const char *section, *key, *value;
    char place[LONGEST_NAME * 2]; /* "/etc/meetingd/meetingd.conf:12", "command line" */
};

/* Each stores the value, or adds to the problems what is wrong with it. */
void loader_take(struct loader *loader, const struct found *found);
void loader_take_setting(struct loader *loader, const struct setting *setting,
                         const struct found *found);
void loader_take_property(struct loader *loader, const struct passage *passage,
                          const struct found *found);

/* environment.c: takes every variable that begins with MEETINGD_. */
void environment_take(struct loader *loader, char *const *environment);

#endif
