/*
 * html_meta.h -- what a page says of itself in <meta>, <link>, <time> and JSON-LD.
 */
#ifndef ARTICLE_HTML_META_H
#define ARTICLE_HTML_META_H

#include "article/article.h"
#include "article/html.h"
#include "base/arena.h"
#include "base/fault.h"
#include "base/str.h"

/* How much a value is worth: the lowest rank of a field counts.  0: not told yet. */
struct meta_value {
    struct str text;
    int rank;
};

struct html_meta {
    struct meta_value title, body, url, source, language, id;
    struct published published;
    int published_rank;
    int linked_data; /* blocks of JSON-LD read */
};

/* Ranks of titles; what stands between them is the caller's. */
enum { TITLE_OPEN_GRAPH = 1, TITLE_STORY_H1, TITLE_LINKED_DATA, TITLE_H1, TITLE_ELEMENT };

/* Looks at one element.  Copies to arena what it keeps.  Returns 0 or FAULT_MEMORY. */
int meta_element(struct arena *arena, struct html_meta *meta, const char *name,
                 const unsigned char **attributes);

/* Reads one block of JSON-LD; what is not JSON is passed over.  Returns 0 or FAULT_MEMORY. */
int meta_linked_data(struct arena *arena, struct html_meta *meta, struct str json);

#endif
