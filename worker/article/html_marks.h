/*
 * html_marks.h -- is a text that says nothing of HTML written in it all the same?
 */
#ifndef ARTICLE_HTML_MARKS_H
#define ARTICLE_HTML_MARKS_H

#include "base/str.h"

enum html_mark {
    HTML_TAGS = 1,       /* tags of elements that HTML has, or comments */
    HTML_BLOCKS = 2,     /* such as end a paragraph */
    HTML_REFERENCES = 4, /* "&eacute;", "&#8217;", "&#x2019;" */
};

/* Any of these, or 0. */
unsigned html_marks(struct str text);

#endif
