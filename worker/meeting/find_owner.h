/*
 * find_owner.h -- whose the meeting is that a noun tells: "sa visite", "leur rencontre", "X's
 * visit".
 *
 * Used by find_parties.c alone.
 */
#ifndef MEETING_FIND_OWNER_H
#define MEETING_FIND_OWNER_H

#include "meeting/find.h"

/* Slots the nearest party that can own the noun's meeting; one_sided: only "with" was told of it.
 */
void slot_owner(const struct finder *finder, uint32_t noun, bool one_sided,
                struct mention *mention);

/* Slots the party right before the noun, if the meeting is its; returns whether it is. */
bool slot_possessor(const struct finder *finder, uint32_t noun, struct mention *mention);

#endif
