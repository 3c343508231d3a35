/*
 * sequel.h -- whose turn comes where somebody meets several: "Puis viendra B", "Next up is B".
 */
#ifndef MEETING_FIND_SEQUEL_H
#define MEETING_FIND_SEQUEL_H

#include "meeting/find/find.h"

/* Keeps a mention for each such one; resolve/sequel.c finds who meets him. */
void find_sequel(struct finder *finder);

#endif
