/*
 * inherit.h -- where and when an occasion took place that tells neither itself.
 *
 *     talks on the sidelines of a summit  -> where the summit is
 *     talks of a visitor                  -> where the visit goes
 */
#ifndef MEETING_INHERIT_H
#define MEETING_INHERIT_H

#include "meeting/occasion.h"

/* Runs after occasion_relate(). */
void places_inherit(const struct story *story, struct occasion_list *occasions);

/* inherit_home.c: the same for what the text leaves to its host or to the article's own state. */
void places_at_home(const struct story *story, struct occasion_list *occasions);

/* inherit_day.c: the day of what tells none, from the news told right before it. */
void days_inherit(const struct story *story, struct occasion_list *occasions);

#endif
