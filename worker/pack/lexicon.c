#include "base/grow.h"
#include "pack/build.h"

enum { VALUE_MAX = 1024 };

/* The line that is being read. */
struct line {
    uint16_t kind;
    uint32_t value;
};

static struct str first_column(struct str text)
{
    const char *end = memchr(text.at, ';', text.len);
    return str_make(text.at, end ? (size_t)(end - text.at) : text.len);
}

static struct str last_column(struct str text)
{
    const char *begin = memrchr(text.at, ';', text.len);
    const size_t before = begin ? (size_t)(begin + 1 - text.at) : 0;
    return str_make(text.at + before, text.len - before);
}

static bool is_shared(const char *path)
{
    return strncmp(path, SHARED_FOLDER "/", sizeof SHARED_FOLDER) == 0;
}

/* The value's number: the same text in one lexicon is one value, wherever it stands. */
static int value_number(struct builder *builder, const struct field *field, struct line *line)
{
    struct pack *pack = builder->pack;
    struct str text = field->text;
    char key[VALUE_MAX + sizeof line->kind];
    if (text.len > VALUE_MAX)
        return locus_fault(field->locus, builder->fault, "a value has at most %d bytes", VALUE_MAX);
    memcpy(key, &line->kind, sizeof line->kind);
    memcpy(key + sizeof line->kind, text.at, text.len);
    if (vocabulary_add(builder->values, str_make(key, text.len + sizeof line->kind), &line->value))
        return builder_memory(builder);
    if (line->value < pack->value_count)
        return 0;
    struct value value = {.text = text,
                          .kind = line->kind,
                          .line = field->locus.line,
                          .shared = is_shared(field->locus.path)};
    struct str first = first_column(text);
    value.number = number_read(first);
    value.first = first.len < UINT8_MAX ? (uint8_t)first.len : UINT8_MAX;
    if (vocabulary_add(pack->keys, first, &value.key) ||
        !GROW(pack->arena, pack->values, pack->value_count, pack->value_room))
        return builder_memory(builder);
    pack->values[pack->value_count++] = value;
    return 0;
}

static int origin_note(struct builder *builder, const struct form *form,
                       const struct token_list *tokens)
{
    size_t entry = builder->pack->trie.entry_count - 1;
    uint32_t *words = ARENA_ARRAY(builder->scratch, uint32_t, tokens->count);
    struct str *written = ARENA_ARRAY(builder->scratch, struct str, tokens->count);
    struct str text = arena_copy(builder->scratch, form->text);
    if (!words || !written || !text.at ||
        !GROW(builder->scratch, builder->origins, entry, builder->origin_room))
        return builder_memory(builder);
    for (size_t i = 0; i < tokens->count; i++) {
        words[i] = tokens->at[i].word;
        written[i] =
            str_make(text.at + tokens->at[i].begin, tokens->at[i].end - tokens->at[i].begin);
    }
    builder->origins[entry] =
        (struct origin){form->locus, words, written, (uint16_t)tokens->count, form->exact};
    return 0;
}

static bool is_written_apart(const struct builder *builder, const struct origin *origin,
                             struct str text, const struct token_list *tokens)
{
    for (size_t i = 0; i < tokens->count; i++) {
        const struct token *token = &tokens->at[i];
        struct str written = str_make(text.at + token->begin, token->end - token->begin);
        if (!fold_spelled(builder->pack->fold, origin->written[i], written) &&
            !fold_spelled(builder->pack->fold, written, origin->written[i]))
            return true;
    }
    return false;
}

/* Looks for the same form in the same lexicon. */
static int check_doubled(struct builder *builder, uint32_t node, const struct trie_entry *entry,
                         const struct form *form, const struct token_list *tokens)
{
    const struct trie *trie = &builder->pack->trie;
    for (uint32_t i = trie->nodes[node].head; i; i = trie->entries[i].next) {
        const struct trie_entry *other = &trie->entries[i];
        const struct origin *origin = &builder->origins[i];
        if (other->kind != entry->kind || other->capitals != entry->capitals ||
            other->uppers != entry->uppers || is_written_apart(builder, origin, form->text, tokens))
            continue;
        int len = (int)form->text.len;
        if (other->value == entry->value && other->tag == entry->tag)
            return locus_fault(form->locus, builder->fault, "'%.*s' is doubled: see %s:%u:%u", len,
                               form->text.at, origin->locus.path, origin->locus.line,
                               origin->locus.column);
        struct str name = vocabulary_word(builder->pack->kinds, entry->kind);
        if (other->value != entry->value &&
            !vocabulary_find(builder->ambiguous, name, vocabulary_hash(name)))
            return locus_fault(form->locus, builder->fault,
                               "'%.*s' has another value at %s:%u:%u; if both are meant, name "
                               "'%.*s' as ambiguous in pack.txt",
                               len, form->text.at, origin->locus.path, origin->locus.line,
                               origin->locus.column, (int)name.len, name.at);
    }
    return 0;
}

