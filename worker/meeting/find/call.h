/*
 * call.h -- who is at the other end: of a call, of a courtesy call, of an audience granted.
 */
#ifndef MEETING_FIND_CALL_H
#define MEETING_FIND_CALL_H

#include "meeting/find/find.h"
#include "meeting/find/predicate.h"

/* "X received a phone call from Y": the two ends of a call. */
void slot_callers(const struct finder *finder, struct mention *mention, uint32_t noun);
/* "paid a courtesy call on President B": a visit on somebody is a meeting of two; "had a visit from
 * B": who came. */
void slot_called_on(const struct finder *finder, struct mention *mention, uint32_t noun);
/* Whom it is paid on: the PARTY chunk behind the noun, or CLAUSE_NONE. */
uint32_t call_host(const struct finder *finder, uint32_t noun);
/* "paid a courtesy call on him", "paid him a visit": on somebody whom a pronoun tells; and who acts
 * at one that another pays, who may be it. */
void slot_called_on_him(const struct finder *finder, struct mention *mention, uint32_t noun,
                        const struct predicate *predicate);
/* granted.c: "a accordé mardi une audience à B", "l'audience que lui a accordée A": for whom
 * it was held, and by whom. */
void slot_granted(const struct finder *finder, struct mention *mention, uint32_t noun,
                  const struct predicate *predicate);

/* phone.c: "a eu B au téléphone": tries the VERB chunk as a trigger. */
void find_by_phone(struct finder *finder, uint32_t index);

/* The first PARTY behind the chunk in its clause that one of the governors governs, or CLAUSE_NONE;
 * whether one person stands there. */
uint32_t call_party_behind(const struct clause *clause, uint32_t index, uint64_t governors);
bool call_is_person(const struct clause *clause, uint32_t chunk);

#endif
