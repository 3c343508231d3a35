/*
 * settle_parties.h -- who took part in an occasion, by all that its mentions tell.
 */
#ifndef MEETING_MERGE_SETTLE_PARTIES_H
#define MEETING_MERGE_SETTLE_PARTIES_H

#include "meeting/mention/occasion.h"

/* Works out who took part, by all of its mentions. */
void occasion_parties(const struct story *story, struct occasion *occasion);

/* "The council's leader X": whether the person has an office in the body. */
bool party_represents(const struct story *story, const struct party *person,
                      const struct party *body);

/* Leaves out each state and body for which somebody in the list stands. */
void occasion_drop_represented(const struct story *story, struct occasion *occasion);

/* Leaves out the state where a gathering is held, if it is the only one, and the body whose it is
 * by its name.  Runs last: where it takes place was read off them. */
void occasion_drop_holders(const struct story *story, struct occasion *occasion);

/* Leaves out the delegation of a state or body whose members are told one by one, and those whom a
 * visit is told of beside its guest, in their own state.  Runs behind all
 * that: whose they are and where was read off it. */
void occasion_drop_senders(const struct story *story, struct occasion_list *occasions);

#endif
