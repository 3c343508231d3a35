#include "telemetry/log.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "telemetry/journal.h"

/* Levels as people write them, and as syslog numbers them for the journal. */
static const struct {
    const char *name;
    int priority;
} LEVELS[] = {
    [LEVEL_ERROR] = {"error", 3},
    [LEVEL_WARNING] = {"warning", 4},
    [LEVEL_INFO] = {"info", 6},
    [LEVEL_DEBUG] = {"debug", 7},
};

void log_open(enum log_level level, enum log_format format, struct log *ret_log)
{
    /* Whole lines, so that those of several processes on one terminal don't mix. */
    setvbuf(stderr, NULL, _IOLBF, BUFSIZ);
    ret_log->file = stderr;
    ret_log->prefixed = journal_reads(stderr);
    ret_log->journal = ret_log->prefixed ? journal_open(NULL) : NULL;
    log_change(ret_log, level, format);
}

void log_change(struct log *log, enum log_level level, enum log_format format)
{
    atomic_store(&log->level, level);
    atomic_store(&log->format, format);
}

void log_close(struct log *log)
{
    journal_close(log->journal);
    log->journal = NULL;
}

static void time_print(FILE *file)
{
    struct timespec now;
    struct tm day;
    clock_gettime(CLOCK_REALTIME, &now);
    gmtime_r(&now.tv_sec, &day);
    char text[32];
    strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S", &day);
    fprintf(file, "%s.%03ldZ", text, now.tv_nsec / 1000000);
}

/* A JSON string, which is also how a value with blanks is quoted in a text line. */
static void quoted_print(FILE *file, const char *text)
{
    putc('"', file);
    for (const unsigned char *at = (const unsigned char *)text; *at; at++) {
        if (*at == '"' || *at == '\\')
            fprintf(file, "\\%c", *at);
        else if (*at < 0x20 || *at == 0x7f)
            fprintf(file, "\\u%04x", *at);
        else
            putc(*at, file);
    }
    putc('"', file);
}

/* Whether a value may stand bare after its key. */
static bool value_is_bare(const char *text)
{
    if (!*text)
        return false;
    for (const unsigned char *at = (const unsigned char *)text; *at; at++)
        if (*at <= ' ' || *at == '"' || *at == '=' || *at == 0x7f)
            return false;
    return true;
}

/* A message is ours, but may carry a library's words: no line may break in two. */
static void message_print(FILE *file, const char *message)
{
    for (const unsigned char *at = (const unsigned char *)message; *at; at++)
        putc(*at < 0x20 || *at == 0x7f ? ' ' : *at, file);
}

/* The sentence and its facts, without an end of the line. */
static void sentence_print(FILE *file, const char *message, const struct log_field *fields)
{
    message_print(file, message);
    for (const struct log_field *field = fields; field && field->key; field++) {
        fprintf(file, " %s=", field->key);
        const char *text = field->text ? field->text : "";
        if (field->type == LOG_FIELD_INT)
            fprintf(file, "%lld", (long long)field->number);
        else if (value_is_bare(text))
            fputs(text, file);
        else
            quoted_print(file, text);
    }
}

static void line_print_text(const struct log *log, enum log_level level, const char *message,
                            const struct log_field *fields)
{
    if (!log->prefixed) {
        time_print(log->file);
        fprintf(log->file, " %s ", LEVELS[level].name);
    }
    sentence_print(log->file, message, fields);
    putc('\n', log->file);
}

/* People see the whole sentence, programs the fields.  Returns whether the journal has it. */
static bool line_send(const struct log *log, enum log_level level, const char *message,
                      const struct log_field *fields)
{
    char *sentence = NULL;
    size_t size = 0;
    FILE *file = open_memstream(&sentence, &size);
    if (!file)
        return false;
    sentence_print(file, message, fields);
    bool sent =
        fclose(file) == 0 && journal_send(log->journal, LEVELS[level].priority, sentence, fields);
    free(sentence);
    return sent;
}

static void line_print_json(const struct log *log, enum log_level level, const char *message,
                            const struct log_field *fields)
{
    fputs("{\"time\":\"", log->file);
    time_print(log->file);
    fprintf(log->file, "\",\"level\":\"%s\",\"message\":", LEVELS[level].name);
    quoted_print(log->file, message);
    for (const struct log_field *field = fields; field && field->key; field++) {
        fprintf(log->file, ",\"%s\":", field->key);
        if (field->type == LOG_FIELD_INT)
            fprintf(log->file, "%lld", (long long)field->number);
        else
            quoted_print(log->file, field->text ? field->text : "");
    }
    fputs("}\n", log->file);
}

void log_write(const struct log *log, enum log_level level, const char *message,
               const struct log_field *fields)
{
    if (!log || level > log->level)
        return;
    enum log_format format = log->format;
    if (format == LOG_TEXT && log->journal && line_send(log, level, message, fields))
        return;
    flockfile(log->file);
    if (log->prefixed)
        fprintf(log->file, "<%d>", LEVELS[level].priority);
    if (format == LOG_JSON)
        line_print_json(log, level, message, fields);
    else
        line_print_text(log, level, message, fields);
    fflush(log->file);
    funlockfile(log->file);
}
