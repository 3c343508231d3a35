/*
 * unread.h -- what verbs that no list has still tell: whether it is past or to come.
 *
 *     "aborderont leur différend au cours d'un sommet", "wants to raise it at the summit"
 */
#ifndef MEETING_FIND_UNREAD_H
#define MEETING_FIND_UNREAD_H

#include "annotate/verb.h"
#include "meeting/find/find.h"

/* The tense of the last such verb before token in its clause: PAST or FUT, or NONE: nothing tells.
 */
enum tense unread_tense(const struct finder *finder, uint32_t token);
/* "said he | would resign after his talks | with B", "this would be the focus of talks" (only_be):
 * whether such a verb between the two is told as to come. */
bool unread_would(const struct finder *finder, uint32_t begin, uint32_t token, bool only_be);
/* The same of the verb behind token: "The meeting in Lyon will review". */
enum tense unread_tense_behind(const struct finder *finder, uint32_t token);
/* "expects the visit | will boost trade": whether what stands before token has a verb of its own.
 */
bool unread_own_verb(const struct finder *finder, uint32_t token);
/* Whether the first verb behind token in its clause, be it such a one or not, is of the past. */
bool unread_past_behind(const struct finder *finder, uint32_t token);
/* "Lors du sommet de juin, ils ont adopté un plan": whether such a verb beside the noun says that
 * something was done there. */
bool unread_done(const struct finder *finder, uint32_t noun);
/* "Le sommet du 31 octobre n'a pas permis d'avancée": whether the verb of a noun that is a subject
 * says that it is over. */
bool unread_was(const struct finder *finder, uint32_t noun);
/* "Attending the summit will be A and B": the verb at index opens the sentence, and an auxiliary of
 * the future follows with who does it. */
bool unread_inverted(const struct finder *finder, uint32_t index);

/* "a célébré une messe avant de recevoir B": whether the infinitive or participle at index comes
 * after what its clause tells as done. */
bool unread_sequel_done(const struct finder *finder, uint32_t index);

/* Whether the verb that goes on behind the chunk at index says that it is to come: "will fly". */
bool unread_goes_on(const struct finder *finder, uint32_t index);

/* "Besides meeting B, A will fly there": whether the chunk is told besides what is to come. */
bool unread_besides(const struct finder *finder, uint32_t index);

#endif
