/*
 * html_element.h -- what an HTML element means for the story of its page.
 */
#ifndef ARTICLE_HTML_ELEMENT_H
#define ARTICLE_HTML_ELEMENT_H

#include <stdbool.h>

#include "base/str.h"

enum element_role {
    ELEMENT_INLINE,   /* a part of its paragraph; so is every element not known */
    ELEMENT_BLOCK,    /* ends a paragraph before and behind it */
    ELEMENT_SKIP,     /* with all in it, no part of the story */
    ELEMENT_BOX,      /* the same, unless the story turns out to be inside */
    ELEMENT_HEADER,   /* a box when it is the page's, a block when it is the story's */
    ELEMENT_HEADLINE, /* h1 */
    ELEMENT_ARTICLE,
    ELEMENT_MAIN,
    ELEMENT_TITLE,
    ELEMENT_SCRIPT,
    ELEMENT_BODY, /* and html */
};

/* name is in lower case, as libxml2 gives it. */
enum element_role element_role(const char *name);

/* True for names that HTML has; *ret_block: it ends a paragraph. */
bool element_is_known(struct str name, bool *ret_block);

/* The value of an attribute in libxml2's list of names and values; NULL: it has none. */
const char *attribute_value(const unsigned char **attributes, const char *name);

/* True when role, class, id or hidden say that the element is a box beside the story. */
bool attributes_mark_box(const unsigned char **attributes);

/* True when text is word, case of ASCII letters aside. */
bool text_is(const char *text, const char *word);

#endif
