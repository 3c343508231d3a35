/*
 * recent.h -- the latest articles with meetings and the latest dead letters, in fixed memory.
 *
 *     stream's threads --recent_keep, recent_refuse--> struct recent --> status page
 *
 * Shows, and counts nothing: of articles it keeps one a second at most, so that a busy worker
 * spends no time on it.
 */
#ifndef TELEMETRY_RECENT_H
#define TELEMETRY_RECENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "base/str.h"

enum {
    RECENT_PAGES = 8,
    RECENT_PAGE_SIZE = 64 * 1024, /* a longer one is not kept */
    RECENT_LETTERS = 24,
    RECENT_TOPIC_SIZE = 250,
    RECENT_TEXT_SIZE = 400,
};

/* Where an article came from. */
struct recent_origin {
    struct str topic;
    int32_t partition;
    int64_t offset;
};

/* A dead letter. */
struct letter_note {
    char topic[RECENT_TOPIC_SIZE];
    int32_t partition;
    int64_t offset;
    int64_t at_ms;               /* since 1970 */
    const char *reason;          /* "too-big": lives for ever */
    char text[RECENT_TEXT_SIZE]; /* for people */
};

struct recent;

/* Returns 0 and *ret_recent, freed with recent_free(), or FAULT_MEMORY. */
int recent_new(struct recent **ret_recent);
void recent_free(struct recent *recent);

/*
 * Whether the article is worth showing now: none was for a second of the monotonic clock, and it
 * is not shown already (after an abort it comes again).  If so, *ret_number is one that no other
 * article has, and the second is taken.
 */
bool recent_wants(struct recent *recent, const struct recent_origin *origin, int64_t now_ms,
                  unsigned *ret_number);

/* Copies the page of a wanted article, in place of the oldest. */
void recent_keep(struct recent *recent, struct str page);

/* Notes a dead letter, unless it is noted already.  Copies. */
void recent_refuse(struct recent *recent, const struct letter_note *note);

/* Writes the pages, the latest first. */
void recent_pages_write(struct recent *recent, FILE *out);

/* Copies the dead letters, the latest first.  Returns how many there are. */
size_t recent_letters_copy(struct recent *recent, struct letter_note ret_notes[RECENT_LETTERS]);

#endif
