/*
 * copula.h -- a word for a meeting behind "is", "was" or "no": what the one told before was.
 *
 *     "It was a first meeting" --told_as_predicate--> true
 */
#ifndef MEETING_FIND_COPULA_H
#define MEETING_FIND_COPULA_H

#include "meeting/find/find.h"

/* Told as what another one was; as what it was not, "Il ne s'agit pas d'un sommet". */
bool told_as_predicate(const struct finder *finder, const struct mention *mention);
bool told_as_not(const struct finder *finder, const struct mention *mention);
/* "C'est la première visite d'un maire étranger": drops who is nobody in particular. */
void told_of_any(const struct finder *finder, struct mention *mention);

#endif
