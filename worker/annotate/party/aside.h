/*
 * aside.h -- small words inside a list that tell nobody: "d'une part", "du côté malien", "at
 * left".
 *
 * Used by party.c, list.c and named.c.
 */
#ifndef ANNOTATE_PARTY_ASIDE_H
#define ANNOTATE_PARTY_ASIDE_H

#include "annotate/party/reader.h"

/* "d'une part", ", d'autre part,": behind such words at token, or token. */
uint32_t party_behind_part(const struct reader *reader, uint32_t token);

/* "et, du côté malien, | B", "et du côté malien, | B", "et, d'autre part, par | B": behind such
 * words at token, which "and" stands before; or token. */
uint32_t party_behind_aside(const struct reader *reader, uint32_t token);

/* "A, left, | and B": behind the words that tell where somebody stands in a picture, or token. */
uint32_t party_behind_position(const struct reader *reader, uint32_t token);

/* ", also known as Anita,": behind the other name that few words at token tell, or token. */
uint32_t party_behind_alias(const struct reader *reader, uint32_t token);

#endif
