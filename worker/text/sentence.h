/*
 * sentence.h -- tokens grouped into sentences.
 *
 * A sentence ends at . ! ? … (and the closing quotes after it), at the end of a line and at
 * the end of the title; not at the full stop of an abbreviation or an initial, unless the
 * line ends there.  The title is the first sentence of the document.
 */
#ifndef TEXT_SENTENCE_H
#define TEXT_SENTENCE_H

#include <stdint.h>

#include "text/token.h"

enum sentence_flag {
    SENTENCE_TITLE = 1 << 0,
    SENTENCE_LINE = 1 << 1,        /* the first of its line (paragraph) */
    SENTENCE_BOILERPLATE = 1 << 2, /* not the story: set by annotate/boilerplate.c */
    SENTENCE_QUIET = 1 << 3,       /* has no word that can tell a meeting: set by the engine */
    SENTENCE_FAR = 1 << 4,         /* quiet, and the next one too: only names in it matter */
    SENTENCE_EMPTY = 1 << 5,       /* far, and without a name: set by annotate/name/name.c */
};

struct sentence {
    uint32_t begin, end; /* tokens, half open; the closing mark is inside */
    uint32_t line;       /* number of its line in the document; the title is line 0 */
    uint32_t flags;
};

struct sentence_list {
    struct sentence *at;
    size_t count;
};

/* Sets TOKEN_SENTENCE on the first token of each too.  Returns 0 or FAULT_MEMORY. */
int sentence_cut(const struct str texts[2], struct token_list *tokens, struct arena *arena,
                 struct sentence_list *ret_sentences);

#endif
