#include "annotate/document.h"
#include "pack/trie.h"
#include "text/fold.h"

/* A phrase of a lexicon that was found, and how many words it has. */
struct find {
    const struct trie_entry *entry;
    uint32_t words;
};

enum { FINDS_MAX = 64 };

struct finds {
    struct find at[FINDS_MAX];
    size_t count;
};

static bool is_spelled(const struct document *document, const struct trie_entry *entry,
                       uint32_t begin, uint32_t words)
{
    const struct fold *fold = pack_tokens(document->pack)->fold;
    for (uint32_t i = 0; i < words; i++) {
        struct str written = token_text(&document->tokens.at[begin + i], document->texts);
        if (entry->spellings[i].len && !fold_spelled(fold, entry->spellings[i], written))
            return false;
    }
    return true;
}

static bool is_written(const struct document *document, const struct trie_entry *entry,
                       uint32_t begin, uint32_t words)
{
    const struct token *tokens = &document->tokens.at[begin];
    for (uint32_t i = 0; i < words && entry->capitals >> i; i++)
        if ((entry->capitals >> i & 1 && !(tokens[i].flags & TOKEN_CAPITAL)) ||
            (entry->uppers >> i & 1 && !(tokens[i].flags & TOKEN_UPPER)))
            return false;
    return !entry->spellings || is_spelled(document, entry, begin, words);
}

/* What the words from begin say, the shortest phrase first. */
static void finds_collect(const struct document *document, const struct trie *trie, uint32_t begin,
                          struct finds *finds)
{
    const struct token *tokens = document->tokens.at;
    uint32_t node = trie_root(trie, tokens[begin].word);
    for (uint32_t end = begin + 1; node; end++) {
        for (uint32_t i = trie->nodes[node].head; i && finds->count < FINDS_MAX;
             i = trie->entries[i].next)
            if (is_written(document, &trie->entries[i], begin, end - begin))
                finds->at[finds->count++] = (struct find){&trie->entries[i], end - begin};
        if (end >= document->tokens.count || tokens[end].flags & TOKEN_SENTENCE)
            return;
        node = tokens[end].word ? trie_step(trie, node, tokens[end].word) : 0;
    }
}

/* A longer phrase of the same lexicon hides the shorter. */
static bool is_hidden(const struct finds *finds, size_t find)
{
    for (size_t i = finds->count; i-- > find + 1;)
        if (finds->at[i].entry->kind == finds->at[find].entry->kind &&
            finds->at[i].words > finds->at[find].words)
            return true;
    return false;
}

static void finds_add(struct document *document, uint32_t begin, const struct finds *finds)
{
    for (size_t i = 0; i < finds->count; i++) {
        const struct find *find = &finds->at[i];
        if (is_hidden(finds, i))
            continue;
        struct annotation *annotation =
            document_add(document, find->entry->kind, begin, begin + find->words);
        if (!annotation)
            return;
        annotation->value = find->entry->value;
        annotation->tag = find->entry->tag;
    }
}

int lexicon_annotate(struct document *document)
{
    const struct trie *trie = pack_trie(document->pack);
    for (uint32_t i = 0; i < document->tokens.count; i++) {
        if (!trie_root(trie, document->tokens.at[i].word))
            continue;
        struct finds finds;
        finds.count = 0; /* the rest is not read: this runs for every third word */
        finds_collect(document, trie, i, &finds);
        finds_add(document, i, &finds);
    }
    return document_fault(document);
}
