#include "base/grow.h"
#include "pack/build.h"
#include "pack/example.h"
#include "pack/pattern.h"

#include <stdio.h>

/* The file that is being read, and its last rule, which ends where the next one begins. */
struct reading {
    const char *file; /* "date" */
    bool staged;      /* "stage" was read */
    enum stage stage;
    bool open; /* a rule is being read: builder->pack->rules[rule_count] */
    struct rule rule;
    bool matched, made, ok, no;
};

static const char *const STAGES[] = {
#define X(n, text) text,
    STAGE_MAP(X)
#undef X
};

/* A line of a rule file, by its first word. */
struct keyword {
    const char *name;
    bool in_rule; /* stands inside a rule */
    int (*read)(struct builder *builder, struct reading *reading, struct row *row);
};

static size_t word_len(struct str text)
{
    size_t len = 0;
    while (len < text.len && !is_blank(text.at[len]))
        len++;
    return len;
}

static int rule_fault(struct builder *builder, const struct reading *reading, const char *reason)
{
    return locus_fault(reading->rule.locus, builder->fault, "the rule '%.*s' %s",
                       (int)reading->rule.name.len, reading->rule.name.at, reason);
}

static int rule_close(struct builder *builder, struct reading *reading)
{
    struct pack *pack = builder->pack;
    if (!reading->open)
        return 0;
    if (!reading->matched || !reading->made)
        return rule_fault(builder, reading, "needs a 'match' and a 'make' line");
    if (!reading->ok || !reading->no)
        return rule_fault(builder, reading, "needs an 'ok' and a 'no' example");
    if (pack->rule_count == UINT16_MAX)
        return rule_fault(builder, reading, "is one too many");
    if (!GROW(pack->arena, pack->rules, pack->rule_count, pack->rule_room))
        return builder_memory(builder);
    pack->rules[pack->rule_count++] = reading->rule;
    reading->open = false;
    return 0;
}

static int read_stage(struct builder *builder, struct reading *reading, struct row *row)
{
    struct nearest nearest = nearest_to(row->text);
    if (reading->staged)
        return locus_fault(row->locus, builder->fault, "a file has one stage");
    for (unsigned i = 0; i < STAGE_COUNT; i++) {
        nearest_offer(&nearest, STAGES[i]);
        if (!str_equal(str_of(STAGES[i]), row->text))
            continue;
        reading->stage = (enum stage)i;
        reading->staged = true;
        return 0;
    }
    return locus_unknown(row->locus, builder->fault, "stage", &nearest);
}

static bool is_rule_there(const struct pack *pack, struct str name, struct locus *ret_locus)
{
    for (size_t i = 1; i < pack->rule_count; i++) {
        *ret_locus = pack->rules[i].locus;
        if (str_equal(pack->rules[i].name, name))
            return true;
    }
    return false;
}

/* "date/day-month-year": file and name. */
static int rule_name(struct builder *builder, const char *file, struct str name,
                     struct str *ret_name)
{
    size_t size = strlen(file) + name.len + 2;
    char *at = arena_alloc(builder->pack->arena, size);
    if (!at)
        return builder_memory(builder);
    snprintf(at, size, "%s/%.*s", file, (int)name.len, name.at);
    *ret_name = str_make(at, size - 1);
    return 0;
}

static int read_rule(struct builder *builder, struct reading *reading, struct row *row)
{
    int fault = rule_close(builder, reading);
    if (fault)
        return fault;
    if (!reading->staged)
        return locus_fault(row->locus, builder->fault, "'stage' comes before the first rule");
    if (str_empty(row->text))
        return locus_fault(row->locus, builder->fault, "the rule has no name");
    struct str name = {NULL, 0};
    struct locus other;
    if (rule_name(builder, reading->file, row->text, &name))
        return FAULT_MEMORY;
    if (is_rule_there(builder->pack, name, &other))
        return locus_fault(row->locus, builder->fault, "the rule '%.*s' is doubled: see %s:%u",
                           (int)name.len, name.at, other.path, other.line);
    *reading = (struct reading){
        .file = reading->file, .staged = true, .stage = reading->stage, .open = true};
    reading->rule.name = name;
    reading->rule.locus = row->locus;
    reading->rule.stage = reading->stage;
    reading->rule.number = (uint16_t)builder->pack->rule_count;
    return 0;
}

static int read_match(struct builder *builder, struct reading *reading, struct row *row)
{
    if (reading->matched)
        return rule_fault(builder, reading, "has two 'match' lines");
    struct node *root;
    int fault = pattern_parse(builder, row, &root);
    reading->matched = true;
    return fault ? fault : pattern_compile(builder, root, &reading->rule);
}

static int constant_read(struct builder *builder, struct field field, struct constant *constant)
{
    const char *equals = memchr(field.text.at, '=', field.text.len);
    size_t len = equals ? (size_t)(equals - field.text.at) : 0;
    if (len == 0 || len + 1 == field.text.len)
        return locus_fault(field.locus, builder->fault, "expected name=NUMBER or name=WORD");
    struct str text = str_make(equals + 1, field.text.len - len - 1);
    bool minus = text.at[0] == '-' && text.len > 1;
    int32_t number = number_read(minus ? str_make(text.at + 1, text.len - 1) : text);
    if (number < 0)
        constant->word = text;
    constant->number = minus ? -number : number;
    field.text.len = len;
    return capture_name_read(builder, field, &constant->name);
}

enum { CONSTANTS_MAX = 16 };

