/*
 * step.h -- the little program that a pattern is.
 *
 *     match weekday:@weekday? day:number(1..31)   --pattern.c, compile.c-->   steps
 *
 * Its cost at one token is bounded (cost.c): there is no loop but the list, which takes each of
 * its items as it comes, and no step with a choice goes on twice from one token.
 */
#ifndef PACK_STEP_H
#define PACK_STEP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "pack/signature.h"

enum {
    LIST_MAX = 30,      /* items after the first in list(A) */
    READINGS_MAX = 8,   /* annotations of one kind that are tried at one token */
    GAP_MAX = 30,       /* words in one gap */
    REACH_MAX = 200,    /* tokens in a match */
    CHOICES_MAX = 64,   /* steps with a choice in one rule */
    SLOTS_MAX = 32,     /* captures written in one rule */
    CAPTURES_MAX = 128, /* captures made in one match */
    COST_MAX = 4000000, /* steps of one rule at one token, at worst */
};

enum step_code {
    STEP_WORD,    /* this word */
    STEP_CLASS,   /* a word of one of these classes */
    STEP_KIND,    /* an annotation */
    STEP_NUMBER,  /* digits */
    STEP_CAPITAL, /* a capitalised word, no determiner */
    STEP_UNKNOWN, /* a word that no file of the pack names */
    STEP_SPLIT,   /* goes on here, or else at to */
    STEP_JUMP,    /* goes on at to */
    STEP_GAP,     /* passes over as few words as possible */
    STEP_LIST,    /* what follows, up to STEP_DONE, again and again; then goes on at to */
    STEP_OPEN,    /* a capture begins */
    STEP_CLOSE,   /* and ends */
    STEP_COVER,   /* what the annotation covers begins */
    STEP_UNCOVER, /* and ends */
    STEP_DONE,    /* the rule, or one item of a list, matches */
};

struct step {
    uint8_t code;  /* enum step_code */
    bool capital;  /* STEP_WORD: asks for a capital */
    bool exact;    /* STEP_WORD: its accents count in any case */
    uint8_t mark;  /* STEP_WORD: the word's, see trie.h */
    uint16_t slot; /* which capture of the rule; which choice (KIND, SPLIT, GAP, LIST) */
    uint16_t name; /* STEP_CLOSE: enum capture_name */
    uint32_t to;
    union {
        struct {
            uint32_t word;
            struct str spelling; /* "" any */
        } word;
        struct {
            uint16_t kind, tag; /* tag 0: any */
            uint32_t key;       /* pack_value_key(), 0: any */
        } kind;
        struct {
            int32_t low, high;
        } number;
        struct {
            uint32_t comma, semicolon;
        } list;
        uint64_t classes;
        uint32_t gap;             /* most words */
        struct signature opening; /* STEP_SPLIT: what it goes on here with has some */
    } of;
};

#endif
