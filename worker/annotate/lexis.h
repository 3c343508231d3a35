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

#include "base/fault.h"
#include "meeting/meeting.h"
#include "pack/pack.h"

/* How a meeting verb takes its parties. */
#define FRAME_MAP(X)                                                     \
    X(NONE)                                                              \
    X(OBJECT) /* who meets whom: the object */                           \
    X(WITH)   /* who talks with whom: a complement with a preposition */ \
    X(JOINT)  /* they gather: the subject alone */                       \
    X(HOST)   /* the subject receives the object */                      \
    X(VISIT)  /* the subject goes to a place */                          \
    X(CALL)   /* the subject calls the object */

/* What an event verb says of the meeting that is its subject or object. */
#define SENSE_MAP(X) \
    X(NONE)          \
    X(HOLD)          \
    X(OPEN)          \
    X(CLOSE)         \
    X(PLAN)          \
    X(EXPECT)        \
    X(AGREE)         \
    X(PROPOSE)       \
    X(CANCEL)        \
    X(POSTPONE)      \
    X(MOVE)          \
    X(DENY)          \
    X(REFUSE)        \
    X(ATTEND)        \
    X(CHAIR)         \
    X(MEDIATE)       \
    X(HOSTEVENT)     \
    X(RESUME)        \
    X(SUSPEND)       \
    X(CONFIRM)       \
    X(ANNOUNCE)      \
    X(BOYCOTT)       \
    X(MISS)

/* What kind of body an organisation is. */
#define BODY_MAP(X) \
    X(NONE)         \
    X(BODY)         \
    X(ORGAN)        \
    X(AGENCY)       \
    X(GOVERNMENT)   \
    X(PARLIAMENT)   \
    X(PARTY)        \
    X(MOVEMENT)     \
    X(COMPANY)      \
    X(BANK)         \
    X(CENTRALBANK)  \
    X(NGO)          \
    X(SPORT)        \
    X(MEDIA)        \
    X(COURT)        \
    X(MILITARY)

/* Which occasion of several: "next", "last". */
#define SEQUENCE_MAP(X) X(NONE) X(NEXT) X(PREVIOUS) X(LAST) X(FIRST) X(NEW) X(SECOND)

/* What an office belongs to. */
#define SCOPE_MAP(X) X(NONE) X(STATE) X(BODY) X(PORTFOLIO) X(ANY)

/* What stands before or after an office. */
#define AFFIX_MAP(X) X(NONE) X(DEPUTY) X(ACTING) X(FORMER) X(FIRST) X(ELECT) X(HONORARY) X(SPECIAL)

#define X_FRAME(n) FRAME_##n,
#define X_SENSE(n) SENSE_##n,
#define X_BODY(n) BODY_##n,
#define X_SEQUENCE(n) SEQUENCE_##n,
#define X_SCOPE(n) SCOPE_##n,
#define X_AFFIX(n) AFFIX_##n,
enum frame { FRAME_MAP(X_FRAME) FRAME_COUNT };
enum sense { SENSE_MAP(X_SENSE) SENSE_COUNT };
enum body { BODY_MAP(X_BODY) BODY_COUNT };
enum sequence { SEQUENCE_MAP(X_SEQUENCE) SEQUENCE_COUNT };
enum scope { SCOPE_MAP(X_SCOPE) SCOPE_COUNT };
enum affix { AFFIX_MAP(X_AFFIX) AFFIX_COUNT };

/* One lexicon line; which members count depends on its lexicon. */
struct lexeme {
    char country[3];  /* country, demonym, institution, city, region, organization */
    char stands[3];   /* city: the state (or EU) for which it stands as a seat of government */
    bool strong;      /* meetnoun: nearly always an occasion */
    bool reflexive;   /* verbs: asks for a reflexive pronoun */
    bool start;       /* boilerplate: only where a line begins */
    uint8_t kind;     /* meetnoun, meetverb, series: enum meeting_kind */
    uint8_t mode;     /* meetnoun, meetverb, modephrase: enum meeting_mode */
    uint8_t frame;    /* meetverb: enum frame */
    uint8_t sense;    /* eventverb: enum sense */
    uint8_t rank;     /* office, groupnoun, portfolio: enum rank */
    uint8_t scope;    /* office: enum scope */
    uint8_t body;     /* organization, orghead, institution: enum body */
    uint8_t affix;    /* officeprefix, officesuffix: enum affix */
    uint8_t sequence; /* nextprevious: enum sequence */
    uint8_t part;     /* host: enum part */
    uint8_t outcome;  /* outcome: enum outcome_type */
    uint8_t topic;    /* topic: enum topic */
    int32_t number;   /* ordinal, number; the first column if it is a number, else -1 */
    int32_t population, geonames_id; /* city */
    double latitude, longitude;      /* city */
    struct str name; /* city, country, organization, region, series: the main name */
};

struct lexis {
    const struct pack *pack;
    struct lexeme *lexemes; /* [pack_value_count] by value number */
};

/*
 * Types every value of pack, which must outlive the lexis.  Returns 0 and *ret_lexis, which the
 * caller frees with lexis_free(); FAULT_PACK names the value that no list knows.
 */
int lexis_new(const struct pack *pack, struct lexis **ret_lexis, struct fault *ret_fault);
void lexis_free(struct lexis *lexis);

#endif
