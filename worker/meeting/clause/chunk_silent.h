/*
 * chunk_silent.h -- words that tell nothing by themselves: they belong to what stands behind them.
 *
 * Used by chunk.c alone.
 */
#ifndef MEETING_CLAUSE_CHUNK_SILENT_H
#define MEETING_CLAUSE_CHUNK_SILENT_H

#include "annotate/document.h"

/* "En tant que maire de Lyon, X a reçu": whether the words of the capacity give a title to whom
 * the clause is about, and govern nobody. */
bool chunk_of_bearer(const struct document *document, const struct annotation *capacity);

/* Where the words end that begin at token and tell nothing there ("newly sworn-in"), or token. */
uint32_t chunk_silent(const struct document *document, uint32_t token);

/* Up to where the false friends that begin at the token or before hide words; *seen is the next. */
uint32_t chunk_hidden_to(const struct document *document, const struct sentence *sentence,
                         uint32_t token, uint32_t *seen, uint32_t hidden);

#endif
