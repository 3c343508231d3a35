/*
 * tense.h -- which way a date looks, by the verb beside it.  All run after verb_resolve().
 */
#ifndef ANNOTATE_DATE_TENSE_H
#define ANNOTATE_DATE_TENSE_H

#include "annotate/date/date.h"

/* The way that the verb before the date, or else after it, looks. */
enum date_direction date_tense(const struct document *document, const struct annotation *date);
/* "met B on Monday. He leaves on Thursday. Earlier that day he had met C": what is past counts from
 * no day to come.  Returns 0 or FAULT_MEMORY. */
int date_anchor_past(struct document *document, const struct reference *reference);
/* "received by the president, elected last May": whether the date at the token is that of one's
 * rise, which the word before it tells behind a comma. */
bool date_of_rise(const struct document *document, uint32_t token);

#endif
