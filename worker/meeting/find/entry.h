/*
 * entry.h -- a line that only names who is met: "10:00: Ana Lind (Greens)", below "will receive:".
 */
#ifndef MEETING_FIND_ENTRY_H
#define MEETING_FIND_ENTRY_H

#include "meeting/find/find.h"

/* Keeps a mention for the one whom the sentence names, if a line before it leads to such a list. */
void find_entry(struct finder *finder);

#endif
