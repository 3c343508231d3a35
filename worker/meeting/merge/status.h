/*
 * status.h -- whether a mention and an occasion can be one by how far they have come.
 */
#ifndef MEETING_MERGE_STATUS_H
#define MEETING_MERGE_STATUS_H

#include "meeting/mention/occasion.h"

/* "…, after the meeting was cancelled": the one just told, if nothing told its status. */
bool mention_is_void(const struct mention *mention, const struct occasion *occasion);

/* Told as held here and as planned there: two occasions, unless one of the two is a guess. */
bool statuses_agree(const struct story *story, const struct mention *mention,
                    const struct occasion *occasion);

#endif
