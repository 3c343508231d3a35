/*
 * status.h -- held, planned or called off: what verbs say of a meeting.
 */
#ifndef MEETING_STATUS_H
#define MEETING_STATUS_H

#include "annotate/lexis.h"
#include "annotate/verb.h"
#include "meeting/meeting.h"

/* The status that a meeting verb in this group tells: "a rencontré", "will meet". */
enum meeting_status status_of_meeting_verb(const struct verb *verb);

/* The status that an event verb of that sense gives the meeting that is its subject or object. */
enum meeting_status status_of_event_verb(const struct verb *verb, enum sense sense);

/* The status of a meeting told as infinitive under an event verb: "a refusé de rencontrer". */
enum meeting_status status_of_infinitive(const struct verb *governing, enum sense sense);

#endif
