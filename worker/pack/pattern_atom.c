/* The elements of a pattern that have no parts. */
#include "pack/parser.h"

int parser_fault(const struct parser *parser, const char *reason)
{
    return locus_fault(parser->row->locus, parser->builder->fault, "%s", reason);
}

struct node *node_new(struct parser *parser, enum node_sort sort, struct node *child)
{
    struct node *node = ARENA_ARRAY(parser->builder->scratch, struct node, 1);
    if (!node)
        return NULL;
    node->sort = sort;
    node->locus = parser->row->locus;
    node->child = child;
    return node;
}

size_t run_len(const struct parser *parser)
{
    struct str text = parser->row->text;
    size_t len = 0;
    while (len < text.len && !is_blank(text.at[len]) && !strchr("()|?[]\":", text.at[len]))
        len++;
    return len;
}

void node_append(struct node **head, struct node *child)
{
    while (*head)
        head = &(*head)->next;
    *head = child;
}

int parse_close(struct parser *parser, char close)
{
    if (parser_peek(parser) != close)
        return parser_fault(parser, close == ')' ? "expected ')'" : "expected ']'");
    row_cut(parser->row, 1);
    return 0;
}

/* Words that rules name have a bit of signatures, which may be that of some others too. */
static int word_mark(struct builder *builder, uint32_t number, uint8_t *ret_mark)
{
    struct word *word = word_slot(builder, number);
    if (!word)
        return builder_memory(builder);
    if (!word->mark)
        word->mark = 1 + builder->marked++ % 64;
    *ret_mark = word->mark;
    return 0;
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
    return word_mark(parser->builder, token->word, &node->step.mark);
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

int parse_word(struct parser *parser, size_t len, struct node **ret_node)
{
    struct field field = row_cut(parser->row, len);
    bool exact = field.text.len > 1 && field.text.at[field.text.len - 1] == '!';
    if (exact)
        field.text.len--;
    return literal_nodes(parser, &field, exact, ret_node);
}

int parse_quoted(struct parser *parser, struct node **ret_node)
{
    struct str text = parser->row->text;
    const bool mark =
        text.len > 2 && memcmp(text.at, "\"\"\"", 3) == 0; /* """ is the mark itself */
    const size_t begin = 1 + mark;
    const char *close = memchr(text.at + begin, '"', text.len - begin);
    if (!close)
        return parser_fault(parser, "the quote is not closed");
    struct field field = row_cut(parser->row, (size_t)(close - text.at) + 1);
    field.text = str_make(field.text.at + 1, field.text.len - 2);
    return literal_nodes(parser, &field, false, ret_node);
}

int parse_gap(struct parser *parser, struct node **ret_node)
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

int parse_number(struct parser *parser, struct node **ret_node)
{
    struct node *node = node_new(parser, NODE_STEP, NULL);
    if (!node)
        return builder_memory(parser->builder);
    node->step.code = STEP_NUMBER;
    node->step.of.number.low = INT32_MIN;
    node->step.of.number.high = INT32_MAX;
    bool range = run_is_call(parser, sizeof "number" - 1);
    row_cut(parser->row, sizeof "number" - 1);
    *ret_node = node;
    if (!range)
        return 0;
    row_cut(parser->row, 1);
    int fault = parse_range(parser, &node->step);
    return fault ? fault : parse_close(parser, ')');
}

int parse_flag(struct parser *parser, enum step_code code, size_t len, struct node **ret_node)
{
    struct node *node = node_new(parser, NODE_STEP, NULL);
    if (!node)
        return builder_memory(parser->builder);
    node->step.code = (uint8_t)code;
    row_cut(parser->row, len);
    *ret_node = node;
    return 0;
}

int parse_reference(struct parser *parser, struct node **ret_node)
{
    struct node *node = node_new(parser, NODE_STEP, NULL);
    if (!node)
        return builder_memory(parser->builder);
    *ret_node = node;
    struct field field = row_cut(parser->row, run_len(parser));
    return reference_resolve(parser->builder, field, &node->step);
}
