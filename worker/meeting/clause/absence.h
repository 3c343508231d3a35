/*
 * absence.h -- who is told not to be there: "in the absence of", "except for".
 */
#ifndef MEETING_CLAUSE_ABSENCE_H
#define MEETING_CLAUSE_ABSENCE_H

#include "annotate/document.h"

/* Whether the sentence tells of one who stays away: "declined an invitation to the summit", "will
 * not go there". */
bool absence_in(const struct document *document, const struct sentence *sentence);

/* Whether the words before a party (ANNOTATION_PARTY) tell that it is not there. */
bool absence_told(const struct document *document, const struct annotation *party);

#endif
