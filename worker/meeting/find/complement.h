/*
 * complement.h -- who is told behind the noun for a meeting: "talks between A and B", "avec
 * B".
 *
 * Used by parties.c, place.c and travel.c.
 */
#ifndef MEETING_FIND_COMPLEMENT_H
#define MEETING_FIND_COMPLEMENT_H

#include "meeting/find/find.h"
#include "meeting/find/predicate.h"

/* Whether it is told of something else that two have: "talks on relations between A and B", "the
 * visit is part of the cooperation between A and B"; not so "talks on fish between A and B". */
bool noun_cut_off(const struct finder *finder, uint32_t noun, uint32_t chunk);

/* "a tour of Kenya", "une tournée du Sahel": what stands behind "of" is where it goes. */
bool noun_is_tour(const struct finder *finder, uint32_t noun);

/* matter.c: "the union held a session on the dispute between A and B": whether a body holds it, and
 * those at the chunk are only whom its subject is about. */
bool is_on_others(const struct finder *finder, uint32_t noun, const struct predicate *predicate,
                  uint32_t chunk);

/* matter.c: "les discussions ont porté sur la coopération avec B": whether the party behind the
 * predicate is only what its verb tells them to be about. */
bool told_as_matter(const struct finder *finder, const struct predicate *predicate, uint32_t party);

/* "entre A et B", "avec B", "de A", "à l'invitation de B".  Returns whether only "with" was told:
 * then the other side stands elsewhere in the clause. */
bool noun_complements(const struct finder *finder, uint32_t noun, const struct predicate *predicate,
                      struct mention *mention);

/* held.c: "l'entrevue(,) qui s'est déroulée | en présence de B, a porté sur", "l'audience, qui a
 * duré une heure, s'est déroulée | en présence de B": the verb behind the noun that says that it
 * was held, or the noun. */
uint32_t held_behind(const struct finder *finder, uint32_t noun);
/* "la rencontre entre A et B, qui s'est tenue lundi à Accra, s'est déroulée | en présence de C":
 * the main verb behind the relative clause at index, if both say that it was held; else
 * CLAUSE_NONE. */
uint32_t held_again(const struct finder *finder, uint32_t index, const struct predicate *predicate);

#endif
