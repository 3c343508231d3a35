/*
 * look.h -- what stands at a token: the questions that every stage asks.
 *
 * Those that say "whether", look_at() and document_is() may be asked of no token, be it before
 * the first (0 - 1) or behind the last: nothing stands there.
 */
#ifndef ANNOTATE_LOOK_H
#define ANNOTATE_LOOK_H

#include "annotate/document.h"
#include "annotate/lexis.h"
#include "annotate/look_many.h"

static inline const struct token *look_token(const struct document *document, uint32_t token)
{
    return &document->tokens.at[token];
}

static inline bool look_flag(const struct document *document, uint32_t token, unsigned flags)
{
    return token < document->tokens.count && (document->tokens.at[token].flags & flags) != 0;
}

static inline unsigned look_source(const struct document *document, uint32_t token)
{
    return look_flag(document, token, TOKEN_TITLE) ? 0 : 1;
}

/* The first byte of the token as written. */
static inline char look_byte(const struct document *document, uint32_t token)
{
    return document->texts[look_source(document, token)].at[look_token(document, token)->begin];
}

/* Whether token is the ASCII punctuation mark. */
static inline bool look_mark(const struct document *document, uint32_t token, char mark)
{
    return look_flag(document, token, TOKEN_PUNCT) && look_byte(document, token) == mark;
}

/* Whether token is cut off the word before it and begins with an apostrophe: "'s". */
static inline bool look_clitic(const struct document *document, uint32_t token)
{
    if (!look_flag(document, token, TOKEN_JOINED) || look_flag(document, token, TOKEN_PUNCT))
        return false;
    const unsigned char byte = (unsigned char)look_byte(document, token);
    return byte == '\'' || byte == '`' || byte == 0xE2;
}

/* Whether token is an apostrophe that stands by itself, right behind a word: "the teachers'". */
bool look_apostrophe(const struct document *document, uint32_t token);

/* Whether token is a word in small letters that no list has. */
bool look_unread(const struct document *document, uint32_t token);

/* The bit of a kind in document->begins; two kinds may share one. */
#define KIND_BIT(kind) (UINT64_C(1) << ((kind) % 64))

/* What makes of a list X(KIND) an array of its kinds, the set of their bits after "0", and a table
 * [KIND_FREE] of who is in it. */
#define KIND_ITEM(kind) kind,
#define KIND_OR_BIT(kind) | KIND_BIT(kind)
#define KIND_TRUE(kind) [kind] = true,

/* Whether an annotation of one of the kinds (KIND_BIT) may begin at token: cheap, may be wrong. */
static inline bool look_any(const struct document *document, uint32_t token, uint64_t kinds)
{
    return token < document->tokens.count && (document->begins[token] & kinds) != 0;
}

/* Whether an annotation of kind may begin at token: one bit, cheap, may be wrong. */
static inline bool look_maybe(const struct document *document, uint32_t token, uint16_t kind)
{
    return look_any(document, token, KIND_BIT(kind));
}

static inline const struct annotation *look_at(const struct document *document, uint32_t token,
                                               uint16_t kind)
{
    return look_maybe(document, token, kind) ? document_found(document, token, kind) : NULL;
}

/* The first annotation of kind that begins at one of the tokens, or NULL. */
const struct annotation *look_within(const struct document *document, uint32_t begin, uint32_t end,
                                     uint16_t kind);

/* Whether an annotation of one of the kinds, a list that 0 ends, begins at token. */
bool look_kinds(const struct document *document, uint32_t token, const uint16_t *kinds);

/* Whether an annotation of kind, of few words, ends right before token. */
bool look_ends(const struct document *document, uint32_t token, uint16_t kind);

/* Whether a mark of one sign that opens or closes a quotation stands at token. */
bool look_quote(const struct document *document, uint32_t token);

static inline const struct lexeme *look_lexeme(const struct document *document,
                                               const struct annotation *annotation)
{
    return &document->lexis->lexemes[annotation->value];
}

/* Whether its lexicon says that of the annotation, if there is one: BEFORE of "ahead of". */
bool look_says(const struct document *document, const struct annotation *annotation,
               struct str what);

/* The capture of that name in the annotation that a rule made, or NULL. */
static inline const struct capture *look_capture(const struct annotation *annotation,
                                                 enum capture_name name)
{
    for (unsigned i = 0; i < annotation->capture_count; i++) {
        if (annotation->captures[i].name == name)
            return &annotation->captures[i];
    }
    return NULL;
}

#endif
