/*
 * outcomes.h -- what a meeting ended with: a communiqué, an agreement, none.
 */
#ifndef MEETING_FIND_OUTCOMES_H
#define MEETING_FIND_OUTCOMES_H

#include "meeting/mention/occasion.h"

/*
 * Gives each occasion that was held the outcomes that its sentences tell: a word for an outcome
 * beside a verb that brings one about ("ont signé un accord"), or one that belongs to the
 * meeting's word ("le communiqué de la réunion").
 */
void outcomes_attach(const struct story *story, struct occasion_list *occasions);

#endif
