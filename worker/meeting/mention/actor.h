/*
 * actor.h -- who a party is in this story: the same as another, of which state, one or many.
 */
#ifndef MEETING_MENTION_ACTOR_H
#define MEETING_MENTION_ACTOR_H

#include "meeting/mention/mention.h"

/* Whether two parties are the same actor of this document; whether one of slots is it. */
bool actor_same(const struct story *story, const struct party *a, const struct party *b);
bool actor_among(const struct story *story, const struct party *party, const struct slot *slots,
                 unsigned count);
/* Whether some person is among both. */
bool actors_share_person(const struct story *story, const struct slot *a, unsigned a_count,
                         const struct slot *b, unsigned b_count);

/* "students", "the heads of the library": whether it is several people of whom no name is told;
 * a group is also whom somebody sent, "the Danish delegation". */
bool actor_is_crowd(const struct party *party);
bool actor_is_group(const struct party *party);

/* "The mayor", no "rector B": whether one of a's titles may be one of b's, or the story tells of
 * either none. */
bool actor_offices_fit(const struct story *story, const struct party *a, const struct party *b);

/* The state whom the party serves, told here or anywhere; "" unknown.  Lends. */
const char *actor_country(const struct story *story, const struct party *party);

#endif
