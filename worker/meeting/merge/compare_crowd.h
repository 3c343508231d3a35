/*
 * compare_crowd.h -- whom one telling leaves unnamed and another one names.
 */
#ifndef MEETING_MERGE_COMPARE_CROWD_H
#define MEETING_MERGE_COMPARE_CROWD_H

#include "meeting/merge/compare.h"

/* "A met Arab diplomats.  A met the foreign ministers B and C": those of whom the sentences before
 * told nothing but that they were several are told one by one. */
bool compare_names_crowd(const struct story *story, const struct mention *mention,
                         const struct occasion *occasion);
/* "A leader of the rebels met A.  B met A", "B spoke to A.  The prime minister spoke to A": whether
 * of two the one is told by name here, and by an office alone there. */
bool compare_names_last(const struct story *story, const struct mention *mention,
                        const struct occasion *occasion);
/* "B met a delegation.  After meeting B, A said": whether who speaks was of the delegation. */
bool compare_names_speaker(const struct story *story, const struct mention *mention,
                           const struct occasion *occasion);
/* "A will go to Lima.  The top Kenyan diplomat will visit Peru": whether who is told by an office
 * of a state pays the visit that was told of somebody by name. */
bool compare_names_visitor(const struct story *story, const struct mention *mention,
                           const struct occasion *occasion);
/* Puts whom the one tells by name in the place of the office. */
void compare_take_name(const struct story *story, struct mention *mention,
                       struct occasion *occasion);

#endif
