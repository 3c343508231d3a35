/*
 * settings.h -- what the operator decided.
 *
 *     table's defaults < file < environment < command line
 *                        --settings_load--> struct settings
 *
 * Plain data, filled once at the start and then only read.  What each field means,
 * its default and its range stand in one place, the rows of table.c.
 */
#ifndef SETTINGS_SETTINGS_H
#define SETTINGS_SETTINGS_H

#include <stdbool.h>
#include <stdint.h>

#include "article/decode.h"
#include "meeting/engine.h"

struct problems; /* settings/problem.h */

enum date_fallback { DATE_FALLBACK_NONE, DATE_FALLBACK_TIMESTAMP };
enum other_languages { OTHER_LANGUAGES_SKIP, OTHER_LANGUAGES_DEAD_LETTER };
enum guarantee { GUARANTEE_EXACTLY_ONCE, GUARANTEE_AT_LEAST_ONCE };

/* One property of librdkafka, passed through as it is. */
struct property {
    const char *name;  /* "session.timeout.ms" */
    const char *value; /* never print that of a secret */
    const char *place; /* "/etc/meetingd/meetingd.conf:12": for messages */
    bool secret;
    bool doubtful; /* from the environment: an unknown name deserves only a warning */
};

struct properties {
    const struct property *items;
    size_t count;
};

struct settings {
    struct {
        const char *instance;  /* "" : host name and a free number */
        int static_membership; /* 0 or 1: the instance is the group.instance.id too */
        struct properties both, consumer, producer; /* `both` first, to each client */
    } kafka;
    struct {
        const char *topic; /* "a,b" or "^pattern" */
        const char *group;
        enum article_format format; /* of a message without a content-type */
        const char *charset;        /* of a message that names none; "" : detected */
        int64_t prefetch;           /* bytes of articles fetched ahead */
    } input;
    struct article_fields fields;
    struct {
        enum date_fallback date_fallback;
        enum other_languages other_languages;
        int64_t max_bytes; /* of a message's value */
        int64_t max_depth; /* of nested objects and arrays */
    } article;
    struct {
        const char *lang_dir; /* "" : the installed one */
        int64_t threads;      /* 0: one a core */
        int64_t memory;       /* bytes, the arena's cap for one article */
        int64_t max_tokens, max_annotations, max_meetings, max_steps;
        int64_t min_confidence; /* hundredths */
    } engine;
    struct {
        const char *topic;
        const char *dead_letter_topic;
        const char *receipt_topic; /* "" : no receipts */
        const char *registry;      /* URL; "" : single-object encoding */
    } output;
    struct {
        enum guarantee guarantee;
        int64_t batch_articles; /* at most, in one transaction */
        int64_t batch_bytes;    /* at most, of input in one transaction */
        int64_t batch_wait;     /* milliseconds from the first article to the commit */
        int64_t deadline;       /* milliseconds that a batch may take before the process ends */
        int64_t drain_timeout;  /* milliseconds that a stop may take */
    } delivery;
    struct {
        const char *listen; /* "" : no HTTP */
    } http;
    struct {
        int level;  /* enum log_level of telemetry/log.h */
        int format; /* enum log_format */
    } log;
    struct arena *strings; /* owns every text above */
};

/* `--input.topic news` or `--input.topic=news` on the command line, already split. */
struct setting_argument {
    const char *name;  /* "input.topic" */
    const char *value; /* NULL: missing */
};

struct settings_sources {
    const char *file;               /* NULL: SETTINGS_FILE, which may be missing */
    char *const *environment;       /* as environ; NULL: none */
    const char *credentials_folder; /* $CREDENTIALS_DIRECTORY or NULL */
    const struct setting_argument *arguments;
    size_t argument_count;
};

#define SETTINGS_FILE "/etc/meetingd/meetingd.conf"

/*
 * Reads all sources.  Every mistake becomes a line in problems, with its place, the
 * value and the remedy.  Returns 0 and *ret_settings, which the caller frees with
 * settings_free(), also when there were only warnings; else FAULT_SETTING or
 * FAULT_MEMORY.
 */
int settings_load(const struct settings_sources *sources, struct problems *problems,
                  struct settings **ret_settings);
void settings_free(struct settings *settings);

/* What they say to the engine, and to the decoder of articles: lends from settings. */
struct engine_limits settings_limits(const struct settings *settings);
struct article_rules settings_rules(const struct settings *settings);

#endif
