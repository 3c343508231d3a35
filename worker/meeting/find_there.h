/*
 * find_there.h -- the status of a meeting by who has gone where it is held.
 *
 * Used by find_noun_status.c alone.
 */
#ifndef MEETING_FIND_THERE_H
#define MEETING_FIND_THERE_H

#include "meeting/find.h"
#include "meeting/find_travel.h"
#include "meeting/predicate.h"

/* "flew to Oslo for talks": they were held; who "left for" it, or is on the way, has them to come.
 */
enum meeting_status there_by_travel(const struct finder *finder, uint32_t index);

/* "is in Oslo for talks with B": whether somebody is there for it, who has not left. */
bool there_for(const struct finder *finder, uint32_t noun);

/* "is in Oslo to attend the forum": the same of the verb that speaks of the meeting. */
bool there_to_attend(const struct finder *finder, const struct predicate *predicate);

#endif
