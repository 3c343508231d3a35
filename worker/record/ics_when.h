/*
 * ics_when.h -- when a meeting stands in a calendar.  Private to record/.
 */
#ifndef RECORD_ICS_WHEN_H
#define RECORD_ICS_WHEN_H

#include <stdbool.h>

#include "article/article.h"
#include "meeting/meeting.h"

enum ics_clock {
    ICS_ALL_DAY, /* days only */
    ICS_LOCAL,   /* a time of day where the meeting is: no zone is told */
    ICS_UTC,     /* a time of day with its zone, which first and minutes are already out of */
};

struct ics_when {
    struct day first;
    struct day after; /* the day after the last; year 0 when the calendar has none */
    enum ics_clock clock;
    int minutes; /* since midnight, unless ICS_ALL_DAY */
    bool off;    /* nothing takes place then: the meeting was moved to a day not told */
};

/* False when the meeting has no day.  *ret_when is then left alone. */
bool ics_when(const struct meeting *meeting, struct ics_when *ret_when);

#endif
