/*
 * line.h -- a line of a diary or chronology: "Monday 23 March: talks in Lima".
 */
#ifndef MEETING_FIND_LINE_H
#define MEETING_FIND_LINE_H

#include "meeting/find/find.h"

/* The day that opens the sentence before a colon or dash, and *line, the sentence behind it; or
 * NULL: then *line is the sentence. */
const struct annotation *line_read(const struct document *document, const struct sentence *sentence,
                                   struct sentence *line);

/* What the line tells is on its day, unless it tells another: over, or still to come. */
void line_date(const struct finder *finder, const struct annotation *day, struct mention *mention);
/* "Monday: A meets B. Later he hosts C": whether the sentence is behind the first of such a line,
 * whose day is to come. */
bool line_goes_on(const struct finder *finder);

/* agenda.c: "10:30 Meets with B": whether the VERB chunk opens a line of an agenda, without who
 * does it. */
bool line_lacks_subject(const struct finder *finder, uint32_t verb);
/* agenda.c: "10:30 a.m. Meeting with B": a line of an agenda is of its own, and what it tells
 * without a verb is planned. */
void slot_line(const struct finder *finder, struct mention *mention);
/* agenda.c: whether the sentence is such a line, with a time of day or below one of several days;
 * whether it opens with the mention's word for a gathering: "10h00 : Conseil des ministres". */
bool line_of_agenda(const struct finder *finder);
bool line_opens_with(const struct finder *finder, const struct mention *mention);

/* "Le programme de la semaine", "Ce qui vous attend la semaine prochaine": whether the headline
 * says that what is told is yet to come. */
bool title_plans(const struct document *document);
/* "Lundi, sommet à Lomé": the day that the sentence tells before the mention's word, if it tells no
 * verb and the story is of what is yet to come; or NULL. */
const struct annotation *line_planned_day(const struct finder *finder,
                                          const struct mention *mention);
/* "…, mercredi, un sommet": the day that stands right before the mention's word, as the head of an
 * item in a list of what is planned; or NULL. */
const struct annotation *line_item_day(const struct finder *finder, const struct mention *mention);

#endif
