/*
 * caption.h -- a meeting in a few words, for calendars and pages.  Private to record/.
 */
#ifndef RECORD_CAPTION_H
#define RECORD_CAPTION_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/str.h"
#include "meeting/meeting.h"

/* The name of an enum's value as people write it: "IN_PERSON" is "in person", or "In person". */
void caption_symbol(struct buffer *out, const char *symbol, bool capital);

/*
 * What a meeting is called: its name, or else what it is and who takes part or where it is:
 * "Talks: Kaarel Tamm, Ines Valadares".  Lives in arena.  Returns 0 or FAULT_MEMORY.
 */
int caption_of(const struct meeting *meeting, struct arena *arena, struct str *ret_text);

/* A participant's name; that of an office without a name is the office. */
struct str caption_who(const struct participant *participant);

/* All that is told of one, in a line: "Murat Nurtleu, vice-Premier ministre (KZ), host". */
void caption_participant(struct buffer *out, const struct participant *participant);

/* A date as the pages write it, at the precision known: "3 June 2025", "June 2025", "2025". */
void caption_date(struct buffer *out, const struct iso_date *date);

#endif
