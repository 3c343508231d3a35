/*
 * gap.h -- meetings whose verb is told once: "met B on Monday and C on Tuesday".
 */
#ifndef MEETING_FIND_GAP_H
#define MEETING_FIND_GAP_H

#include "meeting/find/find.h"

/* Keeps a copy of mention in which party stands for all that are told between the tokens. */
void keep_with(struct finder *finder, const struct mention *mention, struct span instead,
               const struct party *party);

/* Takes those told in the chunk from the mention. */
void drop_told_in(struct mention *mention, const struct chunk *chunk);

/* Keeps a copy of mention for each who is told with a day, hour or place of his own behind those at
 * the chunk, in whose stead he stands: they are told between the tokens.  Returns whether somebody
 * is. */
bool keep_next(struct finder *finder, struct mention *mention, struct span instead,
               uint32_t others);

/* "un entretien avec A, puis avec B", "a call with A and another with B": whether another party is
 * told behind the one at the chunk as met further on. */
bool goes_on_with(const struct finder *finder, uint32_t party);

/* after.c: "After A on Monday, X received B": keeps a copy of mention for A. */
void keep_guest_before(struct finder *finder, struct mention *mention);

#endif
