/* bench_html_libxml2.c -- libxml2's HTML parser, as events without a tree. */
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include "bench_html.h"

const char *const LIBRARY_NAME = "libxml2";

static void text_seen(void *context, const xmlChar *at, int len)
{
    (void)at;
    *(size_t *)context += (size_t)len;
}

size_t library_read(const char *page, size_t len)
{
    size_t seen = 0;
    htmlParserCtxtPtr parser = htmlCreateMemoryParserCtxt(page, (int)len);
    const htmlSAXHandler events = {.characters = text_seen, .ignorableWhitespace = text_seen};
    *parser->sax = events;
    parser->userData = &seen;
    htmlCtxtUseOptions(parser, HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
    xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8);
    htmlParseDocument(parser);
    htmlFreeParserCtxt(parser);
    return seen;
}
