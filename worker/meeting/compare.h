/*
 * compare.h -- how much a mention and an occasion have in common, in points.
 *
 * Used by merge.c alone, which joins them.
 */
#ifndef MEETING_COMPARE_H
#define MEETING_COMPARE_H

#include "meeting/occasion.h"

/* Which of the occasions known so far a mention tells again is decided by points. */
enum {
    POINTS_ENOUGH = 20,
    POINTS_ALL_PARTIES = 30, /* all that the smaller side names stand on the other */
    POINTS_SOME_PARTIES = 8,
    POINTS_NAME = 25, /* the same name, or one inside the other */
    POINTS_BACK = 22, /* "the meeting", "cette rencontre", without parties of its own */
    POINTS_SAME_DAY = 8,
    POINTS_SAME_CITY = 8,
    POINTS_SAME_COUNTRY = 4,
    POINTS_SUMMIT = 6, /* "the summit": rather a summit than talks */
    POINTS_NEAR = 4,   /* the occasion told last */
    POINTS_TITLE = 10, /* the headline tells what the lead tells */
    POINTS_LEAD = 8,   /* the story tells for the first time what the headline told */
};

/* By their names: POINTS_NAME when one is inside the other, less when they share words, negative
 * when they don't; 0 when one has none. */
int compare_names(const struct story *story, const struct mention *mention,
                  const struct occasion *occasion);

/* By their parties: POINTS_ALL_PARTIES when the one side has all of the other, negative when they
 * are others; 0 when one side names nobody. */
int compare_parties(const struct story *story, const struct mention *mention,
                    const struct occasion *occasion);

/* How many of the parties are known to be somebody in particular. */
unsigned compare_identified(const struct slot *slots, unsigned count);

#endif
