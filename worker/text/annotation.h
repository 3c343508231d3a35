/*
 * annotation.h -- what an annotation is: "these tokens are that".
 *
 *     tokens --lexicon, rules, stages--> annotations --find--> meetings
 *
 * Plain data, all of it in the article's arena.  Kinds are numbers of the pack: one for
 * each lexicon (lexicon/month.txt makes kind "month") and one for each kind that rules or
 * stages make ("DATE", "PERSON").  Several may begin at one token: readings live side by
 * side until context chooses.
 */
#ifndef TEXT_ANNOTATION_H
#define TEXT_ANNOTATION_H

#include <stdint.h>

/* Tokens, half open; empty when begin == end. */
struct span {
    uint32_t begin, end;
};

/* A named part of what a rule matched: day:number(1..31). */
struct capture {
    uint16_t name;                       /* enum in pack/names.h */
    uint32_t begin, end;                 /* tokens, half open */
    const struct annotation *annotation; /* what was matched there, or NULL: plain tokens */
};

struct annotation {
    struct annotation *next; /* the next that begins at the same token, longest first */
    const struct capture *captures;
    const void *detail;  /* what its stage worked out (a struct date, person …), or NULL */
    uint32_t begin, end; /* tokens, half open */
    uint32_t value;      /* number of the pack's value (lexicon line), 0 none */
    uint16_t rule;       /* number of the rule that made it, 0: none */
    uint16_t kind;       /* number of the kind in the pack */
    uint16_t tag;        /* tag of the form ("PRES"), 0 none */
    uint16_t capture_count;
};

#endif
