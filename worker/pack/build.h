/*
 * build.h -- a pack while it is built; private to pack/.
 *
 *     manifest.c: pack.txt, tokens.txt    endings.c    words.c    lexicon.c    rules.c
 *
 * Each reads its files of lang/all first and those of the language then.
 */
#ifndef PACK_BUILD_H
#define PACK_BUILD_H

#include "pack/form.h"
#include "pack/inside.h"
#include "pack/table.h"

enum { FOLDERS = 2 }; /* lang/all, and the language */

/* How a word is written where the pack names it. */
struct spelling {
    struct str first; /* as first read; "" when the word was not read yet */
    bool several;     /* read with other accents too: then accents count */
};

/* Where an entry of the trie comes from, by its number. */
struct origin {
    struct locus locus;
    const uint32_t *words;     /* [count] */
    const struct str *written; /* [count]: the same words as written */
    uint16_t count;
    bool exact;
};

struct ending {
    struct str text;
    uint16_t tag;
    bool exact; /* accents count */
};

struct ending_set {
    struct ending *at;
    size_t count, room;
};

struct builder {
    const char *lang_dir;
    struct pack *pack;
    struct arena *scratch; /* lives until the pack is built */
    struct arena *moment;  /* until the next form */
    struct vocabulary *set_names;
    struct ending_set *sets; /* by number of the name, from 1 */
    size_t set_room;
    struct vocabulary *values;    /* kind and text of each value */
    struct vocabulary *ambiguous; /* lexicons whose forms may have several values */
    struct spelling *spellings;   /* by word */
    size_t spelling_count, spelling_room;
    struct origin *origins; /* by entry */
    size_t origin_room;
    uint32_t comma, semicolon; /* the words that part the items of a list */
    uint32_t marked;           /* words that rules name */
    struct fault *fault;
};

/* "all/NAME" or "fr/NAME", by folder; lives as long as the pack.  NULL without memory. */
const char *builder_path(struct builder *builder, unsigned folder, const char *name);

/* Each returns 0, or a FAULT_ code with builder->fault set. */
int manifest_load(struct builder *builder);
int tokens_load(struct builder *builder);
int endings_load(struct builder *builder);
int words_load(struct builder *builder);
int lexicon_load(struct builder *builder);
void words_settle(struct builder *builder); /* once all spellings are known */
int lexicon_settle(struct builder *builder);
void rules_settle(struct builder *builder);
int rules_load(struct builder *builder);
int rules_index(struct builder *builder);

int builder_memory(struct builder *builder); /* returns FAULT_MEMORY */

/* Calls load for each file of a subfolder, in both folders. */
int builder_each_file(struct builder *builder, const char *subfolder,
                      int (*load)(struct builder *builder, const char *path, const char *name));

/*
 * Cuts form into tokens (in moment), adds their words to the vocabulary and remembers how
 * they are written.
 */
int builder_learn(struct builder *builder, struct str form, struct token_list *ret_tokens);

/* The word's place in pack->words, which grows; NULL without memory. */
struct word *word_slot(struct builder *builder, uint32_t word);

/* True when the pack names the word with several spellings, so that accents count. */
bool builder_spelled_apart(const struct builder *builder, uint32_t word);

#endif
