/*
 * chunk_capacity.h -- words that join clauses, and tell here as what somebody acts.
 *
 * Used by chunk.c alone.
 */
#ifndef MEETING_CLAUSE_CHUNK_CAPACITY_H
#define MEETING_CLAUSE_CHUNK_CAPACITY_H

#include "annotate/document.h"

/* "replaced X | as chairman of the board": whether an office without an article stands right behind
 * the word at token, of nobody told by name, and does nothing. */
bool chunk_is_capacity(const struct document *document, uint32_t token);

#endif
