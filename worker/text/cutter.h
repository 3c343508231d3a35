/*
 * cutter.h -- the state of cutting one text; private to token*.c.
 *
 *     token.c: the loop    token_word.c: words, clitics, abbreviations    token_number.c: numbers
 */
#ifndef TEXT_CUTTER_H
#define TEXT_CUTTER_H

#include <endian.h>

#include "base/utf8.h"
#include "text/piece.h"
#include "text/token.h"
#include "text/vocabulary.h"

/*
 * A word is looked up when the next SOUGHT have been cut: its slot, which lies beyond the caches,
 * has come by then (perf: waiting for it took a fourteenth of the engine's time).
 */
enum { SOUGHT = 4 };

/* A token's folded word, to be looked up. */
struct sought {
    size_t len; /* 0: none */
    char folded[FOLDED_MAX + FOLD_LONGEST];
};

struct cutter {
    const struct token_table *table;
    struct vocabulary *learns; /* takes up unknown words, or NULL */
    struct arena *arena;
    struct str text;
    uint32_t byte, point; /* where the next token may begin */
    uint16_t flags;       /* of the next token, as far as what stands before it decides */
    int fault;            /* once set, no token is added */
    struct token *at;
    size_t count, room, max;
    struct sought sought[SOUGHT]; /* [count % SOUGHT]: of the last tokens */
};

static inline struct glyph cutter_glyph(const struct cutter *cutter, uint32_t byte)
{
    if (byte >= cutter->text.len)
        return (struct glyph){.width = 0};
    const char *at = cutter->text.at;
    if (!(at[byte] & 0x80))
        return (struct glyph){cutter->table->fold->at[(unsigned char)at[byte]], 1};
    size_t width;
    uint32_t code_point = utf8_decode(at + byte, &width);
    return (struct glyph){fold_point(cutter->table->fold, code_point), (uint32_t)width};
}

static inline char cutter_byte(const struct cutter *cutter, uint32_t byte)
{
    return byte < cutter->text.len ? cutter->text.at[byte] : '\0';
}

/* How many of eight bytes are the letters a to z, from the first on: all at once, for how long a
 * word is no processor can guess. */
static inline uint32_t small_letters(uint64_t bytes)
{
    const uint64_t each = UINT64_C(0x0101010101010101), high = each << 7;
    const uint64_t low = bytes & ~high;
    const uint64_t from_a = low + each * (0x80 - 'a'), beyond_z = low + each * (0x7F - 'z');
    const uint64_t other = ~(from_a & ~beyond_z & ~bytes) & high;
    return other ? (uint32_t)__builtin_ctzll(other) / 8 : 8;
}

/* Takes the letters a to z, which nearly all words consist of and which fold to themselves. */
static inline void piece_take_small(const struct cutter *cutter, struct piece *piece)
{
    uint32_t count = 8;
    while (count == 8 && cutter->text.len - piece->end >= 8 && piece->len + 8 <= FOLDED_MAX) {
        uint64_t bytes;
        memcpy(&bytes, cutter->text.at + piece->end, sizeof bytes);
        memcpy(piece->folded + piece->len, &bytes, sizeof bytes);
        count = small_letters(le64toh(bytes));
        piece->points += count;
        piece->letters += count;
        piece->end += count;
        piece->len += count;
    }
}

/* Takes characters of these kinds (enum char_flag) as long as they come. */
static inline void piece_extend(const struct cutter *cutter, struct piece *piece, unsigned kinds)
{
    for (;;) {
        if (kinds & CHAR_LETTER)
            piece_take_small(cutter, piece);
        if (cutter_byte(cutter, piece->end) == ' ') /* nearly always */
            return;
        struct glyph glyph = cutter_glyph(cutter, piece->end);
        if (!(glyph.fold.flags & kinds))
            return;
        piece_take(piece, glyph);
    }
}

/* Adds piece as a token and moves behind it. */
void cutter_add(struct cutter *cutter, const struct piece *piece, unsigned flags, int32_t number);

/* Each cuts what begins at cutter->byte, which is a letter, a digit, an apostrophe. */
void cutter_word(struct cutter *cutter);
void cutter_number(struct cutter *cutter);
bool cutter_clitic(struct cutter *cutter); /* false: no clitic begins here, nothing was cut */

#endif
