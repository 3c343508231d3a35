/*
 * page_view.h -- an article on its way into a page.  Private to record/.
 *
 *     page_spans.c  which words prove what, and the text with them marked
 *     page_event.c  a meeting beside it
 */
#ifndef RECORD_PAGE_VIEW_H
#define RECORD_PAGE_VIEW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "record/event.h"

/* The words that prove one field of one meeting. */
struct page_span {
    const struct evidence *evidence;
    uint32_t meeting; /* index */
    uint32_t piece;   /* number of the piece of text where it begins; 0: it stands nowhere */
};

struct page_view {
    struct buffer out;
    struct arena *arena;
    const struct event_context *context;
    unsigned number;         /* of the article in the page */
    struct page_span *spans; /* meeting by meeting, in the order of their evidence */
    size_t span_count;
    uint32_t pieces; /* of text that were marked so far */
};

/* How many meetings of an article light up what proves them; the style sheet has so many rules. */
enum { PAGE_LINKED = 64 };

/* Makes the view's spans.  Returns 0 or FAULT_MEMORY. */
int page_spans_make(struct page_view *view);

/* What the fields of evidence are to a reader: "who", "when". */
const char *page_aspect(enum evidence_field field);

/*
 * Writes a text of the article, its evidence marked.  A line is a paragraph when opening is "<p>"
 * or the like, and closing ends it; without them newlines are blanks.  Returns 0 or FAULT_MEMORY.
 */
struct page_wrap {
    const char *opening, *closing; /* NULL: none */
};
int page_marked(struct page_view *view, enum source source, const struct page_wrap *wrap);

/* The card of a meeting; its spans begin at first.  Returns 0 or FAULT_MEMORY. */
int page_event(struct page_view *view, size_t meeting, size_t first);

#endif
