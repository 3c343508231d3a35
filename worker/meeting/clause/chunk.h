/*
 * chunk.h -- a sentence as its few large pieces.
 *
 *     annotations of one sentence --chunk_sentence--> PARTY VERB PARTY DATE PLACE …
 *
 * The finder reads clauses off this sequence.  Words that are none of these are left out; of
 * readings that overlap, the longest counts, and a false friend hides what it covers.
 */
#ifndef MEETING_CLAUSE_CHUNK_H
#define MEETING_CLAUSE_CHUNK_H

#include "annotate/document.h"

enum chunk_type {
    CHUNK_PARTY,
    CHUNK_VERB,
    CHUNK_NOUN, /* a word for a meeting */
    CHUNK_DATE,
    CHUNK_TIME,
    CHUNK_PLACE,
    CHUNK_MODE,     /* "par téléphone" */
    CHUNK_SEQUENCE, /* "prochain", "previous" */
    CHUNK_WITH,
    CHUNK_BETWEEN,
    CHUNK_BY,
    CHUNK_OF,
    CHUNK_ABOUT, /* "sur", "contre", "for": what follows is the matter, nobody that takes part */
    CHUNK_AT,
    CHUNK_TO,
    CHUNK_FROM,
    CHUNK_AND,
    CHUNK_HOST,      /* "à l'invitation de": what follows is host, chair or mediator */
    CHUNK_SIDELINE,  /* "en marge de" */
    CHUNK_FOLLOWING, /* "à l'issue de", "lors de", "ahead of" */
    CHUNK_CAPACITY,  /* "en tant que": what follows is who somebody is */
    CHUNK_ACCOMPANIED,
    CHUNK_OUTCOME,
    CHUNK_RELATIVE,
    CHUNK_SUBORDINATOR,
    CHUNK_PRONOUN,
    CHUNK_PLURAL_PRONOUN,
    CHUNK_POSSESSIVE,
    CHUNK_COMMA,
    CHUNK_STOP, /* ; : and dashes: a clause ends */
};

struct chunk {
    enum chunk_type type;
    uint32_t begin, end;         /* tokens */
    const struct annotation *of; /* NULL for words and marks */
    bool taken;                  /* a date or place that a trigger has claimed */
};

struct chunk_list {
    struct chunk *at;
    uint32_t count;
};

/* Returns 0 and the chunks in the document's arena, or FAULT_MEMORY. */
int chunk_sentence(const struct document *document, const struct sentence *sentence,
                   struct chunk_list *ret_chunks);

/* "met with about 40 mayors", "for over 40 members": whether the word at token, behind one that
 * governs the number, only says that it is not exact. */
bool chunk_is_roughly(const struct document *document, uint32_t token);

#endif
