/*
 * group.h -- who "the two leaders" are, and "they" who met one after the other.
 */
#ifndef MEETING_RESOLVE_GROUP_H
#define MEETING_RESOLVE_GROUP_H

#include "meeting/mention/mention.h"

/* "the two sides", "both delegations": a group that stands for so many parties told before. */
bool party_is_pair(const struct document *document, const struct party *party);

enum { GROUP_SENTENCES_BACK = 8 };

/* group.c: "the two leaders", "les ministres": people told before, without anything of
 * their own; puts those for whom the group in the slot stands in its place. */
bool group_refers_back(const struct document *document, const struct party *party);
/* French "a rencontré des ministres": behind a verb such an article makes them others than those
 * told before, though with a noun before it it is "of the". */
bool group_is_new(const struct document *document, const struct mention *mention,
                  const struct party *party);
void resolve_group(const struct story *story, const struct mention_list *mentions, uint32_t index,
                   unsigned slot);

/* series.c: "They met D", not "They examined the plan in the presence of D": whether who is met
 * stands right behind the verb that brings two together. */
bool mention_meets(const struct mention *mention);
/* The group whose meetings with one after the other the mentions before that at index tell, or
 * NULL; "they" may also be a group that somebody received. */
const struct party *group_in_series(const struct mention_list *mentions, uint32_t index, bool they);

/* "EU leaders will discuss it when they meet": whether those for whom "they" stands are a group of
 * ministers or of heads. */
bool group_can_meet(const struct story *story, const struct mention *mention,
                    const struct party *party);

#endif
