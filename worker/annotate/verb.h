/*
 * verb.h -- verb groups: what is done, when, by whom to whom, and whether at all.
 *
 *     group rules --verb_resolve--> VERB annotations with a struct verb
 *
 * The packs' rules recognise the group and name its tense, voice and modality; status,
 * the direction of weekdays, and subject or object are all read off here.
 */
#ifndef ANNOTATE_VERB_H
#define ANNOTATE_VERB_H

#include "annotate/document.h"

#define TENSE_MAP(X) \
    X(NONE)          \
    X(PAST)          \
    X(PRES)          \
    X(FUT)           \
    X(COND)          \
    X(INF)           \
    X(PERF)          \
    X(PP)            \
    X(GER)
/* PERF: the infinitive of what is over, "avoir rencontré". */
/* DUE: is to, is expected to.  WANT: would like to, may.  */
#define MODALITY_MAP(X) X(NONE) X(DUE) X(WANT) X(MAY)

#define X_TENSE(n) TENSE_##n,
#define X_MODALITY(n) MODALITY_##n,
enum tense { TENSE_MAP(X_TENSE) TENSE_COUNT };
enum modality { MODALITY_MAP(X_MODALITY) MODALITY_COUNT };

struct verb {
    const struct annotation *word; /* the meetverb, eventverb or speechverb */
    enum tense tense;
    enum modality modality;
    bool passive;
    bool negative;
    bool reflexive;  /* a reflexive pronoun stands in the group */
    bool dependent;  /* an infinitive opens it, "vouloir rencontrer": its subject is another's */
    bool bygone;     /* seen from a moment gone by: "devait rencontrer", "had met" */
    bool unmet;      /* what was meant to be and was not: "had been due to meet" */
    uint32_t parted; /* the token of the auxiliary that an aside parts from it: "a, selon Y, reçu";
                        0: none */
};

/* The reading of the group's verb as a word of that lexicon, or NULL: "hosted" meets and holds. */
const struct annotation *verb_reading(const struct document *document, const struct verb *verb,
                                      uint16_t kind);

/* Sets the detail of each VERB annotation.  Returns 0, FAULT_MEMORY or FAULT_TOO_COMPLEX. */
int verb_resolve(struct document *document);

#endif
