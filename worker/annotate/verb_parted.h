/*
 * verb_parted.h -- a verb group that an aside between commas parts: "a, selon Y, reçu Z".
 *
 *     VERB annotation of a participle or infinitive --verb_part--> what its auxiliary makes of it
 */
#ifndef ANNOTATE_VERB_PARTED_H
#define ANNOTATE_VERB_PARTED_H

#include "annotate/verb.h"

/* Sets tense, voice and modality by the auxiliary before the aside, if the group has one there. */
void verb_part(const struct document *document, const struct annotation *group, struct verb *verb);

#endif
