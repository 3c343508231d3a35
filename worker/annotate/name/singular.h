/*
 * singular.h -- the title of one of several who are told with it: "presidents" --> "president".
 */
#ifndef ANNOTATE_NAME_SINGULAR_H
#define ANNOTATE_NAME_SINGULAR_H

#include "annotate/document.h"

/* The words from begin to end, which tell the office of several, as those of one: before "of", each
 * word that the pack knows in the singular.  As written where it knows none, or without memory. */
struct str singular_title(struct document *document, uint32_t begin, uint32_t end);

#endif
