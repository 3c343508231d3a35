/*
 * again.h -- what a sentence tells of a meeting without a word for it.
 *
 * Between again.c, floor.c and sides.c.
 */
#ifndef MEETING_FIND_AGAIN_H
#define MEETING_FIND_AGAIN_H

#include "meeting/find/find.h"

/* Keeps a mention whose trigger is the chunk at index and that adds the people of the PARTY chunk
 * to a meeting told before.  Returns it, or NULL: then document_fault() tells. */
struct mention *finder_join(struct finder *finder, uint32_t index, enum meeting_kind kind,
                            uint32_t other);

/* Whether "the event" stands at token, for the meeting told before, and no more is told of it. */
bool is_the_event(const struct finder *finder, uint32_t token);

/* floor.c: who has the floor at a gathering told before: by the VERB chunk at index, "Prenant
 * la parole"; by the WITH chunk at index, "En présence de A"; by what is said to whom, "in her
 * speech", "told the delegates". */
void find_by_floor(struct finder *finder, uint32_t index);
void find_beside(struct finder *finder, uint32_t index);
void find_speaker(struct finder *finder);

/* sides.c: those whom a state or body sent.  "The delegation included A": whether the verb
 * tells who is of the side that is its subject. */
bool find_members(struct finder *finder, uint32_t index, uint32_t side);
/* "The delegation was led by X", "They were joined by X", "X led the Kenyan delegation": by the
 * VERB chunk at index; "The Kenyan team, led by X, left": by the HOST chunk. */
void find_by_head(struct finder *finder, uint32_t index);
void find_by_leader(struct finder *finder, uint32_t index);
void find_by_heading(struct finder *finder, uint32_t index);
/* "Représentés par A et par B, les deux États": by the VERB chunk that opens the sentence. */
void find_by_standing(struct finder *finder, uint32_t index);
/* What a sentence tells of delegations, whatever else it tells. */
void find_sides(struct finder *finder);

#endif
