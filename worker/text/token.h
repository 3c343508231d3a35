/*
 * token.h -- text cut into words, and words into numbers.
 *
 *     title, body --token_cut--> tokens [0..n), each with its word's number
 *
 * Knows no language: what to split and to keep together is a struct token_table that
 * the pack fills.  A hyphen or short dash between two letters or digits without blanks is
 * no token: the token after it carries TOKEN_HYPHEN, so "vice-Premier" and "vice Premier"
 * are the same two words.  Letters and digits part ("15h30": 15 h 30; "6e": 6 e) unless
 * the word begins with a letter ("G7", "COP21").  "U.S.A." is one token, folded with its
 * full stops ("u.s.a.").
 */
#ifndef TEXT_TOKEN_H
#define TEXT_TOKEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

struct fold;
struct vocabulary;

enum token_flag {
    TOKEN_WORD = 1 << 0,          /* letters (and digits after the first letter) */
    TOKEN_NUMBER = 1 << 1,        /* digits, with the separators of numbers between them */
    TOKEN_PUNCT = 1 << 2,         /* one punctuation mark or symbol */
    TOKEN_CAPITAL = 1 << 3,       /* the first letter is upper (or title) case */
    TOKEN_UPPER = 1 << 4,         /* two letters or more, all upper case */
    TOKEN_JOINED = 1 << 5,        /* no blank before it */
    TOKEN_HYPHEN = 1 << 6,        /* a hyphen or dash joins it to the token before it */
    TOKEN_LINE = 1 << 7,          /* the first token of a line (paragraph) */
    TOKEN_TITLE = 1 << 8,         /* stands in the title, else in the body */
    TOKEN_SENTENCE = 1 << 9,      /* the first token of a sentence */
    TOKEN_ABBREVIATION = 1 << 10, /* its full stop is part of it: "Dr.", "U.S." */
    TOKEN_INITIAL = 1 << 11,      /* one capital and its full stop, no abbreviation: "J." */
};

struct token {
    uint32_t begin, end; /* bytes in its text (title or body), half open */
    uint32_t point;      /* code points before begin in that text */
    uint32_t word;       /* number in the vocabulary; 0: a word that the pack never names */
    uint32_t hash;       /* of the folded form: equal words have equal hashes */
    int32_t number;      /* the value of a whole number below 10^9, else -1 */
    uint16_t flags;      /* enum token_flag */
    uint16_t points;     /* code points in it, at most 65535 */
};

/* What a pack says of splitting; every str is folded.  Lends to the tokenizer. */
struct token_table {
    const struct fold *fold;
    const struct vocabulary *vocabulary;
    const struct vocabulary *elisions;      /* "l'" "qu'": split after the apostrophe */
    const struct vocabulary *clitics;       /* "'s" "n't": split before them */
    const struct vocabulary *kept;          /* "aujourd'hui" "o'clock": never split */
    const struct vocabulary *abbreviations; /* "m." "dr.": their full stop ends no sentence */
    char thousands;       /* ',' or '.' between groups of three digits; the other is decimal */
    bool thousands_blank; /* so is a plain blank: "10 000"; one that doesn't break always is */
};

struct token_list {
    struct token *at;
    size_t count;
};

/*
 * Cuts title and then body into tokens, in arena.  Returns 0, FAULT_MEMORY, or
 * FAULT_TOO_COMPLEX when there would be more than max tokens.
 */
int token_cut(const struct token_table *table, struct arena *arena, const struct str texts[2],
              size_t max, struct token_list *ret_tokens);

/* The same for a form of a pack: words that the vocabulary lacks are added to it. */
int token_learn(const struct token_table *table, struct vocabulary *vocabulary, struct arena *arena,
                struct str form, struct token_list *ret_tokens);

/* Which of the two texts the token stands in: 0 title, 1 body. */
static inline unsigned token_source(const struct token *token)
{
    return token->flags & TOKEN_TITLE ? 0 : 1;
}

/* The token as written: lends the text's bytes. */
static inline struct str token_text(const struct token *token, const struct str texts[2])
{
    return str_make(texts[token_source(token)].at + token->begin, token->end - token->begin);
}

#endif
