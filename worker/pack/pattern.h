/*
 * pattern.h -- the match line of a rule as a tree, and as steps; private to pack/.
 *
 *     row --pattern_parse--> struct node --pattern_compile--> struct step[]
 */
#ifndef PACK_PATTERN_H
#define PACK_PATTERN_H

#include "pack/rule.h"

struct builder;

enum { OPENINGS_MAX = 128, STEPS_MAX = 1024 /* in one rule */ };

enum node_sort {
    NODE_STEP,         /* one token or annotation */
    NODE_SEQUENCE,     /* all children, one after the other */
    NODE_ALTERNATIVES, /* one of the children */
    NODE_OPTIONAL,     /* the child or nothing */
    NODE_CAPTURE,      /* the child, kept under name */
    NODE_LIST,         /* the child, again and again */
    NODE_CONTEXT,      /* the child, not covered; only at the ends of a pattern */
};

struct node {
    enum node_sort sort;
    uint16_t name; /* NODE_CAPTURE: enum capture_name */
    bool trailing; /* NODE_CONTEXT: at the end, not at the begin */
    struct locus locus;
    struct step step;
    struct node *child; /* the first */
    struct node *next;  /* the next child of the same parent */
};

/* Reads the whole row.  The tree lives in the builder's scratch. */
int pattern_parse(struct builder *builder, struct row *row, struct node **ret_root);

/* Fills step from "@name", "@name=VALUE", "@name.TAG" or "#KIND". */
int reference_resolve(struct builder *builder, struct field field, struct step *step);

/* The number of a capture name; FAULT_PACK when names.h has none such. */
int capture_name_read(struct builder *builder, struct field field, uint16_t *ret_name);

/* Fills the rule's steps and its cost. */
int pattern_compile(struct builder *builder, const struct node *root, struct rule *rule);

/* Steps that rule makes at one token, at worst. */
uint32_t pattern_cost(const struct node *root);

/* Fills the rule's needs: what every match must have, the rarest first. */
void pattern_needs(const struct node *root, struct rule *rule);

/* What the token, or the annotation, that step reads has: not for a gap. */
struct signature step_signature(const struct step *step);

/* What a match can begin with. */
struct opening {
    const struct step *steps[OPENINGS_MAX]; /* that read the first token */
    size_t count;
    bool empty, gap; /* it may read nothing; it may begin with a gap */
    bool full;       /* there are more than steps holds */
    bool seen[STEPS_MAX];
};

/* For what begins at steps[from]. */
void opening_find(const struct step *steps, uint32_t from, struct opening *ret_opening);

/* What the token has that comes behind the first of steps; anything when nothing need come. */
struct signature opening_second(const struct step *steps, const struct step *first);

#endif
