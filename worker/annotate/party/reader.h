/*
 * reader.h -- where the reading of parties stands in a sentence, and what stands there.
 *
 * As look.h, but nothing behind the end of the sentence is seen.
 */
#ifndef ANNOTATE_PARTY_READER_H
#define ANNOTATE_PARTY_READER_H

#include "annotate/look.h"
#include "annotate/party/party.h"

/* Where reading stands in one sentence, and the party that it fills. */
struct reader {
    struct document *document;
    uint32_t at, end;          /* tokens of the sentence not yet read */
    const struct role *office; /* the plural title that the names of a list share, or NULL */
    const struct role *before; /* the first title of who was read before in the list, or NULL */
    struct party party;
};

#define READER_ARTICLES (CLASS(DETERMINER) | CLASS(POSSESSIVE) | CLASS(DEMONSTRATIVE))

static inline bool reader_is(const struct reader *reader, uint32_t token, uint64_t classes)
{
    return token < reader->end && document_is(reader->document, token, classes);
}

/* The annotation of kind at token that ends within the sentence, or NULL. */
static inline const struct annotation *reader_look(const struct reader *reader, uint32_t token,
                                                   uint16_t kind)
{
    const struct annotation *found =
        token < reader->end ? look_at(reader->document, token, kind) : NULL;
    return found && found->end <= reader->end ? found : NULL;
}

static inline bool reader_comma(const struct reader *reader, uint32_t token)
{
    return token < reader->end && look_mark(reader->document, token, ',');
}

static inline bool reader_dash(const struct reader *reader, uint32_t token)
{
    if (token >= reader->end || !look_flag(reader->document, token, TOKEN_PUNCT))
        return false;
    const struct str mark = document_text(reader->document, token, token + 1);
    return str_equal(mark, STR("-")) || str_equal(mark, STR("\u2013")) ||
           str_equal(mark, STR("\u2014"));
}

/* The first token from token on that is of none of the classes. */
static inline uint32_t reader_skip(const struct reader *reader, uint32_t token, uint64_t classes)
{
    while (reader_is(reader, token, classes))
        token++;
    return token;
}

#endif
