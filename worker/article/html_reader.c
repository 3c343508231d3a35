#include "article/html_reader.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include "article/html_element.h"

/* ---- writing ---- */

static void reader_stop(struct reader *reader, int code)
{
    if (!reader->code)
        reader->code = code;
    xmlStopParser(reader->parser);
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static void reader_text(struct reader *reader, struct str text)
{
    for (size_t begin = 0, end; begin < text.len; begin = end) {
        end = begin;
        if (is_space(text.at[begin])) {
            reader->space = true;
            reader->newline |= text.at[end++] == '\n' && reader->keep_lines;
            continue;
        }
        while (end < text.len && !is_space(text.at[end]))
            end++;
        if (reader->text.len > 0 && (reader->newline || reader->space))
            buffer_byte(&reader->text, reader->newline ? '\n' : ' ');
        reader->newline = reader->space = false;
        buffer_add(&reader->text, str_make(text.at + begin, end - begin));
    }
}

/* ---- elements ---- */

static bool is_longer(struct span a, struct span b)
{
    return a.end - a.begin > b.end - b.begin;
}

static void scope_open(struct reader *reader, enum scope scope)
{
    reader->story_seen = true;
    if (reader->scope_depth[scope])
        return;
    reader->scope_depth[scope] = reader->depth;
    reader->scope_begin[scope] = reader->text.len;
}

static void scopes_close(struct reader *reader)
{
    for (enum scope scope = 0; scope < SCOPE_COUNT; scope++) {
        if (reader->scope_depth[scope] != reader->depth)
            continue;
        const struct span span = {reader->scope_begin[scope], reader->text.len};
        if (is_longer(span, reader->scopes[scope]))
            reader->scopes[scope] = span;
        reader->scope_depth[scope] = 0;
    }
}

static bool scope_is_open(const struct reader *reader)
{
    for (enum scope scope = 0; scope < SCOPE_COUNT; scope++)
        if (reader->scope_depth[scope])
            return true;
    return false;
}

static void headline_close(struct reader *reader)
{
    if (reader->headline_depth != reader->depth)
        return;
    const struct span span = {reader->headline_begin, reader->text.len};
    reader->headline_depth = 0;
    if (span.begin == span.end)
        return;
    struct span *kept = scope_is_open(reader) ? &reader->story_headline : &reader->headline;
    if (kept->begin == kept->end)
        *kept = span;
}

static bool holds_story(enum element_role role)
{
    return role == ELEMENT_ARTICLE || role == ELEMENT_MAIN || role == ELEMENT_BODY;
}

/* True when the story begins with this element. */
static bool begins_story(enum element_role role, const xmlChar **attributes)
{
    return role == ELEMENT_HEADLINE || holds_story(role) ||
           text_is(attribute_value(attributes, "itemprop"), "articleBody");
}

/* True when the element, now the innermost, is passed over. */
static bool element_skipped(struct reader *reader, enum element_role role,
                            const xmlChar **attributes)
{
    if (reader->skip_depth) {
        /* Some pages are one big form; some have all of it in a box of some class. */
        if (!reader->skip_is_box || reader->story_seen || !begins_story(role, attributes))
            return true;
        reader->skip_depth = 0;
        return false;
    }
    const bool is_box = role == ELEMENT_BOX || (role == ELEMENT_HEADER && !scope_is_open(reader)) ||
                        (!holds_story(role) && attributes_mark_box(attributes));
    if (!is_box && role != ELEMENT_SKIP && role != ELEMENT_SCRIPT)
        return false;
    reader->skip_depth = reader->depth;
    reader->skip_is_box = is_box;
    return true;
}

static void element_opened(struct reader *reader, enum element_role role,
                           const xmlChar **attributes)
{
    if (role != ELEMENT_INLINE)
        reader->newline = true;
    if (text_is(attribute_value(attributes, "itemprop"), "articleBody"))
        scope_open(reader, SCOPE_BODY);
    if (role == ELEMENT_ARTICLE)
        scope_open(reader, SCOPE_ARTICLE);
    if (role == ELEMENT_MAIN)
        scope_open(reader, SCOPE_MAIN);
    if (role == ELEMENT_HEADLINE && !reader->headline_depth) {
        reader->headline_depth = reader->depth;
        reader->headline_begin = reader->text.len;
    }
    if (role == ELEMENT_TITLE && !reader->title_depth && reader->text.len == 0)
        reader->title_depth = reader->depth;
}

static void on_start(void *context, const xmlChar *name, const xmlChar **attributes)
{
    struct reader *reader = context;
    if (reader->code)
        return;
    if (reader->depth == reader->max_depth) {
        reader_stop(reader, FAULT_TOO_DEEP);
        return;
    }
    reader->depth++;
    const int code = meta_element(reader->arena, &reader->meta, (const char *)name, attributes);
    if (code) {
        reader_stop(reader, code);
        return;
    }
    const enum element_role role = element_role((const char *)name);
    if (role == ELEMENT_SCRIPT && !reader->data_depth &&
        text_is(attribute_value(attributes, "type"), "application/ld+json")) {
        reader->data_depth = reader->depth;
        reader->data_begin = reader->text.len;
    }
    if (!element_skipped(reader, role, attributes))
        element_opened(reader, role, attributes);
}

/* Reads the JSON-LD that was gathered behind the text, and takes it off again. */
static void data_close(struct reader *reader)
{
    const struct str json = {reader->text.at + reader->data_begin,
                             reader->text.len - reader->data_begin};
    const int code = json.len ? meta_linked_data(reader->arena, &reader->meta, json) : 0;
    reader->text.len = reader->data_begin;
    reader->data_depth = 0;
    if (code)
        reader_stop(reader, code);
}

static void on_end(void *context, const xmlChar *name)
{
    struct reader *reader = context;
    if (reader->code || reader->depth == 0)
        return;
    const enum element_role role = element_role((const char *)name);
    if (reader->data_depth == reader->depth)
        data_close(reader);
    if (reader->skip_depth == reader->depth) {
        reader->skip_depth = 0;
        reader->newline |= role != ELEMENT_INLINE && role != ELEMENT_SKIP && role != ELEMENT_SCRIPT;
    } else if (!reader->skip_depth) {
        headline_close(reader);
        scopes_close(reader);
        reader->newline |= role != ELEMENT_INLINE;
        if (reader->title_depth == reader->depth && reader->title.end == 0)
            reader->title.end = reader->text.len;
    }
    reader->depth--;
}

static void on_text(void *context, const xmlChar *at, int len)
{
    struct reader *reader = context;
    if (!reader->skip_depth && !reader->code && len > 0)
        reader_text(reader, str_make((const char *)at, (size_t)len));
}

static void on_data(void *context, const xmlChar *at, int len)
{
    struct reader *reader = context;
    if (reader->data_depth && len > 0)
        buffer_add(&reader->text, str_make((const char *)at, (size_t)len));
}

/* ---- the parser ---- */

/* libxml2 2.9 sets itself up at its first call, unsafely if two threads make it: so before them. */
__attribute__((constructor)) static void libxml2_start(void)
{
    xmlInitParser();
}

int reader_run(struct reader *reader, struct str text)
{
    static const htmlSAXHandler EVENTS = {
        .startElement = on_start,
        .endElement = on_end,
        .characters = on_text,
        .ignorableWhitespace = on_text,
        .cdataBlock = on_data,
    };
    reader->parser = htmlCreateMemoryParserCtxt(text.at, (int)text.len);
    if (!reader->parser)
        return FAULT_MEMORY;
    *reader->parser->sax = EVENTS;
    reader->parser->userData = reader;
    htmlCtxtUseOptions(reader->parser, HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC |
                                           HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING);
    xmlSwitchEncoding(reader->parser, XML_CHAR_ENCODING_UTF8);
    htmlParseDocument(reader->parser);
    if (!reader->code && reader->parser->errNo == XML_ERR_NO_MEMORY)
        reader->code = FAULT_MEMORY;
    htmlFreeParserCtxt(reader->parser);
    return reader->code;
}
