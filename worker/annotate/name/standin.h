/*
 * standin.h -- what stands for a word for a meeting: "after the one in Lima", "la 3e édition".
 *
 *     lexicon readings --standin_annotate--> MEETNOUN over the word that stands in
 *
 * Runs after the lexicon and the boilerplate, before sentences without a word for a meeting are
 * left out.  The new reading has the value of the word that it stands for.
 */
#ifndef ANNOTATE_NAME_STANDIN_H
#define ANNOTATE_NAME_STANDIN_H

#include "annotate/document.h"

void standin_annotate(struct document *document);

/* Whether the word at token is one that can stand in. */
bool standin_is(const struct document *document, uint32_t token);

#endif
