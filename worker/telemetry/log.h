/*
 * log.h -- lines for operators: a sentence and its facts.
 *
 *     log_write(log, LEVEL_INFO, "batch committed",
 *               LOG_FIELDS(log_int("articles", n), log_text("topic", topic)));
 *
 *     2025-04-27T08:00:00.123Z info batch committed articles=500 topic=articles
 *     {"time":"2025-04-27T08:00:00.123Z","level":"info","message":"batch committed",…}
 *
 * Where the journal listens, text goes there with each fact as a field of its own as well.
 *
 * A line is written whole, so threads may share a log.  Only the worker logs; the
 * engine never does.
 */
#ifndef TELEMETRY_LOG_H
#define TELEMETRY_LOG_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

enum log_level { LEVEL_ERROR, LEVEL_WARNING, LEVEL_INFO, LEVEL_DEBUG };
enum log_format { LOG_TEXT, LOG_JSON };

enum log_field_type { LOG_FIELD_INT, LOG_FIELD_TEXT };

struct log_field {
    const char *key; /* NULL ends a list */
    enum log_field_type type;
    int64_t number;
    const char *text;
};

struct journal; /* telemetry/journal.h */

struct log {
    FILE *file;
    _Atomic(enum log_level) level; /* lines below it are dropped */
    _Atomic(enum log_format) format;
    bool prefixed;           /* the journal reads the file: lines begin with its <priority> */
    struct journal *journal; /* gets the lines of text form, if it can; NULL: the file does */
};

/* A log on standard error, or in the journal if it listens there. */
void log_open(enum log_level level, enum log_format format, struct log *ret_log);
void log_close(struct log *log);

/* Changes what is written from now on; other threads may be writing. */
void log_change(struct log *log, enum log_level level, enum log_format format);

static inline struct log_field log_int(const char *key, int64_t number)
{
    return (struct log_field){key, LOG_FIELD_INT, number, NULL};
}

static inline struct log_field log_text(const char *key, const char *text)
{
    return (struct log_field){key, LOG_FIELD_TEXT, 0, text};
}

#define LOG_FIELDS(...) ((const struct log_field[]){__VA_ARGS__, {NULL, LOG_FIELD_INT, 0, NULL}})

/* Writes one line; fields may be NULL, and so may log: then nothing is written. */
void log_write(const struct log *log, enum log_level level, const char *message,
               const struct log_field *fields);

#endif
