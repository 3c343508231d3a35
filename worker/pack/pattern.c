#include "pack/pattern.h"

#include "pack/build.h"

enum { DEPTH_MAX = 16 };

static const char *const CAPTURES[] = {
#define X(n, text) text,
    CAPTURE_MAP(X)
#undef X
};

/* The row that is read, and how deep in brackets. */
struct parser {
    struct builder *builder;
    struct row *row;
    unsigned depth;
};

static int parse_alternatives(struct parser *parser, struct node **ret_node);

static char parser_peek(const struct parser *parser)
{
    return parser->row->text.len ? parser->row->text.at[0] : '\0';
}

static int parser_fault(const struct parser *parser, const char *reason)
{
    return locus_fault(parser->row->locus, parser->builder->fault, "%s", reason);
}

static struct node *node_new(struct parser *parser, enum node_sort sort, struct node *child)
{
    struct node *node = ARENA_ARRAY(parser->builder->scratch, struct node, 1);
    if (!node)
        return NULL;
    node->sort = sort;
    node->locus = parser->row->locus;
    node->child = child;
    return node;
}

/* The bytes of a name, a number or a word: up to a blank or a sign of the pattern. */
static size_t run_len(const struct parser *parser)
{
    struct str text = parser->row->text;
    size_t len = 0;
    while (len < text.len && !is_blank(text.at[len]) && !strchr("()|?[]\":", text.at[len]))
        len++;
    return len;
}

/* Adds child to the end of what head begins. */
static void node_append(struct node **head, struct node *child)
{
    while (*head)
        head = &(*head)->next;
    *head = child;
}

static int word_node(struct parser *parser, const struct token *token, struct str written,
                     bool exact, struct node **ret_node)
{
    struct node *node = node_new(parser, NODE_STEP, NULL);
    struct str spelling = arena_copy(parser->builder->pack->arena, written);
    if (!node || !spelling.at)
        return builder_memory(parser->builder);
    node->step.code = STEP_WORD;
    node->step.capital = token->flags & TOKEN_CAPITAL;
    node->step.exact = exact;
    node->step.of.word.word = token->word;
    node->step.of.word.spelling = spelling;
    *ret_node = node;
    return 0;
}

/* "l'Union" is two words: a literal may be a sequence. */
static int literal_nodes(struct parser *parser, const struct field *field, bool exact,
                         struct node **ret_node)
{
    struct token_list tokens;
    struct node *sequence = node_new(parser, NODE_SEQUENCE, NULL);
    arena_reset(parser->builder->moment);
    if (!sequence || builder_learn(parser->builder, field->text, &tokens))
        return builder_memory(parser->builder);
    if (tokens.count == 0)
        return locus_fault(field->locus, parser->builder->fault, "there is no word in it");
    for (size_t i = 0; i < tokens.count; i++) {
        const struct token *token = &tokens.at[i];
        struct str written = str_make(field->text.at + token->begin, token->end - token->begin);
        struct node *node = NULL;
        int fault = word_node(parser, token, written, exact, &node);
        if (fault)
            return fault;
        node_append(&sequence->child, node);
    }
    *ret_node = sequence;
    return 0;
}

static int parse_word(struct parser *parser, size_t len, struct node **ret_node)
{
    struct field field = row_cut(parser->row, len);
    bool exact = field.text.len > 1 && field.text.at[field.text.len - 1] == '!';
    if (exact)
        field.text.len--;
    return literal_nodes(parser, &field, exact, ret_node);
}

static int parse_quoted(struct parser *parser, struct node **ret_node)
{
    struct str text = parser->row->text;
    const char *close = memchr(text.at + 1, '"', text.len - 1);
    if (!close)
        return parser_fault(parser, "the quote is not closed");
    struct field field = row_cut(parser->row, (size_t)(close - text.at) + 1);
    field.text = str_make(field.text.at + 1, field.text.len - 2);
    return literal_nodes(parser, &field, false, ret_node);
}

