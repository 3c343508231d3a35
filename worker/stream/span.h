/*
 * span.h -- partitions and offsets as an operator writes them.
 *
 *     "0:100-900,3:5-"    partition 0 from 100 to before 900, partition 3 from 5 to its end
 *     "0,3,5-7"           partitions alone
 */
#ifndef STREAM_SPAN_H
#define STREAM_SPAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/fault.h"

struct span {
    int32_t partition;
    int64_t begin;
    int64_t end; /* SPAN_OPEN: as far as the partition goes */
};

#define SPAN_OPEN INT64_MAX

enum { MOST_SPANS = 1000 };

/* Zero it to begin with; spans_free() ends it. */
struct spans {
    struct span *items; /* by partition, each once */
    size_t count;
};

/* Each returns 0; FAULT_SETTING with the place of the mistake; FAULT_MEMORY. */
int spans_of_offsets(const char *text, struct spans *ret_spans, struct fault *ret_fault);
int spans_of_partitions(const char *text, struct spans *ret_spans, struct fault *ret_fault);

void spans_free(struct spans *spans);

/* The span of a partition, or NULL. */
const struct span *spans_find(const struct spans *spans, int32_t partition);

#endif
