/*
 * turn.h -- who met in turn: "A and B met with C, respectively".
 *
 * Used by apart.c.
 */
#ifndef MEETING_FIND_TURN_H
#define MEETING_FIND_TURN_H

#include "meeting/find/find.h"

/* Whether such a word stands at token, right behind the one met. */
bool told_in_turn(const struct finder *finder, uint32_t token);

/* "A met B and C, respectively": whether one met each of those who are told from the token others
 * on, up to end. */
bool told_one_in_turn(const struct finder *finder, const struct mention *mention, uint32_t others,
                      uint32_t end);

/* "tour à tour", "one by one": whether the words from begin to end say so. */
bool tells_turn(const struct finder *finder, uint32_t begin, uint32_t end);

/* Keeps a copy for each of those before the token, with the one who stands at it. */
void keep_in_turn(struct finder *finder, const struct mention *mention, uint32_t token);

#endif
