/*
 * mention.h -- one telling of a meeting, found in one clause.
 *
 *     chunks --find--> struct mention --merge--> struct occasion --build--> struct meeting
 */
#ifndef MEETING_MENTION_MENTION_H
#define MEETING_MENTION_MENTION_H

#include "annotate/date/date.h"
#include "annotate/document.h"
#include "annotate/party/party.h"
#include "annotate/person/person.h"
#include "annotate/place/spot.h"
#include "meeting/meeting.h"
#include "meeting/mention/subject.h"
#include "meeting/mention/wording.h"

enum { MENTION_PARTIES = 80 };

/* A participant as the clause tells it. */
struct slot {
    const struct party *party;
    enum part part;
};

struct mention {
    uint32_t sentence;        /* number of its sentence */
    struct span trigger;      /* the verb or noun that tells it */
    struct span status_words; /* the verb that gives the status, else the trigger */
    enum meeting_kind kind;
    enum meeting_status status;
    enum meeting_mode mode;
    /* What tells it, and how surely it is a meeting. */
    bool verb;      /* told by a verb, else by a noun */
    bool strong;    /* nearly always an occasion */
    bool official;  /* a journey: counts only if somebody in office makes it */
    bool bilateral; /* one party met another: "a rencontré", "spoke with" */
    bool hosting;   /* one party received others */
    bool spoken;    /* "spoke with": by telephone, if nothing tells where */
    bool under_way; /* somebody is on it: "en tournée" */
    bool journey;   /* goes on to another state: "to Peru and Chile" */
    bool agenda;    /* a line of an agenda, which tells each of its own */
    /* How far it has come. */
    bool status_told; /* by a verb or by "next"; else guessed */
    bool now;         /* told in the present */
    bool opening;     /* it began then: "s'est ouvert" */
    bool greeted;     /* opening: told only by whom somebody was welcomed, "accueilli par B" */
    bool unfinished;  /* told as going on then: "was meeting" */
    bool closed;      /* it is over: "s'est achevé" */
    bool lapsed;      /* its day went by without it: "did not take place" */
    bool ahead;       /* "before the summit": yet to come when what its clause tells is done */
    bool gone;        /* "after the summit": over when what its clause tells is done */
    /* What is done at it, and by whom. */
    bool during;   /* something is told as done at it: "lors de sa visite" */
    bool attended; /* somebody acts at it: "X said during the session" */
    bool recalled; /* only spoken of: "hailed the summit" */
    bool absent;   /* tells who stays away from it: "will not attend the summit" */
    /* Beside which other it is told: another than this one. */
    bool sideline; /* "en marge de": held at another meeting */
    bool beside;   /* another meeting stands in its sentence as the one that it was held at */
    const struct mention *around; /* the gathering at whose side it was held, or NULL */
    bool opener;  /* "Before the meeting, …": another is told behind it in its sentence */
    bool there;   /* "held there": at the place told before */
    bool standin; /* "after the one in Lima": another than the one that it stands for */
    bool in_row;  /* "the forum and the summit": another than the one told right before */
    bool further; /* "also met": another than the one told before */
    bool sequel;  /* "B will follow": another of who met somebody before: resolve/sequel.c */
    /* Which other it only adds to, told before it. */
    bool apposed;   /* "the COP15, the UN conference on …": the noun before tells the same */
    bool entering;  /* "A opened the meeting": tells who is at one told before, if there is one */
    bool preparing; /* "elle doit préparer le sommet": the meeting told before prepares it */
    bool joining;   /* tells only who else is at a meeting told before */
    bool company;   /* joining: who comes along, rather on a visit than to talks on it */
    bool members;   /* of the delegation that came each is told */
    bool floor;     /* joining: who speaks there, which is at a gathering of many */
    struct label label;
    /* Who has part in it, and what is to be found yet where a pronoun stands for somebody. */
    struct slot parties[MENTION_PARTIES];
    uint16_t party_count;
    bool pronoun;        /* its subject is "they" or "he": resolve/resolve.c finds who that is */
    bool plural_pronoun; /* it is "they" */
    enum gender gender;  /* of "he" or "she" */
    bool thing;          /* it is "it": a body or a state */
    bool latter;         /* it is "the latter" */
    uint8_t one_of_two;  /* "met the two leaders separately": 1, 2: with whom of them; 0: both */
    bool objective;      /* somebody met "him": resolve/objective.c finds who that is */
    /* When, where, and what came of it. */
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
