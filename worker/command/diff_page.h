/*
 * diff_page.h -- the page of a diff on its way.  diff_html.c's and diff_page.c's own.
 *
 *     diff_html.c  counts and fields      diff_page.c  examples
 */
#ifndef COMMAND_DIFF_PAGE_H
#define COMMAND_DIFF_PAGE_H

#include "base/buffer.h"
#include "command/diff.h"

struct diff_page {
    struct buffer out;
    struct arena *arena;
    const struct diff_report *report;
};

/* A number with its thousands parted. */
void diff_page_number(struct diff_page *page, uint64_t number);

/* The sections with the examples: of added and removed events, and field by field. */
void diff_page_samples(struct diff_page *page);

#endif
