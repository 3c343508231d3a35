/*
 * status.h -- held, planned or called off: what verbs say of a meeting.
 */
#ifndef MEETING_CLAUSE_STATUS_H
#define MEETING_CLAUSE_STATUS_H

#include "annotate/lexis.h"
#include "annotate/verb.h"
#include "meeting/meeting.h"

/* Whether it is what people do at a meeting as well as with one: "decide", "reject". */
bool sense_is_of_people(enum sense sense);

/* Whether it tells a past that goes on, "rencontrait", "was meeting"; the latter alone, since
 * "rencontrait lundi" can just tell what was done; a mere present. */
bool status_is_unfinished(const struct verb *verb);
bool status_is_under_way(const struct verb *verb);
bool status_is_now(const struct verb *verb);

/* The status that a meeting verb in this group tells: "a rencontré", "will meet". */
enum meeting_status status_of_meeting_verb(const struct verb *verb);

/* The status that an event verb of that sense gives the meeting that is its subject or object. */
enum meeting_status status_of_event_verb(const struct verb *verb, enum sense sense);

/* What a verb of that sense says whatever its tense: CANCELLED; UNKNOWN: its tense decides. */
enum meeting_status status_of_sense(enum sense sense);

/* The status that a verb or noun of that sense gives a meeting which it governs through an
 * infinitive of sense inner, "agreed to cancel", or NONE, "refused to meet"; UNKNOWN: its tense
 * decides. */
enum meeting_status status_of_governed(enum sense sense, bool negative, enum sense inner);

#endif
