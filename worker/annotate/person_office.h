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

/* Sets party->person of an office that nothing else links, where the next sentence begins with
 * somebody new whom no title ever tells: "met his Kenyan counterpart.  X then left". */
void person_of_next(const struct document *document, struct people *people, struct party *party);

#endif
