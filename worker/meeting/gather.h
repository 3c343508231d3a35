/*
 * gather.h -- who came to a gathering of many, where the article tells it sentence by sentence.
 */
#ifndef MEETING_GATHER_H
#define MEETING_GATHER_H

#include "meeting/occasion.h"

/*
 * Gives the first gathering that was held (a summit, a ministerial meeting, negotiations) the
 * people whose office fits its kind and who act or speak in the sentences after it is told,
 * unless the article has them at another meeting only.
 */
void gather_people(const struct story *story, struct occasion_list *occasions);

#endif
