/*
 * delegation.h -- who "the delegation" is: who leads it, who came, and who was told before.
 */
#ifndef MEETING_RESOLVE_DELEGATION_H
#define MEETING_RESOLVE_DELEGATION_H

#include "meeting/mention/mention.h"

/* Who leads the delegation: "the delegation", "the head of the delegation"
 * behind "a delegation led by X"; NULL if party is none, or nobody is told to.  Lends. */
const struct party *delegation_leader(const struct document *document, const struct party *party);

/* The delegation that the mention's sentence tells before the trigger, or NULL: "The delegation
 * went to the port, where it met B". */
const struct party *delegation_here(const struct document *document, const struct mention *mention);

/* The delegation that a sentence right before tells of, or NULL: "A Chinese delegation is in
 * Lusaka. It held talks with B". */
const struct party *delegation_before(const struct document *document,
                                      const struct mention *mention);

/* "La délégation a rencontré X": nothing of its own says whose it is. */
bool party_is_the_delegation(const struct document *document, const struct party *party);

/* Who travels and has a name. */
bool slot_is_traveller(const struct slot *slot);

/* The last visit told before the mention at index whose visitors have a name, or NULL. */
const struct mention *visit_before(const struct mention_list *mentions, uint32_t index);

/* Puts those who travelled, and those who are told to come along, in the place of "the delegation"
 * in the slot; with none of them it stays. */
void resolve_delegation(const struct mention_list *mentions, uint32_t index, unsigned slot);

/* "B will visit Peru.  During the visit, A will meet him": the one told before is not A's. */
void resolve_the_visit(const struct story *story, const struct mention_list *mentions,
                       uint32_t index);

#endif
