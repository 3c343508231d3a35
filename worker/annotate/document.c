#include "annotate/document.h"

#include "base/fault.h"
#include "pack/signature.h"
#include "pack/trie.h"

static bool document_arrays(struct document *document)
{
    size_t count = document->tokens.count + 1;
    document->first = ARENA_ARRAY(document->arena, struct annotation *, count);
    document->begins = ARENA_ARRAY(document->arena, uint64_t, count);
    document->places = ARENA_ARRAY(document->arena, uint64_t, (count / PLACES_BLOCK + 1) * 64);
    document->classes = ARENA_ROOM(document->arena, uint64_t, count);
    document->marks = ARENA_ROOM(document->arena, uint64_t, count);
    return document->first && document->begins && document->places && document->classes &&
           document->marks;
}

static void document_classify(struct document *document)
{
    enum { AHEAD = 6 }; /* tokens: their words come from beyond the caches */
    const struct word *words = pack_trie(document->pack)->words;
    document->classes[document->tokens.count] = 0;
    for (size_t i = 0; i < document->tokens.count; i++) {
        const struct token *token = &document->tokens.at[i];
        if (i + AHEAD < document->tokens.count)
            __builtin_prefetch(&words[token[AHEAD].word]);
        const struct word *word = &words[token->word];
        document->marks[i] = mark_bit(word->mark);
        document->classes[i] =
            word->variants
                ? pack_token_classes(document->pack, token, token_text(token, document->texts))
                : word->classes;
    }
}

int document_open(const struct article *article, const struct pack *pack, struct arena *arena,
                  const struct document_limits *limits, struct document *ret_document)
{
    struct document document = {.article = article,
                                .pack = pack,
                                .arena = arena,
                                .texts = {article->title, article->body},
                                .max_annotations = limits->max_annotations,
                                .max_steps = limits->max_steps};
    int fault =
        token_cut(pack_tokens(pack), arena, document.texts, limits->max_tokens, &document.tokens);
    if (!fault)
        fault = sentence_cut(document.texts, &document.tokens, arena, &document.sentences);
    if (!fault && !document_arrays(&document))
        fault = FAULT_MEMORY;
    if (fault)
        return fault;
    document_classify(&document);
    *ret_document = document;
    return 0;
}

static struct annotation *annotation_new(struct document *document)
{
    if (document->annotation_count >= document->max_annotations)
        document->limit_passed = true;
    if (document_fault(document))
        return NULL;
    struct annotation *annotation = ARENA_ROOM(document->arena, struct annotation, 1);
    if (annotation)
        document->annotation_count++;
    else
        document->memory_out = true;
    return annotation;
}

struct annotation *document_add(struct document *document, uint16_t kind, uint32_t begin,
                                uint32_t end)
{
    struct annotation *annotation = annotation_new(document);
    if (!annotation)
        return NULL;
    struct annotation **link = &document->first[begin];
    while (*link && (*link)->end >= end)
        link = &(*link)->next;
    *annotation = (struct annotation){.next = *link, .begin = begin, .end = end, .kind = kind};
    *link = annotation;
    document->begins[begin] |= UINT64_C(1) << kind % 64;
    document->places[begin / PLACES_BLOCK * 64 + kind % 64] |= UINT64_C(1) << begin % PLACES_BLOCK;
    return annotation;
}

int document_fault(const struct document *document)
{
    /* First the limit: behind it document_add() returns NULL, which stages take for no memory. */
    if (document->limit_passed)
        return FAULT_TOO_COMPLEX;
    return document->memory_out ? FAULT_MEMORY : 0;
}

struct annotation *document_at(const struct document *document, uint32_t token, uint16_t kind)
{
    if (token >= document->tokens.count || !(document->begins[token] >> kind % 64 & 1))
        return NULL;
    return document_found(document, token, kind);
}

struct annotation *document_found(const struct document *document, uint32_t token, uint16_t kind)
{
    struct annotation *annotation = document->first[token];
    while (annotation && annotation->kind != kind)
        annotation = annotation->next;
    return annotation;
}

struct str document_text(const struct document *document, uint32_t begin, uint32_t end)
{
    if (end > document->tokens.count)
        end = (uint32_t)document->tokens.count;
    if (begin >= end)
        return (struct str){NULL, 0};
    const struct token *first = &document->tokens.at[begin];
    const struct token *last = &document->tokens.at[end - 1];
    while (token_source(last) != token_source(first))
        last--;
    return str_make(document->texts[token_source(first)].at + first->begin,
                    last->end - first->begin);
}

size_t document_sentence(const struct document *document, uint32_t token)
{
    size_t low = 0, high = document->sentences.count;
    while (low + 1 < high) {
        const size_t middle = (low + high) / 2;
        if (document->sentences.at[middle].begin <= token)
            low = middle;
        else
            high = middle;
    }
    return low;
}
