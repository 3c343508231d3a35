#include <math.h>

#include "meeting/build/build.h"

/*
 * A logistic model over what the text tells.  The weights come from ridge regression on 1,380
 * events of some 500 real articles of many outlets and subjects, annotated by hand;
 * tests/score/score.py --confidence shows how often events of each confidence are right.
 * BASE is raised so far that nine in ten of all events of 0.9 and more are right, not of those
 * close to it.
 */
static const double BASE = 0.94;

/* clang-format off: one feature a line */
#define FEATURE_MAP(X)                                                        \
    X(FIRST, 0.87)       /* of the story: no other one told again */          \
    X(TITLED_PAIR, 0.66) /* two people in office */                           \
    X(NOBODY, -0.62)     /* nobody in particular */                           \
    X(CROWD, -0.28)      /* or one party, and a group beside it */            \
    X(TITLE, -0.23)      /* told first in the headline */                     \
    X(INDEFINITE, 0.41)  /* "a meeting"; against all others */                \
    X(NAMED, 0.69)                                                            \
    X(GATHERING, 0.21)     /* a summit, a conference, a session */            \
    X(DATED, 0.65)         /* any sentence tells when */                      \
    X(DAY_BESIDE, 0.26)    /* its own does */                                 \
    X(UNDATED_VERB, -0.43) /* told first by a verb, and nothing tells when */ \
    X(PLACED, 0.27)                                                           \
    X(REPEATED, 0.37)                                                         \
    X(TOLD, 0.08) /* words tell its status */                                 \
    X(OFF, -0.40) /* called off, put off or refused */                        \
    X(PROPOSED, -0.20)                                                        \
    X(ONGOING, -0.45) /* begun, and not over */                               \
    X(NEGOTIATION, -0.79)                                                     \
    X(SEVERAL, -0.24) /* told in the plural: "talks", "meetings" */
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
    unsigned known = 0, titled = 0, groups = 0;
    for (unsigned i = 0; i < occasion->party_count; i++) {
        const struct party *party = occasion->parties[i].party;
        groups += party->type == PARTY_GROUP;
        known += party->type != PARTY_GROUP && !party->weak;
        titled += is_in_office(story, party);
    }
    features[FEATURE_NOBODY] = known == 0;
    features[FEATURE_TITLED_PAIR] = titled > 1;
    features[FEATURE_CROWD] = known < 2 && groups > 0;
}

static void look_at_mentions(const struct story *story, const struct occasion *occasion,
                             bool *features)
{
    const struct mention *first = occasion->mentions[0];
    features[FEATURE_TITLE] = mention_in_title(story, first);
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
    features[FEATURE_ONGOING] = status == STATUS_ONGOING;
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
    features[FEATURE_UNDATED_VERB] = occasion->mentions[0]->verb && !features[FEATURE_DATED];
    features[FEATURE_GATHERING] = kind_is_gathering(occasion->kind);
    features[FEATURE_NEGOTIATION] = occasion->kind == KIND_NEGOTIATION;
    double sum = BASE;
    for (unsigned i = 0; i < FEATURE_COUNT; i++)
        sum += WEIGHTS[i] * features[i]; /* nobody guesses which it has: no branch */
    return (float)(1 / (1 + exp(-sum)));
}
