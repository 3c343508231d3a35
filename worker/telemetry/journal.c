#include "telemetry/journal.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "telemetry/log.h"

struct journal {
    int socket;
    struct sockaddr_un address;
};

bool journal_reads(FILE *file)
{
    const char *stream = getenv("JOURNAL_STREAM");
    char text[64];
    struct stat status;
    if (!stream || fstat(fileno(file), &status) != 0)
        return false;
    snprintf(text, sizeof text, "%ju:%ju", (uintmax_t)status.st_dev, (uintmax_t)status.st_ino);
    return strcmp(text, stream) == 0;
}

struct journal *journal_open(const char *path)
{
    struct journal *journal = calloc(1, sizeof *journal);
    if (!journal)
        return NULL;
    journal->address.sun_family = AF_UNIX;
    snprintf(journal->address.sun_path, sizeof journal->address.sun_path, "%s",
             path ? path : JOURNAL_SOCKET);
    journal->socket = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (journal->socket >= 0 && access(journal->address.sun_path, W_OK) == 0)
        return journal;
    journal_close(journal);
    return NULL;
}

void journal_close(struct journal *journal)
{
    if (journal && journal->socket >= 0)
        close(journal->socket);
    free(journal);
}

/* A value of more than one line has its length before it, in place of the "=". */
static void value_print(FILE *entry, const char *value)
{
    uint64_t length = strlen(value);
    if (!strchr(value, '\n')) {
        fprintf(entry, "=%s\n", value);
        return;
    }
    putc('\n', entry);
    for (int shift = 0; shift < 64; shift += 8)
        putc((int)(length >> shift & 0xff), entry);
    fprintf(entry, "%s\n", value);
}

/* A field's name has capitals, digits and underscores only. */
static void name_print(FILE *entry, const char *key)
{
    fputs("MEETINGD_", entry);
    for (; *key; key++) {
        bool small = *key >= 'a' && *key <= 'z', digit = *key >= '0' && *key <= '9';
        putc(small ? *key - 'a' + 'A' : digit ? *key : '_', entry);
    }
}

static void entry_print(FILE *entry, int priority, const char *message,
                        const struct log_field *fields)
{
    fputs("MESSAGE", entry);
    value_print(entry, message);
    fprintf(entry, "PRIORITY=%d\nSYSLOG_IDENTIFIER=meetingd\n", priority);
    for (const struct log_field *field = fields; field && field->key; field++) {
        name_print(entry, field->key);
        if (field->type == LOG_FIELD_INT)
            fprintf(entry, "=%lld\n", (long long)field->number);
        else
            value_print(entry, field->text ? field->text : "");
    }
}

bool journal_send(const struct journal *journal, int priority, const char *message,
                  const struct log_field *fields)
{
    char *bytes = NULL;
    size_t size = 0;
    FILE *entry = open_memstream(&bytes, &size);
    if (!entry)
        return false;
    entry_print(entry, priority, message, fields);
    bool whole = fclose(entry) == 0;
    bool sent = whole && sendto(journal->socket, bytes, size, MSG_NOSIGNAL,
                                (const struct sockaddr *)&journal->address,
                                sizeof journal->address) == (ssize_t)size;
    free(bytes);
    return sent;
}
