/*
 * html_reader.h -- a page as libxml2 tells it, gathered: its text, and where the story may be.
 *
 *     start, text, end --html_reader--> struct reader --html--> struct html_page
 */
#ifndef ARTICLE_HTML_READER_H
#define ARTICLE_HTML_READER_H

#include <stdbool.h>
#include <stddef.h>

#include "article/html_meta.h"
#include "base/arena.h"
#include "base/buffer.h"
#include "base/str.h"

enum scope { SCOPE_BODY, SCOPE_ARTICLE, SCOPE_MAIN, SCOPE_COUNT };

/* A part of the text. */
struct span {
    size_t begin, end;
};

struct reader {
    struct arena *arena;
    struct _xmlParserCtxt *parser;
    int code; /* why the parser was stopped */

    struct buffer text;  /* all that was kept, the title element first */
    bool space, newline; /* to be written before what comes next */
    bool keep_lines;

    size_t depth, max_depth;
    size_t skip_depth; /* of the element that is passed over; 0: none */
    bool skip_is_box;
    size_t data_depth; /* of the <script> whose JSON-LD is gathered behind the text; 0: none */
    size_t data_begin;
    bool story_seen;

    size_t scope_depth[SCOPE_COUNT]; /* of the outermost open one; 0: none */
    size_t scope_begin[SCOPE_COUNT];
    struct span scopes[SCOPE_COUNT]; /* the longest of each kind */
    struct span title;
    struct span headline, story_headline; /* the first <h1>, and the first in the story */
    size_t headline_depth, headline_begin, title_depth;
    struct html_meta meta;
};

/*
 * Reads text, not empty and without zero bytes, into reader, whose arena, text, keep_lines and
 * max_depth are set and whose rest is zero.  Returns 0, FAULT_TOO_DEEP or FAULT_MEMORY.
 */
int reader_run(struct reader *reader, struct str text);

#endif
