#include "command/diff_page.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>

#include "record/link.h"
#include "record/markup.h"

enum { LONGEST_FORMATTED = 512, MOST_PROOFS = 8 };

void diff_page_raw(struct diff_page *page, const char *markup)
{
    buffer_add(&page->out, str_of(markup));
}

void diff_page_format(struct diff_page *page, const char *format, ...)
{
    char text[LONGEST_FORMATTED];
    va_list arguments;
    va_start(arguments, format);
    int size = vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    if (size > 0 && (size_t)size < sizeof text)
        buffer_add(&page->out, str_make(text, (size_t)size));
}

void diff_page_text(struct diff_page *page, struct str text)
{
    markup_text(&page->out, text);
}

void diff_page_number(struct diff_page *page, uint64_t number)
{
    char digits[24];
    int len = snprintf(digits, sizeof digits, "%" PRIu64, number);
    for (int i = 0; i < len; i++) {
        if (i > 0 && (len - i) % 3 == 0)
            buffer_byte(&page->out, ',');
        buffer_byte(&page->out, digits[i]);
    }
}

static void origin_part(struct diff_page *page, struct str text)
{
    if (str_empty(text))
        return;
    diff_page_raw(page, " &middot; <bdi>");
    diff_page_text(page, text);
    diff_page_raw(page, "</bdi>");
}

/* What the event is, and the article that it is from. */
static void heading_write(struct diff_page *page, const char *element, const struct datum *event)
{
    struct str link = {NULL, 0};
    link_of(datum_text(event, "article.url"), page->arena, &link);
    diff_page_format(page, "<%s class=\"event\"><bdi>", element);
    diff_page_text(page, diff_event(event, page->arena));
    diff_page_format(page, "</bdi></%s><p class=\"origin\">", element);
    if (!str_empty(link)) {
        diff_page_raw(page, "<a rel=\"noopener noreferrer nofollow\" href=\"");
        diff_page_text(page, link);
        diff_page_raw(page, "\">");
    }
    struct str title = datum_text(event, "article.title");
    diff_page_raw(page, "<bdi>");
    diff_page_text(page, str_empty(title) ? STR("an article without a title") : title);
    diff_page_raw(page, str_empty(link) ? "</bdi>" : "</bdi></a>");
    origin_part(page, datum_text(event, "article.source"));
    origin_part(page, datum_text(event, "article.id"));
    diff_page_raw(page, "</p>");
}

static void side_write(struct diff_page *page, const struct datum *event, const struct datum *value,
                       struct str path, bool old)
{
    struct str text = diff_value(value, page->arena), quote = datum_quote(event, path);
    bool told = value && value->type != DATUM_NULL;
    diff_page_raw(page, old ? "<div class=\"was\"><dt>was</dt><dd>" : "<div><dt>is</dt><dd>");
    diff_page_raw(page, !told ? "<span class=\"untold\">" : old ? "<del><bdi>" : "<ins><bdi>");
    diff_page_text(page, text);
    diff_page_raw(page, !told ? "</span>" : old ? "</bdi></del>" : "</bdi></ins>");
    if (!str_empty(quote) && !str_equal(quote, text)) {
        diff_page_raw(page, " <q><bdi>");
        diff_page_text(page, quote);
        diff_page_raw(page, "</bdi></q>");
    }
    diff_page_raw(page, "</dd></div>");
}

static bool differs_in(const struct tally_example *example, struct str field)
{
    for (size_t i = 0; i < example->differences.count; i++)
        if (str_equal(example->differences.items[i].field, field))
            return true;
    return false;
}

static void changed_sample(struct diff_page *page, const struct tally_example *example,
                           struct str field)
{
    diff_page_raw(page, "<article class=\"sample\">");
    heading_write(page, "h4", example->after);
    diff_page_raw(page, "<dl class=\"sides\">");
    for (size_t i = 0; i < example->differences.count; i++) {
        const struct difference *one = &example->differences.items[i];
        if (!str_equal(one->field, field))
            continue;
        side_write(page, example->before, one->before, one->old_path, true);
        side_write(page, example->after, one->after, one->new_path, false);
    }
    diff_page_raw(page, "</dl></article>\n");
}

/* What the evidence says, as much as a card holds. */
static void whole_sample(struct diff_page *page, enum change change, const struct datum *event)
{
    const struct datum *evidence = datum_get(event, "evidence");
    diff_page_format(page, "<article class=\"sample %s\">", change_name(change));
    heading_write(page, "h3", event);
    diff_page_raw(page, "<ul class=\"proofs\">");
    for (size_t i = 0; evidence && i < evidence->count && i < MOST_PROOFS; i++) {
        diff_page_raw(page, "<li><span><bdi>");
        diff_page_text(page, datum_text(&evidence->items[i], "field"));
        diff_page_raw(page, "</bdi></span><q><bdi>");
        diff_page_text(page, datum_text(&evidence->items[i], "quote"));
        diff_page_raw(page, "</bdi></q></li>");
    }
    diff_page_raw(page, "</ul></article>\n");
}

static void field_samples(struct diff_page *page, size_t index)
{
    const struct tally *tally = page->report->tally;
    const struct tally_field *field = &tally->fields[index];
    size_t shown = 0;
    diff_page_format(page, "<h3 class=\"field\" id=\"f%zu\"><code>%s</code><small>", index,
                     field->name);
    diff_page_number(page, field->events);
    diff_page_raw(page, field->events == 1 ? " event" : " events");
    diff_page_raw(page, "</small></h3><div class=\"samples\">\n");
    for (size_t i = 0; i < tally->example_count && shown < FIELD_EXAMPLES; i++) {
        if (!differs_in(&tally->examples[i], str_of(field->name)))
            continue;
        changed_sample(page, &tally->examples[i], str_of(field->name));
        shown++;
    }
    diff_page_raw(page, "</div>\n");
}

/* Evidence has no examples of its own: it stands with each of the others. */
static bool has_samples(const struct tally_field *field)
{
    return !field->aside && field->examples > 0 && strcmp(field->name, "evidence") != 0;
}

static void fields_samples(struct diff_page *page)
{
    const struct tally *tally = page->report->tally;
    bool begun = false;
    for (size_t i = 0; i < tally->field_count; i++) {
        if (!has_samples(&tally->fields[i]))
            continue;
        if (!begun)
            diff_page_raw(page,
                          "<section id=\"changed\"><h2>Changed events</h2><p class=\"note\">What "
                          "was and what is, with the words of the article that prove it.</p>\n");
        begun = true;
        field_samples(page, i);
    }
    if (begun)
        diff_page_raw(page, "</section>\n");
}

static void change_samples(struct diff_page *page, enum change change, const char *heading,
                           const char *note)
{
    const struct tally *tally = page->report->tally;
    if (tally->change_examples[change] == 0)
        return;
    diff_page_format(page, "<section id=\"%s\"><h2>%s</h2><p class=\"note\">%s</p>",
                     change_name(change), heading, note);
    diff_page_raw(page, "<div class=\"samples\">\n");
    for (size_t i = 0; i < tally->example_count; i++) {
        const struct tally_example *example = &tally->examples[i];
        if (example->change == change)
            whole_sample(page, change, change == CHANGE_ADDED ? example->after : example->before);
    }
    diff_page_raw(page, "</div></section>\n");
}

void diff_page_samples(struct diff_page *page)
{
    fields_samples(page);
    change_samples(page, CHANGE_ADDED, "Added events",
                   "Found by this version in articles whose receipts do not list them.");
    change_samples(page, CHANGE_REMOVED, "Removed events",
                   "Listed by their article's receipt, and no longer found.");
}
