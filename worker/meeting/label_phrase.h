/*
 * label_phrase.h -- a name of a meeting while it is read: what label.c, label_before.c and
 * label_kind.c share.
 */
#ifndef MEETING_LABEL_PHRASE_H
#define MEETING_LABEL_PHRASE_H

#include "meeting/label.h"

struct phrase {
    const struct document *document;
    uint32_t begin, end; /* of the sentence */
    bool title;          /* the sentence is the headline */
    uint32_t outer;      /* where the phrase begins, "next" and "upcoming" included */
    struct label label;
    bool premodified;  /* something besides ordinal and sequence stands before the noun */
    bool complemented; /* something stands behind it */
};

/* label_before.c: takes what stands before the noun at token into the label; returns where the
 * phrase begins. */
uint32_t label_before(struct phrase *phrase, uint32_t token);

/* Whether token is a quotation mark. */
bool label_quote(const struct phrase *phrase, uint32_t token);

/* What the people and bodies in the name say of its kind. */
enum meeting_kind label_kind(const struct phrase *phrase);

/* Whether the words around the noun make a name of it. */
bool label_counts(const struct phrase *phrase);

/* Whether the name tells which occasion it is, and is not just any "summit of the cliff". */
bool label_is_proper(const struct phrase *phrase);

/* "donors' conference": whose it is stands inside the word for it. */
bool label_is_possessed(const struct phrase *phrase, const struct annotation *noun);

#endif
