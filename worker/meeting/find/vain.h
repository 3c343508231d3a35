/*
 * vain.h -- what a verb of meeting tells, and is no meeting in particular, or came to nothing.
 *
 * Used by verb.c and idle.c; a noun can tell such a thing as well.
 */
#ifndef MEETING_FIND_VAIN_H
#define MEETING_FIND_VAIN_H

#include "meeting/find/act.h"

/* Whether it is only to go on, on no day and nowhere in particular. */
bool told_as_kept_up(const struct finder *finder, const struct act *act);
/* Whether it tells what for a meeting is held that a noun before it tells, or what is done at one
 * that a noun behind it does. */
bool told_as_purpose(const struct finder *finder, const struct act *act);
/* Whether it is told not to be "as planned"; whether its guest only came home; whether it is the
 * end of a sentence that lost its beginning. */
bool told_as_missed(const struct finder *finder, const struct act *act);
bool told_as_return(const struct finder *finder, const struct act *act);
bool told_headless(const struct finder *finder, const struct act *act);

/* "had often met", "visited Lima whenever he could", "met B every week": whether words right beside
 * the verb say that it was done again and again, and no day is told. */
bool told_as_usual(const struct finder *finder, const struct act *act);

/* "instead of | holding talks", "rather than | a session": whether what begins at token is told as
 * what was not. */
bool told_instead(const struct finder *finder, uint32_t token);

/* "if A met B", "instead of meeting B": whether what the VERB chunk tells is not so, or not known
 * to be, and told on no day. */
bool told_as_unreal(const struct finder *finder, uint32_t verb);

/* "ne recevra B que si la trêve tient": whether what the VERB chunk would deny is only told on that
 * condition. */
bool told_only_if(const struct finder *finder, uint32_t verb);

/* "n'a pu se dérouler normalement": whether what is denied is only how it went. */
bool told_of_manner(const struct finder *finder, uint32_t verb);

/* interview.c: "un entretien avec Reuters": what somebody told a paper. */
bool told_as_interview(const struct finder *finder, uint32_t noun, const struct mention *mention);

/* wished.c: "espère que A rencontrera B": whether the VERB chunk tells what is only wished for. */
bool told_as_wished(const struct finder *finder, uint32_t verb);

/* "met the pianist in 2016", "had met B at school": long ago, between people of no office, who came
 * to know each other. */
bool told_of_private_life(const struct finder *finder, const struct act *act,
                          const struct mention *mention);

#endif
