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
