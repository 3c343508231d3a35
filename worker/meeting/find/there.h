/*
 * there.h -- the status of a meeting by who has gone where it is held.
 *
 * Used by noun*.c and parties.c alone.
 */
#ifndef MEETING_FIND_THERE_H
#define MEETING_FIND_THERE_H

#include "meeting/find/find.h"
#include "meeting/find/predicate.h"
#include "meeting/find/travel.h"

/* "flew to Oslo for talks": they were held; who "left for" it, or is on the way, has them to come.
 */
enum meeting_status there_by_travel(const struct finder *finder, uint32_t index);

/* "En visite à Oslo lundi, A a rencontré B": whether the sentence opens with a visit of a day on
 * which something was done. */
bool was_on_day(const struct finder *finder, uint32_t noun);

/* "is in Oslo for talks with B", "is in talks": whether somebody is there for it, who has not left.
 */
bool there_for(const struct finder *finder, uint32_t noun);

/* "A was in Oslo on Monday for talks": who is told to be in a place for it, or CLAUSE_NONE. */
uint32_t there_who(const struct finder *finder, uint32_t noun);

/* "In Oslo for a forum, A met B": who is told to be there for the meeting with which the sentence
 * opens, or CLAUSE_NONE. */
uint32_t there_fronted(const struct finder *finder, uint32_t noun);

/* "is in Oslo to attend the forum", "was in Oslo to attend it": what the verb that speaks of the
 * meeting tells by who is there for it. */
void there_to_attend(const struct finder *finder, const struct predicate *predicate,
                     enum meeting_status *status);

/* predicate_status.c: "declined to attend the summit", "skipped talks with B", "invited X to
 * attend": what the predicate says of the meeting by saying who is there or stays away. */
void status_by_presence(const struct finder *finder, uint32_t noun,
                        const struct predicate *predicate, struct mention *mention);

/* retreat.c: "was to open on Monday but was called off", "was to meet B, but it was put off": the
 * verb that takes back what the predicate of the noun says, or the verb of meeting, which has none.
 */
void status_by_retreat(const struct finder *finder, uint32_t noun,
                       const struct predicate *predicate, struct mention *mention);
/* "it would have been their first meeting": it came to nothing, if this is told. */
bool status_by_unreal(const struct finder *finder, uint32_t noun, struct mention *mention);
/* What was off its agenda, told as if it had not been, or only not yet, is not called off. */
void status_unharmed(const struct finder *finder, uint32_t noun, const struct predicate *predicate,
                     struct mention *mention);

/* noun_status.c: "There will be no further talks until Friday": then they go on. */
void status_not_until(const struct finder *finder, struct mention *mention);
/* ahead.c: "has a meeting with B on Monday": what somebody has on a day is to come. */
void status_had(const struct finder *finder, struct mention *mention);

#endif
