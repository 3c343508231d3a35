/*
 * row.h -- gatherings that a sentence tells in a row.
 */
#ifndef MEETING_FIND_ROW_H
#define MEETING_FIND_ROW_H

#include "meeting/find/find.h"

/* Marks them, and has them share the day and place that is told once. */
void find_rows(struct finder *finder);

#endif
