/*
 * mention.h -- one telling of a meeting, found in one clause.
 *
 *     chunks --find--> struct mention --merge--> struct occasion --build--> struct meeting
 */
#ifndef MEETING_MENTION_H
#define MEETING_MENTION_H

#include "annotate/date.h"
#include "annotate/document.h"
#include "annotate/party.h"
#include "annotate/person.h"
#include "annotate/spot.h"
#include "meeting/meeting.h"
#include "meeting/subject.h"

enum { MENTION_PARTIES = 80 };

/* Tokens, half open; empty when begin == end. */
struct span {
    uint32_t begin, end;
};

/* A participant as the clause tells it. */
struct slot {
    const struct party *party;
    enum part part;
};

/* The words that name the occasion: "6e réunion des ministres des Affaires étrangères". */
struct label {
    struct span name;   /* empty: a bare word such as "talks" */
    struct span series; /* the name without its ordinal */
    struct span ordinal;
    int32_t edition; /* 0 none */
    enum meeting_kind kind;
    enum meeting_kind word; /* what the word by itself says: TALKS in "réunion des ministres" */
    uint8_t sequence;       /* enum sequence: next, previous */
    bool definite;          /* "the meeting", "cette rencontre": may point back */
    bool indefinite;        /* "a meeting", "une rencontre": not told before, but in a headline */
    bool pointing;          /* "this meeting", "cette rencontre": told before */
    bool possessive;        /* "their meeting", "sa visite" */
    bool plural;
    bool bare;   /* the head word alone */
    bool about;  /* its subject matter stands behind it: "talks on X" */
    bool proper; /* the name tells which one: a capital, a body, a place, an ordinal */
};

struct mention {
    uint32_t sentence;        /* number of its sentence */
    struct span trigger;      /* the verb or noun that tells it */
    struct span status_words; /* the verb that gives the status, else the trigger */
    enum meeting_kind kind;
    enum meeting_status status;
    enum meeting_mode mode;
    bool verb;        /* told by a verb, else by a noun */
    bool official;    /* a journey: counts only if somebody in office makes it */
    bool strong;      /* nearly always an occasion */
    bool opening;     /* it began then: "s'est ouvert" */
    bool closed;      /* it is over: "s'est achevé" */
    bool lapsed;      /* its day went by without it: "did not take place" */
    bool status_told; /* by a verb or by "next"; else guessed */
    bool preparing;   /* "elle doit préparer le sommet": the meeting told before prepares it */
    bool sideline;    /* "en marge de": held at another meeting */
    bool there;       /* "held there": at the place told before */
    bool entering;    /* "A opened the meeting": tells who is at one told before, if there is one */
    bool apposed;     /* "the COP15, the UN conference on …": the noun before tells the same */
    bool joining;     /* tells only who else is at a meeting told before */
    bool company;     /* joining: who comes along, rather on a visit than to talks on it */
    bool beside;      /* another meeting stands in its sentence as the one that it was held at */
    bool under_way;   /* somebody is on it: "en tournée" */
    bool during;      /* something is told as done at it: "lors de sa visite" */
    bool attended;    /* somebody acts at it: "X said during the session" */
    bool bilateral;   /* one party met another: "a rencontré", "spoke with" */
    bool spoken;      /* "spoke with": by telephone, if nothing tells where */
    bool hosting;     /* one party received others */
    struct label label;
    struct slot parties[MENTION_PARTIES];
    uint16_t party_count;
    bool pronoun;        /* its subject is "they" or "he": resolve.c finds who that is */
    bool plural_pronoun; /* it is "they" */
    const struct annotation *date, *time, *place;
    const struct annotation *until;    /* the last day, told by itself */
    const struct annotation *moved_to; /* the day to which it was put off */
    int16_t days;                      /* how long it lasts: "de trois jours"; 0 untold */
    struct outcome_mention {
        enum outcome_type type;
        struct span words;
    } outcomes[4];
    uint8_t outcome_count;
};

struct mention_list {
    struct mention **at;
    uint32_t count;
};

/* What the finder and the merger share of one document. */
struct story {
    struct document *document;
    struct people people;
    struct reference reference;
    struct subject subject;
};

#endif
