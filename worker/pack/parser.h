/*
 * parser.h -- the state of reading a pattern; private to pattern*.c.
 *
 *     pattern.c: brackets, alternatives, names      pattern_atom.c: words, numbers, references
 */
#ifndef PACK_PARSER_H
#define PACK_PARSER_H

#include "pack/build.h"
#include "pack/pattern.h"

/* The row that is read, and how deep in brackets. */
struct parser {
    struct builder *builder;
    struct row *row;
    unsigned depth;
};

static inline char parser_peek(const struct parser *parser)
{
    return parser->row->text.len ? parser->row->text.at[0] : '\0';
}

/* Says reason at the place that is read; returns FAULT_PACK. */
int parser_fault(const struct parser *parser, const char *reason);

/* A node that begins where the row stands; NULL without memory. */
struct node *node_new(struct parser *parser, enum node_sort sort, struct node *child);

/* Adds child to the end of what head begins. */
void node_append(struct node **head, struct node *child);

/* The bytes of a name, a number or a word: up to a blank or a sign of the pattern. */
size_t run_len(const struct parser *parser);

/* True when a bracket opens right behind the first len bytes. */
static inline bool run_is_call(const struct parser *parser, size_t len)
{
    return len < parser->row->text.len && parser->row->text.at[len] == '(';
}

/* Reads the closing bracket. */
int parse_close(struct parser *parser, char close);

/* Each reads one element that has no parts; 0 and *ret_node, or a FAULT_ code. */
int parse_word(struct parser *parser, size_t len, struct node **ret_node);
int parse_quoted(struct parser *parser, struct node **ret_node);
int parse_gap(struct parser *parser, struct node **ret_node);
int parse_number(struct parser *parser, struct node **ret_node);
int parse_flag(struct parser *parser, enum step_code code, size_t len, struct node **ret_node);
int parse_reference(struct parser *parser, struct node **ret_node);

#endif
