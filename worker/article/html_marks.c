#include "article/html_marks.h"

#include <libxml/HTMLparser.h>

#include "article/html_element.h"

enum { LONGEST_REFERENCE = 10 };

/* The name of a tag that begins at text, "p" of "<p>" and "</p >"; empty when it is none. */
static struct str tag_name(struct str text)
{
    const size_t begin = text.len > 1 && text.at[1] == '/' ? 2 : 1;
    size_t end = begin;
    while (end < text.len && !strchr(" \t\r\n/>", text.at[end]))
        end++;
    return end < text.len ? str_make(text.at + begin, end - begin) : (struct str){0};
}

static unsigned tag_marks(struct str text)
{
    bool block;
    if (element_is_known(tag_name(text), &block))
        return block ? HTML_TAGS | HTML_BLOCKS : HTML_TAGS;
    return text.len > 3 && memcmp(text.at, "<!--", 4) == 0 ? HTML_TAGS : 0;
}

static unsigned reference_marks(struct str text)
{
    size_t len = 1;
    while (len < text.len && len < LONGEST_REFERENCE && !strchr("&; \n<", text.at[len]))
        len++;
    if (len < 3 || len == text.len || text.at[len] != ';')
        return 0;
    char name[LONGEST_REFERENCE + 1] = {0};
    memcpy(name, text.at + 1, len - 1);
    return *name == '#' || htmlEntityLookup((const xmlChar *)name) ? HTML_REFERENCES : 0;
}

unsigned html_marks(struct str text)
{
    unsigned marks = 0;
    if (text.len == 0)
        return marks;
    const char *at, *end = text.at + text.len;
    for (at = text.at; !(marks & HTML_BLOCKS) && (at = memchr(at, '<', (size_t)(end - at))); at++)
        marks |= tag_marks(str_make(at, (size_t)(end - at)));
    for (at = text.at; !marks && (at = memchr(at, '&', (size_t)(end - at))); at++)
        marks |= reference_marks(str_make(at, (size_t)(end - at)));
    return marks;
}
