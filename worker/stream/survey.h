/*
 * survey.h -- what this program makes of the articles of a range, beside what the topics hold.
 *
 *     articles -----processor--> new events \
 *     receipts topic ----------> what was    >--spill--> survey_article, one after the other
 *     events topic ------------> old events /
 *
 * Publishes nothing, joins no group.  An event is current when its article's latest receipt lists
 * it.  Memory does not grow with the range: see spill.h; of the receipts and the events only those
 * of its articles are put aside, see sieve.h.
 */
#ifndef STREAM_SURVEY_H
#define STREAM_SURVEY_H

#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/fault.h"
#include "record/pairing.h"
#include "record/schema.h"
#include "stream/counters.h"
#include "stream/observer.h"
#include "stream/options.h"
#include "stream/plan.h"
#include "stream/processor.h"

/* An article that stands in the range more than once is the last of them.  Lends until visited. */
struct survey_article {
    struct str key;              /* its identity, as the key of its receipt */
    const struct datum *receipt; /* its latest one; NULL: it is not processed yet */
    const struct datum *outcome; /* the receipt that it gets now */
    struct event_list before;    /* what the receipt lists and the topic has */
    struct event_list after;     /* what is extracted now */
    struct event_list passing;   /* of the earlier ones of the range under the same identity */
    size_t missing;              /* events that the receipt lists and the topic does not have */
};

struct survey_counts {
    uint64_t articles;  /* of the range, one for each identity */
    uint64_t unread;    /* receipts and events that can't be read, those of newer schemas too */
    struct fault why;   /* of the first of them */
    uint64_t oversized; /* articles that were left out: their events are too many to compare */
    uint64_t spilled;   /* bytes put aside */
};

enum survey_phase { SURVEY_ARTICLES, SURVEY_RECEIPTS, SURVEY_EVENTS, SURVEY_PHASES };

/* All lent. */
struct survey {
    const struct stream_options *options; /* its topics, as the live group has them */
    const struct processor *processor;
    const struct schema_set *schemas;
    struct observer *observer;
    const struct plan *plan; /* what of the topic is looked at, from each part's next on */
    const atomic_bool *stop;
    struct counters *counters;
    void *self;
    /* done of all: offsets.  May be called often. */
    void (*progress)(void *self, enum survey_phase phase, int64_t done, int64_t all);
    /* What it returns but 0 ends the survey.  arena is the article's. */
    int (*visit)(void *self, const struct survey_article *article, struct arena *arena,
                 struct fault *ret_fault);
};

/*
 * Returns 0, also when it was ended by *stop; FAULT_SETTING when a topic is missing; what visit
 * returned; FAULT_FILE, FAULT_MEMORY, FAULT_BROKER, FAULT_DENIED, FAULT_FATAL.
 */
int survey_run(const struct survey *survey, struct survey_counts *ret_counts,
               struct fault *ret_fault);

#endif
