/*
 * home.h -- journeys that only go home.
 */
#ifndef MEETING_MERGE_HOME_H
#define MEETING_MERGE_HOME_H

#include "meeting/mention/occasion.h"

/* Whether who travels goes home, and meets others abroad. */
bool journey_goes_home(const struct story *story, const struct occasion_list *list,
                       const struct occasion *journey);

#endif
