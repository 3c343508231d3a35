/*
 * object.h -- whom a verb of meeting has beside it: its object, and whether its subject is
 * one.
 */
#ifndef MEETING_FIND_OBJECT_H
#define MEETING_FIND_OBJECT_H

#include "meeting/find/find.h"

/* The PARTY chunk that is the object of the verb at index, close behind it and under one of the
 * governors, or CLAUSE_NONE. */
uint32_t object_of(const struct finder *finder, uint32_t verb, uint64_t governors);

/* "a réuni A et B", "includes A and B": who stands behind what a meeting does, or CLAUSE_NONE. */
uint32_t brought_by(const struct finder *finder, uint32_t verb);

/* "le forum, qui se tient à Lima, | réunit A et B": the main verb of the noun behind that of an
 * aside, or CLAUSE_NONE. */
uint32_t main_behind(const struct finder *finder, uint32_t noun, uint32_t aside);

/* objective.c: whether the word at token is a pronoun for whom somebody meets: "her
 * counterpart" and "le ministre" are none. */
bool objective_at(const struct finder *finder, uint32_t token);

/* "received an OBE", "received EU funds": something with an article, or what a body or a state
 * gives or has, no party. */
bool is_decoration(const struct finder *finder, uint32_t object);

/* Whether the verb has an object that is nobody: "met every target", "met with bad weather". */
bool has_thing(const struct finder *finder, uint32_t verb);

/* "débarquer leurs prises": what comes behind a verb of arrival is brought, no place reached. */
bool brings_something(const struct finder *finder, uint32_t verb);

/* Whether token, right before the verb, is a noun that names no party: "people arriving". */
bool is_unknown_noun(const struct finder *finder, uint32_t verb, uint32_t token);

/* "met Mr X's envoy": whom a name with an 's goes on to, or the chunk itself; CLAUSE_NONE: "called
 * Mr X's rule". */
uint32_t owned_by(const struct finder *finder, uint32_t party);

/* "Their discussion covered Kenya": whether a word between noun and party that no list knows is the
 * verb that makes the party a subject matter. */
bool is_matter(const struct finder *finder, uint32_t noun, uint32_t party);

/* "a vu la participation | de A": whether the verb's own words end in a noun, with "of" behind. */
bool verb_has_noun(const struct finder *finder, uint32_t verb);

/* "recevra cette semaine : A, lundi, et B, mardi", "… : lundi, A": who opens the list behind the
 * verb's colon, or CLAUSE_NONE. */
uint32_t past_colon(const struct finder *finder, uint32_t verb);

#endif
