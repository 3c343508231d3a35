/*
 * caller.h -- "called the minister": whether a verb of calling tells that somebody spoke.
 */
#ifndef MEETING_FIND_CALLER_H
#define MEETING_FIND_CALLER_H

#include "meeting/find/act.h"

/* "called the minister": by telephone, unless it goes on "to resign", or a name is given. */
bool act_calls(const struct finder *finder, const struct act *act);

/* "called on B | to bid him farewell": whether what begins at to is what a caller does there. */
bool act_is_errand(const struct document *document, uint32_t to);

/* "pourraient se voir imposer une amende": what is done to somebody. */
bool act_is_suffered(const struct finder *finder, const struct act *act);

/* "called the bloc outdated", 'called A a "traitor"': whether who is called is named, not rung. */
bool act_only_names(const struct finder *finder, const struct act *act);

/* "called a meeting of the council", "called another one": whether a word for a meeting is what the
 * verb is about. */
bool act_calls_noun(const struct finder *finder, uint32_t verb);

#endif
