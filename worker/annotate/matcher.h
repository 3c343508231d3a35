/*
 * matcher.h -- one rule tried at one token; private to match.c and matcher.c.
 */
#ifndef ANNOTATE_MATCHER_H
#define ANNOTATE_MATCHER_H

#include "annotate/document.h"
#include "pack/rule.h"

/* What a rule matched. */
struct match {
    const struct capture *captures;
    uint32_t begin, end; /* what is covered */
    uint32_t words;      /* tokens read, context included */
    uint16_t rule;
    uint16_t capture_count;
};

/*
 * The memory of the matcher for one document.  Marks are generations, so that nothing has to be
 * cleared between two tries.
 */
struct matcher {
    struct match **best; /* [tokens]: the best match that covers from there, in this stage */
    uint32_t best_begin, best_end; /* the tokens that have one are within */
    uint32_t *tried;        /* [rules]: the generation of the token at which it was tried last */
    uint32_t *kind_ends;    /* [kinds]: where the last annotation of the stage ends */
    struct signature *rest; /* [tokens]: of the sentence from there on; of this stage its kinds */
    uint32_t *seen;         /* [reach][choices]: the generation that went on from a choice */
    uint32_t cleared;       /* rows of seen that have been in use: few matches are long */
    uint32_t reach;         /* tokens of the longest sentence, at most REACH_MAX */
    uint32_t choices;       /* of the rule that has most */
    uint32_t generation;
    struct capture *captures; /* [CAPTURES_MAX]: of the try */
};

/* Makes the document's matcher.  Returns 0 or FAULT_MEMORY. */
int matcher_open(struct document *document);

/*
 * Tries rule where begin stands; no token behind limit, the end of the sentence, is read.
 * True and *ret_match, whose captures last until the next try.
 */
bool matcher_try(struct document *document, const struct rule *rule, uint32_t begin, uint32_t limit,
                 struct match *ret_match);

#endif
