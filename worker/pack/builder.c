#include "base/grow.h"
#include "pack/build.h"
#include "pack/folder.h"

#include <stdio.h>

int builder_memory(struct builder *builder)
{
    return fault_set(builder->fault, FAULT_MEMORY, "out of memory while loading the pack '%.*s'",
                     (int)builder->pack->language.len, builder->pack->language.at);
}

const char *builder_path(struct builder *builder, unsigned folder, const char *name)
{
    struct str in = folder ? builder->pack->language : STR(SHARED_FOLDER);
    size_t size = in.len + strlen(name) + 2;
    char *path = arena_alloc(builder->pack->arena, size);
    if (path)
        snprintf(path, size, "%.*s/%s", (int)in.len, in.at, name);
    return path;
}

int builder_each_file(struct builder *builder, const char *subfolder,
                      int (*load)(struct builder *builder, const char *path, const char *name))
{
    for (unsigned i = 0; i < FOLDERS; i++) {
        const char *path = builder_path(builder, i, subfolder);
        struct folder folder;
        if (!path)
            return builder_memory(builder);
        int fault =
            folder_list(builder->lang_dir, path, builder->pack->arena, &folder, builder->fault);
        for (size_t j = 0; !fault && j < folder.count; j++)
            fault = load(builder, folder.paths[j], folder.names[j]);
        if (fault)
            return fault;
    }
    return 0;
}

/* Two ways to write a word that differ in more than case and what capitals drop. */
static bool differ(const struct fold *fold, struct str a, struct str b)
{
    return !fold_spelled(fold, a, b) && !fold_spelled(fold, b, a);
}

static int builder_note(struct builder *builder, uint32_t word, struct str written)
{
    while (builder->spelling_count <= word) {
        if (!GROW(builder->scratch, builder->spellings, builder->spelling_count,
                  builder->spelling_room))
            return builder_memory(builder);
        builder->spellings[builder->spelling_count++] = (struct spelling){{NULL, 0}, false};
    }
    struct spelling *spelling = &builder->spellings[word];
    if (str_empty(spelling->first)) {
        spelling->first = arena_copy(builder->scratch, written);
        return spelling->first.at ? 0 : builder_memory(builder);
    }
    if (differ(builder->pack->fold, spelling->first, written))
        spelling->several = true;
    return 0;
}

int builder_learn(struct builder *builder, struct str form, struct token_list *ret_tokens)
{
    struct pack *pack = builder->pack;
    struct token_list tokens = {NULL, 0};
    if (token_learn(&pack->tokens, pack->vocabulary, builder->moment, form, &tokens))
        return builder_memory(builder);
    for (size_t i = 0; i < tokens.count; i++) {
        const struct token *token = &tokens.at[i];
        struct str written = str_make(form.at + token->begin, token->end - token->begin);
        if (builder_note(builder, token->word, written))
            return FAULT_MEMORY;
    }
    *ret_tokens = tokens;
    return 0;
}

bool builder_spelled_apart(const struct builder *builder, uint32_t word)
{
    return word < builder->spelling_count && builder->spellings[word].several;
}
