/*
 * chunk_place.h -- states, towns and seats of power: who or where.
 *
 * Used by chunk.c alone, which takes one reading of each word.
 */
#ifndef MEETING_CLAUSE_CHUNK_PLACE_H
#define MEETING_CLAUSE_CHUNK_PLACE_H

#include "annotate/document.h"

/* A state behind "in" or "to" is a place, whatever else the PARTY could be; so are several, and a
 * seat of government behind "at". */
bool chunk_is_where(const struct document *document, const struct annotation *party);

/* Whether the PLACE is one who acts: "Kinshasa a démenti", "with Tehran", "Kenya's talks". */
bool chunk_is_who(const struct document *document, const struct annotation *place);

#endif
