/*
 * party_clause.h -- relative clauses inside a list: "A, who chairs the bank, and B met C".
 *
 * Used by party_list.c alone.
 */
#ifndef ANNOTATE_PARTY_CLAUSE_H
#define ANNOTATE_PARTY_CLAUSE_H

#include "annotate/reader.h"

/* Behind the relative clause that tells of who was read last, where a list that begins at first
 * goes on behind it; or where reading stands. */
uint32_t reader_behind_clause(const struct reader *reader, uint32_t first);

#endif
