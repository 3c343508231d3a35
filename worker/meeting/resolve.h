/*
 * resolve.h -- who "they" and "he" are, where one of them met somebody.
 */
#ifndef MEETING_RESOLVE_H
#define MEETING_RESOLVE_H

#include "meeting/mention.h"

/* Adds to each mention whose subject is a pronoun those for whom it stands. */
void resolve_pronouns(const struct story *story, const struct mention_list *mentions);

#endif
