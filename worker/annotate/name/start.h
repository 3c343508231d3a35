/*
 * start.h -- where a proper name can begin, and what claims a capitalised word for itself.
 *
 * Used by name.c alone.
 */
#ifndef ANNOTATE_NAME_START_H
#define ANNOTATE_NAME_START_H

#include "annotate/look.h"
#include "annotate/name/seen.h"

enum { NAME_TOWN_MAX = 300000 }; /* people; what is smaller is a family name behind another name */

#define NAME_FUNCTION_WORDS                                                                  \
    (CLASS(DETERMINER) | CLASS(POSSESSIVE) | CLASS(DEMONSTRATIVE) | CLASS(AND) | CLASS(OR) | \
     CLASS(OF) | CLASS(AT) | CLASS(TO) | CLASS(FROM) | CLASS(BY) | CLASS(RELATIVE) |         \
     CLASS(NEGATION) | CLASS(REFLEXIVE) | CLASS(PRONOUN) | CLASS(PLURAL_PRONOUN) |           \
     CLASS(SUBORDINATOR) | CLASS(ADVERB) | CLASS(QUANTIFIER) | CLASS(STOPWORD))

/* The longest annotation at token whose capitalised words are no part of a person's or a company's
 * name, or NULL. */
extern const uint64_t NAME_TAKEN_BITS; /* of the kinds that do */
const struct annotation *name_taken_at(const struct document *document, uint32_t token);

static inline bool name_is_capital(const struct document *document, uint32_t token)
{
    return look_flag(document, token, TOKEN_WORD) && look_flag(document, token, TOKEN_CAPITAL);
}

/* The next token of the sentence from token on at which a name can begin, or something that claims
 * words of a name, or that stands behind an article; or its end: most are passed over by one look.
 */
static inline uint32_t name_next(const struct document *document, const struct sentence *sentence,
                                 uint32_t token)
{
    const uint64_t article = CLASS(DETERMINER);
    uint64_t before = token > 0 ? document->classes[token - 1] : 0;
    for (; token < sentence->end; before = document->classes[token++]) {
        if ((document->tokens.at[token].flags & TOKEN_CAPITAL) | (before & article) |
            (document->begins[token] & NAME_TAKEN_BITS))
            break;
    }
    return token;
}

bool name_is_given(const struct document *document, uint32_t token);

/* The person known from world news whose name begins at token, unless something longer does, or
 * its title ("Pope Francis"); or NULL. */
const struct annotation *name_figure_at(const struct document *document, uint32_t token);

/* Whether a name can begin at token. */
bool name_starts(const struct document *document, const struct seen *seen, uint32_t token);

/* Whether the word at token is an initial without its full stop: "Foreign Minister A K Rao". */
bool name_is_letter(const struct document *document, uint32_t token);

/* Whether the word at token is a capital that loses its vowel before the next: "N'Guesso". */
bool name_is_elided(const struct document *document, uint32_t token);

/* "with Linda Green", "Minister Jo English": whether the word at token, whatever else it is, is the
 * family's name behind a given name at begin that would stand alone. */
bool name_is_of_given(const struct document *document, uint32_t begin, uint32_t token);

/* "the mediator al-Harun", "Minister de Villars", "Mr van der Berg": where the name at token
 * begins, with the small words of families that are joined before it or stand behind a title. */
uint32_t name_first(const struct document *document, uint32_t token);

/* "Ould Cheikh El Ghazali": whether the word at token is a family's small word and no other. */
bool name_is_family_word(const struct document *document, uint32_t token);

/* Keeps the last word of a name, at token, alone and with the one before it. */
void name_keep_family(const struct document *document, struct seen *seen, uint32_t token);

/* "Staffan de Mostra … De Mostra a reçu B": where the name at token begins, with the small word
 * that it had before where it opens its sentence or follows a comma. */
uint32_t name_family_first(const struct document *document, const struct seen *seen,
                           uint32_t token);

/* "Ana Lind | Ministre de": whether an office of something begins behind two words of a name. */
bool name_is_closed(const struct document *document, uint32_t token);

/* "Lake State Governor, | Yahaya Bello": whether a title, or one of a state, ends at token. */
bool name_is_behind_office(const struct document *document, uint32_t token);

/* "le Breton | Yann Le Goff": behind the word at token, if it only tells where somebody comes from.
 */
uint32_t name_behind_origin(const struct document *document, uint32_t token);

/* "in the Clementine Hall", "at Ana Lind Airport", "salle Jean-Moulin": whether the name is a
 * house's, and nobody's. */
bool name_is_house(const struct document *document, uint32_t begin, uint32_t end);

#endif
