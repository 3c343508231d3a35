#include "command/diff_page.h"

#include <inttypes.h>
#include <stdio.h>

#include "record/link.h"
#include "record/markup.h"

enum { MOST_PROOFS = 8 };

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
    markup_raw(&page->out, " &middot; <bdi>");
    markup_text(&page->out, text);
    markup_raw(&page->out, "</bdi>");
}

/* What the event is, and the article that it is from. */
static void heading_write(struct diff_page *page, const char *element, const struct datum *event)
{
    struct str link = {NULL, 0};
    link_of(datum_text(event, "article.url"), page->arena, &link);
    markup_format(&page->out, "<%s class=\"event\"><bdi>", element);
    markup_text(&page->out, diff_event(event, page->arena));
    markup_format(&page->out, "</bdi></%s><p class=\"origin\">", element);
    if (!str_empty(link)) {
        markup_raw(&page->out, "<a rel=\"noopener noreferrer nofollow\" href=\"");
        markup_text(&page->out, link);
        markup_raw(&page->out, "\">");
    }
    struct str title = datum_text(event, "article.title");
    markup_raw(&page->out, "<bdi>");
    markup_text(&page->out, str_empty(title) ? STR("an article without a title") : title);
    markup_raw(&page->out, str_empty(link) ? "</bdi>" : "</bdi></a>");
    origin_part(page, datum_text(event, "article.source"));
    origin_part(page, datum_text(event, "article.id"));
    markup_raw(&page->out, "</p>");
}

static void side_write(struct diff_page *page, const struct datum *event, const struct datum *value,
                       struct str path, bool old)
{
    struct str text = diff_value(value, page->arena), quote = datum_quote(event, path);
    bool told = value && value->type != DATUM_NULL;
    markup_raw(&page->out, old ? "<div class=\"was\"><dt>was</dt><dd>" : "<div><dt>is</dt><dd>");
    markup_raw(&page->out, !told ? "<span class=\"untold\">" : old ? "<del><bdi>" : "<ins><bdi>");
    markup_text(&page->out, text);
    markup_raw(&page->out, !told ? "</span>" : old ? "</bdi></del>" : "</bdi></ins>");
    if (!str_empty(quote) && !str_equal(quote, text)) {
        markup_raw(&page->out, " <q><bdi>");
        markup_text(&page->out, quote);
        markup_raw(&page->out, "</bdi></q>");
    }
    markup_raw(&page->out, "</dd></div>");
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
    markup_raw(&page->out, "<article class=\"sample\">");
    heading_write(page, "h4", example->after);
    markup_raw(&page->out, "<dl class=\"sides\">");
    for (size_t i = 0; i < example->differences.count; i++) {
        const struct difference *one = &example->differences.items[i];
        if (!str_equal(one->field, field))
            continue;
        side_write(page, example->before, one->before, one->old_path, true);
        side_write(page, example->after, one->after, one->new_path, false);
    }
    markup_raw(&page->out, "</dl></article>\n");
}

/* What the evidence says, as much as a card holds. */
static void whole_sample(struct diff_page *page, enum change change, const struct datum *event)
{
    const struct datum *evidence = datum_get(event, "evidence");
    markup_format(&page->out, "<article class=\"sample %s\">", change_name(change));
    heading_write(page, "h3", event);
    markup_raw(&page->out, "<ul class=\"proofs\">");
    for (size_t i = 0; evidence && i < evidence->count && i < MOST_PROOFS; i++) {
        markup_raw(&page->out, "<li><span><bdi>");
        markup_text(&page->out, datum_text(&evidence->items[i], "field"));
        markup_raw(&page->out, "</bdi></span><q><bdi>");
        markup_text(&page->out, datum_text(&evidence->items[i], "quote"));
        markup_raw(&page->out, "</bdi></q></li>");
    }
    markup_raw(&page->out, "</ul></article>\n");
}

static void field_samples(struct diff_page *page, size_t index)
{
    const struct tally *tally = page->report->tally;
    const struct tally_field *field = &tally->fields[index];
    size_t shown = 0;
    markup_format(&page->out, "<h3 class=\"field\" id=\"f%zu\"><code>%s</code><small>", index,
                  field->name);
    diff_page_number(page, field->events);
    markup_raw(&page->out, field->events == 1 ? " event" : " events");
    markup_raw(&page->out, "</small></h3><div class=\"samples\">\n");
    for (size_t i = 0; i < tally->example_count && shown < FIELD_EXAMPLES; i++) {
        if (!differs_in(&tally->examples[i], str_of(field->name)))
            continue;
        changed_sample(page, &tally->examples[i], str_of(field->name));
        shown++;
    }
    markup_raw(&page->out, "</div>\n");
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
            markup_raw(&page->out,
                       "<section id=\"changed\"><h2>Changed events</h2><p class=\"note\">What "
                       "was and what is, with the words of the article that prove it.</p>\n");
        begun = true;
        field_samples(page, i);
    }
    if (begun)
        markup_raw(&page->out, "</section>\n");
}

static void change_samples(struct diff_page *page, enum change change, const char *heading,
                           const char *note)
{
    const struct tally *tally = page->report->tally;
    if (tally->change_examples[change] == 0)
        return;
    markup_format(&page->out, "<section id=\"%s\"><h2>%s</h2><p class=\"note\">%s</p>",
                  change_name(change), heading, note);
    markup_raw(&page->out, "<div class=\"samples\">\n");
    for (size_t i = 0; i < tally->example_count; i++) {
        const struct tally_example *example = &tally->examples[i];
        if (example->change == change)
            whole_sample(page, change, change == CHANGE_ADDED ? example->after : example->before);
    }
    markup_raw(&page->out, "</div></section>\n");
}

void diff_page_samples(struct diff_page *page)
{
    fields_samples(page);
    change_samples(page, CHANGE_ADDED, "Added events",
                   "Found by this version in articles whose receipts do not list them.");
    change_samples(page, CHANGE_REMOVED, "Removed events",
                   "Listed by their article's receipt, and no longer found.");
}
