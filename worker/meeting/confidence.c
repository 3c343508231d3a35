#include <math.h>

#include "meeting/build.h"

/*
 * A logistic model over what the text tells.  The weights come from ridge regression on annotated
 * articles; tests/score/score.py --confidence shows how often events of each confidence are right.
 * BASE is raised so far that nine in ten of all events of 0.9 and more are right, not of those
 * close to it.
 */
static const double BASE = -0.05;

/* clang-format off: one feature a line */
#define FEATURE_MAP(X)                                                        \
    X(TITLED_PAIR, 0.32) /* two people in office */                           \
    X(PAIR, 0.62)        /* two parties of whom it is known who they are */   \
    X(MANY, 0.33)        /* three and more */                                 \
    X(NOBODY, -0.34)     /* nobody in particular */                           \
    X(UNSURE, -0.44)     /* a name without an office, which may be a thing */ \
    X(VERB, 0.38)        /* a verb tells it: "met" */                         \
    X(STRONG, 0.15)      /* a word that nearly always tells an occasion */    \
    X(NAMED, 0.52)                                                            \
    X(DATED, 0.95)        /* any sentence tells when */                       \
    X(DAY_BESIDE, 0.35)   /* its own does */                                  \
    X(PLACED, 0.71)       /* any sentence tells where */                      \
    X(PLACE_BESIDE, 0.51) /* its own does */                                  \
    X(REPEATED, 0.71)                                                         \
    X(PROPOSED, -0.23)                                                        \
    X(NEGOTIATION, -0.37)                                                     \
    X(VISIT, -0.24)                                                           \
    X(SEVERAL, -0.44) /* told in the plural: "talks", "meetings" */
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

/* A name by itself, of which nothing tells that it is a person's. */
static bool is_unsure(const struct story *story, const struct party *party)
{
    return party->type == PARTY_PERSON && !is_in_office(story, party) && !party->figure &&
           !party->honorific;
}

static void look_at_parties(const struct story *story, const struct occasion *occasion,
                            bool *features)
{
    unsigned known = 0, titled = 0;
    for (unsigned i = 0; i < occasion->party_count; i++) {
        const struct party *party = occasion->parties[i].party;
        known += party->type != PARTY_GROUP && !party->weak;
        titled += is_in_office(story, party);
        features[FEATURE_UNSURE] |= is_unsure(story, party);
    }
    features[FEATURE_NOBODY] = known == 0;
    features[FEATURE_MANY] = known > 2;
    features[FEATURE_PAIR] = known > 1;
    features[FEATURE_TITLED_PAIR] = titled > 1;
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
    features[FEATURE_DATED] = occasion->when.start.text[0] != '\0';
    features[FEATURE_PROPOSED] = occasion->status == STATUS_PROPOSED;
    features[FEATURE_NEGOTIATION] = occasion->kind == KIND_NEGOTIATION;
    features[FEATURE_VISIT] = occasion->kind == KIND_VISIT;
    double sum = BASE;
    for (unsigned i = 0; i < FEATURE_COUNT; i++)
        sum += features[i] ? WEIGHTS[i] : 0;
    return (float)(1 / (1 + exp(-sum)));
}
