/* A diff as a page: what, how often, and examples with the words of the articles. */
#include <inttypes.h>

#include "base/buffer.h"
#include "command/diff.h"
#include "command/diff_page.h"
#include "record/markup.h"

enum { PAGE_MEMORY = 256 << 20 };

static void tile(struct diff_page *page, enum change change, const char *what)
{
    uint64_t count = page->report->tally->events[change];
    bool linked = page->report->tally->change_examples[change] > 0;
    markup_format(&page->out, "<li class=\"%s\"><b>", change_name(change));
    diff_page_number(page, count);
    markup_format(&page->out,
                  linked ? "</b><span><a href=\"#%s\">%s</a></span></li>"
                         : "</b><span class=\"%s\">%s</span></li>",
                  change_name(change), what);
}

/* The share of each change in a row, out of a thousand. */
static void share_write(struct diff_page *page)
{
    static const enum change changes[] = {CHANGE_ADDED, CHANGE_REMOVED, CHANGE_CHANGED,
                                          CHANGE_UNCHANGED};
    const uint64_t *events = page->report->tally->events;
    uint64_t all = 0, before = 0;
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++)
        all += events[changes[i]];
    if (all == 0)
        return;
    markup_raw(&page->out,
               "<svg class=\"share\" viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\" "
               "role=\"img\" aria-label=\"Shares of added, removed, changed and unchanged "
               "events\">");
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        uint64_t count = events[changes[i]];
        markup_format(&page->out,
                      "<rect class=\"%s\" x=\"%" PRIu64 "\" y=\"0\" width=\"%" PRIu64
                      "\" height=\"10\"/>",
                      change_name(changes[i]), before * 1000 / all, (count * 1000 + all - 1) / all);
        before += count;
    }
    markup_raw(&page->out, "</svg>");
}

static void fact(struct diff_page *page, uint64_t count, const char *what)
{
    if (count == 0)
        return;
    markup_raw(&page->out, "<li><b>");
    diff_page_number(page, count);
    markup_format(&page->out, "</b> %s</li>", what);
}

static void outcome_facts(struct diff_page *page)
{
    for (int from = 0; from < RECEIPT_OUTCOME_COUNT; from++)
        for (int to = 0; to < RECEIPT_OUTCOME_COUNT; to++) {
            char what[100];
            snprintf(what, sizeof what, "articles from <code>%s</code> to <code>%s</code>",
                     receipt_outcome_name((enum receipt_outcome)from),
                     receipt_outcome_name((enum receipt_outcome)to));
            if (from != to)
                fact(page, page->report->tally->outcomes[from][to], what);
        }
}

static void counts_write(struct diff_page *page)
{
    const struct tally *tally = page->report->tally;
    markup_raw(&page->out, "<section aria-label=\"Counts\"><ul class=\"tiles\">");
    tile(page, CHANGE_ADDED, "events added");
    tile(page, CHANGE_REMOVED, "events removed");
    tile(page, CHANGE_CHANGED, "events changed");
    tile(page, CHANGE_UNCHANGED, "events unchanged");
    markup_raw(&page->out, "</ul>");
    share_write(page);
    markup_raw(&page->out, "<ul class=\"facts\">");
    fact(page, tally->articles, "articles in the range");
    fact(page, tally->touched, "of them change");
    fact(page, tally->pending, "articles not yet processed");
    fact(page, tally->events[CHANGE_PENDING], "events of these");
    fact(page, tally->wavering, "unchanged events with another confidence");
    fact(page, tally->retractable, "events that <code>--retract</code> would retract");
    fact(page, tally->missing, "events that a receipt lists and the topic does not have");
    fact(page, page->report->counts->unread, "receipts and events that can't be read");
    fact(page, page->report->counts->oversized, "articles with too many events to compare");
    outcome_facts(page);
    markup_raw(&page->out, "</ul></section>\n");
}

/* Up to three versions that wrote the receipts, and the one that compares. */
static void versions_write(struct diff_page *page)
{
    const struct tally *tally = page->report->tally;
    enum { MOST = 3 };
    markup_raw(&page->out, "<p class=\"versions\">");
    for (size_t i = 0; i < tally->version_count && i < MOST; i++) {
        markup_raw(&page->out, "<code>");
        markup_text(&page->out, str_of(tally->versions[i].name));
        markup_raw(&page->out, "</code>");
    }
    if (tally->version_count > MOST)
        markup_raw(&page->out, "<span>and others</span>");
    if (tally->version_count > 0)
        markup_raw(&page->out, "<span aria-label=\"to\">&rarr;</span>");
    markup_raw(&page->out, "<code>");
    markup_text(&page->out, str_of(page->report->version));
    markup_raw(&page->out, "</code></p>");
}

