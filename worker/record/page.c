#include "record/page.h"

#include "annotate/date/date.h"
#include "base/fault.h"
#include "record/caption.h"
#include "record/link.h"
#include "record/markup.h"
#include "record/page_view.h"

/*
 * A card that is looked at lights up what proves it, and the other way round.  A style sheet can't
 * count, so each number has its rules.
 */
static void linking_write(struct page_view *view)
{
    for (unsigned i = 1; i <= PAGE_LINKED; i++)
        markup_format(&view->out,
                      ".story:has(.e%u:hover,.e%u:focus-within,.e%u:target) .text .m%u{"
                      "background:var(--lit);color:var(--lit-ink)}\n"
                      ".story:has(.m%u:hover,.m%u:target) .e%u{border-color:var(--accent)}\n",
                      i, i, i, i, i, i, i);
}

int page_style(struct arena *arena, struct str *ret_text)
{
    struct page_view view = {.out = buffer_in(arena), .arena = arena};
    markup_style(&view.out, "theme.css");
    markup_style(&view.out, "article.css");
    linking_write(&view);
    return buffer_finish(&view.out, ret_text);
}

static void legend_write(struct page_view *view)
{
    static const char *const aspects[] = {"what", "status", "when", "where", "who", "outcome"};
    markup_raw(&view->out, "<ul class=\"legend\" aria-label=\"What the marks prove\">");
    for (size_t i = 0; i < sizeof aspects / sizeof *aspects; i++)
        markup_format(&view->out, "<li><mark class=\"%s\">%s</mark></li>", aspects[i], aspects[i]);
    markup_raw(&view->out, "</ul>");
}

int page_head(struct arena *arena, struct str *ret_text)
{
    struct page_view view = {.out = buffer_in(arena), .arena = arena};
    struct str style = {NULL, 0};
    int code = page_style(arena, &style);
    if (code != 0)
        return code;
    markup_head(&view.out, "Meetings in the news", style);
    markup_raw(&view.out, "<header class=\"bar\"><h1>Meetings in the news</h1>");
    legend_write(&view);
    markup_raw(&view.out, "</header>\n<main>\n");
    return buffer_finish(&view.out, ret_text);
}

struct str page_tail(void)
{
    return STR("</main>\n<footer class=\"foot\">Every value links to the words that prove it. Made "
               "by meetingd " MEETINGD_VERSION ".</footer></body></html>\n");
}

/* " lang=…", for what reads the text aloud, if it is a code of letters. */
static void language_write(struct page_view *view)
{
    struct str language = view->context->extraction->language;
    if (str_empty(language))
        language = view->context->article->language;
    for (size_t i = 0; i < language.len; i++)
        if (language.at[i] < 'a' || language.at[i] > 'z')
            return;
    if (language.len >= 2 && language.len <= 8)
        markup_format(&view->out, " lang=\"%.*s\"", (int)language.len, language.at);
}

/* On a phone the meetings stand below the text: a way there. */
static void jumps_write(struct page_view *view)
{
    const struct extraction *extraction = view->context->extraction;
    if (extraction->meeting_count == 0)
        return;
    markup_raw(&view->out, "<p class=\"jumps\">");
    for (size_t i = 0; i < extraction->meeting_count; i++) {
        markup_format(&view->out, "<a href=\"#a%ue%zu\"><span class=\"number\">%zu</span> ",
                      view->number, i + 1, i + 1);
        caption_symbol(&view->out, meeting_kind_name(extraction->meetings[i].kind), true);
        markup_raw(&view->out, "</a> ");
    }
    markup_raw(&view->out, "</p>");
}

/* Who published it and when, and where it can be read. */
static int origin_write(struct page_view *view)
{
    const struct article *article = view->context->article;
    struct str link = {NULL, 0};
    int code = link_of(article->url, view->arena, &link);
    if (code != 0)
        return code;
    markup_raw(&view->out, "<p class=\"origin\"><bdi>");
    markup_text(&view->out, str_empty(article->source) ? article->id : article->source);
    markup_raw(&view->out, "</bdi>");
    if (article->published.told) {
        struct iso_date date = day_iso(article->published.day);
        markup_format(&view->out, " <time datetime=\"%s\">", date.text);
        caption_date(&view->out, &date);
        markup_raw(&view->out, "</time>");
    }
    if (!str_empty(link)) {
        markup_raw(&view->out, " <a rel=\"noopener noreferrer nofollow\" href=\"");
        markup_text(&view->out, link);
        markup_raw(&view->out, "\">read it there</a>");
    }
    markup_raw(&view->out, "</p>");
    return 0;
}

static int text_write(struct page_view *view)
{
    static const struct page_wrap heading = {NULL, NULL};
    static const struct page_wrap paragraph = {"<p dir=\"auto\">", "</p>\n"};
    markup_raw(&view->out, "<div class=\"text\"");
    language_write(view);
    markup_format(&view->out, "><h2 dir=\"auto\" id=\"a%ut\">", view->number);
    int code = page_marked(view, SOURCE_TITLE, &heading);
    if (str_empty(view->context->article->title))
        markup_text(&view->out, view->context->article->id);
    markup_raw(&view->out, "</h2>");
    if (code == 0)
        code = origin_write(view);
    jumps_write(view);
    if (code == 0)
        code = page_marked(view, SOURCE_BODY, &paragraph);
    markup_raw(&view->out, "</div>\n");
    return code;
}

static int events_write(struct page_view *view)
{
    const struct extraction *extraction = view->context->extraction;
    size_t first = 0;
    int code = 0;
    markup_raw(&view->out, "<div class=\"events\">");
    if (extraction->meeting_count == 0)
        markup_raw(&view->out, str_empty(extraction->language)
                                   ? "<p class=\"none\">No language pack reads this article.</p>"
                                   : "<p class=\"none\">This article reports no meeting.</p>");
    for (size_t i = 0; i < extraction->meeting_count && code == 0; i++) {
        code = page_event(view, i, first);
        first += extraction->meetings[i].evidence_count;
    }
    markup_raw(&view->out, "</div>");
    return code;
}

int article_page(const struct event_context *context, unsigned number, struct arena *arena,
                 struct str *ret_text)
{
    struct page_view view = {
        .out = buffer_in(arena), .arena = arena, .context = context, .number = number};
    int code = page_spans_make(&view);
    if (code != 0)
        return code;
    markup_format(&view.out, "<article class=\"story\" id=\"a%u\" aria-labelledby=\"a%ut\">",
                  number, number);
    code = text_write(&view);
    if (code == 0)
        code = events_write(&view);
    markup_raw(&view.out, "</article>\n");
    return code != 0 ? code : buffer_finish(&view.out, ret_text);
}