static int read_constants(struct builder *builder, struct rule *rule, struct row *row)
{
    struct constant *constants = ARENA_ARRAY(builder->pack->arena, struct constant, CONSTANTS_MAX);
    if (!constants)
        return builder_memory(builder);
    rule->constants = constants;
    while (row->text.len) {
        struct field field = row_cut(row, word_len(row->text));
        if (rule->constant_count == CONSTANTS_MAX)
            return locus_fault(field.locus, builder->fault, "at most %d constants", CONSTANTS_MAX);
        int fault = constant_read(builder, field, &constants[rule->constant_count++]);
        if (fault)
            return fault;
    }
    return 0;
}

static int read_make(struct builder *builder, struct reading *reading, struct row *row)
{
    uint32_t kind = 0;
    if (reading->made)
        return rule_fault(builder, reading, "has two 'make' lines");
    struct field name = row_cut(row, word_len(row->text));
    if (str_empty(name.text) || name.text.at[0] < 'A' || name.text.at[0] > 'Z')
        return locus_fault(name.locus, builder->fault, "a rule makes a KIND, in capitals");
    if (vocabulary_add(builder->pack->kinds, name.text, &kind))
        return builder_memory(builder);
    reading->rule.kind = (uint16_t)kind;
    reading->made = true;
    return row->text.len ? read_constants(builder, &reading->rule, row) : 0;
}

static int example_read(struct builder *builder, struct reading *reading, struct row *row,
                        enum example_sort sort)
{
    struct pack *pack = builder->pack;
    if (!GROW(pack->arena, pack->examples, pack->example_count, pack->example_room))
        return builder_memory(builder);
    struct example *example = &pack->examples[pack->example_count++];
    *example = (struct example){.sort = sort, .rule = reading->rule.number};
    return example_parse(row, example, builder->fault);
}

static int read_ok(struct builder *builder, struct reading *reading, struct row *row)
{
    reading->ok = true;
    return example_read(builder, reading, row, EXAMPLE_OK);
}

static int read_no(struct builder *builder, struct reading *reading, struct row *row)
{
    reading->no = true;
    return example_read(builder, reading, row, EXAMPLE_NO);
}

static int read_todo(struct builder *builder, struct reading *reading, struct row *row)
{
    return example_read(builder, reading, row, EXAMPLE_TODO);
}

static const struct keyword KEYWORDS[] = {
    {"stage", false, read_stage}, {"rule", false, read_rule}, {"match", true, read_match},
    {"make", true, read_make},    {"ok", true, read_ok},      {"no", true, read_no},
    {"todo", true, read_todo},
};

enum { KEYWORD_COUNT = sizeof KEYWORDS / sizeof *KEYWORDS };

static int row_read(struct builder *builder, struct reading *reading, struct row *row)
{
    struct field word = row_cut(row, word_len(row->text));
    struct nearest nearest = nearest_to(word.text);
    for (size_t i = 0; i < KEYWORD_COUNT; i++) {
        nearest_offer(&nearest, KEYWORDS[i].name);
        if (!str_equal(str_of(KEYWORDS[i].name), word.text))
            continue;
        if (KEYWORDS[i].in_rule && !reading->open)
            return locus_fault(word.locus, builder->fault, "'%s' stands outside a rule",
                               KEYWORDS[i].name);
        return KEYWORDS[i].read(builder, reading, row);
    }
    return locus_unknown(word.locus, builder->fault, "such line", &nearest);
}

static int rules_file(struct builder *builder, const char *path, const char *name)
{
    struct reading reading = {.file = name};
    struct table table;
    int fault = table_read(builder->lang_dir, path, builder->pack->arena, &table, builder->fault);
    struct row row;
    while (!fault && table_next(&table, &row))
        fault = row_read(builder, &reading, &row);
    return fault ? fault : rule_close(builder, &reading);
}

/* What rules make must be known before the first pattern asks for it. */
static int kinds_file(struct builder *builder, const char *path, const char *name)
{
    (void)name;
    struct table table;
    int fault = table_read(builder->lang_dir, path, builder->scratch, &table, builder->fault);
    struct row row;
    while (!fault && table_next(&table, &row)) {
        uint32_t number;
        if (!str_equal(row_cut(&row, word_len(row.text)).text, STR("make")) || !row.text.len)
            continue;
        struct str kind = row_cut(&row, word_len(row.text)).text;
        if (vocabulary_add(builder->pack->kinds, kind, &number))
            return builder_memory(builder);
    }
    return fault;
}

int rules_load(struct builder *builder)
{
    struct vocabulary *words = builder->pack->vocabulary;
    if (vocabulary_add(words, STR(","), &builder->comma) ||
        vocabulary_add(words, STR(";"), &builder->semicolon))
        return builder_memory(builder);
    int fault = builder_each_file(builder, "rules", kinds_file);
    return fault ? fault : builder_each_file(builder, "rules", rules_file);
}

/* Accents count in a literal only when the pack knows the word with several, or it says so. */
void rules_settle(struct builder *builder)
{
    for (size_t i = 1; i < builder->pack->rule_count; i++) {
        struct rule *rule = &builder->pack->rules[i];
        for (uint32_t j = 0; j < rule->step_count; j++) {
            struct step *step = &rule->steps[j];
            if (step->code == STEP_WORD && !step->exact &&
                !builder_spelled_apart(builder, step->of.word.word))
                step->of.word.spelling = (struct str){NULL, 0};
        }
    }
}
