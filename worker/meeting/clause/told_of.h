/*
 * told_of.h -- of whom what stands between commas behind a name is told.
 *
 *     "X, premier président à visiter Lima, a vu Y", "X, candidate des partis pour Z, a vu Y"
 */
#ifndef MEETING_CLAUSE_TOLD_OF_H
#define MEETING_CLAUSE_TOLD_OF_H

#include "meeting/clause/clause.h"

/* The party of whom the one at index only says that he was the first or the last to do something,
 * or what his office is; or index itself. */
uint32_t clause_told_of(const struct clause *clause, uint32_t index);

#endif
