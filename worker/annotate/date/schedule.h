/*
 * schedule.h -- the days and times of day that stand at the head of lines: "Monday 23 March",
 * "10:30 a.m. Talks with B".
 */
#ifndef ANNOTATE_DATE_SCHEDULE_H
#define ANNOTATE_DATE_SCHEDULE_H

#include "annotate/document.h"

/* The date that alone stands in the sentence, or NULL. */
const struct annotation *date_alone(const struct document *document,
                                    const struct sentence *sentence);

/* Whether the sentence of that number begins with a time of day, or stands below one that has a
 * line of its own. */
bool sentence_is_timed(const struct document *document, uint32_t number);

/* "10:00 - Meets with B", "- Attends": whether a word for what is planned stands at the token, and
 * only a time of day or marks in its line before it. */
bool verb_opens_entry(const struct document *document, uint32_t token);

#endif
