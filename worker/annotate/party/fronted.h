/*
 * fronted.h -- a list whose first stand in a phrase before the clause, and whose others act
 * in it: "After talks with lawmakers, A and B said".
 *
 * Used by list.c, clause.c and title.c.
 */
#ifndef ANNOTATE_PARTY_FRONTED_H
#define ANNOTATE_PARTY_FRONTED_H

#include "annotate/party/reader.h"

/* Whether a finite verb begins at token, be it one that no list has. */
bool reader_verb(const struct reader *reader, uint32_t token);

/* "At the invitation of A, premier and party leader | , President B will": whether the comma at
 * token closes the phrase before the clause in which the party stands, and who acts follows it. */
bool reader_fronts(const struct reader *reader, uint32_t token);

/* How many of the count of members the list has that ends at end: who stands behind the first
 * comma, right before the verb, is its subject and none of those before it. */
unsigned reader_fronted(const struct reader *reader, struct party *const *members, unsigned count,
                        uint32_t end);

#endif
