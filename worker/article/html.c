#include "article/html.h"

#include "article/html_guard.h"
#include "article/html_reader.h"

/* A story's worth of text: less in an <article> is a teaser, and the whole page counts. */
enum { STORY_MIN = 200 };

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
    struct str after = span_text(reader, (struct span){inside.end, story.end});
    /* No empty line where it stood: that would say that people ended the lines. */
    while (after.len && *after.at == '\n' && (!before.len || before.at[before.len - 1] == '\n'))
        after = str_make(after.at + 1, after.len - 1);
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
