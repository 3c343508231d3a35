/*
 * form.h -- one field of a word list or lexicon, written out into all its forms.
 *
 *     fr:tenu<N>/PP  -->  tenu, tenus; tag PP; for the French pack
 *     été!           -->  été, with its accents
 */
#ifndef PACK_FORM_H
#define PACK_FORM_H

#include "pack/table.h"

struct builder;

struct form {
    struct str text; /* lives until the next form */
    uint16_t tag;    /* 0 none */
    bool exact;      /* accents count */
    struct locus locus;
};

/* Takes one form; context is the caller's.  Returns 0 or a FAULT_ code. */
struct form_taker {
    int (*take)(struct builder *builder, void *context, const struct form *form);
    void *context;
};

/*
 * Hands each form of field to taker; none when it is for another language.
 * Returns 0, what taker returned, or FAULT_PACK.
 */
int form_expand(struct builder *builder, const struct field *field, const struct form_taker *taker);

/* The number of a tag, which is added when it is new. */
int tag_number(struct builder *builder, struct str name, uint16_t *ret_tag);

/* Cuts "/TAG" off the end of text: the tag's name, or "". */
struct str tag_cut(struct str *text);

#endif
