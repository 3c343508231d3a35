/*
 * acronym.h -- bodies whose short name is told in brackets behind the full one.
 *
 *     "Front de libération du lac (FLL)" --acronym_annotate--> ORG "Front de libération du lac"
 *
 * After Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in
 * biomedical text", Pacific Symposium on Biocomputing 2003: the letters of the short name are
 * looked for from right to left in the words before the bracket.  Here each must be the first of a
 * word, and small words are passed over.
 */
#ifndef ANNOTATE_NAME_ACRONYM_H
#define ANNOTATE_NAME_ACRONYM_H

#include "annotate/document.h"

/* The words whose first letters the short name at token spells, told in brackets or commas behind
 * them; empty: none. */
struct span acronym_spelled(const struct document *document, uint32_t token);

/* Notes every short name, and adds an ORG where no list or rule has read the whole of a body. */
void acronym_annotate(struct document *document);

/* The full name if the document tells one of what tokens [begin, end) name, else the same. */
struct span acronym_full(const struct document *document, struct span name);

#endif
