/*
 * name.h -- what stands inside the name of a meeting: where it is, and who meets.
 *
 * Used by noun.c alone.
 */
#ifndef MEETING_FIND_NAME_H
#define MEETING_FIND_NAME_H

#include "meeting/find/find.h"

/* A city inside the name is its place: "le sommet de Bichkek", "the Brussels summit". */
void name_place(const struct finder *finder, const struct annotation *noun,
                struct mention *mention);

/* "les pourparlers de Nairobi": the town after which talks are called is where they are. */
void name_town(const struct finder *finder, uint32_t noun, struct mention *mention);

/* Those told one by one inside the name: "la réunion des dirigeants de A, de B et de C", "the Kenya
 * and Peru summit"; unless somebody is known. */
void name_parties(const struct finder *finder, struct mention *mention);

#endif
