#include "annotate/look.h"
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

/* "the IPU conference": a short word in capitals among others that are not is no town called so,
 * unless a line begins with it, as a dateline does. */
static bool is_initials(const struct document *document, uint32_t token)
{
    enum { LETTERS_MAX = 4 };
    const struct token *at = document->tokens.at, *written = &at[token];
    const uint32_t next = token + 1;
    if (!(written->flags & TOKEN_UPPER) || token_text(written, document->texts).len > LETTERS_MAX)
        return false;
    const bool goes_on = next < document->tokens.count && !(at[next].flags & TOKEN_SENTENCE);
    if (goes_on && at[next].flags & TOKEN_UPPER)
        return false;
    if (written->flags & TOKEN_SENTENCE)
        return goes_on && at[next].flags & TOKEN_WORD;
    return !(at[token - 1].flags & TOKEN_UPPER);
}

/* Words one behind the other, and which of them are written how: bit i tells of word i. */
struct words {
    uint32_t begin, count;
    uint16_t capitals, uppers;
};

static void words_take(struct words *words, const struct token *token)
{
    const unsigned capital = (token->flags & TOKEN_CAPITAL) != 0;
    const unsigned upper = (token->flags & TOKEN_UPPER) != 0;
    words->capitals |= (uint16_t)(capital << words->count);
    words->uppers |= (uint16_t)(upper << words->count);
    words->count++;
}

static bool is_written(const struct document *document, const struct trie_entry *entry,
                       const struct words *words)
{
    if ((entry->capitals & ~words->capitals) | (entry->uppers & ~words->uppers))
        return false;
    if (entry->kind == LEXICON_CITY && words->count == 1 && !entry->uppers &&
        is_initials(document, words->begin))
        return false;
    return !entry->spellings || is_spelled(document, entry, words->begin, words->count);
}

/* What the words from begin say, the shortest phrase first. */
static void finds_collect(const struct document *document, const struct trie *trie, uint32_t begin,
                          struct finds *finds)
{
    const struct token *tokens = document->tokens.at;
    const struct word *word = &trie->words[tokens[begin].word];
    const struct trie_node *at = &word->first;
    uint32_t node = word->root;
    struct words words = {.begin = begin};
    for (uint32_t end = begin + 1; node; end++, at = &trie->nodes[node]) {
        words_take(&words, &tokens[end - 1]);
        for (uint32_t i = at->head; i && finds->count < FINDS_MAX; i = trie->entries[i].next)
            if (is_written(document, &trie->entries[i], &words))
                finds->at[finds->count++] = (struct find){&trie->entries[i], words.count};
        if (end >= document->tokens.count || tokens[end].flags & TOKEN_SENTENCE)
            return;
        node = tokens[end].word ? trie_step(trie, node, at, tokens[end].word) : 0;
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

/* The one of kind that the word alone is, or NULL. */
static const struct find *finds_word(const struct finds *finds, uint16_t kind)
{
    for (size_t i = 0; i < finds->count; i++) {
        if (finds->at[i].entry->kind == kind && finds->at[i].words == 1)
            return &finds->at[i];
    }
    return NULL;
}

/* "le maire, Pape Diop", "le pape François": of the office of a head of state that is a given name
 * too, the reading that does not hold. */
static const struct find *misread(const struct document *document, uint32_t begin,
                                  const struct finds *finds)
{
    const struct token *tokens = &document->tokens.at[begin];
    const struct find *office = finds_word(finds, LEXICON_OFFICE);
    const struct find *given = office ? finds_word(finds, LEXICON_GIVENNAME) : NULL;
    if (!given ||
        !str_equal(pack_column(document->pack, office->entry->value, 0), STR("HEAD_OF_STATE")))
        return NULL;
    const bool called = tokens->flags & TOKEN_CAPITAL &&
                        !(tokens->flags & (TOKEN_UPPER | TOKEN_SENTENCE)) &&
                        begin + 1 < document->tokens.count && tokens[1].flags & TOKEN_CAPITAL &&
                        !(tokens[1].flags & TOKEN_SENTENCE) &&
                        !document_is(document, begin - 1, CLASS(DETERMINER) | CLASS(POSSESSIVE));
    return called ? office : given;
}

/* "South | African": whether the words of a region only end the name of a people. */
static bool is_in_state(const struct document *document, uint32_t begin, const struct find *find)
{
    const uint32_t end = begin + find->words;
    const uint32_t before = begin - (begin > 2 ? 2 : begin);
    const struct annotation *people = look_within(document, before, begin, LEXICON_DEMONYM);
    return people && people->end >= end;
}

static void finds_add(struct document *document, uint32_t begin, const struct finds *finds)
{
    const struct find *wrong = finds->count > 1 ? misread(document, begin, finds) : NULL;
    for (size_t i = 0; i < finds->count; i++) {
        const struct find *find = &finds->at[i];
        if (is_hidden(finds, i) || find == wrong ||
            (find->entry->kind == LEXICON_REGION && is_in_state(document, begin, find)))
            continue;
        struct annotation *annotation =
            document_add(document, find->entry->kind, begin, begin + find->words);
        if (!annotation)
            return;
        annotation->value = find->entry->value;
        annotation->tag = find->entry->tag;
    }
}

/*
 * Asks for what finds_collect() will read first of a token: it comes from beyond the caches, and
 * waiting for it took a twentieth of the engine's time (perf).  Always inline: of a function that
 * only prefetches gcc holds that it does nothing, and drops the calls.
 */
static inline __attribute__((always_inline)) void
word_prefetch(const struct document *document, const struct trie *trie, uint32_t token)
{
    if (token + 1 >= document->tokens.count)
        return;
    const struct token *tokens = &document->tokens.at[token];
    const struct word *word = &trie->words[tokens[0].word];
    /* The first slot, always at hand, where none is: nobody guesses which word leads on. */
    const uint32_t leads = 0 - (uint32_t)trie_leads(&word->first, tokens[1].word);
    __builtin_prefetch(&trie->entries[word->first.head]);
    __builtin_prefetch(&trie->edges[trie_hash(word->root, tokens[1].word) & trie->mask & leads]);
}

int lexicon_annotate(struct document *document)
{
    enum { AHEAD = 6 }; /* tokens: what they take is longer than a look into memory */
    const struct trie *trie = pack_trie(document->pack);
    for (uint32_t i = 0; i < document->tokens.count; i++) {
        word_prefetch(document, trie, i + AHEAD);
        if (!trie->words[document->tokens.at[i].word].root)
            continue;
        struct finds finds;
        finds.count = 0; /* the rest is not read: this runs for every third word */
        finds_collect(document, trie, i, &finds);
        finds_add(document, i, &finds);
    }
    return document_fault(document);
}
