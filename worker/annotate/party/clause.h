/*
 * clause.h -- what a sentence tells before and inside a list: "A, who chairs the bank, and
 * B".
 *
 * Used by list.c and named.c.
 */
#ifndef ANNOTATE_PARTY_CLAUSE_H
#define ANNOTATE_PARTY_CLAUSE_H

#include "annotate/party/reader.h"

/* Behind the relative clause that tells of who was read last, where a list that begins at first
 * goes on behind it; or where reading stands. */
uint32_t reader_behind_clause(const struct reader *reader, uint32_t first);

/* Whether the sentence opens with what was before or after, or who came along, up to token. */
bool party_opens_circumstance(const struct document *document, uint32_t token);

/* Whether a verb stands before token in its sentence, or what was before opens that. */
bool party_verb_before(const struct document *document, uint32_t token);

#endif
