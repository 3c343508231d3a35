#include "article/html.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include "article/html_element.h"
#include "article/html_guard.h"
#include "article/html_meta.h"
#include "base/buffer.h"

/* A story's worth of text: less in an <article> is a teaser, and the whole page counts. */
enum { STORY_MIN = 200 };

enum scope { SCOPE_BODY, SCOPE_ARTICLE, SCOPE_MAIN, SCOPE_COUNT };

/* A part of the text. */
struct span {
    size_t begin, end;
};

struct reader {
    struct arena *arena;
    xmlParserCtxtPtr parser;
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

/* ---- the page ---- */

static struct str span_text(const struct reader *reader, struct span span)
{
    return str_make(reader->text.at + span.begin, span.end - span.begin);
}

static struct span story_span(const struct reader *reader)
{
    for (enum scope scope = 0; scope < SCOPE_COUNT; scope++)
        if (reader->scopes[scope].end - reader->scopes[scope].begin >= STORY_MIN)
            return reader->scopes[scope];
    return (struct span){reader->title.end, reader->text.len};
}

static struct str page_title(const struct reader *reader)
{
    const struct html_meta *meta = &reader->meta;
    const struct str candidates[] = {
        meta->title.rank == TITLE_OPEN_GRAPH ? meta->title.text : (struct str){0},
        span_text(reader, reader->story_headline),
        meta->title.text,
        span_text(reader, reader->headline),
        span_text(reader, reader->title),
    };
    for (size_t i = 0; i < sizeof candidates / sizeof *candidates; i++)
        if (candidates[i].len)
            return candidates[i];
    return (struct str){0};
}

/* The story without its <h1>, which is the title's. */
static int page_body(const struct reader *reader, struct str *ret_body)
{
    const struct span story = story_span(reader);
    const struct span inside =
        reader->story_headline.end ? reader->story_headline : reader->headline;
    if (inside.begin == inside.end || inside.begin < story.begin || inside.end > story.end) {
        *ret_body = span_text(reader, story);
        return 0;
    }
    const struct str before = span_text(reader, (struct span){story.begin, inside.begin});
    const struct str after = span_text(reader, (struct span){inside.end, story.end});
    char *at = arena_alloc(reader->arena, before.len + after.len + 1);
    if (!at)
        return FAULT_MEMORY;
    memcpy(at, before.at, before.len);
    memcpy(at + before.len, after.at, after.len);
    *ret_body = str_make(at, before.len + after.len);
    return 0;
}

static int page_make(const struct reader *reader, struct html_page *ret_page)
{
    const struct html_meta *meta = &reader->meta;
    struct html_page page = {
        .title = page_title(reader),
        .url = meta->url.text,
        .source = meta->source.text,
        .language = meta->language.text,
        .id = meta->id.text,
        .published = meta->published,
    };
    const int code = page_body(reader, &page.body);
    if (code)
        return code;
    if (page.body.len == 0)
        page.body = meta->body.text;
    *ret_page = page;
    return 0;
}

/* libxml2 takes a zero byte for the end of the page. */
static int zeros_away(struct arena *arena, struct str text, struct str *ret_text)
{
    *ret_text = text;
    if (!memchr(text.at, '\0', text.len))
        return 0;
    char *copy = arena_alloc(arena, text.len);
    if (!copy)
        return FAULT_MEMORY;
    for (size_t i = 0; i < text.len; i++)
        copy[i] = text.at[i] ? text.at[i] : ' ';
    *ret_text = str_make(copy, text.len);
    return 0;
}

static int reader_run(struct reader *reader, struct str text)
{
    static const htmlSAXHandler EVENTS = {
        .startElement = on_start,
        .endElement = on_end,
        .characters = on_text,
        .ignorableWhitespace = on_text,
        .cdataBlock = on_data,
    };
    xmlInitParser();
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

static int reader_read(struct arena *arena, struct str text, const struct html_rules *rules,
                       struct html_page *ret_page)
{
    struct reader *reader = ARENA_ARRAY(arena, struct reader, 1);
    if (!reader || zeros_away(arena, text, &text))
        return FAULT_MEMORY;
    reader->arena = arena;
    reader->text = buffer_in(arena);
    buffer_reserve(&reader->text, text.len + 1); /* nearly always enough */
    reader->keep_lines = rules->keep_lines;
    reader->max_depth = rules->max_depth;
    const int code = reader_run(reader, text);
    if (reader->text.full)
        return FAULT_MEMORY;
    return code ? code : page_make(reader, ret_page);
}

int html_read(struct arena *arena, struct str text, const struct html_rules *rules,
              struct html_page *ret_page, struct fault *ret_fault)
{
    size_t offset;
    if (text.len == 0) {
        *ret_page = (struct html_page){0};
        return 0;
    }
    if (text.len > INT32_MAX)
        return fault_set(ret_fault, FAULT_TOO_BIG, "HTML of %zu bytes", text.len);
    if (!html_guard(text, &offset))
        return fault_set(ret_fault, FAULT_TOO_COMPLEX,
                         "HTML, byte %zu: a tag with more than %d attributes", offset,
                         MOST_ATTRIBUTES);
    const int code = reader_read(arena, text, rules, ret_page);
    if (code == FAULT_TOO_DEEP)
        return fault_set(ret_fault, code, "HTML: elements nested deeper than %u", rules->max_depth);
    return code ? fault_set(ret_fault, code, "the arena is full of the article's HTML") : 0;
}
