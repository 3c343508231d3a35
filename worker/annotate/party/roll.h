/*
 * roll.h -- who was there, told one a line: "Attendees included:", and below it a line each.
 *
 * meeting/quiet.c has such lines read, person/nation_side.c tells whose state they serve, and
 * meeting/find/presence.c that they were there.
 */
#ifndef ANNOTATE_PARTY_ROLL_H
#define ANNOTATE_PARTY_ROLL_H

#include "annotate/document.h"

/* Whether the sentence of that number opens a roll: words for being there, and a colon at the end
 * of the line, or a heading of few words. */
bool roll_opens(const struct document *document, size_t number);

/* Whether the sentence is a line of a roll, which goes on from one that opens it. */
bool roll_has(const struct document *document, size_t number);

#endif
