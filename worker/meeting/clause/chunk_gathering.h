/*
 * chunk_gathering.h -- names of bodies that are meetings where they stand.
 *
 * Used by chunk.c alone: such a name is no PARTY chunk, so that the word for a meeting in it
 * counts.
 */
#ifndef MEETING_CLAUSE_CHUNK_GATHERING_H
#define MEETING_CLAUSE_CHUNK_GATHERING_H

#include "annotate/document.h"

/* "pendant le Forum économique mondial": a body that is also a gathering, where one can be. */
bool chunk_gathering_here(const struct document *document, const struct annotation *party);

/* "G7 trade ministers' meeting", "attended the African Health Forum": the party is part of the word
 * for the meeting. */
bool chunk_of_noun(const struct document *document, const struct annotation *party);

/* Whether the verb at token says what one says of a gathering that is its subject. */
bool gathering_told(const struct document *document, uint32_t token);

/* "the Youth Forum, held in", ", to be held on", ", due to open on", ", qui s'est tenu", ", an
 * annual gathering,": what is told beside it, that begins at the comma. */
bool gathering_told_beside(const struct document *document, uint32_t comma);

#endif
