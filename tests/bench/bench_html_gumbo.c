/* bench_html_gumbo.c -- gumbo, which builds the tree of HTML 5. */
#include <string.h>

#include <gumbo.h>

#include "bench_html.h"

const char *const LIBRARY_NAME = "gumbo";

static size_t text_below(const GumboNode *node)
{
    if (node->type == GUMBO_NODE_TEXT)
        return strlen(node->v.text.text);
    size_t seen = 0;
    if (node->type == GUMBO_NODE_ELEMENT)
        for (unsigned i = 0; i < node->v.element.children.length; i++)
            seen += text_below(node->v.element.children.data[i]);
    return seen;
}

size_t library_read(const char *page, size_t len)
{
    GumboOutput *output = gumbo_parse_with_options(&kGumboDefaultOptions, page, len);
    const size_t seen = text_below(output->root);
    gumbo_destroy_output(&kGumboDefaultOptions, output);
    return seen;
}
