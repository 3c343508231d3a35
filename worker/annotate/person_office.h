/*
 * person_office.h -- who is meant by an office alone: "le ministre chinois", "son homologue
 * malien".
 *
 * Used by person.c alone, once all names are registered.
 */
#ifndef ANNOTATE_PERSON_OFFICE_H
#define ANNOTATE_PERSON_OFFICE_H

#include "annotate/person.h"

/* Sets party->person of "the minister", "le diplomate": the one whom the story goes on about, who
 * is told first in the last sentence that tells one. */
void person_of_vague(const struct document *document, struct people *people, struct party *party);

/* Sets party->person where one of the people holds the office of a party without a name. */
void person_of_office(const struct document *document, struct people *people, struct party *party);

#endif
