/*
 * ics_line.h -- the lines of iCalendar (RFC 5545, 3.1): CRLF, folded at 75 octets, never inside a
 * character.  Private to record/.
 */
#ifndef RECORD_ICS_LINE_H
#define RECORD_ICS_LINE_H

#include <stddef.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/str.h"

struct ics {
    struct buffer out;
    size_t octets; /* of the line that is being written */
};

/* What stands in a line as it is: property names, parameters, numbers, a link. */
void ics_raw(struct ics *ics, struct str s);

/*
 * A value of type TEXT: what separates is escaped, a newline is \n, and a control, which may not
 * stand in a calendar, is a blank.
 */
void ics_text(struct ics *ics, struct str s);

void ics_end(struct ics *ics); /* of the line */

/* A whole line: NAME and a TEXT; none when the text is empty. */
void ics_property(struct ics *ics, const char *name, struct str text);

#endif
