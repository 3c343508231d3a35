/*
 * agenda.h -- lines of an agenda: "10:30 Meets with B", and what they tell of whose agenda it is.
 */
#ifndef MEETING_FIND_AGENDA_H
#define MEETING_FIND_AGENDA_H

#include "meeting/find/find.h"

/* "le programme", "her agenda": whether a word for what somebody plans begins at the token. */
bool plan_begins(const struct document *document, uint32_t token);

/* "10:30 Meets with B": whether the VERB chunk opens a line of an agenda, without who
 * does it. */
bool line_lacks_subject(const struct finder *finder, uint32_t verb);
/* "10:30 a.m. Meeting with B": a line of an agenda is of its own, and what it tells
 * without a verb is planned. */
void slot_line(const struct finder *finder, struct mention *mention);
/* Whether the sentence is such a line, with a time of day or below one of several days;
 * whether it opens with the mention's word for a gathering: "10h00 : Conseil des ministres". */
bool line_of_agenda(const struct finder *finder);
bool line_opens_with(const struct finder *finder, const struct mention *mention);

/* "ils se retrouvent lundi": a weekday beside a verb in the present is to come. */
void slot_ahead(const struct finder *finder, struct mention *mention, const struct verb *verb);

#endif
