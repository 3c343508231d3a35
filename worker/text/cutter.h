/*
 * cutter.h -- the state of cutting one text; private to token*.c.
 *
 *     token.c: the loop    token_word.c: words, clitics, abbreviations    token_number.c: numbers
 */
#ifndef TEXT_CUTTER_H
#define TEXT_CUTTER_H

#include "base/utf8.h"
#include "text/fold.h"
#include "text/token.h"
#include "text/vocabulary.h"

enum { FOLDED_MAX = 120 }; /* bytes of a folded word that count; no pack has a longer one */

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

/* A character of the text and what it is worth; width 0 at the end. */
struct glyph {
    struct fold_char fold;
    uint32_t width; /* bytes */
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

/* A part of the text on its way to be a token. */
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
    if (upper && piece->letters == 0)
        piece->capital = true;
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
