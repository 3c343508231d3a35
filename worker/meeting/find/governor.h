/*
 * governor.h -- what governs a verb that is not finite, and so decides what it tells.
 *
 *     "a refusé de | rencontrer", "denied | holding", "the decision | to cancel" --> struct
 * governor
 */
#ifndef MEETING_FIND_GOVERNOR_H
#define MEETING_FIND_GOVERNOR_H

#include "annotate/lexis.h"
#include "meeting/find/find.h"

struct governor {
    const struct verb *verb; /* NULL: a noun, "the decision to" */
    enum sense sense;        /* NONE: no verb that says what becomes of what it governs */
    bool negative;
    struct span words;
};

/* The governor of the infinitive or form in -ing at index, if there is one. */
bool governor_of(const struct finder *finder, uint32_t index, struct governor *ret_governor);

/* Only that which stands right before it, "denied holding", "no plans to meet". */
bool governor_beside(const struct finder *finder, uint32_t index, struct governor *ret_governor);

/* The status of the meeting that it governs; inner: what the verb in between says of it, "agreed to
 * cancel the meeting", or NONE. */
enum meeting_status governor_status(const struct governor *governor, enum sense inner);

/* "accepted a request from B to meet": the chunk of B, who is to meet whoever does that, or
 * CLAUSE_NONE. */
uint32_t governor_bidder(const struct finder *finder, uint32_t index);

/* "conveyed to B an invitation to visit": B, who is to do what the infinitive at index says, or
 * CLAUSE_NONE. */
uint32_t governor_invited(const struct finder *finder, uint32_t index);

/* Who does what the verb at index says by the deed that governs it: "an invitation to B to visit",
 * "the refusal of B to meet A"; visit: it tells of a visit.  Or CLAUSE_NONE. */
uint32_t governor_doer(const struct finder *finder, uint32_t index, bool visit);

#endif
