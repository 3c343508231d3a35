/*
 * html_guard.h -- refuses the one kind of page that libxml2 takes forever to read.
 *
 * libxml2 compares each attribute of a tag with all before it: 85,000 in one tag, half a
 * megabyte, take it seconds.  Whoever wants to stop the stream would know.
 */
#ifndef ARTICLE_HTML_GUARD_H
#define ARTICLE_HTML_GUARD_H

#include <stdbool.h>

#include "base/str.h"

enum { MOST_ATTRIBUTES = 1000 };

/*
 * False when something that could be a tag has more than MOST_ATTRIBUTES, *ret_offset then its
 * byte.  Looks at every '<' before a letter, also in comments and scripts, where libxml2 may
 * see a tag or not.
 */
bool html_guard(struct str text, size_t *ret_offset);

#endif
