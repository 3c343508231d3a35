/*
 * boilerplate.h -- what stands around the story: menus, "Read more", captions, copyright.
 */
#ifndef ANNOTATE_BOILERPLATE_H
#define ANNOTATE_BOILERPLATE_H

#include "annotate/document.h"

/* Sets SENTENCE_BOILERPLATE on the sentences that are not the story.  Runs after the lexicon. */
void boilerplate_mark(struct document *document);

#endif
