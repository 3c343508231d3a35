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

/* Markup of our own. */
void diff_page_raw(struct diff_page *page, const char *markup);
void diff_page_format(struct diff_page *page, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Text of others, escaped; a number with its thousands parted. */
void diff_page_text(struct diff_page *page, struct str text);
void diff_page_number(struct diff_page *page, uint64_t number);

/* The sections with the examples: of added and removed events, and field by field. */
void diff_page_samples(struct diff_page *page);

#endif
