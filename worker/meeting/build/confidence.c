#include <math.h>

#include "meeting/build/build.h"

/*
 * A logistic model over what the text tells.  The weights come from ridge regression on annotated
 * articles, that of FIRST and BASE from the events of 426 pages of any subject, read one by one;
 * tests/score/score.py --confidence shows how often events of each confidence are right.
 * BASE is raised so far that nine in ten of all events of 0.9 and more are right, not of those
 * close to it.
 */
static const double BASE = 0.12;

/* clang-format off: one feature a line */
#define FEATURE_MAP(X)                                                        \
    X(FIRST, 1.00)       /* of the story: no other one told again */          \
    X(TITLED_PAIR, 0.47) /* two people in office */                           \
    X(PAIR, 0.32)        /* two parties of whom it is known who they are */   \
    X(MANY, 0.44)        /* three and more */                                 \
    X(NOBODY, -0.29)     /* nobody in particular */                           \
    X(TITLE, 0.17)       /* told first in the headline */                     \
    X(LEAD, 0.32)        /* or where the story begins */                      \
    X(DEFINITE, 0.34)    /* "the talks", "their talks" */                     \
    X(INDEFINITE, 0.43)  /* "a meeting"; both against verbs and bare words */ \
    X(NAMED, 0.40)                                                            \
    X(GATHERING, 0.23)  /* a summit, a conference, a session */               \
    X(DATED, 0.36)      /* any sentence tells when */                         \
    X(DAY_BESIDE, 0.59) /* its own does */                                    \
    X(PLACED, 0.14)                                                           \
    X(REPEATED, 0.34)                                                         \
    X(TOLD, 0.27) /* words tell its status */                                 \
    X(OFF, -0.35) /* called off, put off or refused */                        \
    X(PROPOSED, -0.15)                                                        \
    X(NEGOTIATION, -0.16)                                                     \
    X(SEVERAL, -0.59) /* told in the plural: "talks", "meetings" */
/* clang-format on */

#define X_FEATURE(name, weight) FEATURE_##name,
#define X_WEIGHT(name, weight) weight,
enum feature { FEATURE_MAP(X_FEATURE) FEATURE_COUNT };
static const double WEIGHTS[] = {FEATURE_MAP(X_WEIGHT)};

static bool is_in_office(const struct story *story, const struct party *party)
{
    const enum rank rank = party->person ? story->people.at[party->person].rank : party->rank;
    return party->type == PARTY_PERSON && rank != RANK_NONE;
}

static void look_at_parties(const struct story *story, const struct occasion *occasion,
                            bool *features)
{
    unsigned known = 0, titled = 0;
    for (unsigned i = 0; i < occasion->party_count; i++) {
        const struct party *party = occasion->parties[i].party;
        known += party->type != PARTY_GROUP && !party->weak;
        titled += is_in_office(story, party);
    }
    features[FEATURE_NOBODY] = known == 0;
    features[FEATURE_MANY] = known > 2;
    features[FEATURE_PAIR] = known > 1;
    features[FEATURE_TITLED_PAIR] = titled > 1;
}

static void look_at_mentions(const struct story *story, const struct occasion *occasion,
                             bool *features)
{
    enum { LEAD_SENTENCES = 4 };
    const struct mention *first = occasion->mentions[0];
    features[FEATURE_TITLE] = mention_in_title(story, first);
    features[FEATURE_LEAD] = first->sentence < LEAD_SENTENCES;
    features[FEATURE_DEFINITE] = first->label.definite || first->label.possessive;
    features[FEATURE_INDEFINITE] = first->label.indefinite;
    features[FEATURE_DAY_BESIDE] = first->date != NULL;
    features[FEATURE_SEVERAL] = first->label.plural;
    features[FEATURE_REPEATED] = occasion->mention_count > 1;
}

static void look_at_status(const struct occasion *occasion, bool *features)
{
    const enum meeting_status status = occasion->status;
    features[FEATURE_TOLD] = occasion->status_from && occasion->status_from->status_told;
    features[FEATURE_OFF] =
        status == STATUS_CANCELLED || status == STATUS_POSTPONED || status == STATUS_DENIED;
    features[FEATURE_PROPOSED] = status == STATUS_PROPOSED;
}

float build_confidence(const struct story *story, const struct occasion *occasion, bool first)
{
    bool features[FEATURE_COUNT] = {[FEATURE_FIRST] = first};
    look_at_parties(story, occasion, features);
    look_at_mentions(story, occasion, features);
    look_at_status(occasion, features);
    features[FEATURE_NAMED] = occasion->named != NULL;
    features[FEATURE_PLACED] = occasion->placed != NULL;
    features[FEATURE_DATED] = occasion->when.start.text[0] != '\0';
    features[FEATURE_GATHERING] = kind_is_gathering(occasion->kind);
    features[FEATURE_NEGOTIATION] = occasion->kind == KIND_NEGOTIATION;
    double sum = BASE;
    for (unsigned i = 0; i < FEATURE_COUNT; i++)
        sum += WEIGHTS[i] * features[i]; /* nobody guesses which it has: no branch */
    return (float)(1 / (1 + exp(-sum)));
}
