/*
 * example.h -- runs what a rule's file says that the rule must match and must not match.
 *
 *     struct example --example_run--> passes, or "fr/rules/date.txt:12:10: ..."
 *
 * An example is an article of one line that goes through all stages; the rule passes when its
 * annotation is there at their end.
 */
#ifndef ANNOTATE_EXAMPLE_EXAMPLE_H
#define ANNOTATE_EXAMPLE_EXAMPLE_H

#include "annotate/document.h"
#include "pack/example.h"

/* Takes an article through the stages, which stand above this folder.  Returns 0 or a FAULT_. */
struct example_reader {
    int (*read)(void *context, const struct article *article, const struct document **ret_document);
    void *context;
};

/* How often examples touched each rule and each value of the pack.  The caller zeroes. */
struct coverage {
    uint32_t *rules;  /* [pack_rule_count] */
    uint32_t *values; /* [pack_value_count] */
};

/*
 * Runs one example of pack; coverage may be NULL.  Returns 0 when it passes; FAULT_PACK with what
 * is wrong in *ret_fault; what reader returned.
 */
int example_run(const struct pack *pack, const struct example *example,
                const struct example_reader *reader, const struct coverage *coverage,
                struct fault *ret_fault);

#endif
