/*
 * party_read.h -- one party with all that stands around it, read at one place of a sentence.
 *
 * Used by party.c alone, which reads whole enumerations.  party_read.c reads persons, party_thing.c
 * what else can meet: states, bodies, groups.
 */
#ifndef ANNOTATE_PARTY_READ_H
#define ANNOTATE_PARTY_READ_H

#include "annotate/party.h"

/* Where reading stands in one sentence, and the party that it fills. */
struct reader {
    struct document *document;
    uint32_t at, end;          /* tokens of the sentence not yet read */
    const struct role *office; /* the plural title that the names of a list share, or NULL */
    struct party party;
};

/*
 * Reads the party that begins at reader->at into reader->party and moves reader->at behind it.
 * Returns false when none begins there.
 */
bool reader_party(struct reader *reader);

/* party_thing.c: reads the state, body or group that annotation tells. */
bool reader_state(struct reader *reader, const struct annotation *annotation, bool metonym);
bool reader_body(struct reader *reader, const struct annotation *annotation);
/* "Israelis and Palestinians": a people at token that another one stands beside is its state. */
bool reader_people(struct reader *reader, uint32_t token);
bool reader_group(struct reader *reader, const struct annotation *noun);
/* Those whom a body sent stand for it: "des représentants de la CGT", "une délégation d'Eni". */
bool reader_sent(struct reader *reader, const struct annotation *body);

/* party_pair.c: "russo-turques" beside a word for a meeting: two states into members, where the
 * word ends into *ret_end.  Returns 2, or 0. */
unsigned reader_pair(struct reader *reader, struct party **members, uint32_t *ret_end);

/* party_title.c: adds the title; reads the titles that follow a name; the title behind whose it is,
 * or NULL; where the text goes on behind a short name in brackets. */
void reader_title(struct reader *reader, const struct annotation *annotation);
void reader_titles(struct reader *reader);
const struct annotation *reader_owned(const struct reader *reader, uint32_t token);
uint32_t reader_behind_acronym(const struct reader *reader, uint32_t token);

#define READER_ARTICLES (CLASS(DETERMINER) | CLASS(POSSESSIVE) | CLASS(DEMONSTRATIVE))

bool reader_is(const struct reader *reader, uint32_t token, uint64_t classes);

/* The annotation of kind at token that ends within the sentence, or NULL. */
const struct annotation *reader_look(const struct reader *reader, uint32_t token, uint16_t kind);

bool reader_comma(const struct reader *reader, uint32_t token);
bool reader_dash(const struct reader *reader, uint32_t token);

/* The first token from token on that is of none of the classes. */
uint32_t reader_skip(const struct reader *reader, uint32_t token, uint64_t classes);

#endif
