#include "annotate/name/seen.h"

#include "annotate/look.h"

enum { SET_BITS_MAX = 1 << 15, BITS_A_TOKEN = 32 };

/* As large as the document asks for: most are short, and memory that is cleared is not free. */
static bool set_open(const struct document *document, struct word_set *ret_set)
{
    uint32_t bits = 64;
    while (bits < SET_BITS_MAX && bits < document->tokens.count * BITS_A_TOKEN)
        bits *= 2;
    *ret_set = (struct word_set){ARENA_ARRAY(document->arena, uint64_t, bits / 64), bits - 1};
    return ret_set->bits;
}

/* The headline printed again says of its capitals no more than the first time. */
static void sentence_see(const struct document *document, const struct sentence *sentence,
                         struct seen *seen)
{
    const bool headline = sentence->flags & (SENTENCE_TITLE | SENTENCE_BOILERPLATE);
    for (uint32_t t = sentence->begin; t < sentence->end; t++) {
        const struct token *token = look_token(document, t);
        const bool word = token->flags & TOKEN_WORD, capital = token->flags & TOKEN_CAPITAL;
        seen_add_if(&seen->lower, token->hash, word & !capital);
        seen_add_if(&seen->capital, token->hash,
                    word & capital & !headline & !(token->flags & TOKEN_SENTENCE));
    }
}

bool seen_open(const struct document *document, struct seen *ret_seen)
{
    struct seen seen;
    if (!set_open(document, &seen.lower) || !set_open(document, &seen.capital) ||
        !set_open(document, &seen.family))
        return false;
    for (size_t i = 0; i < document->sentences.count; i++)
        sentence_see(document, &document->sentences.at[i], &seen);
    *ret_seen = seen;
    return true;
}
