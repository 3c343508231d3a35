/*
 * rule.h -- a rule, compiled, and which rules can begin at a token.
 *
 *     fr/rules/date.txt  --rules.c-->  struct rule  --index.c-->  struct rule_index
 */
#ifndef PACK_RULE_H
#define PACK_RULE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "pack/names.h"
#include "pack/signature.h"
#include "pack/step.h"
#include "pack/table.h"

/* name=NUMBER or name=WORD after make KIND. */
struct constant {
    uint16_t name; /* enum capture_name */
    int32_t number;
    struct str word;
};

enum { NEEDS_MAX = 3 };

struct rule {
    struct str name;    /* "date/day-month-year" */
    struct locus locus; /* of "rule NAME" */
    uint16_t kind;      /* what it makes */
    uint16_t number;
    uint16_t constant_count, need_count;
    enum stage stage;
    const struct constant *constants;
    struct signature
        needs[NEEDS_MAX]; /* a match has some of each; behind need_count: of anything */
    struct step *steps;
    uint32_t step_count;
    uint32_t cost; /* steps at one token, at worst */
};

/* One way in which a rule can begin. */
struct rule_start {
    struct signature need; /* the rarest of the rule's needs: the rest of the sentence has some */
    uint32_t key;          /* of the annotation that it begins with: "@aux=HAVE"; 0 any, or none */
    uint16_t tag;          /* likewise: "@aux.PAST" */
    uint16_t rule;
};

/* Those that go on alike. */
struct rule_group {
    struct signature second; /* the token behind what they begin with has some */
    const struct rule_start *at;
    uint32_t count;
};

struct rule_list {
    const struct rule_group *at;
    uint32_t count;
    struct signature second; /* of all its groups */
};

struct word_start {
    uint32_t word;
    struct signature second; /* as in a group */
    struct rule_start start;
};

/* Of 64 words that follow each other by number. */
struct word_block {
    uint64_t bits;   /* which of them begin rules */
    uint32_t before; /* how many words do that stand before them */
};

/* The rules of a stage by what they can begin with, so that most tokens try none. */
struct rule_index {
    struct signature needs;         /* every match of the stage has some of it */
    uint64_t classes;               /* some rule begins with one of them */
    uint64_t kinds;                 /* bit kind % 64, as struct document's begins */
    uint64_t marks;                 /* some rule begins with a word that has one of them */
    const struct word_block *words; /* [word_count / 64 + 1] */
    size_t word_count;
    const struct word_start *by_word; /* sorted by word */
    const uint32_t *by_word_from;     /* of each word that begins rules, and behind the last */
    struct rule_list by_class[64];
    const struct rule_list *by_kind; /* [kinds] */
    struct rule_list by_number, by_capital, by_unknown;
    uint16_t flags; /* enum token_flag of tokens that are in one of these lists */
};

/* False when a sentence with this signature, which has the first of the rule's needs, can't have a
 * match of it.  Both others are asked for at once: which one lacks cannot be guessed. */
static inline bool rule_fits(const struct rule *rule, const struct signature *sentence)
{
    _Static_assert(NEEDS_MAX == 3, "each need behind the first is asked for here");
    return signature_meets(&rule->needs[1], sentence) & signature_meets(&rule->needs[2], sentence);
}

static inline bool rule_index_has_word(const struct rule_index *index, uint32_t word)
{
    return word < index->word_count && index->words[word / 64].bits >> word % 64 & 1;
}

/* Where in by_word_from the word stands, which begins rules. */
static inline const uint32_t *rule_index_word(const struct rule_index *index, uint32_t word)
{
    const struct word_block *block = &index->words[word / 64];
    const uint64_t smaller = block->bits & ((UINT64_C(1) << word % 64) - 1);
    return &index->by_word_from[block->before + (unsigned)__builtin_popcountll(smaller)];
}

#endif
