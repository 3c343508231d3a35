/*
 * sift.h -- leaves out the meetings that are not sure enough, or of which too little is told.
 */
#ifndef MEETING_MERGE_SIFT_H
#define MEETING_MERGE_SIFT_H

#include <stddef.h>

#include "base/arena.h"
#include "meeting/meeting.h"

struct meetings {
    const struct meeting *at;
    size_t count;
};

/*
 * Of the meetings those whose confidence is at least so many hundredths, and of which the article
 * tells two who met, or one thing more, in arena, and their relations among each other.  What an
 * event is called (its ids) does not change by what is left out.  Returns 0 and *ret_kept, or
 * FAULT_MEMORY.
 */
int sift_meetings(struct arena *arena, const struct meetings *all, unsigned hundredths,
                  struct meetings *ret_kept);

#endif
