/*
 * html.h -- the story of a web page: its headline, its paragraphs, and what it says of itself.
 *
 *     page --libxml2--> start, text, end --html--> struct html_page
 *
 * libxml2 reads it, as events: no tree, so nothing recurses, and no network.  It reads a news
 * page at 105 MB/s, gumbo at 26, and 100 KB of open <b> in 3 ms, gumbo in 15 s (`bench_html` in
 * tests/bench prints this); and the ICU that it needs is here in any case.
 *
 * The story is the longest itemprop="articleBody", else the longest <article>, else the longest
 * <main>, each if it holds a sentence's worth, else the whole page; without scripts, styles,
 * menus, asides, captions, forms, footers, hidden elements and boxes whose class or role says
 * that they are none of it.  Block elements and <br> end a paragraph.  Only when none of that
 * is left, articleBody in JSON-LD is the story.
 */
#ifndef ARTICLE_HTML_H
#define ARTICLE_HTML_H

#include <stdbool.h>

#include "article/article.h"
#include "base/arena.h"
#include "base/fault.h"
#include "base/str.h"

/*
 * Every text may be empty; none has passed through prose.h yet.
 *   title      og:title, else the <h1> of the story, JSON-LD's headline, any <h1>, <title>;
 *              the <h1> is no part of the body
 *   url        <link rel=canonical>, else og:url
 *   source     og:site_name, else JSON-LD's publisher
 *   language   <html lang>, else og:locale, JSON-LD's inLanguage, content-language
 *   published  article:published_time, else JSON-LD's datePublished, itemprop=datePublished, the
 *              usual names of <meta>, <time datetime>
 *   id         what content systems write to <meta>: article:id, parsely-post-id and the like
 */
struct html_page {
    struct str title, body, url, source, language, id;
    struct published published;
};

struct html_rules {
    unsigned max_depth; /* of elements */
    bool keep_lines;    /* line ends end paragraphs, as in a piece without block elements */
};

/*
 * Reads text, valid UTF-8, a page or a piece of one.  All of *ret_page lives in arena.
 * Returns 0, FAULT_TOO_DEEP, FAULT_TOO_COMPLEX (a tag with thousands of attributes) or
 * FAULT_MEMORY.
 */
int html_read(struct arena *arena, struct str text, const struct html_rules *rules,
              struct html_page *ret_page, struct fault *ret_fault);

#endif
