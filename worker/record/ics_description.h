/*
 * ics_description.h -- what a calendar tells of a meeting besides its day and place.  Private to
 * record/.
 */
#ifndef RECORD_ICS_DESCRIPTION_H
#define RECORD_ICS_DESCRIPTION_H

#include "base/arena.h"
#include "base/str.h"
#include "record/event.h"

/*
 * Lines of plain text: what and how, who, the words of the article that prove each field, and the
 * article with its link, which may be empty.  Lives in arena.  Returns 0 or FAULT_MEMORY.
 */
int ics_description(const struct event_context *context, const struct meeting *meeting,
                    struct str link, struct arena *arena, struct str *ret_text);

#endif
