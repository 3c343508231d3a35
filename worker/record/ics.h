/*
 * ics.h -- meetings as entries of a calendar: RFC 5545, for any calendar program.
 *
 *     ics_head, event_ics of each meeting, ics_tail    one VCALENDAR
 *
 * No clock: DTSTAMP is when the article was published, or else the meeting's own day.
 */
#ifndef RECORD_ICS_H
#define RECORD_ICS_H

#include <stddef.h>

#include "base/arena.h"
#include "base/str.h"
#include "record/event.h"

struct str ics_head(void);
struct str ics_tail(void);

/*
 * The VEVENT of extraction->meetings[index].  *ret_text is empty for what has no place in a
 * calendar: a meeting that was denied, and one whose day nothing tells, not even the day from
 * which it was moved.  A month or a year stands for all of its days.  Lives in arena.
 * Returns 0, or FAULT_MEMORY when the arena is full.
 */
int event_ics(const struct event_context *context, size_t index, struct arena *arena,
              struct str *ret_text);

#endif
