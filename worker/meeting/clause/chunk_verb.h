/*
 * chunk_verb.h -- words that are a verb as well as a word for a meeting: "visit", "rencontre".
 *
 * Used by chunk.c and chunk_silent.c alone; the former takes one reading of each word.
 */
#ifndef MEETING_CLAUSE_CHUNK_VERB_H
#define MEETING_CLAUSE_CHUNK_VERB_H

#include "annotate/document.h"

/* A verb form that a noun reading of the same words beats: "la rencontre", "the visit"; or part
 * of a phrase that means no meeting: "hopes to meet the needs". */
bool chunk_hidden_verb(const struct document *document, const struct annotation *annotation);

/* "une délégation, venue parler": a word for a meeting that is a participle where it stands. */
bool chunk_comes(const struct document *document, const struct annotation *noun);

/* Whether an ordinal of figures ends right before token: "12th meeting". */
bool chunk_numbered(const struct document *document, uint32_t token);

/* "met Disaster | Minister A": whether what was taken for a phrase has the first word of a title.
 */
bool chunk_cuts_party(const struct document *document, const struct annotation *friend);

#endif
