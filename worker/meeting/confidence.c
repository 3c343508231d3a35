#include <math.h>

#include "meeting/build.h"

/*
 * A logistic model over what the text tells.  The weights come from ridge regression on annotated
 * articles; tests/score/score.py --confidence shows how often events of each confidence are right.
 */
static const double BASE = -0.82;

/* clang-format off: one feature a line */
#define FEATURE_MAP(X)                                                        \
    X(TITLED_PAIR, 0.93)   /* two people in office */                         \
    X(PAIR, 0.48)          /* two parties of whom it is known who they are */ \
    X(BODIES_ALONE, -0.23) /* a body and nobody of it */                      \
    X(VERB, 0.46)          /* a verb tells it: "met" */                       \
    X(STRONG, 0.55)        /* a word that nearly always tells an occasion */  \
    X(NAMED, 0.51)                                                            \
    X(DAY_BESIDE, 0.74)   /* the sentence tells when */                       \
    X(PLACE_BESIDE, 0.68) /* the sentence tells where */                      \
    X(PLACED, 0.96)       /* any sentence does */                             \
    X(REPEATED, 0.63)                                                         \
    X(STATUS_TOLD, 0.39)                                                      \
    X(NEGOTIATION, -0.34)                                                     \
    X(SEVERAL, -0.43) /* told in the plural: "talks", "meetings" */
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
    unsigned known = 0, titled = 0, people = 0, bodies = 0;
    for (unsigned i = 0; i < occasion->party_count; i++) {
        const struct party *party = occasion->parties[i].party;
        known += party->type != PARTY_GROUP && !party->weak;
        titled += is_in_office(story, party);
        people += party->type == PARTY_PERSON;
        bodies += party->type == PARTY_ORGANIZATION;
    }
    features[FEATURE_PAIR] = known > 1;
    features[FEATURE_TITLED_PAIR] = titled > 1;
    features[FEATURE_BODIES_ALONE] = bodies > 0 && people == 0;
}

static void look_at_mentions(const struct occasion *occasion, bool *features)
{
    const struct mention *first = occasion->mentions[0];
    for (unsigned i = 0; i < occasion->mention_count; i++) {
        features[FEATURE_STRONG] |= occasion->mentions[i]->strong;
        features[FEATURE_VERB] |= occasion->mentions[i]->verb;
    }
    features[FEATURE_DAY_BESIDE] = first->date != NULL;
    features[FEATURE_PLACE_BESIDE] = first->place != NULL;
    features[FEATURE_SEVERAL] = first->label.plural;
    features[FEATURE_REPEATED] = occasion->mention_count > 1;
}

float build_confidence(const struct story *story, const struct occasion *occasion)
{
    bool features[FEATURE_COUNT] = {false};
    look_at_parties(story, occasion, features);
    look_at_mentions(occasion, features);
    features[FEATURE_NAMED] = occasion->named != NULL;
    features[FEATURE_PLACED] = occasion->placed != NULL;
    features[FEATURE_STATUS_TOLD] = occasion->status_from->status_told;
    features[FEATURE_NEGOTIATION] = occasion->kind == KIND_NEGOTIATION;
    double sum = BASE;
    for (unsigned i = 0; i < FEATURE_COUNT; i++)
        sum += features[i] ? WEIGHTS[i] : 0;
    return (float)(1 / (1 + exp(-sum)));
}
