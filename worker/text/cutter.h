/*
 * cutter.h -- the state of cutting one text; private to token*.c.
 *
 *     token.c: the loop    token_word.c: words, clitics, abbreviations    token_number.c: numbers
 */
#ifndef TEXT_CUTTER_H
#define TEXT_CUTTER_H

#include "base/utf8.h"
#include "text/piece.h"
#include "text/token.h"
#include "text/vocabulary.h"

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

/* Takes the letters a to z, which nearly all words consist of and which fold to themselves. */
static inline void piece_take_small(const struct cutter *cutter, struct piece *piece)
{
    const char *text = cutter->text.at;
    uint32_t at = piece->end;
    size_t len = piece->len;
    while (at < cutter->text.len && text[at] >= 'a' && text[at] <= 'z' && len < FOLDED_MAX)
        piece->folded[len++] = text[at++];
    piece->points += at - piece->end;
    piece->letters += at - piece->end;
    piece->end = at;
    piece->len = len;
}

/* Takes characters of these kinds (enum char_flag) as long as they come. */
static inline void piece_extend(const struct cutter *cutter, struct piece *piece, unsigned kinds)
{
    for (;;) {
        if (kinds & CHAR_LETTER)
            piece_take_small(cutter, piece);
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
