/*
 * page.h -- articles with their meetings beside them and the words that prove each marked.
 *
 *     page_head, article_page of each article, page_tail    one HTML page, complete in itself
 *
 * Whatever stands in an article is text here, never markup: no script runs, nothing is fetched, and
 * the page's Content-Security-Policy allows neither.
 */
#ifndef RECORD_PAGE_H
#define RECORD_PAGE_H

#include <stddef.h>

#include "base/arena.h"
#include "base/str.h"
#include "record/event.h"

/* The functions return 0, or FAULT_MEMORY when the arena is full; their texts live in it. */

int page_head(struct arena *arena, struct str *ret_text);
struct str page_tail(void);

/*
 * The article as an <article> element.  Its ids begin with "a" and number, so those of two numbers
 * can stand in one page.
 */
int article_page(const struct event_context *context, unsigned number, struct arena *arena,
                 struct str *ret_text);

/* The style sheet that article_page() needs, for a page of another's making. */
int page_style(struct arena *arena, struct str *ret_text);

#endif
