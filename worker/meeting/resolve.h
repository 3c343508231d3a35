/*
 * resolve.h -- who "they", "he" and "the two leaders" are, where one of them met somebody.
 */
#ifndef MEETING_RESOLVE_H
#define MEETING_RESOLVE_H

#include "meeting/mention.h"

/* Adds to each mention whose subject is a pronoun those for whom it stands, and puts those for whom
 * a group stands in the group's place. */
void resolve_pronouns(const struct story *story, const struct mention_list *mentions);

#endif
