/*
 * live.h -- what the workers that read the topic all the time are doing, seen from outside.
 *
 * Two ways to be surprised by a replay: the live group has not been there yet, so that all of
 * it comes again later; or it runs another version, so that what it writes next differs.
 */
#ifndef STREAM_LIVE_H
#define STREAM_LIVE_H

#include "base/fault.h"
#include "record/schema.h"
#include "stream/options.h"
#include "stream/plan.h"

struct live {
    int64_t behind;     /* offsets of the plan that the live group has not read yet */
    char extractor[64]; /* that wrote the last receipts of live articles and is unknown here;
                           "": there is none */
};

/* How receipts are read, and whether an extractor is one that this program has. */
struct acquaintance {
    const struct schema_set *schemas;
    const void *self;
    bool (*knows)(const void *self, struct str extractor);
};

/*
 * Looks at options->group and options->receipt_topic, and changes nothing.  Returns 0 or what
 * kept it from looking.
 */
int live_look(const struct stream_options *options, const struct plan *plan,
              const struct acquaintance *acquaintance, struct live *ret_live,
              struct fault *ret_fault);

#endif
