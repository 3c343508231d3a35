/*
 * chunk_misread.h -- what an annotation is not, by what stands around it; private to chunk.c.
 */
#ifndef MEETING_CLAUSE_CHUNK_MISREAD_H
#define MEETING_CLAUSE_CHUNK_MISREAD_H

#include "annotate/document.h"

/* "G7 trade ministers", "his call for a truce": whether it is none of what its kind tells. */
bool chunk_misread(const struct document *document, const struct annotation *annotation);

#endif
