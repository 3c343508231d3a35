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

#endif