static int phrase_node(struct builder *builder, const struct token_list *tokens, uint32_t *ret_node)
{
    *ret_node = 0;
    for (size_t i = 0; i < tokens->count; i++)
        if (trie_child(&builder->pack->trie, builder->pack->arena, *ret_node, tokens->at[i].word,
                       ret_node))
            return builder_memory(builder);
    return 0;
}

/* Bit i: word i has the flag. */
static uint16_t words_with(const struct token_list *tokens, uint16_t flag)
{
    unsigned bits = 0;
    for (size_t i = 0; i < tokens->count; i++)
        if (tokens->at[i].flags & flag)
            bits |= 1u << i;
    return (uint16_t)bits;
}

static int phrase_take(struct builder *builder, void *context, const struct form *form)
{
    const struct line *line = context;
    struct token_list tokens;
    if (builder_learn(builder, form->text, &tokens))
        return FAULT_MEMORY;
    if (tokens.count == 0 || tokens.count > PHRASE_MAX)
        return locus_fault(form->locus, builder->fault, "a form has 1 to %d words, this one %zu",
                           PHRASE_MAX, tokens.count);
    struct trie_entry entry = {.value = line->value,
                               .kind = line->kind,
                               .tag = form->tag,
                               .capitals = words_with(&tokens, TOKEN_CAPITAL),
                               .uppers = form->exact ? words_with(&tokens, TOKEN_UPPER) : 0};
    uint32_t node;
    int fault = phrase_node(builder, &tokens, &node);
    if (!fault)
        fault = check_doubled(builder, node, &entry, form, &tokens);
    if (!fault && trie_add(&builder->pack->trie, builder->pack->arena, node, &entry))
        fault = builder_memory(builder);
    return fault ? fault : origin_note(builder, form, &tokens);
}

static int line_read(struct builder *builder, struct row *row, struct line *line)
{
    struct field value, field;
    int fault = row_next(row, &value, builder->fault);
    if (fault)
        return fault;
    if (row->ended)
        return locus_fault(value.locus, builder->fault, "the value '%.*s' has no form",
                           (int)value.text.len, value.text.at);
    if ((fault = value_number(builder, &value, line)))
        return fault;
    while (!(fault = row_next(row, &field, builder->fault)) && field.text.len) {
        if (str_equal(field.text, STR("="))) /* "…;Kenya | =" */
            field.text = last_column(value.text);
        if ((fault = form_expand(builder, &field, &(struct form_taker){phrase_take, line})))
            break;
    }
    return fault;
}

static int lexicon_file(struct builder *builder, const char *path, const char *name)
{
    uint32_t kind = 0;
    if (vocabulary_find(builder->pack->classes, str_of(name), vocabulary_hash(str_of(name))))
        return locus_fault((struct locus){path, 1, 1}, builder->fault,
                           "there is a word class of the name '%s' too", name);
    if (vocabulary_add(builder->pack->kinds, str_of(name), &kind))
        return builder_memory(builder);
    struct line line = {.kind = (uint16_t)kind};
    struct table table;
    int fault = table_read(builder->lang_dir, path, builder->pack->arena, &table, builder->fault);
    struct row row;
    while (!fault && table_next(&table, &row))
        fault = line_read(builder, &row, &line);
    return fault;
}

int lexicon_load(struct builder *builder)
{
    builder->values = vocabulary_new(builder->scratch);
    if (!builder->values)
        return builder_memory(builder);
    return builder_each_file(builder, "lexicon", lexicon_file);
}

/* Accents count for a word that the pack knows with several, and in forms that say so. */
static bool needs_spelling(const struct builder *builder, const struct origin *origin, size_t word)
{
    return origin->exact || builder_spelled_apart(builder, origin->words[word]);
}

int lexicon_settle(struct builder *builder)
{
    struct trie *trie = &builder->pack->trie;
    for (size_t i = 1; i < trie->entry_count; i++) {
        const struct origin *origin = &builder->origins[i];
        struct str *spellings = NULL;
        for (size_t j = 0; j < origin->count; j++) {
            if (!needs_spelling(builder, origin, j))
                continue;
            if (!spellings)
                spellings = ARENA_ARRAY(builder->pack->arena, struct str, origin->count);
            if (!spellings)
                return builder_memory(builder);
            spellings[j] = arena_copy(builder->pack->arena, origin->written[j]);
            if (!spellings[j].at)
                return builder_memory(builder);
        }
        trie->entries[i].spellings = spellings;
    }
    return 0;
}
