/*
 * retraction.h -- events that are no longer extracted get a tombstone, with their article.
 *
 *     survey --retraction_add--> by article, on disk --retraction_processor--> tombstones among
 *                                                        the article's records, in its transaction
 *
 * A key without a value, which a compacted topic takes for "gone".  Only of articles that pass
 * through the processor, and only ids that the survey found no longer extracted.  Two unnamed
 * files in TMPDIR hold them: what is looked up is mapped, so that memory can be taken back.
 */
#ifndef STREAM_RETRACTION_H
#define STREAM_RETRACTION_H

#include <stdint.h>

#include "base/fault.h"
#include "base/str.h"
#include "stream/processor.h"

struct retraction;

/* Returns 0 and *ret_retraction, freed with retraction_free(), or FAULT_FILE, FAULT_MEMORY. */
int retraction_new(struct retraction **ret_retraction, struct fault *ret_fault);
void retraction_free(struct retraction *retraction);

/* The event id of the article with that key is to go.  The articles come in a survey's order. */
int retraction_add(struct retraction *retraction, struct str key, struct str id,
                   struct fault *ret_fault);

uint64_t retraction_count(const struct retraction *retraction);

/*
 * Ends the adding, and returns a processor that does what inner does and retracts.  Lends both.
 * FAULT_FILE, FAULT_MEMORY.
 */
int retraction_processor(struct retraction *retraction, const struct processor *inner,
                         struct processor *ret_processor, struct fault *ret_fault);

#endif
