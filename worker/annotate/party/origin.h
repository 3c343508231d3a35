/*
 * origin.h -- where somebody comes from, told behind his name or title.
 */
#ifndef ANNOTATE_PARTY_ORIGIN_H
#define ANNOTATE_PARTY_ORIGIN_H

#include "annotate/party/reader.h"

/* "Rep. Mary Clay (D-Ohio)": behind a short bracket at token, or token. */
uint32_t reader_behind_bracket(const struct reader *reader, uint32_t token);
/* Reads behind a name where its bearer comes from. */
void reader_origin(struct reader *reader);
/* ", D-Ohio,": behind the seat that begins at token, or token. */
uint32_t reader_behind_seat(const struct reader *reader, uint32_t token);
/* "Ana Lind, Minister for Trade, Norway;": behind the state that closes what is told of her. */
void reader_last_state(struct reader *reader);
/* "ministers from 14 Pacific nations": behind the states, none told, that they are from. */
uint32_t reader_behind_origin(const struct reader *reader);

#endif
