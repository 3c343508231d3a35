#include "command/form.h"

#include <stdio.h>

#include "record/annotations.h"
#include "record/ics.h"
#include "record/page.h"

static void text_put(struct str text)
{
    fwrite(text.at, 1, text.len, stdout);
}

static void line_put(struct str line)
{
    text_put(line);
    putchar('\n');
}

static int json_article(struct printing *printing, const struct event_context *context)
{
    struct str line = {NULL, 0};
    for (size_t i = 0; i < context->extraction->meeting_count; i++) {
        int code = event_json(context, i, printing->arena, &line);
        if (code != 0)
            return code;
        line_put(line);
    }
    return 0;
}

static int articles_article(struct printing *printing, const struct event_context *context)
{
    struct str line = {NULL, 0};
    int code = article_events_json(context, printing->arena, &line);
    if (code == 0)
        line_put(line);
    return code;
}

static int annotations_article(struct printing *printing, const struct event_context *context)
{
    struct str line = {NULL, 0};
    int code =
        annotations_json(context->article, context->extraction->document, printing->arena, &line);
    if (code == 0)
        line_put(line);
    return code;
}

static int ics_begin(struct printing *printing)
{
    (void)printing;
    text_put(ics_head());
    return 0;
}

static int ics_article(struct printing *printing, const struct event_context *context)
{
    struct str text = {NULL, 0};
    for (size_t i = 0; i < context->extraction->meeting_count; i++) {
        int code = event_ics(context, i, printing->arena, &text);
        if (code != 0)
            return code;
        text_put(text);
        if (str_empty(text))
            printing->left_out++;
    }
    return 0;
}

static int ics_finish(struct printing *printing)
{
    (void)printing;
    text_put(ics_tail());
    return 0;
}

static int html_begin(struct printing *printing)
{
    struct str text = {NULL, 0};
    int code = page_head(printing->arena, &text);
    if (code == 0)
        text_put(text);
    arena_reset(printing->arena);
    return code;
}

static int html_article(struct printing *printing, const struct event_context *context)
{
    struct str text = {NULL, 0};
    int code = article_page(context, ++printing->articles, printing->arena, &text);
    if (code == 0)
        text_put(text);
    return code;
}

static int html_finish(struct printing *printing)
{
    (void)printing;
    text_put(page_tail());
    return 0;
}

static const struct form FORMS[] = {
    {.name = "json", .article = json_article},
    {.name = "articles", .article = articles_article},
    {.name = "annotations", .annotated = true, .article = annotations_article},
    {.name = "ics",
     .begin = ics_begin,
     .article = ics_article,
     .end = ics_finish,
     .left_out = "have no place in a calendar (denied, or their day is not told)"},
    {.name = "html", .begin = html_begin, .article = html_article, .end = html_finish},
};

const struct form *form_find(const char *name)
{
    for (size_t i = 0; i < sizeof FORMS / sizeof *FORMS; i++)
        if (str_equal(str_of(FORMS[i].name), str_of(name)))
            return &FORMS[i];
    return NULL;
}
