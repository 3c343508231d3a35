/*
 * piece.h -- a part of the text on its way to be a token; private to token*.c.
 */
#ifndef TEXT_PIECE_H
#define TEXT_PIECE_H

#include "text/fold.h"

enum { FOLDED_MAX = 120 }; /* bytes of a folded word that count; no pack has a longer one */

/* A character of the text and what it is worth; width 0 at the end. */
struct glyph {
    struct fold_char fold;
    uint32_t width; /* bytes */
};

struct piece {
    uint32_t begin, end, points;
    uint32_t letters, uppers, digits;
    bool capital; /* its first letter is upper case */
    size_t len;
    char folded[FOLDED_MAX + FOLD_LONGEST];
};

static inline void piece_open(struct piece *piece, uint32_t begin)
{
    piece->begin = piece->end = begin;
    piece->points = piece->letters = piece->uppers = piece->digits = 0;
    piece->capital = false;
    piece->len = 0;
}

static inline struct str piece_word(const struct piece *piece)
{
    return str_make(piece->folded, piece->len);
}

/* Takes the character at its end, whatever it is. */
static inline void piece_take(struct piece *piece, struct glyph glyph)
{
    bool letter = glyph.fold.flags & CHAR_LETTER, upper = glyph.fold.flags & CHAR_UPPER;
    piece->capital |= upper & (piece->letters == 0);
    piece->letters += letter;
    piece->uppers += upper;
    piece->digits += (glyph.fold.flags & CHAR_DIGIT) != 0;
    piece->end += glyph.width;
    piece->points++;
    if (piece->len + glyph.fold.len <= FOLDED_MAX) {
        memcpy(piece->folded + piece->len, glyph.fold.text, FOLD_LONGEST);
        piece->len += glyph.fold.len;
    }
}

#endif