static void range_write(struct diff_page *page)
{
    const struct plan *plan = page->report->diff->plan;
    char from[MOMENT_SIZE] = "", to[MOMENT_SIZE] = "";
    if (plan->count == 0)
        return;
    const struct bounds *bounds = &plan->parts[0].bounds;
    if (bounds->from_ms != INT64_MIN)
        moment_print(bounds->from_ms, from);
    if (bounds->to_ms != INT64_MAX)
        moment_print(bounds->to_ms, to);
    markup_format(&page->out, "<p>Topic <code>%s</code>%s%s%s%s, %zu partitions.</p>", plan->topic,
                  *from ? ", from " : "", from, *to ? " to before " : "", to, plan->count);
}

static void lead_write(struct diff_page *page)
{
    markup_raw(&page->out, "<section class=\"lead\"><h2>");
    markup_text(&page->out, str_of(page->report->diff->name));
    markup_raw(&page->out, "</h2>");
    range_write(page);
    versions_write(page);
    markup_raw(&page->out, "</section>\n");
}

/* Its bar is its share of the changed events; what stands aside, of all that are on both sides. */
static void field_row(struct diff_page *page, size_t index)
{
    const struct tally *tally = page->report->tally;
    const struct tally_field *field = &tally->fields[index];
    uint64_t changed = tally->events[CHANGE_CHANGED];
    uint64_t all = field->aside ? changed + tally->events[CHANGE_UNCHANGED] : changed;
    markup_format(&page->out, "<tr%s><th scope=\"row\">", field->aside ? " class=\"aside\"" : "");
    if (field->examples > 0 && strcmp(field->name, "evidence") != 0)
        markup_format(&page->out, "<a href=\"#f%zu\"><code>%s</code></a>", index, field->name);
    else
        markup_format(&page->out, "<code>%s</code>", field->name);
    markup_format(&page->out,
                  "</th><td class=\"graph\"><svg viewBox=\"0 0 1000 10\" "
                  "preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect class=\"%s\" x=\"0\" "
                  "y=\"0\" height=\"10\" width=\"%" PRIu64 "\"/></svg></td><td class=\"number\">",
                  field->aside ? "unchanged" : "changed", field->events * 1000 / all);
    diff_page_number(page, field->events);
    markup_raw(&page->out, "</td><td class=\"number\">");
    markup_format(&page->out, "%" PRIu64 " %%</td></tr>\n", field->events * 100 / all);
}

static void fields_write(struct diff_page *page)
{
    const struct tally *tally = page->report->tally;
    if (tally->field_count == 0)
        return;
    markup_raw(&page->out,
               "<section><h2>Which fields change</h2><p class=\"note\">In how many of the changed "
               "events. Who extracted an event and how surely makes it no changed one: that is "
               "counted of all that are on both sides.</p><table><thead><tr>"
               "<th scope=\"col\">field</th><th scope=\"col\" class=\"graph\">share</th>"
               "<th scope=\"col\" class=\"number\">events</th>"
               "<th scope=\"col\" class=\"number\">of them</th></tr></thead><tbody>\n");
    for (size_t i = 0; i < tally->field_count; i++)
        field_row(page, i);
    markup_raw(&page->out, "</tbody></table></section>\n");
}

static void calm_write(struct diff_page *page)
{
    const uint64_t *events = page->report->tally->events;
    if (events[CHANGE_ADDED] + events[CHANGE_REMOVED] + events[CHANGE_CHANGED] == 0)
        markup_raw(&page->out,
                   "<p class=\"calm\">Nothing changes: what this version extracts is what the "
                   "topics hold.</p>\n");
}

static int diff_page_write(struct diff_page *page, struct str *ret_text)
{
    struct buffer style = buffer_in(page->arena);
    struct str sheet;
    markup_style(&style, "theme.css");
    markup_style(&style, "diff.css");
    int code = buffer_finish(&style, &sheet);
    if (code)
        return code;
    markup_head(&page->out, "What a replay would change", sheet);
    markup_raw(&page->out,
               "<header class=\"bar\"><h1>What a replay would change</h1></header>\n<main>\n");
    lead_write(page);
    counts_write(page);
    calm_write(page);
    fields_write(page);
    diff_page_samples(page);
    markup_raw(&page->out,
               "</main>\n<footer class=\"foot\">Events are paired when they are the same "
               "occasion, and compared field by field. The examples are the first ones by the "
               "hash of their articles. Made by meetingd " MEETINGD_VERSION
               ".</footer></body></html>\n");
    return buffer_finish(&page->out, ret_text);
}

int diff_html(const struct diff_report *report)
{
    struct arena *arena = arena_new(PAGE_MEMORY);
    struct diff_page page = {.out = buffer_in(arena), .arena = arena, .report = report};
    struct str text;
    int code = arena ? diff_page_write(&page, &text) : FAULT_MEMORY;
    if (!code)
        fwrite(text.at, 1, text.len, stdout);
    arena_free(arena);
    return code;
}
