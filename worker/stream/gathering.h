/*
 * gathering.h -- the first half of a survey: everything about the articles of a range, put aside.
 *
 *     articles, then receipts, then events --> spill: records of these kinds under the article's
 * key
 *
 * survey.c's own.
 */
#ifndef STREAM_GATHERING_H
#define STREAM_GATHERING_H

#include "stream/sieve.h"
#include "stream/spill.h"
#include "stream/survey.h"

/* In the order in which they come back for a key. */
enum gathered {
    GATHERED_RECEIPT, /* the message's value */
    GATHERED_EVENT,   /* the message's value */
    GATHERED_ARTICLE, /* the values of its receipt and its events, each behind its length */
};

/* Plain data of the survey, made by it. */
struct gathering {
    const struct survey *survey;
    struct survey_counts *counts;
    struct spill *spill;
    struct sieve *sieve; /* the keys of the articles */
    struct arena *arena; /* of one message */
    uint64_t articles;   /* that were put aside */
};

/* Notes what can't be read. */
void gathering_miss(struct survey_counts *counts, const struct fault *why);

/* Each returns as survey_run(). */
int gather_articles(struct gathering *gathering, struct fault *ret_fault);
int gather_receipts(struct gathering *gathering, struct fault *ret_fault);
int gather_events(struct gathering *gathering, struct fault *ret_fault);

/* Takes the next value of a GATHERED_ARTICLE from *rest.  Returns whether there was one. */
bool gathered_next(struct str *rest, struct str *ret_value);

#endif
