/*
 * state.h -- who is told by his state: "et d'Angola, Y", "Fiji's Jone Tuva", "the Estonian Maja
 * Rebane".
 */
#ifndef ANNOTATE_PARTY_STATE_H
#define ANNOTATE_PARTY_STATE_H

#include "annotate/party/reader.h"

/* Reads "et celui d'Angola, Y" behind a president, or nothing. */
bool reader_standin(struct reader *reader);
/* The title that "that" where reading stands stands for, of those told before: "several ministers,
 * including | that of the Economy, X", "with the envoy of A and with | that of B"; or NULL. */
const struct role *reader_office_before(const struct reader *reader);

/* Reads "et d'Angola, Y" in a list of presidents; "Fiji's Jone Tuva", "the Estonian
 * Maja Rebane" at token. */
bool reader_elliptic(struct reader *reader);
bool reader_compatriot(struct reader *reader, uint32_t token);
/* "the UN's Martin Lind" at token. */
bool reader_colleague(struct reader *reader, uint32_t token);
/* "envoys | from Moscow and Kyiv": the first of two capitals that sent them, or NULL. */
const struct annotation *reader_capital(const struct reader *reader);
/* The name behind the word for one of a people at token ("l'Estonienne X"), or NULL;
 * takes the state of the word before such a name. */
const struct annotation *reader_national(const struct reader *reader, uint32_t token);
void reader_nation(struct reader *reader, const struct annotation *name);

#endif
