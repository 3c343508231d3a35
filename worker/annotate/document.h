/*
 * document.h -- one article on its way through the stages.
 *
 *     article + pack --document_open--> tokens, sentences --stages--> annotations
 *
 * Everything lives in the arena.  The annotations that begin at token t are
 * document->first[t] and its next chain, longest first.
 */
#ifndef ANNOTATE_DOCUMENT_H
#define ANNOTATE_DOCUMENT_H

#include <stdbool.h>

#include "article/article.h"
#include "base/arena.h"
#include "base/fault.h"
#include "pack/pack.h"
#include "text/annotation.h"
#include "text/sentence.h"

struct matcher; /* matcher.h */
struct lexis;   /* lexis.h: the pack's values, typed */

enum { PLACES_BLOCK = 64 }; /* tokens, a bit each in a word of document->places */

struct document {
    const struct article *article;
    const struct pack *pack;
    const struct lexis *lexis;              /* set by the engine after document_open() */
    const struct annotation *dateline_city; /* NULL: none told; set by the engine */
    struct arena *arena;
    struct str texts[2]; /* title, body: index with token_source() */
    struct token_list tokens;
    struct sentence_list sentences;
    struct annotation **first; /* [tokens.count + 1] */
    uint64_t *begins;          /* [tokens.count + 1]: bit kind % 64 of what begins there */
    uint64_t *places;  /* [tokens.count / PLACES_BLOCK + 1][64]: the same turned, for each bit its
                          tokens */
    uint64_t *classes; /* [tokens.count + 1]: word classes of each token */
    uint64_t *marks;   /* [tokens.count + 1]: bit of a word that rules name, else 0 */
    size_t annotation_count, max_annotations;
    size_t steps, max_steps;  /* rule matcher */
    struct matcher *matcher;  /* its memory; NULL before the first stage */
    struct acronym *acronyms; /* [acronym_count], see name/acronym.h */
    size_t acronym_count;
    uint16_t tied[2];  /* rules that claimed the same words with different values; 0 none */
    bool thorough;     /* every sentence is annotated, also where no meeting can be told */
    bool memory_out;   /* an allocation failed */
    bool limit_passed; /* max_annotations or max_steps: see document_fault() */
};

struct document_limits {
    size_t max_tokens, max_annotations, max_steps;
};

/* Cuts the article into tokens and sentences.  Returns 0, FAULT_MEMORY or FAULT_TOO_COMPLEX. */
int document_open(const struct article *article, const struct pack *pack, struct arena *arena,
                  const struct document_limits *limits, struct document *ret_document);

/*
 * Adds an annotation and returns it, to be filled further; NULL when memory or the limit is out.
 * The document remembers that: stages may go on and the caller asks document_fault() once.
 */
struct annotation *document_add(struct document *document, uint16_t kind, uint32_t begin,
                                uint32_t end);
int document_fault(const struct document *document); /* 0, FAULT_MEMORY or FAULT_TOO_COMPLEX */

/* The longest annotation of kind that begins at token, or NULL. */
struct annotation *document_at(const struct document *document, uint32_t token, uint16_t kind);
/* The same of a token of the document at which look_maybe() says that one may begin. */
struct annotation *document_found(const struct document *document, uint32_t token, uint16_t kind);

/* The text of the tokens of [begin, end) that there are, as written: lends the article's bytes. */
struct str document_text(const struct document *document, uint32_t begin, uint32_t end);

static inline bool document_is(const struct document *document, uint32_t token, uint64_t classes)
{
    return token < document->tokens.count && (document->classes[token] & classes) != 0;
}

/* The lexicon pass: adds an annotation for each phrase of the lexicons. */
int lexicon_annotate(struct document *document);

/* Runs the rules of one stage. */
int match_stage(struct document *document, enum stage stage);

/* The number of the sentence that the token stands in. */
size_t document_sentence(const struct document *document, uint32_t token);

#endif
