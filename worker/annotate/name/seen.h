/*
 * seen.h -- how a document writes its words: which small, which with a capital inside a sentence.
 *
 * Used by name.c alone.  A rare collision of hashes only costs a guess.
 */
#ifndef ANNOTATE_NAME_SEEN_H
#define ANNOTATE_NAME_SEEN_H

#include "annotate/document.h"

/* Words as a set of hashes. */
struct word_set {
    uint64_t *bits;
    uint32_t mask;
};

struct seen {
    struct word_set lower;   /* written without a capital */
    struct word_set capital; /* capitalised inside a sentence of the body */
    struct word_set family;  /* last words of the names found so far: name.c fills it */
};

/* Reads the document.  Returns false when there is no memory; its arena has the sets. */
bool seen_open(const struct document *document, struct seen *ret_seen);

static inline bool seen_has(const struct word_set *set, uint32_t hash)
{
    return (set->bits[(hash & set->mask) / 64] >> (hash % 64)) & 1;
}

/* Adds it if it is to be, without a branch: which words have a capital nobody guesses. */
static inline void seen_add_if(struct word_set *set, uint32_t hash, bool wanted)
{
    set->bits[(hash & set->mask) / 64] |= (uint64_t)wanted << (hash % 64);
}

static inline void seen_add(struct word_set *set, uint32_t hash)
{
    seen_add_if(set, hash, true);
}

#endif
