/*
 * day.h -- the day that a clause tells once for all that is in it.
 */
#ifndef MEETING_FIND_DAY_H
#define MEETING_FIND_DAY_H

#include "meeting/find/find.h"

/* "Le 3 mai, A a rencontré B", "began a visit to Peru on Monday, | meeting B": takes the day that
 * opens the sentence, or that of the clause before the comma. */
void slot_day_of_clause(const struct finder *finder, struct mention *mention, uint32_t index);

/* "a mardi rencontré", "sera jeudi en | visite", "will today fly to Oslo to meet": the day between
 * the words of the verb. */
void slot_day_inside(const struct finder *finder, struct mention *mention, uint32_t index);

/* "was in Riga in 2023, when she met B": the day right before the clause, and the place by it. */
void slot_when(struct finder *finder, struct mention *mention, uint32_t index);

/* "called a meeting for Friday": what a noun tells is still to come. */
void slot_meant(const struct finder *finder, struct mention *mention);

/* shared.c: "A met B and held talks with C on Monday": the day of both. */
void share_days(struct finder *finder);

/* date.c: what the verb says of how the meeting goes: nothing in "agreed to close the port". */
enum sense sense_of_course(const struct finder *finder, uint32_t verb, uint32_t noun);

#endif
