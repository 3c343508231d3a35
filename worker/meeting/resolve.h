/*
 * resolve.h -- who "they", "he" and "the two leaders" are, where one of them met somebody.
 */
#ifndef MEETING_RESOLVE_H
#define MEETING_RESOLVE_H

#include "meeting/mention.h"

/* Adds to each mention whose subject is a pronoun those for whom it stands, and puts those for whom
 * a group stands in the group's place. */
void resolve_pronouns(const struct story *story, const struct mention_list *mentions);

enum { LATELY_PEOPLE = 8 };

/* resolve_lately.c: the people whose rank fits and who were spoken of last before the mention's
 * trigger, in the nearest sentences that have two of them; returns how many. */
unsigned told_lately(const struct story *story, const struct mention *mention, enum rank rank,
                     const struct party *ret_people[LATELY_PEOPLE]);

/* Whether a person of that rank can be one of a group told by rank. */
bool rank_fits(enum rank group, enum rank rank);

/* resolve_delegation.c: who leads the delegation: "the delegation" behind "a delegation led by X";
 * NULL if party is none, or nobody is told to.  Lends. */
const struct party *delegation_leader(const struct document *document, const struct party *party);

#endif
