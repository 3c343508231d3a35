/*
 * deed.h -- a noun made from a verb, which says what becomes of a meeting: "l'annulation de la
 * visite", "the opening of the forum".
 */
#ifndef MEETING_FIND_DEED_H
#define MEETING_FIND_DEED_H

#include "meeting/find/predicate.h"

/* What a noun made from a verb says of the meeting, "l'annulation de la visite"; and
 * the status that follows from that where the predicate has told another, or UNKNOWN. */
enum sense noun_deed(const struct finder *finder, uint32_t noun);
/* "no plans for | a meeting": whether the words before token say that none is planned. */
bool deed_unplanned(const struct finder *finder, uint32_t token);
enum meeting_status deed_status(enum sense deed, const struct predicate *predicate,
                                enum meeting_status told);
/* "Plans for a summit between A and B were shelved": the status that the verb tells
 * whose subject such a noun is, or UNKNOWN. */
enum meeting_status deed_fate(const struct finder *finder, uint32_t noun);
/* The verb that says something of it; none in "urged to use the results of the talks".
 */
struct predicate noun_predicate(const struct finder *finder, uint32_t noun);
/* How far such a noun says that it has come: "l'ouverture du forum", "la clôture". */
void deed_course(const struct finder *finder, uint32_t noun, struct mention *mention);
/* "L'ouverture du forum a été présidée par A": who did so. */
void deed_parties(const struct finder *finder, uint32_t noun, struct mention *mention);

/* "La visite s'achèvera vendredi par une rencontre": what something else begins or ends
 * with is held then, by whoever is on it. */
void slot_ending(const struct finder *finder, uint32_t noun, const struct predicate *predicate,
                 struct mention *mention);

#endif
