/*
 * find_owner.h -- whose the meeting is that a noun tells: "sa visite", "leur rencontre", "X's
 * visit".
 *
 * Used by find_parties.c, find_noun.c and find_present.c.
 */
#ifndef MEETING_FIND_OWNER_H
#define MEETING_FIND_OWNER_H

#include "meeting/find.h"

/* Slots the nearest party that can own the noun's meeting; one_sided: only "with" was told of it.
 */
void slot_owner(const struct finder *finder, uint32_t noun, bool one_sided,
                struct mention *mention);

/* "A told B at the meeting": who speaks to the one whom the chunk at index tells, or does something
 * to him, with the verb between them; or CLAUSE_NONE. */
uint32_t speaker_to(const struct finder *finder, uint32_t index);

/* Slots the party right before the noun, if the meeting is its; returns whether it is. */
bool slot_possessor(const struct finder *finder, uint32_t noun, struct mention *mention);

/* "At a meeting on Monday the council approved": slots the body that acts at a meeting of which
 * nothing tells whose it is. */
void slot_sitting(const struct finder *finder, uint32_t noun, struct mention *mention);

/* find_present.c: who "was present during" the meeting that the noun tells; whether anybody is. */
bool slot_attending(const struct finder *finder, struct mention *mention, uint32_t noun);

#endif
