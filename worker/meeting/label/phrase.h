/*
 * phrase.h -- a name of a meeting while it is read: what label.c, before.c,
 * complement.c and kind.c share.
 */
#ifndef MEETING_LABEL_PHRASE_H
#define MEETING_LABEL_PHRASE_H

#include "meeting/label/label.h"

struct phrase {
    const struct document *document;
    uint32_t begin, end; /* of the sentence */
    bool title;          /* the sentence is the headline */
    uint32_t outer;      /* where the phrase begins, "next" and "upcoming" included */
    struct label label;
    bool premodified;  /* something besides ordinal and sequence stands before the noun */
    bool complemented; /* something stands behind it */
};

/* before.c: takes what stands before the noun into the label; returns where its name begins. */
uint32_t label_before(struct phrase *phrase, const struct annotation *noun);

/* before.c: "the Lakes Union's executive committee": where the body begins whose the one at
 * token is; else token. */
uint32_t label_owner(const struct phrase *phrase, uint32_t token);

/* before.c: "this meeting", "cette importante rencontre": whether "this" stands before token, with
 * no more between than a small word that no list has. */
bool label_points(const struct document *document, uint32_t token);

/* complement.c: just behind the complement that begins at token: "of foreign ministers". */
uint32_t label_complement(const struct phrase *phrase, uint32_t token);

/* and.c: whether the "and" at token goes on with the complement that began at start: it joins
 * like with like. */
bool label_and_goes_on(const struct phrase *phrase, uint32_t start, uint32_t token);
/* "un sommet arabe | et islamique": whether "and" at token joins another adjective to the one
 * before it, in a language where they stand behind the noun. */
bool label_joins_adjective(const struct document *document, uint32_t token);
/* "of Chinese and Russian prime ministers": whether the "and" joins two who hold one office. */
bool label_of_two_lands(const struct document *document, uint32_t and_token);

/* "the Trade and | Investment Forum": where the word before "and" begins, whose other the one at
 * token is; else token. */
uint32_t label_joined_before(const struct phrase *phrase, uint32_t token);

/* "the council | voted 6-3": whether the word at token, that no list has, has an object. */
bool label_is_acting(const struct document *document, uint32_t token);

/* Whether a complement at token is a part of the name, and not who takes part. */
bool label_has_complement(const struct phrase *phrase, uint32_t token);

/* "la réunion lundi à Lyon des ministres": just behind whose meeting it is, told after when and
 * where; else token. */
uint32_t label_beyond(const struct phrase *phrase, uint32_t token);

/* Just behind adjectives that no list knows before a complement, else token. */
uint32_t label_adjectives(const struct phrase *phrase, uint32_t token);

/* The longest annotation at token that a name swallows whole, or NULL.  Lends. */
const struct annotation *label_whole(const struct phrase *phrase, uint32_t token);

/* Just behind a short form in brackets at token, else token. */
uint32_t label_short_form(const struct phrase *phrase, uint32_t token);

/* "le forum Chine - | Afrique": just behind the dash at token that joins two states, bodies or
 * regions, else token. */
uint32_t label_past_dash(const struct phrase *phrase, uint32_t token);

/* "Russia-Arab League", "Union africaine - Chine": whether another is joined to the body. */
bool label_is_of_pair(const struct phrase *phrase, const struct annotation *body);

/* "the two sides' | negotiators": whether the mark at token tells whose those behind it are. */
bool label_mark_goes_on(const struct phrase *phrase, uint32_t token);

/* Whether a person is told at token by name. */
bool label_is_person(const struct document *document, uint32_t token);

/* What the people and bodies in the name say of its kind. */
enum meeting_kind label_kind(const struct phrase *phrase, const struct annotation *word);

/* Whether the words around the noun make a name of it. */
bool label_counts(const struct phrase *phrase);

/* Whether the name tells which occasion it is, and is not just any "summit of the cliff". */
bool label_is_proper(const struct phrase *phrase);

/* "the informal summit", "a new round of talks": the words of the phrase where they tell which
 * occasion it is without being its name; else none. */
struct span label_description(const struct phrase *phrase, struct span words);

/* Whether the name tells whose meeting it is, or the how-manieth: no "Brussels summit". */
bool label_is_whose(const struct phrase *phrase);

/* "des entretiens de trois heures", "de plus d'une heure": whether behind "of" it is told how long
 * it lasts, or how many things; that names none. */
bool label_is_length(const struct document *document, uint32_t token);

/* "donors' conference": whose it is stands inside the word for it. */
bool label_is_possessed(const struct phrase *phrase, const struct annotation *noun);

#endif
