#include <math.h>

#include "meeting/build.h"

/*
 * A logistic model over what the text tells.  The weights are set by hand so that the order of
 * events by confidence is sensible; calibration against gold is a matter of evaluation.
 */
static const double BASE = -1.2, STRONG = 1.0, VERB = 0.5, TWO_PARTIES = 1.3, ONE_PARTY = 0.4,
                    NAMED = 0.9, DATED = 0.7, PLACED = 0.6, REPEATED = 0.5, STATUS_TOLD = 0.4,
                    IN_TITLE = 0.4;

float build_confidence(const struct story *story, const struct occasion *occasion)
{
    unsigned identified = 0;
    bool strong = false, verb = false, title = false;
    for (unsigned i = 0; i < occasion->party_count; i++)
        identified +=
            occasion->parties[i].party->type != PARTY_GROUP && !occasion->parties[i].party->weak;
    for (unsigned i = 0; i < occasion->mention_count; i++) {
        const struct mention *mention = occasion->mentions[i];
        strong |= mention->strong;
        verb |= mention->verb;
        title |= story->document->sentences.at[mention->sentence].flags & SENTENCE_TITLE;
    }
    const double sum = BASE + STRONG * strong + VERB * verb + TWO_PARTIES * (identified > 1) +
                       ONE_PARTY * (identified == 1) + NAMED * (occasion->named != NULL) +
                       DATED * ((occasion->when.basis != DATE_BASIS_NONE)) +
                       PLACED * (occasion->placed != NULL) +
                       REPEATED * (occasion->mention_count > 1) +
                       STATUS_TOLD * occasion->status_from->status_told + IN_TITLE * title;
    return (float)(1 / (1 + exp(-sum)));
}
