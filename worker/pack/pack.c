#include "pack/pack.h"

#include <stdlib.h>

#include "base/grow.h"
#include "pack/build.h"

/* A pack is as big as its files, which table.c bounds. */
static const size_t PACK_MAX = (size_t)1 << 32;

static const char *const KINDS[] = {
#define X(n, text) text,
    KIND_MAP(X) LEXICON_MAP(X) NULL
#undef X
};
static const char *const CLASSES[] = {
#define X(n, text) text,
    CLASS_MAP(X) NULL
#undef X
};
static const char *const TAGS[] = {
#define X(n, text) text,
    TAG_MAP(X) NULL
#undef X
};

/* Names that C knows come first, so that their numbers are those of the enums. */
static struct vocabulary *names_new(struct arena *arena, const char *const *names)
{
    struct vocabulary *vocabulary = vocabulary_new(arena);
    uint32_t number;
    for (; vocabulary && *names; names++)
        if (vocabulary_add(vocabulary, str_of(*names), &number))
            return NULL;
    return vocabulary;
}

static bool pack_open_names(struct pack *pack)
{
    pack->kinds = names_new(pack->arena, KINDS);
    pack->classes = names_new(pack->arena, CLASSES);
    pack->tags = names_new(pack->arena, TAGS);
    pack->keys = vocabulary_new(pack->arena);
    pack->vocabulary = vocabulary_new(pack->arena);
    pack->elisions = vocabulary_new(pack->arena);
    pack->clitics = vocabulary_new(pack->arena);
    pack->kept = vocabulary_new(pack->arena);
    pack->abbreviations = vocabulary_new(pack->arena);
    pack->fold = fold_new(pack->arena);
    return pack->kinds && pack->classes && pack->tags && pack->keys && pack->vocabulary &&
           pack->elisions && pack->clitics && pack->kept && pack->abbreviations && pack->fold;
}

static void pack_note_optional(struct pack *pack)
{
#define X(n, text) text,
    static const char *const NAMES[] = {OPTIONAL_MAP(X)};
#undef X
    for (size_t i = 0; i < OPTIONAL_COUNT; i++)
        pack->optional[i] = pack_class(pack, NAMES[i]);
}

/* Numbers begin at 1: what stands at 0 says "none". */
static bool pack_open_lists(struct pack *pack)
{
    return GROW(pack->arena, pack->values, 0, pack->value_room) &&
           GROW(pack->arena, pack->variants, 0, pack->variant_room) &&
           GROW(pack->arena, pack->rules, 0, pack->rule_room) &&
           !trie_open(&pack->trie, pack->arena);
}

static struct pack *pack_new(const char *language)
{
    struct arena *arena = arena_new(PACK_MAX);
    struct pack *pack = arena ? arena_alloc(arena, sizeof *pack) : NULL;
    if (!pack) {
        arena_free(arena);
        return NULL;
    }
    pack->arena = arena;
    pack->language = arena_copy(arena, str_of(language));
    if (!pack->language.at || !pack_open_names(pack) || !pack_open_lists(pack)) {
        arena_free(arena);
        return NULL;
    }
    pack->value_count = pack->variant_count = pack->rule_count = 1;
    pack->tokens = (struct token_table){.fold = pack->fold,
                                        .vocabulary = pack->vocabulary,
                                        .elisions = pack->elisions,
                                        .clitics = pack->clitics,
                                        .kept = pack->kept,
                                        .abbreviations = pack->abbreviations};
    return pack;
}

/* Words are learnt up to the last rule, and only then is it known whose accents count. */
static int pack_build(struct builder *builder)
{
    struct pack *pack = builder->pack;
    static int (*const LOADS[])(struct builder *) = {
        manifest_load, tokens_load, endings_load, words_load, lexicon_load, rules_load,
    };
    for (size_t i = 0; i < sizeof LOADS / sizeof *LOADS; i++) {
        int fault = LOADS[i](builder);
        if (fault)
            return fault;
    }
    pack_note_optional(pack);
    words_settle(builder);
    rules_settle(builder);
    if (lexicon_settle(builder) || rules_index(builder))
        return FAULT_MEMORY;
    if (!word_slot(builder, (uint32_t)vocabulary_count(pack->vocabulary)))
        return builder_memory(builder);
    return trie_close(&pack->trie, pack->arena, pack->words, pack->word_count);
}

int pack_load(const char *lang_dir, const char *language, struct pack **ret_pack,
              struct fault *ret_fault)
{
    struct pack *pack = pack_new(language);
    struct builder builder = {.lang_dir = lang_dir, .pack = pack, .fault = ret_fault};
    builder.scratch = arena_new(PACK_MAX);
    builder.moment = arena_new(PACK_MAX);
    if (builder.scratch)
        builder.ambiguous = vocabulary_new(builder.scratch);
    int fault;
    if (!pack || !builder.moment || !builder.ambiguous)
        fault = fault_set(ret_fault, FAULT_MEMORY, "out of memory while loading a pack");
    else if ((fault = pack_build(&builder)) == FAULT_MEMORY)
        builder_memory(&builder); /* whoever found none need not say so */
    arena_free(builder.scratch);
    arena_free(builder.moment);
    if (fault)
        pack_free(pack);
    else
        *ret_pack = pack;
    return fault;
}

void pack_free(struct pack *pack)
{
    if (pack)
        arena_free(pack->arena);
}
