/*
 * look_many.h -- what many tokens have, asked for at once: included by look.h.
 *
 * Where the words are that a question is about, or that there are none, is found by a look at the
 * bits of 64 tokens, and not token by token.
 */
#ifndef ANNOTATE_LOOK_MANY_H
#define ANNOTATE_LOOK_MANY_H

#include "annotate/document.h"

/* look.c: the next token from `from` on at which one of the kinds (KIND_BIT) may begin, or end:
 * what goes through a whole sentence or text steps with it from one to the next.  Of one kind or
 * two, or of more. */
uint32_t look_next_few(const struct document *document, uint32_t from, uint32_t end,
                       uint64_t kinds);
uint32_t look_next_many(const struct document *document, uint32_t from, uint32_t end,
                        uint64_t kinds);

static inline uint32_t look_next(const struct document *document, uint32_t from, uint32_t end,
                                 uint64_t kinds)
{
    return __builtin_constant_p(kinds) && __builtin_popcountll(kinds) <= 2
               ? look_next_few(document, from, end, kinds)
               : look_next_many(document, from, end, kinds);
}

/* Bit i: an annotation of kind may begin at begin + i, one of the tokens up to end, few of them:
 * many are asked at once, and nearly always none has it. */
static inline uint64_t look_window(const struct document *document, uint32_t begin, uint32_t end,
                                   uint16_t kind)
{
    const uint32_t block = begin / PLACES_BLOCK, shift = begin % PLACES_BLOCK;
    const uint64_t *places = document->places + (size_t)block * 64 + kind % 64;
    uint64_t window = places[0] >> shift;
    if ((end - 1) / PLACES_BLOCK > block)
        window |= places[64] << (PLACES_BLOCK - shift);
    return window & ((UINT64_C(1) << (end - begin)) - 1);
}

/* The classes of all tokens from begin to end, of the document. */
static inline uint64_t look_classes(const struct document *document, uint32_t begin, uint32_t end)
{
    uint64_t classes = 0;
    for (uint32_t t = begin; t < end; t++)
        classes |= document->classes[t];
    return classes;
}

#endif
