/*
 * fold.h -- what a letter is worth: "É" and "e" are one, and so are "œ" and "oe".
 *
 *     code point --fold_point--> its kind, and the bytes that stand for it in a folded word
 *
 * Folded: compatibility decomposition, no accents, no case, ß ss, œ oe, æ ae, ø o, ł l, đ d,
 * ı i; every apostrophe is ', every hyphen or dash -, every double quote of the English
 * sort ".  Knows no language.
 */
#ifndef TEXT_FOLD_H
#define TEXT_FOLD_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

enum char_flag {
    CHAR_LETTER = 1 << 0,
    CHAR_UPPER = 1 << 1, /* with CHAR_LETTER: upper or title case */
    CHAR_DIGIT = 1 << 2,
    CHAR_MARK = 1 << 3, /* goes on with a word: accents, joiners, soft hyphens */
    CHAR_SPACE = 1 << 4,
    CHAR_LINE = 1 << 5, /* ends a line */
    CHAR_HYPHEN = 1 << 6,
    CHAR_APOSTROPHE = 1 << 7, /* none of these: a punctuation mark or symbol */
};

enum { FOLD_LONGEST = 6, FOLD_TABLE = 0x2100 };

struct fold_char {
    uint8_t flags;           /* enum char_flag */
    uint8_t len;             /* bytes of text; 0: folds to nothing */
    char text[FOLD_LONGEST]; /* UTF-8, folded */
};

/* Immutable, shared between threads. */
struct fold {
    const void *decomposition;       /* ICU's */
    struct fold_char at[FOLD_TABLE]; /* what nearly every text consists of */
};

/* Returns NULL when there is no memory.  Lives in arena. */
struct fold *fold_new(struct arena *arena);

/* The same for a code point beyond the table: slower. */
struct fold_char fold_rare(const struct fold *fold, uint32_t code_point);

static inline struct fold_char fold_point(const struct fold *fold, uint32_t code_point)
{
    if (code_point < FOLD_TABLE)
        return fold->at[code_point];
    return fold_rare(fold, code_point);
}

/* Folds text into at most size bytes of ret_folded.  Returns how many it wrote. */
size_t fold_text(const struct fold *fold, struct str text, char *ret_folded, size_t size);

/*
 * True when text has the accents of pattern.  Case does not count, and a capital may have lost
 * its accent, as many papers print it: "Etat" and "ETAT" are spelled like "État".
 */
bool fold_spelled(const struct fold *fold, struct str pattern, struct str text);

#endif
