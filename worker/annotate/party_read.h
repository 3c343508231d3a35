/*
 * party_read.h -- one party with all that stands around it, read at one place of a sentence.
 *
 * Used by party.c alone, which reads whole enumerations.
 */
#ifndef ANNOTATE_PARTY_READ_H
#define ANNOTATE_PARTY_READ_H

#include "annotate/party.h"

/* Where reading stands in one sentence, and the party that it fills. */
struct reader {
    struct document *document;
    uint32_t at, end; /* tokens of the sentence not yet read */
    struct party party;
};

/*
 * Reads the party that begins at reader->at into reader->party and moves reader->at behind it.
 * Returns false when none begins there.
 */
bool reader_party(struct reader *reader);

bool reader_comma(const struct reader *reader, uint32_t token);

/* The first token from token on that is of none of the classes. */
uint32_t reader_skip(const struct reader *reader, uint32_t token, uint64_t classes);

#endif
