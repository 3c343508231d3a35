/*
 * heads.h -- who stands for each of the sides of a list: "the rebels, represented by A and
 * B".
 *
 * Used by list.c alone.
 */
#ifndef ANNOTATE_PARTY_HEADS_H
#define ANNOTATE_PARTY_HEADS_H

#include "annotate/party/reader.h"

/* Adds to the count of members who stands for the last of them, a side of a list; headed: another
 * side before it has such people.  Returns whether it or one before it has. */
bool reader_heads(struct reader *reader, struct party **members, unsigned *count, bool headed);

#endif
