/*
 * inherit.h -- where an occasion took place that tells no place of its own.
 *
 *     talks on the sidelines of a summit  -> where the summit is
 *     talks of a visitor                  -> where the visit goes
 */
#ifndef MEETING_INHERIT_H
#define MEETING_INHERIT_H

#include "meeting/occasion.h"

/* Runs after occasion_relate(). */
void places_inherit(const struct story *story, struct occasion_list *occasions);

#endif
