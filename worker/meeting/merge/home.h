/*
 * home.h -- journeys that are no visits of their own.
 */
#ifndef MEETING_MERGE_HOME_H
#define MEETING_MERGE_HOME_H

#include "meeting/mention/occasion.h"

/* Whether who travels goes home, and meets others abroad. */
bool journey_goes_home(const struct story *story, const struct occasion_list *list,
                       const struct occasion *journey);

/* journey.c: leaves out the journeys to a meeting of many that is told too, and those that only go
 * home. */
void drop_journeys(const struct story *story, struct occasion_list *list);

/* "A and B will meet again. A flies to Lima on Monday": a journey told behind them to where none of
 * those who talk is from. */
bool visit_elsewhere(const struct story *story, const struct occasion *occasion,
                     const struct occasion *visit);

#endif
