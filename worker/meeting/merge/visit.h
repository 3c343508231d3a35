/*
 * visit.h -- visits that are paid on somebody, and who it is that comes.
 */
#ifndef MEETING_MERGE_VISIT_H
#define MEETING_MERGE_VISIT_H

#include "meeting/merge/compare.h"

/* "cette visite", not told before: gives it the guest of the talks told last, if any. */
bool merge_guest(const struct merger *merger, struct mention *mention);

/* "une visite d'adieu", "a rendu visite à B": whether a visit is paid on somebody. */
bool merge_paid(const struct document *document, const struct mention *mention);
/* "visits Peru. She paid a courtesy visit to B": one is the journey, one a call on it. */
bool mention_calls_there(const struct story *story, const struct mention *mention,
                         const struct occasion *occasion);

/* Whether it takes somebody to a place, and not only to a person: no "A visited B". */
bool occasion_travels(const struct occasion *occasion);
/* Held in one day; a summit or conference may have begun before the news of it. */
bool occasion_is_brief(const struct occasion *occasion);

/* "A met B. B said he visited C in 2016": a visit of long ago that is told only behind the talks.
 */
bool visit_is_looked_back_on(const struct story *story, const struct occasion *occasion,
                             const struct occasion *visit);

#endif