static int parse_gap(struct parser *parser, struct node **ret_node)
{
    struct field field = row_cut(parser->row, run_len(parser));
    uint32_t most = 0;
    for (size_t i = 1; i < field.text.len && most <= GAP_MAX; i++) {
        if (field.text.at[i] < '0' || field.text.at[i] > '9')
            most = GAP_MAX + 1;
        most = most * 10 + (uint32_t)(field.text.at[i] - '0');
    }
    if (most == 0 || most > GAP_MAX)
        return locus_fault(field.locus, parser->builder->fault, "a gap is ~1 to ~%d", GAP_MAX);
    struct node *node = node_new(parser, NODE_STEP, NULL);
    if (!node)
        return builder_memory(parser->builder);
    node->step.code = STEP_GAP;
    node->step.of.gap = most;
    *ret_node = node;
    return 0;
}

static int parse_bound(struct parser *parser, struct str *text, int32_t *ret_number)
{
    int64_t number = 0;
    size_t len = 0;
    for (; len < text->len && text->at[len] >= '0' && text->at[len] <= '9' && len < 10; len++)
        number = number * 10 + (text->at[len] - '0');
    if (len == 0 || number > INT32_MAX)
        return parser_fault(parser, "expected number(FROM..TO)");
    *text = str_make(text->at + len, text->len - len);
    *ret_number = (int32_t)number;
    return 0;
}

/* "1..31" or "7", the inside of number( ). */
static int parse_range(struct parser *parser, struct step *step)
{
    struct str text = row_cut(parser->row, run_len(parser)).text;
    int fault = parse_bound(parser, &text, &step->of.number.low);
    if (fault)
        return fault;
    step->of.number.high = step->of.number.low;
    if (text.len > 2 && text.at[0] == '.' && text.at[1] == '.') {
        text = str_make(text.at + 2, text.len - 2);
        fault = parse_bound(parser, &text, &step->of.number.high);
    }
    if (!fault && (text.len || step->of.number.low > step->of.number.high))
        return parser_fault(parser, "expected number(FROM..TO)");
    return fault;
}

static int parse_close(struct parser *parser, char close)
{
    if (parser_peek(parser) != close)
        return parser_fault(parser, close == ')' ? "expected ')'" : "expected ']'");
    row_cut(parser->row, 1);
    return 0;
}

static int parse_number(struct parser *parser, struct node **ret_node)
{
    struct node *node = node_new(parser, NODE_STEP, NULL);
    if (!node)
        return builder_memory(parser->builder);
    node->step.code = STEP_NUMBER;
    node->step.of.number.low = INT32_MIN;
    node->step.of.number.high = INT32_MAX;
    row_cut(parser->row, sizeof "number" - 1);
    *ret_node = node;
    if (parser_peek(parser) != '(')
        return 0;
    row_cut(parser->row, 1);
    int fault = parse_range(parser, &node->step);
    return fault ? fault : parse_close(parser, ')');
}

/* What stands in brackets, behind the opening one. */
static int parse_inside(struct parser *parser, enum node_sort sort, char close,
                        struct node **ret_node)
{
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
    *ret_node = sort == NODE_SEQUENCE ? child : node_new(parser, sort, child);
    return *ret_node ? 0 : builder_memory(parser->builder);
}

static int parse_flag(struct parser *parser, enum step_code code, size_t len,
                      struct node **ret_node)
{
    struct node *node = node_new(parser, NODE_STEP, NULL);
    if (!node)
        return builder_memory(parser->builder);
    node->step.code = (uint8_t)code;
    row_cut(parser->row, len);
    *ret_node = node;
    return 0;
}

static int parse_reference(struct parser *parser, struct node **ret_node)
{
    struct node *node = node_new(parser, NODE_STEP, NULL);
    if (!node)
        return builder_memory(parser->builder);
    *ret_node = node;
    struct field field = row_cut(parser->row, run_len(parser));
    return reference_resolve(parser->builder, field, &node->step);
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
    if (!str_equal(word, STR("list")) || len == parser->row->text.len ||
        parser->row->text.at[len] != '(')
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
    for (uint16_t i = 0; i < CAPTURE_NAME_COUNT; i++) {
        nearest_offer(&nearest, CAPTURES[i]);
        if (!str_equal(str_of(CAPTURES[i]), field.text))
            continue;
        *ret_name = i;
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
    uint16_t number;
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
