/*
 * spelling.h -- one name in several spellings: "Nourtléou" and "Nurtleu", "Zhaparov" and "Japarov".
 *
 * Transcriptions of one sound from other scripts, as the press writes them in Latin letters, are
 * brought to one form; nothing here belongs to a particular language.
 */
#ifndef ANNOTATE_NAME_SPELLING_H
#define ANNOTATE_NAME_SPELLING_H

#include <stdbool.h>

#include "base/str.h"

/* Whether two folded words (lower case, no accents) can spell one name. */
bool spelling_same(struct str a, struct str b);

/* Whether two words, as written, are worth folding and comparing: cheap. */
bool spelling_possible(struct str a, struct str b);

#endif
