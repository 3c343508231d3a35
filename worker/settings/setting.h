/*
 * setting.h -- the one table of settings.
 *
 * A row gives the file's key, the environment's variable, the option on the command
 * line, the check of a value and the documentation.  To add a setting: a field in
 * settings.h and a row in table.c.
 */
#ifndef SETTINGS_SETTING_H
#define SETTINGS_SETTING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/fault.h"
#include "base/str.h"

struct settings;

enum setting_type {
    SETTING_TEXT,     /* const char * */
    SETTING_NUMBER,   /* int64_t */
    SETTING_SIZE,     /* int64_t, bytes: "4096", "64k", "8M", "1G" (of 1024) */
    SETTING_DURATION, /* int64_t, milliseconds: "500ms", "30s", "5m" */
    SETTING_CHOICE,   /* an enum: one of the choices, which stand in its order */
    SETTING_ADDRESS,  /* const char *, what address_read() takes, or empty: none */
    SETTING_LATER,    /* const char *, empty: the name is reserved for a later release */
};

struct setting {
    const char *section, *key;
    enum setting_type type;
    size_t offset;              /* of the field in struct settings */
    const char *fallback;       /* the default, as one would write it */
    int64_t least, most;        /* of a number, size or duration */
    const char *const *choices; /* of a choice; NULL ends them */
    bool reloadable;            /* a reload takes the new value; else a restart does */
    const char *help;           /* what it is for: a sentence or two */
};

/* A section whose keys are librdkafka's own properties. */
struct passage {
    const char *section; /* "kafka.consumer" */
    size_t offset;       /* of the struct properties in struct settings */
    const char *help;
};

/* The rows, section by section, in the order of the documentation. */
const struct setting *setting_table(size_t *ret_count);
const struct passage *passage_table(size_t *ret_count);

const struct setting *setting_find(const char *section, const char *key); /* or NULL */
const struct passage *passage_find(const char *section);                  /* or NULL */
bool section_known(const char *section);

/* The known section or "section.key" nearest to a wrong one, or NULL. */
const char *section_nearest(const char *section);
const struct setting *setting_nearest(const char *section, const char *key);

/*
 * Checks text and stores it in the setting's field; a text value is copied into arena.
 * Returns 0, FAULT_MEMORY, or FAULT_SETTING and what is allowed: "not a size: write 4096,
 * 64k, 8M or 1G".
 */
int setting_store(const struct setting *setting, const char *text, struct arena *arena,
                  struct settings *settings, struct fault *ret_fault);

/* "1k to 1G", "one of exactly-once, at-least-once"; "" when every text is allowed. */
void setting_range(const struct setting *setting, char *ret_text, size_t size);

#endif
