/*
 * fuzz_token.c -- any text, cut into tokens and sentences and annotated with the French pack.
 *
 * Tokens lie inside their text, in order, and count their code points; sentences hold them all;
 * annotations lie inside a sentence; the second run does the same.
 */
#include <stdint.h>
#include <stdlib.h>

#include "annotate/document.h"
#include "base/utf8.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct document_limits LIMITS = {20000, 100000, 1000000};

static struct pack *pack;
static struct arena *arena;

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    arena = arena_new(256 << 20);
    if (!arena || pack_load(TEST_LANG_DIR, "fr", &pack, NULL))
        abort();
    return 0;
}

static void require(bool holds)
{
    if (!holds)
        abort();
}

static void check_tokens(const struct document *document)
{
    uint32_t end = 0, point = 0;
    unsigned source = 0;
    for (size_t i = 0; i < document->tokens.count; i++) {
        const struct token *token = &document->tokens.at[i];
        if (token_source(token) != source)
            end = point = 0;
        require(token_source(token) >= source);
        source = token_source(token);
        struct str text = document->texts[source];
        require(token->begin >= end && token->begin < token->end && token->end <= text.len);
        point += (uint32_t)utf8_count(str_make(text.at + end, token->begin - end));
        require(token->point == point);
        uint32_t points = (uint32_t)utf8_count(token_text(token, document->texts));
        require(token->points == (points < UINT16_MAX ? points : UINT16_MAX));
        point += points;
        end = token->end;
    }
}

static void check_annotations(const struct document *document, const struct sentence *sentence)
{
    for (uint32_t i = sentence->begin; i < sentence->end; i++) {
        uint32_t last = UINT32_MAX;
        for (const struct annotation *a = document->first[i]; a; a = a->next) {
            require(a->begin == i && a->end > i && a->end <= sentence->end && a->end <= last);
            require(document->begins[i] >> a->kind % 64 & 1);
            last = a->end;
            for (uint16_t j = 0; j < a->capture_count; j++)
                require(a->captures[j].begin <= a->captures[j].end &&
                        a->captures[j].end <= sentence->end);
        }
    }
}

static int annotate(const struct article *article, struct document *ret_document)
{
    arena_reset(arena);
    int fault = document_open(article, pack, arena, &LIMITS, ret_document);
    if (!fault)
        fault = lexicon_annotate(ret_document);
    for (unsigned stage = 0; !fault && stage < STAGE_COUNT; stage++)
        fault = match_stage(ret_document, (enum stage)stage);
    return fault;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct str text = str_make((const char *)data, size);
    if (!utf8_valid(text))
        return 0;
    const char *line = size ? memchr(text.at, '\n', size) : NULL;
    size_t title = line ? (size_t)(line - text.at) : 0;
    struct article article = {.title = str_make(text.at, title),
                              .body = str_make(text.at + title, size - title)};
    struct document document;
    int fault = annotate(&article, &document);
    require(fault == 0 || fault == FAULT_TOO_COMPLEX);
    if (fault)
        return 0;
    check_tokens(&document);
    uint32_t end = 0;
    for (size_t i = 0; i < document.sentences.count; i++) {
        require(document.sentences.at[i].begin == end && document.sentences.at[i].end > end);
        end = document.sentences.at[i].end;
        check_annotations(&document, &document.sentences.at[i]);
    }
    require(end == document.tokens.count);
    size_t steps = document.steps, annotations = document.annotation_count;
    require(annotate(&article, &document) == 0);
    require(document.steps == steps && document.annotation_count == annotations);
    return 0;
}
