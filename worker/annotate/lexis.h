/*
 * lexis.h -- the values of a pack, typed: what "FOREIGN_MINISTER;PORTFOLIO" means in C.
 *
 *     pack --lexis_new--> struct lexis: one struct lexeme a lexicon line
 *
 * Built once when the pack is loaded, immutable, shared by all threads.  The columns of each
 * lexicon are documented in lang/README.md; a wrong one is a fault of the pack.
 */
#ifndef ANNOTATE_LEXIS_H
#define ANNOTATE_LEXIS_H

#include <stdbool.h>
#include <stdint.h>

#include "annotate/terms.h"
#include "base/fault.h"
#include "meeting/meeting.h"
#include "pack/pack.h"

/* One lexicon line; which members count depends on its lexicon. */
struct lexeme {
    char country[3]; /* country, demonym, institution, city, region, organization, figure, office */
    char stands[3];  /* city: the state (or EU) for which it stands as a seat of government */
    bool strong;     /* meetnoun: nearly always an occasion */
    bool reflexive;  /* verbs: asks for a reflexive pronoun */
    bool joins;      /* eventverb: its object is there too, "joined B at the talks" */
    bool sends;      /* eventverb: only its object is there, "sent B to the talks" */
    bool bids;       /* eventverb: its object does what follows, "allowed B to come" */
    bool official;   /* meetverb, meetnoun: counts only for people in office, states and bodies */
    bool members;    /* groupnoun: they are the body that they are of, "M23 rebels" */
    bool paid;       /* meetnoun: it is paid on somebody, "a courtesy call on X" */
    bool courtesy;   /* meetnoun: who is received so is there for no more, "en visite d'adieu" */
    bool start;      /* boilerplate: only where a line begins */
    bool listing;    /* of boilerplate: it heads a list of other stories */
    uint8_t kind;    /* meetnoun, meetverb, series: enum meeting_kind */
    uint8_t mode;    /* meetnoun, meetverb, modephrase: enum meeting_mode */
    uint8_t frame;   /* meetverb: enum frame */
    uint8_t sense;   /* eventverb, eventnoun: enum sense */
    uint8_t rank;    /* office, groupnoun, portfolio: enum rank */
    uint8_t scope;   /* office: enum scope */
    uint8_t body;    /* organization, orghead, institution: enum body */
    uint8_t affix;   /* officeprefix, officesuffix: enum affix */
    uint8_t sequence; /* nextprevious: enum sequence */
    uint8_t part;     /* host: enum part */
    uint8_t outcome;  /* outcome: enum outcome_type */
    uint8_t topic;    /* topic: enum topic */
    int32_t number;   /* ordinal, number; the first column if it is a number, else -1 */
    int32_t days;     /* following: from the day of what is told to that of the meeting */
    int32_t population, geonames_id; /* city; venue: its city's */
    double latitude, longitude;      /* city */
    struct str
        name; /* city, country, organization, region, series: the main name; venue: its city's */
};

struct lexis {
    struct lexeme *lexemes; /* [pack_value_count] by value number */
};

/*
 * Types every value of pack, which must outlive the lexis.  Returns 0 and *ret_lexis, which the
 * caller frees with lexis_free(); FAULT_PACK names the value that no list knows.
 */
int lexis_new(const struct pack *pack, struct lexis **ret_lexis, struct fault *ret_fault);
void lexis_free(struct lexis *lexis);

#endif
