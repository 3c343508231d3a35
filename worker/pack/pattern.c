#include "pack/parser.h"

enum { DEPTH_MAX = 16 };

static const char *const CAPTURES[] = {
#define X(n, text) text,
    CAPTURE_MAP(X)
#undef X
};

static int parse_alternatives(struct parser *parser, struct node **ret_node);

/* What stands in brackets, behind the opening one. */
static int parse_inside(struct parser *parser, enum node_sort sort, char close,
                        struct node **ret_node)
{
    const struct locus locus = parser->row->locus;
    if (++parser->depth > DEPTH_MAX)
        return parser_fault(parser, "too many brackets in each other");
    row_cut(parser->row, 1);
    struct node *child = NULL;
    int fault = parse_alternatives(parser, &child);
    if (!fault)
        fault = parse_close(parser, close);
    parser->depth--;
    if (fault)
        return fault;
    struct node *node = sort == NODE_SEQUENCE ? child : node_new(parser, sort, child);
    if (!node)
        return builder_memory(parser->builder);
    node->locus = locus;
    *ret_node = node;
    return 0;
}

/* A word, or one of the words that mean something in a pattern. */
static int parse_run(struct parser *parser, struct node **ret_node)
{
    size_t len = run_len(parser);
    struct str word = str_make(parser->row->text.at, len);
    if (len == 0)
        return parser_fault(parser, "expected a word, @lexicon, #KIND or (");
    if (str_equal(word, STR("number")))
        return parse_number(parser, ret_node);
    if (str_equal(word, STR("capital")))
        return parse_flag(parser, STEP_CAPITAL, len, ret_node);
    if (str_equal(word, STR("unknown")))
        return parse_flag(parser, STEP_UNKNOWN, len, ret_node);
    if (!str_equal(word, STR("list")) || !run_is_call(parser, len))
        return parse_word(parser, len, ret_node);
    row_cut(parser->row, len);
    return parse_inside(parser, NODE_LIST, ')', ret_node);
}

static int parse_atom(struct parser *parser, struct node **ret_node)
{
    switch (parser_peek(parser)) {
    case '@':
    case '#':
        return parse_reference(parser, ret_node);
    case '"':
        return parse_quoted(parser, ret_node);
    case '~':
        return parse_gap(parser, ret_node);
    case '(':
        return parse_inside(parser, NODE_SEQUENCE, ')', ret_node);
    default:
        return parse_run(parser, ret_node);
    }
}

int capture_name_read(struct builder *builder, struct field field, uint16_t *ret_name)
{
    struct nearest nearest = nearest_to(field.text);
    for (unsigned i = 0; i < CAPTURE_NAME_COUNT; i++) {
        nearest_offer(&nearest, CAPTURES[i]);
        if (!str_equal(str_of(CAPTURES[i]), field.text))
            continue;
        *ret_name = (uint16_t)i;
        return 0;
    }
    return locus_unknown(field.locus, builder->fault, "capture name", &nearest);
}

/* "name:" right before what it keeps. */
static bool has_name(const struct parser *parser)
{
    size_t len = run_len(parser);
    return len > 0 && len < parser->row->text.len && parser->row->text.at[len] == ':';
}

static int parse_named(struct parser *parser, struct node **ret_node)
{
    struct field name = row_cut(parser->row, run_len(parser));
    row_cut(parser->row, 1);
    uint16_t number = 0;
    struct node *child = NULL;
    int fault = capture_name_read(parser->builder, name, &number);
    if (!fault)
        fault = parse_atom(parser, &child);
    if (fault)
        return fault;
    *ret_node = node_new(parser, NODE_CAPTURE, child);
    if (!*ret_node)
        return builder_memory(parser->builder);
    (*ret_node)->name = number;
    return 0;
}

static int parse_element(struct parser *parser, struct node **ret_node)
{
    int fault;
    if (parser_peek(parser) == '[')
        fault = parser->depth ? parser_fault(parser, "[ ] stands only at an end of the pattern")
                              : parse_inside(parser, NODE_CONTEXT, ']', ret_node);
    else
        fault = has_name(parser) ? parse_named(parser, ret_node) : parse_atom(parser, ret_node);
    if (fault || parser_peek(parser) != '?')
        return fault;
    row_cut(parser->row, 1);
    *ret_node = node_new(parser, NODE_OPTIONAL, *ret_node);
    return *ret_node ? 0 : builder_memory(parser->builder);
}

static struct node *context_of(struct node *node)
{
    if (node->sort == NODE_OPTIONAL)
        node = node->child;
    return node->sort == NODE_CONTEXT ? node : NULL;
}

/* Context stands before all else or after all else, and something stands between. */
static int check_context(const struct parser *parser, struct node *first)
{
    bool covered = false;
    for (struct node *node = first; node; node = node->next) {
        struct node *context = context_of(node);
        covered |= !context;
        if (!context || node == first)
            continue;
        if (node->next)
            return locus_fault(context->locus, parser->builder->fault,
                               "[ ] stands only at an end of the pattern");
        context->trailing = true;
    }
    return covered ? 0 : parser_fault(parser, "nothing stands outside [ ]");
}

static int parse_sequence(struct parser *parser, struct node **ret_node)
{
    struct node *sequence = node_new(parser, NODE_SEQUENCE, NULL);
    if (!sequence)
        return builder_memory(parser->builder);
    while (parser_peek(parser) && !strchr("|)]", parser_peek(parser))) {
        struct node *element = NULL;
        int fault = parse_element(parser, &element);
        if (fault)
            return fault;
        node_append(&sequence->child, element);
    }
    if (!sequence->child)
        return parser_fault(parser, "nothing to match stands here");
    *ret_node = sequence;
    return parser->depth ? 0 : check_context(parser, sequence->child);
}

static int parse_alternatives(struct parser *parser, struct node **ret_node)
{
    struct node *alternatives = node_new(parser, NODE_ALTERNATIVES, NULL);
    if (!alternatives)
        return builder_memory(parser->builder);
    for (;;) {
        struct node *sequence = NULL;
        int fault = parse_sequence(parser, &sequence);
        if (fault)
            return fault;
        node_append(&alternatives->child, sequence);
        if (parser_peek(parser) != '|')
            break;
        row_cut(parser->row, 1);
    }
    *ret_node = alternatives->child->next ? alternatives : alternatives->child;
    return 0;
}

int pattern_parse(struct builder *builder, struct row *row, struct node **ret_root)
{
    struct parser parser = {builder, row, 0};
    struct node *root = NULL;
    int fault = parse_alternatives(&parser, &root);
    if (!fault && parser_peek(&parser))
        fault = parser_fault(&parser, "this closes nothing");
    if (!fault)
        *ret_root = root;
    return fault;
}
