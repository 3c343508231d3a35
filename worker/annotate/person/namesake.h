/*
 * namesake.h -- who of several bears of one family name is meant: "M. Kabo" is the minister that
 * the story is about, and not his brother Omar Kabo.
 *
 * Used by person.c alone.
 */
#ifndef ANNOTATE_PERSON_NAMESAKE_H
#define ANNOTATE_PERSON_NAMESAKE_H

#include "annotate/person/person.h"

/* "son frère X", "son chef de cabinet X": whether somebody is told as another's. */
bool namesake_is_anothers(const struct document *document, const struct party *party);

/* How well the party, who can be the person by name, goes with what is told of the person: the most
 * points win, and of equals who is told last. */
int namesake_points(const struct document *document, const struct person *person,
                    const struct party *party);

#endif
