/*
 * certain.h -- an enumeration without "and" that is one all the same.
 *
 *     "attended by A, B, C and others who" --reader_certain--> A, B, C
 */
#ifndef ANNOTATE_PARTY_CERTAIN_H
#define ANNOTATE_PARTY_CERTAIN_H

#include "annotate/party/read.h"

/* "attended by A, B, C and others who": so many told one behind the other are a list, though what
 * "and" joins cannot be read; not "after talks with A, B said", but "les présidents A, B, C sont".
 * How many of the count are. */
unsigned reader_certain(const struct reader *reader, struct party *const *members, unsigned count,
                        bool others);

#endif
