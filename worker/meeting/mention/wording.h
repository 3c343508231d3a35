/*
 * wording.h -- the words by which a mention calls its occasion.
 *
 *     noun phrase --label_read--> struct label, a part of struct mention
 */
#ifndef MEETING_MENTION_WORDING_H
#define MEETING_MENTION_WORDING_H

#include "meeting/meeting.h"
#include "text/annotation.h"

/* The words that name the occasion: "6e réunion des ministres des Affaires étrangères". */
struct label {
    struct span name;   /* empty: a bare word such as "talks" */
    struct span words;  /* the whole phrase, "next" included: "informal summit", told by no name */
    struct span series; /* the name without its ordinal */
    struct span ordinal;
    struct span other; /* whose the second is, "G20" in "les sommets du G7 et du G20"; empty */
    int32_t edition;   /* 0 none */
    enum meeting_kind kind;
    enum meeting_kind word; /* what the word by itself says: TALKS in "réunion des ministres" */
    uint8_t sequence;       /* enum sequence: next, previous */
    bool definite;          /* "the meeting", "cette rencontre": may point back */
    bool indefinite;        /* "a meeting", "une rencontre": not told before, but in a headline */
    bool pointing;          /* "this meeting", "cette rencontre": told before */
    bool possessive;        /* "their meeting", "sa visite" */
    bool plural;
    bool seated; /* where it is stands before it, and nothing else: "a Paris meeting" */
    bool owned;  /* the name tells whose it is: "G7 summit", no "Paris summit" */
    bool bare;   /* the head word alone */
    bool about;  /* its subject matter stands behind it: "talks on X" */
    bool slight; /* "a chat about a merger": what it is about, and no name of it */
    bool proper; /* the name tells which one: a capital, a body, a place, an ordinal */
};

#endif
