/*
 * chunk_mark.h -- the marks that end a clause or set off an aside.
 */
#ifndef MEETING_CLAUSE_CHUNK_MARK_H
#define MEETING_CLAUSE_CHUNK_MARK_H

#include "annotate/document.h"

bool mark_is_dash(const struct document *document, uint32_t token);

/* A mark that ends a clause: ; : and dashes between blanks. */
bool mark_stops(const struct document *document, uint32_t token);

/* A comma, or one of the only two dashes of the sentence, which open and close an aside as commas
 * would: "the Quartet -- A, B and C -- is to meet". */
bool mark_sets_off(const struct document *document, const struct sentence *sentence,
                   uint32_t token);

#endif
