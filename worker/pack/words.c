#include "base/grow.h"
#include "pack/build.h"

enum { CLASSES_MAX = 64, VARIANTS_MAX = (1 << 24) - 1 };

/* The class that is being read. */
struct reading {
    uint64_t class;
};

struct word *word_slot(struct builder *builder, uint32_t word)
{
    struct pack *pack = builder->pack;
    while (pack->word_count <= word) {
        if (!GROW(pack->arena, pack->words, pack->word_count, pack->word_room))
            return NULL;
        pack->words[pack->word_count++] = (struct word){.root = 0};
    }
    return &pack->words[word];
}

static int variant_add(struct builder *builder, struct word *word, const struct variant *variant)
{
    struct pack *pack = builder->pack;
    if (pack->variant_count > VARIANTS_MAX ||
        !GROW(pack->arena, pack->variants, pack->variant_count, pack->variant_room))
        return builder_memory(builder);
    pack->variants[pack->variant_count] = *variant;
    pack->variants[pack->variant_count].next = word->variants;
    word->variants = pack->variant_count++ & VARIANTS_MAX;
    return 0;
}

static bool is_there(const struct pack *pack, const struct word *word,
                     const struct variant *variant)
{
    for (uint32_t i = word->variants; i; i = pack->variants[i].next) {
        const struct variant *other = &pack->variants[i];
        if (other->classes == variant->classes && other->capital == variant->capital &&
            str_equal(other->spelling, variant->spelling))
            return true;
    }
    return false;
}

static int word_take(struct builder *builder, void *context, const struct form *form)
{
    const struct reading *reading = context;
    struct token_list tokens;
    if (builder_learn(builder, form->text, &tokens))
        return FAULT_MEMORY;
    if (tokens.count != 1)
        return locus_fault(form->locus, builder->fault,
                           "'%.*s' is no single word: phrases belong into a lexicon",
                           (int)form->text.len, form->text.at);
    struct variant variant = {.classes = reading->class,
                              .capital = tokens.at[0].flags & TOKEN_CAPITAL,
                              .exact = form->exact};
    struct word *word = word_slot(builder, tokens.at[0].word);
    variant.spelling = arena_copy(builder->pack->arena, form->text);
    if (!word || !variant.spelling.at)
        return builder_memory(builder);
    if (is_there(builder->pack, word, &variant))
        return locus_fault(form->locus, builder->fault, "'%.*s' is doubled", (int)form->text.len,
                           form->text.at);
    return variant_add(builder, word, &variant);
}

static int class_number(struct builder *builder, const char *path, const char *name,
                        uint64_t *ret_class)
{
    uint32_t number = 0;
    if (vocabulary_add(builder->pack->classes, str_of(name), &number))
        return builder_memory(builder);
    if (number > CLASSES_MAX)
        return locus_fault((struct locus){path, 1, 1}, builder->fault,
                           "a pack has at most %d word classes", CLASSES_MAX);
    *ret_class = UINT64_C(1) << (number - 1);
    return 0;
}

static int words_file(struct builder *builder, const char *path, const char *name)
{
    struct reading reading = {0};
    struct table table;
    int fault = class_number(builder, path, name, &reading.class);
    if (!fault)
        fault = table_read(builder->lang_dir, path, builder->pack->arena, &table, builder->fault);
    struct row row;
    while (!fault && table_next(&table, &row)) {
        struct field field;
        while (!(fault = row_next(&row, &field, builder->fault)) && field.text.len)
            if ((fault = form_expand(builder, &field, &(struct form_taker){word_take, &reading})))
                break;
    }
    return fault;
}

int words_load(struct builder *builder)
{
    return builder_each_file(builder, "words", words_file);
}

/* The variant of the word, settled before, that is written as another, or NULL. */
static struct variant *written_alike(struct pack *pack, const struct word *word,
                                     const struct variant *other)
{
    for (uint32_t i = word->variants; i; i = pack->variants[i].next) {
        struct variant *variant = &pack->variants[i];
        if (variant->capital == other->capital && str_equal(variant->spelling, other->spelling))
            return variant;
    }
    return NULL;
}

/*
 * What is written in one way only, and small, needs no variant: its class holds for the word
 * however it is written.  What is written alike is one: a token is held against each of them.
 */
void words_settle(struct builder *builder)
{
    struct pack *pack = builder->pack;
    for (uint32_t number = 0; number < pack->word_count; number++) {
        struct word *word = &pack->words[number];
        bool apart = builder_spelled_apart(builder, number);
        uint32_t next, at = word->variants;
        for (word->variants = 0; at; at = next) {
            struct variant *variant = &pack->variants[at];
            next = variant->next;
            if (!variant->exact && !apart)
                variant->spelling = (struct str){NULL, 0};
            if (!variant->capital && !variant->spelling.len) {
                word->classes |= variant->classes;
                continue;
            }
            struct variant *alike = written_alike(pack, word, variant);
            if (alike) {
                alike->classes |= variant->classes;
                continue;
            }
            variant->next = word->variants;
            word->variants = at & VARIANTS_MAX;
        }
    }
}
