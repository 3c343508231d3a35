/*
 * inside.h -- what a pack consists of; private to pack/.
 */
#ifndef PACK_INSIDE_H
#define PACK_INSIDE_H

#include "base/arena.h"
#include "pack/pack.h"
#include "pack/rule.h"
#include "pack/trie.h"
#include "text/fold.h"
#include "text/vocabulary.h"

#define SHARED_FOLDER "all" /* what every language's pack has beside its own */

/* A word of a class that asks for a capital or for its accents. */
struct variant {
    uint64_t classes;
    struct str spelling; /* "" any */
    bool capital, exact; /* exact: the file says that accents count */
    uint32_t next;       /* of the same word, 0 ends */
};

struct value {
    struct str text;
    int32_t number; /* first column, or -1 */
    uint32_t key;   /* equal for values with the same first column */
    uint32_t line;  /* where its lexicon's file has it first */
    uint16_t kind;
    bool shared;   /* the file is of lang/all, not the language's */
    uint8_t first; /* bytes of the first column, UINT8_MAX: that many or more */
};

struct pack {
    struct arena *arena;
    struct str language, name, version, home;
    struct token_table tokens;
    struct fold *fold;
    struct vocabulary *vocabulary, *elisions, *clitics, *kept, *abbreviations;
    struct vocabulary *kinds, *classes, *tags, *keys; /* names and their numbers */
    struct word *words;                               /* by number */
    size_t word_count, word_room;
    struct variant *variants; /* from 1 */
    size_t variant_count, variant_room;
    struct trie trie;
    struct value *values; /* from 1 */
    size_t value_count, value_room;
    struct rule *rules; /* from 1 */
    size_t rule_count, rule_room;
    size_t choices;                    /* of the rule that has most */
    uint64_t optional[OPTIONAL_COUNT]; /* the bit of each class, 0 none */
    struct rule_index stages[STAGE_COUNT];
    struct example *examples;
    size_t example_count, example_room;
};

#endif
