/*
 * gather.h -- who came, where the article tells it beside the meeting or sentence by sentence.
 */
#ifndef MEETING_MERGE_GATHER_H
#define MEETING_MERGE_GATHER_H

#include "meeting/mention/occasion.h"

/*
 * Gives each meeting
 * - those who met at its side;
 * - where nobody is told to meet: those of whom the sentences that tell it speak.
 * Gives the first gathering that was held (a summit, a ministerial meeting, negotiations) the
 * people whose office fits its kind and with whom a sentence after it begins, or who speak in the
 * story of a summit, unless the sentence tells another meeting.
 */
void gather_people(const struct story *story, struct occasion_list *occasions);

/* "after the arrest of A", "before a visit by A", "demanded the release of A": whether the sentence
 * of the mention tells something else of the party than that it was at the meeting. */
bool gather_tells_other(const struct document *document, const struct mention *mention,
                        const struct annotation *party);

#endif
