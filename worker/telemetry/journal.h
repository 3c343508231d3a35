/*
 * journal.h -- log lines as entries of the system's journal, each fact a field of its own.
 *
 *     message, level, fields --one datagram--> MESSAGE=, PRIORITY=, MEETINGD_TOPIC=, ...
 *
 * The protocol is that of systemd's documentation (JOURNAL_NATIVE_PROTOCOL).  Seen with
 * `journalctl -o verbose`, looked for with `journalctl MEETINGD_TOPIC=articles`.
 */
#ifndef TELEMETRY_JOURNAL_H
#define TELEMETRY_JOURNAL_H

#include <stdbool.h>
#include <stdio.h>

struct log_field; /* telemetry/log.h */
struct journal;

/* Whether what is written to file goes to the journal, as the service manager says. */
bool journal_reads(FILE *file);

/*
 * The journal that listens at path, or JOURNAL_SOCKET when path is NULL.  Returns NULL when there
 * is none to be reached.  The caller frees with journal_close(); NULL is fine.
 */
#define JOURNAL_SOCKET "/run/systemd/journal/socket"
struct journal *journal_open(const char *path);
void journal_close(struct journal *journal);

/*
 * Sends an entry: the message for people, its priority as syslog numbers them, and the fields, as
 * MEETINGD_KEY.  fields may be NULL.  Returns whether the journal took it.
 */
bool journal_send(const struct journal *journal, int priority, const char *message,
                  const struct log_field *fields);

#endif
