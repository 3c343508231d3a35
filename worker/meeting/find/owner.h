/*
 * owner.h -- whose the meeting is that a noun tells: "sa visite", "leur rencontre", "X's
 * visit".
 */
#ifndef MEETING_FIND_OWNER_H
#define MEETING_FIND_OWNER_H

#include "meeting/find/find.h"

/* Slots the nearest party that can own the noun's meeting; one_sided: only "with" was told of it.
 */
void slot_owner(const struct finder *finder, uint32_t noun, bool one_sided,
                struct mention *mention);

/* present.c: "A told B at the meeting", "A, the minister, told B": who speaks to the one whom the
 * chunk at index tells, or does something to him, with the verb between them; or CLAUSE_NONE. */
uint32_t speaker_to(const struct finder *finder, uint32_t index);

/* possessor.c: whether the kind is one that a single party can own; which part its owner has. */
bool owner_is_small(enum meeting_kind kind);
enum part owner_part(const struct mention *mention);
/* Slots the party right before the noun, if the meeting is its; returns whether it is. */
bool slot_possessor(const struct finder *finder, uint32_t noun, struct mention *mention);

/* "recalled their meeting": whether the noun belongs to several, not all told in its sentence. */
bool noun_is_of_several(const struct finder *finder, uint32_t noun, const struct mention *mention);

/* "will meet for the first time since the visit": whether the noun tells from when on. */
bool noun_is_since(const struct finder *finder, uint32_t noun);

/* "At a meeting on Monday the council approved": slots the body that acts at a meeting of which
 * nothing tells whose it is. */
void slot_sitting(const struct finder *finder, uint32_t noun, struct mention *mention);

/* office.c: whether the noun only says which office somebody has. */
bool noun_is_of_office(const struct finder *finder, const struct mention *mention);

/* partner.c: "during their meeting": whether the noun belongs to several. */
bool noun_is_theirs(const struct finder *finder, uint32_t noun);
/* "Speaking with A beside her after their talks, B said", "At a news conference with A after their
 * talks, B said": who speaks beside the one at the chunk, or CLAUSE_NONE. */
uint32_t speaker_beside(const struct finder *finder, uint32_t chunk, uint32_t noun);
/* "A said at a news conference with B after their talks", "A shakes hands with B before a meeting":
 * whoever is told with the actor, or CLAUSE_NONE. */
uint32_t partner_beside(const struct finder *finder, uint32_t actor, uint32_t noun,
                        const struct mention *mention);
/* "During their talks, A thanked B": to whom the one at the chunk turns behind the noun, or
 * CLAUSE_NONE. */
uint32_t addressed_by(const struct finder *finder, uint32_t speaker, uint32_t noun);
/* "A handed a letter to Minister B during a meeting": to whom the actor did something, right before
 * the noun, or CLAUSE_NONE. */
uint32_t given_to(const struct finder *finder, uint32_t actor, uint32_t noun);
/* Slots both where the one told with "with" stands before the noun and who speaks behind it;
 * returns whether they do. */
bool slot_partners(const struct finder *finder, uint32_t noun, enum part part,
                   struct mention *mention);

/* present.c: "A was accompanied by B at the summit": takes both; who "was present during" the
 * meeting that the noun tells, and whether anybody is. */
void slot_accompanied(const struct finder *finder, struct mention *mention, uint32_t noun);
bool slot_attending(const struct finder *finder, struct mention *mention, uint32_t noun);
/* visitor.c: "OSLO -- The Norwegian minister met Y during his visit": the other party of the
 * verb, if whoever acts is at home and that one is not; else who acts. */
uint32_t visitor_of(const struct finder *finder, uint32_t verb, uint32_t subject, uint32_t noun);
/* "a vu le président Y, en visite à Lyon": who is told right before it, whatever governs him; or
 * CLAUSE_NONE. */
uint32_t visitor_beside(const struct finder *finder, uint32_t noun, const struct mention *mention);
/* "A a reçu B, en visite à Lyon": whether a comma sets the visit off from the one person who pays
 * it, and with whom A met; a couple is welcomed, and no more. */
bool visit_is_aside(const struct finder *finder, uint32_t noun);
/* "A met B in Lyon on a visit": who travels is the subject of the verb whose object stands at the
 * chunk; behind a comma, "A met B, on a visit", it is who was met.  CLAUSE_NONE: no such verb. */
uint32_t visitor_who_met(const struct finder *finder, uint32_t object, uint32_t noun);

/* part.c: slots who is there by a noun for it, "A's participation in the summit"; whether
 * anybody is. */
bool slot_participation(const struct finder *finder, uint32_t noun, struct mention *mention);
/* Whether a noun for it ends where the token begins. */
bool part_ends_at(const struct finder *finder, uint32_t token);

/* apposed.c: whether the noun is a second name of the meeting told before the comma. */
bool noun_is_apposed(const struct finder *finder, uint32_t noun);

/* present.c: "Au cours de la réunion, A a présenté", "à l'issue de la rencontre, à laquelle
 * assistait B": whether the noun points to a meeting told before, during or after which somebody
 * acts. */
bool noun_is_followed(const struct finder *finder, uint32_t noun, const struct mention *mention);
/* "A reached a deal with B in talks": both were there. */
void slot_settled_with(const struct finder *finder, struct mention *mention, uint32_t noun);

/* objective.c: "avec | lui", "avec elle": whether the chunk is "with" or the pronoun behind it;
 * whether it stands beside the noun: "a eu avec elle un entretien". */
bool objective_behind(const struct finder *finder, uint32_t index);
bool objective_beside(const struct finder *finder, uint32_t noun);

/* visitor.c: "A met B, currently visiting Oslo": B, if the VERB chunk tells so of him; or NONE. */
uint32_t visitor_now(const struct finder *finder, uint32_t verb);
/* "met B, who came on a visit to", "B, arrivé en visite à": of whom the relative or the participle
 * at the chunk tells, or CLAUSE_NONE; ended: a comma ends the relative before the visit is told. */
uint32_t visitor_told_by(const struct clause *clause, uint32_t chunk, bool ended);

#endif
