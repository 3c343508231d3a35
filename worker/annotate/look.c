#include "annotate/look.h"

#include <string.h>

/* The tokens of a block at which the first of the kinds may begin, or the last: no branch. */
static inline uint64_t places_of_two(const uint64_t *places, uint64_t kinds)
{
    return places[__builtin_ctzll(kinds)] | places[63 - __builtin_clzll(kinds)];
}

/* ... at which any of them may begin. */
static inline uint64_t places_of_many(const uint64_t *places, uint64_t kinds)
{
    uint64_t some = 0;
    for (; kinds; kinds &= kinds - 1)
        some |= places[__builtin_ctzll(kinds)];
    return some;
}

/* As look_next(); places_of tells the tokens of a block. */
static inline __attribute__((always_inline)) uint32_t
next_place(const struct document *document, uint32_t from, uint32_t end, uint64_t kinds,
           uint64_t (*places_of)(const uint64_t *, uint64_t))
{
    uint64_t open = UINT64_MAX << from % PLACES_BLOCK; /* less the tokens before */
    for (uint32_t block = from / PLACES_BLOCK; block * PLACES_BLOCK < end;
         block++, open = UINT64_MAX) {
        const uint64_t places = places_of(document->places + (size_t)block * 64, kinds) & open;
        if (places) {
            const uint32_t next = block * PLACES_BLOCK + (uint32_t)__builtin_ctzll(places);
            return next < end ? next : end;
        }
    }
    return end;
}

uint32_t look_next_few(const struct document *document, uint32_t from, uint32_t end, uint64_t kinds)
{
    return next_place(document, from, end, kinds, places_of_two);
}

uint32_t look_next_many(const struct document *document, uint32_t from, uint32_t end,
                        uint64_t kinds)
{
    return next_place(document, from, end, kinds, places_of_many);
}

const struct annotation *look_within(const struct document *document, uint32_t begin, uint32_t end,
                                     uint16_t kind)
{
    for (uint32_t t = begin; (t = look_next(document, t, end, KIND_BIT(kind))) < end; t++) {
        const struct annotation *found = look_at(document, t, kind);
        if (found)
            return found;
    }
    return NULL;
}

bool look_kinds(const struct document *document, uint32_t token, const uint16_t *kinds)
{
    for (; *kinds; kinds++) {
        if (look_at(document, token, *kinds))
            return true;
    }
    return false;
}

bool look_ends(const struct document *document, uint32_t token, uint16_t kind)
{
    enum { WORDS_MAX = 6 };
    const uint32_t begin = token - (token < WORDS_MAX ? token : WORDS_MAX);
    if (token == 0 || token > document->tokens.count)
        return false;
    for (uint64_t some = look_window(document, begin, token, kind); some; some &= some - 1) {
        const uint32_t t = begin + (uint32_t)__builtin_ctzll(some);
        const struct annotation *annotation = document_found(document, t, kind);
        for (; annotation; annotation = annotation->next) {
            if (annotation->kind == kind && annotation->end == token)
                return true;
        }
    }
    return false;
}

bool look_quote(const struct document *document, uint32_t token)
{
    return look_flag(document, token, TOKEN_PUNCT) && !look_flag(document, token, TOKEN_HYPHEN) &&
           look_token(document, token)->points == 1 &&
           !strchr(",.;:!?()-/", look_byte(document, token));
}

bool look_apostrophe(const struct document *document, uint32_t token)
{
    if (!look_flag(document, token, TOKEN_JOINED) || !look_flag(document, token, TOKEN_PUNCT))
        return false;
    const struct str mark = document_text(document, token, token + 1);
    return str_equal(mark, STR("'")) || str_equal(mark, STR("\u2019"));
}

bool look_unread(const struct document *document, uint32_t token)
{
    return look_flag(document, token, TOKEN_WORD) && !look_flag(document, token, TOKEN_CAPITAL) &&
           !document->classes[token] && !document->first[token];
}

bool look_says(const struct document *document, const struct annotation *annotation,
               struct str what)
{
    return annotation && str_equal(pack_column(document->pack, annotation->value, 0), what);
}
