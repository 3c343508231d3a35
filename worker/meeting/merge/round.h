/*
 * round.h -- "a series of talks with her counterparts": several meetings under one word.
 */
#ifndef MEETING_MERGE_ROUND_H
#define MEETING_MERGE_ROUND_H

#include "meeting/mention/occasion.h"

/* Whether the mention tells that one met several, none of whom is told. */
bool mention_is_round(const struct document *document, const struct mention *mention);

/* sum.c: whether the mention in the headline tells together what the story tells of each. */
bool mention_sums_up(const struct story *story, const struct mention_list *mentions,
                     const struct mention *head);
/* sum.c: each of those that such a headline sums up is where it says, unless it tells a place. */
void sum_hand_over(const struct story *story, const struct mention_list *mentions,
                   const struct mention *head);

/* Leaves out the rounds of which the story tells a single meeting. */
void drop_rounds(const struct story *story, struct occasion_list *list);

/* again.c: "said that his talks with B were good and that they agreed to hold another round": what
 * is to come is none that was told as held. */
bool mention_is_besides(const struct story *story, const struct mention *mention,
                        const struct occasion *occasion);

/* apart_many.c: whether the mention is one of several that a word or its sentence tells, and the
 * occasion another of them. */
bool mention_is_one_of_many(const struct story *story, const struct mention *mention,
                            const struct occasion *occasion);

#endif
