/*
 * rehearsal.h -- the examples in the packs of an engine, all run.
 *
 *     engine --rehearsal_run--> each example that fails; what no example touches
 */
#ifndef MEETING_REHEARSAL_H
#define MEETING_REHEARSAL_H

#include "meeting/engine.h"

struct rehearsal {
    size_t examples, failures;
    size_t rules, idle_rules;   /* all, and those that no example makes match */
    size_t values, idle_values; /* all, and those lexicon values that no example's text has */
};

/*
 * Hears of each failure: "fr/rules/date.txt:12:10: the rule ... finds nothing here"; and, unless
 * idle is NULL, of each rule and value that no example touches: "fr/lexicon/verb.txt:12", "meet".
 */
struct rehearsal_listener {
    void (*fails)(void *context, const char *text);
    void (*idle)(void *context, const char *place, struct str what);
    void *context;
};

/*
 * Runs all examples of all packs; listener may be NULL.  Returns 0, whether they pass or not, and
 * the counts; or FAULT_MEMORY.
 */
int rehearsal_run(const struct engine *engine, const struct rehearsal_listener *listener,
                  struct rehearsal *ret_rehearsal);

#endif
