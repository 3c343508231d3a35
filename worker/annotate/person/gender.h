/*
 * gender.h -- whether a word tells of a man or of a woman: so "she" is not the man told last.
 */
#ifndef ANNOTATE_PERSON_GENDER_H
#define ANNOTATE_PERSON_GENDER_H

#include "annotate/document.h"
#include "annotate/party/party.h"

enum gender { GENDER_UNKNOWN, GENDER_MALE, GENDER_FEMALE };

/* Of the pronoun at token: "he", "elle". */
enum gender gender_of_pronoun(const struct document *document, uint32_t token);

/* Whether the word at token tells whose something is, and that it is no person's: "its". */
bool gender_is_nobody(const struct document *document, uint32_t token);

/* Of a person, by an honorific ("Mme"), the form of an office ("la présidente") or a given name. */
enum gender gender_of_party(const struct document *document, const struct party *party);

/* False where one tells a man and the other a woman. */
static inline bool gender_agrees(enum gender a, enum gender b)
{
    return a == GENDER_UNKNOWN || b == GENDER_UNKNOWN || a == b;
}

#endif
