/*
 * again.h -- mentions that only add to what is told already: its host, its guests, who speaks
 * after it.
 */
#ifndef MEETING_MERGE_AGAIN_H
#define MEETING_MERGE_AGAIN_H

#include "meeting/merge/compare.h"

/* "cette réunion", "X présidera la réunion": the one told before, whatever its status. */
bool mention_says_nothing_new(const struct mention *mention, const struct occasion *occasion);

/* Whether it tells who speaks after it, who hosts it or presides, or whom the host of a summit
 * receives; points: what speaks for the occasion so far. */
bool mention_tells_speaker(const struct mention *mention, const struct occasion *occasion);
bool mention_tells_host(const struct mention *mention, int points);
bool mention_tells_guests(const struct story *story, const struct mention *mention,
                          const struct occasion *occasion);

/* "talks with B, during which the diplomats discussed trade": whether those told to meet right
 * before do it. */
bool mention_of_those_told(const struct story *story, const struct mention *mention,
                           const struct occasion *occasion);

/* "A a reçu les syndicats. B les avait reçus lundi": another one received them. */
bool mention_of_other_host(const struct story *story, const struct mention *mention,
                           const struct occasion *occasion);

/* "C attended the audience", right behind the one of A and B: not the one that C had before. */
bool merge_enters_another(const struct merger *merger, const struct mention *mention,
                          const struct occasion *occasion);

/* "The delegation included A": the last that has begun, where a plan was told last; or NULL. */
const struct occasion *begun_before(const struct occasion_list *list, const struct mention *mention,
                                    const struct occasion *last);

#endif
