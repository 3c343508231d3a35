/*
 * trie.h -- the phrases of the lexicons, word by word.
 *
 *     node 0 --word--> node --word--> node: entries
 *
 * Each phrase's last node carries its entries.  Edges stand in one hash table; the first step
 * from the root, and a copy of the node that it leads to, stand beside the word's classes: most
 * words begin phrases, and for most of them nothing else is looked at.
 */
#ifndef PACK_TRIE_H
#define PACK_TRIE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

enum { PHRASE_MAX = 16 }; /* words in a phrase */

/* What a phrase means in one lexicon. */
struct trie_entry {
    uint32_t next;               /* the next of the same phrase, 0 ends */
    uint32_t value;              /* number of the lexicon's value */
    uint16_t kind, tag;          /* the lexicon; the tag of this form */
    uint16_t capitals;           /* bit i: word i must be capitalised */
    uint16_t uppers;             /* bit i: word i must be all upper case: "WHO!" is not "Who" */
    const struct str *spellings; /* [words]: accents that each must have, "" any; NULL: all any */
};

struct trie_edge {
    uint32_t node, word, child; /* child 0: free */
};

struct trie_node {
    uint64_t filter; /* bit word % 64 of each word that leads on from here */
    uint32_t head;   /* its first entry, 0 none */
};

/* What is looked up for each token, side by side. */
struct word {
    uint64_t classes;       /* of the word however it is written */
    uint32_t variants : 24; /* first of the pack's variants of it, 0 none */
    uint32_t mark : 8;      /* its bit in signatures, from 1; 0: no rule names the word */
    uint32_t root;          /* the node that it leads to from node 0, 0 none */
    struct trie_node first; /* a copy of that node */
};

struct trie {
    struct trie_edge *edges;
    uint32_t mask, edge_count;
    const struct word *words; /* [word_count] by number, from trie_close() on */
    size_t word_count;
    struct trie_node *nodes;
    size_t node_count, node_room;
    struct trie_entry *entries; /* from 1 */
    size_t entry_count, entry_room;
};

/* Each returns 0 or FAULT_MEMORY. */
int trie_open(struct trie *trie, struct arena *arena);
int trie_child(struct trie *trie, struct arena *arena, uint32_t node, uint32_t word,
               uint32_t *ret_node);
int trie_add(struct trie *trie, struct arena *arena, uint32_t node, const struct trie_entry *entry);
/* Ends the building: fills root and first of words, which has every word, and lends it. */
int trie_close(struct trie *trie, struct arena *arena, struct word *words, size_t word_count);

static inline uint32_t trie_hash(uint32_t node, uint32_t word)
{
    uint64_t key = ((uint64_t)node << 32 | word) * UINT64_C(0x9E3779B97F4A7C15);
    return (uint32_t)(key >> 32);
}

/* Where the search for an edge begins. */
static inline const struct trie_edge *trie_slot(const struct trie *trie, uint32_t node,
                                                uint32_t word)
{
    return &trie->edges[trie_hash(node, word) & trie->mask];
}

/* Most nodes lead nowhere: their filter says so without a look into the large table. */
static inline bool trie_leads(const struct trie_node *at, uint32_t word)
{
    return at->filter >> word % 64 & 1;
}

/* The node that word leads to from node, which is at or as it, 0 none. */
static inline uint32_t trie_step(const struct trie *trie, uint32_t node, const struct trie_node *at,
                                 uint32_t word)
{
    if (!trie_leads(at, word))
        return 0;
    for (uint32_t i = trie_hash(node, word) & trie->mask;; i = (i + 1) & trie->mask) {
        const struct trie_edge *edge = &trie->edges[i];
        if (!edge->child || (edge->node == node && edge->word == word))
            return edge->child;
    }
}

#endif
