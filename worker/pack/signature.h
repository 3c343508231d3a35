/*
 * signature.h -- what tokens have, as sets: asked before a rule is tried.
 *
 * A set may say yes where the answer is no, since some members share a bit, but never the reverse.
 */
#ifndef PACK_SIGNATURE_H
#define PACK_SIGNATURE_H

#include <stdbool.h>
#include <stdint.h>

/* What tokens bring along, as sets of 64: the mark of a word that rules name, kind % 64, class,
 * enum token_flag. */
struct signature {
    uint64_t words, kinds, classes, flags;
};

extern const struct signature SIGNATURE_ANYTHING; /* opening.c */

/* Of flags: no token has it and only SIGNATURE_ANYTHING meets it, the end of the sentence. */
#define FLAG_END (UINT64_C(1) << 63)

/* What a word's mark (trie.h) is in a signature. */
static inline uint64_t mark_bit(unsigned mark)
{
    return (uint64_t)(mark != 0) << (mark - 1) % 64;
}

/* True when two signatures have something in common. */
static inline bool signature_meets(const struct signature *a, const struct signature *b)
{
    return ((a->words & b->words) | (a->kinds & b->kinds) | (a->classes & b->classes) |
            (a->flags & b->flags)) != 0;
}

static inline void signature_join(struct signature *sum, const struct signature *other)
{
    sum->words |= other->words;
    sum->kinds |= other->kinds;
    sum->classes |= other->classes;
    sum->flags |= other->flags;
}

#endif
