/*
 * field.h -- offices behind a name with what no list knows around them.
 *
 *     "X, Roads and Highways | Minister", "Y, Director General, NLA" --> title.c
 */
#ifndef ANNOTATE_PARTY_FIELD_H
#define ANNOTATE_PARTY_FIELD_H

#include "annotate/party/reader.h"

/* The office behind capitalised words of no list at token, which closes the title; or NULL. */
const struct annotation *reader_field(const struct reader *reader, uint32_t token);

/* The office with the words from begin on; NULL without memory or detail. */
struct role *reader_with_field(struct reader *reader, const struct annotation *office,
                               uint32_t begin);

/* "the Prime Minister's security adviser": takes the whole as the title of the party.  Returns
 * where the text goes on; where the office of the holder begins if no other is behind it. */
uint32_t reader_take_officer(struct reader *reader, const struct annotation *holder);

/* "président du comité | Afrique de Lake Oil,": the last title goes on at token to the mark that
 * closes it.  Returns where the text goes on. */
uint32_t reader_take_tail(struct reader *reader, uint32_t token);

/* ", Director General, NLA,", ", Secretary (East), Ministry of Power, India": the last title goes
 * on to the body that a comma parts from it at token, and is of the state behind that.  Returns
 * where the text goes on, token if there is none. */
uint32_t reader_take_body(struct reader *reader, uint32_t token);

/* named.c: whether a quotation mark stands at token. */
bool reader_quote(const struct reader *reader, uint32_t token);
/* "le chef | du peloton de la Garde nationale": the title of somebody without a name, of an office
 * that there are many of, goes on where reading stands with "of" and nouns. */
void reader_take_chain(struct reader *reader);

/* title.c: whether what stands at token closes a title behind a name. */
bool reader_closed(const struct reader *reader, uint32_t token);

/* "l'imam X", "le père Y": a word of address that is an office is the title of who has no other. */
void reader_take_address(struct reader *reader, const struct annotation *address);

/* "Jonas Adam | membre du bureau,", "Jonas Adam | président du Togo a": whether the title, if any,
 * stands right behind a name of two words, with neither comma nor article, and is closed or tells
 * of which state or body. */
bool reader_closes_bare(const struct reader *reader, const struct annotation *role);

#endif
