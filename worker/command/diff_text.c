/* A diff for a terminal. */
#include <inttypes.h>
#include <stdlib.h>

#include "command/diff.h"
#include "command/sheet.h"

enum { BAR = 24 /* columns */, SHOWN = 2 /* examples of a field or a change */ };

static void row(const char *what, uint64_t count, const char *note)
{
    printf("  %-36s %12" PRIu64 "%s%s\n", what, count, *note ? "  " : "", note);
}

static void row_if(const char *what, uint64_t count, const char *note)
{
    if (count > 0)
        row(what, count, note);
}

static void counts_print(const struct diff_report *report)
{
    const struct tally *tally = report->tally;
    char note[80] = "";
    printf("articles\n");
    row("in the range", tally->articles, "");
    row("whose events or outcome change", tally->touched, "");
    row_if("not yet processed", tally->pending, "they have no receipt");
    printf("events\n");
    row("added", tally->events[CHANGE_ADDED], "");
    row("removed", tally->events[CHANGE_REMOVED], "");
    row("changed", tally->events[CHANGE_CHANGED], "");
    if (tally->wavering)
        snprintf(note, sizeof note, "%" PRIu64 " of them with another confidence", tally->wavering);
    row("unchanged", tally->events[CHANGE_UNCHANGED], note);
    row_if("of articles not yet processed", tally->events[CHANGE_PENDING], "");
    row_if("that --retract would retract", tally->retractable,
           "removed, or found under another id");
    row_if("listed by a receipt, but not there", tally->missing, "");
}

static void outcomes_print(const struct tally *tally)
{
    bool headed = false;
    for (int from = 0; from < RECEIPT_OUTCOME_COUNT; from++)
        for (int to = 0; to < RECEIPT_OUTCOME_COUNT; to++) {
            if (from == to || !tally->outcomes[from][to])
                continue;
            if (!headed)
                printf("outcomes\n");
            headed = true;
            char what[64];
            snprintf(what, sizeof what, "%s -> %s",
                     receipt_outcome_name((enum receipt_outcome)from),
                     receipt_outcome_name((enum receipt_outcome)to));
            row(what, tally->outcomes[from][to], "");
        }
}

static void versions_print(const struct diff_report *report)
{
    const struct tally *tally = report->tally;
    printf("extracted by\n");
    for (size_t i = 0; i < tally->version_count; i++)
        row(tally->versions[i].name, tally->versions[i].articles, "articles until now");
    printf("  %s, now\n", report->version);
}

static void fields_print(const struct tally *tally)
{
    uint64_t most = tally->field_count ? tally->fields[0].events : 0;
    if (tally->events[CHANGE_CHANGED] == 0)
        return;
    printf("fields of the changed events\n");
    for (size_t i = 0; i < tally->field_count && !tally->fields[i].aside; i++) {
        const struct tally_field *field = &tally->fields[i];
        char bar[BAR + 1] = "";
        memset(bar, '#', (size_t)(field->events * BAR / most));
        row(field->name, field->events, bar);
    }
}

static void side_print(struct sheet *sheet, const char *label, const struct datum *event,
                       const struct datum *value, struct str path)
{
    struct arena *arena = arena_new(1 << 20);
    struct str quote = event ? datum_quote(event, path) : (struct str){NULL, 0};
    if (!arena)
        return;
    struct str text = diff_value(value, arena);
    sheet_label(sheet, label);
    sheet_text(sheet, value ? INK_PLAIN : INK_FAINT, text);
    if (!str_empty(quote) && !str_equal(quote, text))
        sheet_quote(sheet, quote);
    sheet_end(sheet);
    arena_free(arena);
}

static void event_print(struct sheet *sheet, const struct datum *event)
{
    struct arena *arena = arena_new(1 << 20);
    if (!arena)
        return;
    sheet_label(sheet, "article");
    sheet_text(sheet, INK_PLAIN, datum_text(event, "article.title"));
    sheet_text(sheet, INK_FAINT, datum_text(event, "article.source"));
    sheet_text(sheet, INK_FAINT, datum_text(event, "article.id"));
    sheet_end(sheet);
    sheet_label(sheet, "event");
    sheet_text(sheet, INK_STRONG, diff_event(event, arena));
    sheet_end(sheet);
    arena_free(arena);
}

static bool differs_in(const struct tally_example *example, struct str field)
{
    for (size_t i = 0; i < example->differences.count; i++)
        if (str_equal(example->differences.items[i].field, field))
            return true;
    return false;
}

static void example_print(struct sheet *sheet, const struct tally_example *example,
                          struct str field)
{
    event_print(sheet, example->after);
    for (size_t i = 0; i < example->differences.count; i++) {
        const struct difference *difference = &example->differences.items[i];
        if (!str_equal(difference->field, field))
            continue;
        side_print(sheet, "was", example->before, difference->before, difference->old_path);
        side_print(sheet, "is", example->after, difference->after, difference->new_path);
    }
    sheet_end(sheet);
}

static void field_examples(struct sheet *sheet, const struct tally *tally, const char *field)
{
    size_t shown = 0;
    if (strcmp(field, "evidence") == 0)
        return; /* it is shown with each of the others */
    for (size_t i = 0; i < tally->example_count && shown < SHOWN; i++) {
        if (!differs_in(&tally->examples[i], str_of(field)))
            continue;
        if (shown++ == 0)
            printf("%s\n", field);
        example_print(sheet, &tally->examples[i], str_of(field));
    }
}

static void change_examples(struct sheet *sheet, const struct tally *tally, enum change change)
{
    size_t shown = 0;
    for (size_t i = 0; i < tally->example_count && shown < SHOWN; i++) {
        const struct tally_example *example = &tally->examples[i];
        if (example->change != change)
            continue;
        if (shown++ == 0)
            printf("%s\n", change_name(change));
        event_print(sheet, change == CHANGE_ADDED ? example->after : example->before);
        sheet_end(sheet);
    }
}

static void examples_print(const struct tally *tally)
{
    struct sheet sheet = sheet_open();
    if (tally->example_count == 0)
        return;
    printf("\nexamples\n");
    sheet_rule(&sheet);
    change_examples(&sheet, tally, CHANGE_ADDED);
    change_examples(&sheet, tally, CHANGE_REMOVED);
    for (size_t i = 0; i < tally->field_count && !tally->fields[i].aside; i++)
        field_examples(&sheet, tally, tally->fields[i].name);
}

void diff_text(const struct diff_report *report)
{
    counts_print(report);
    outcomes_print(report->tally);
    versions_print(report);
    fields_print(report->tally);
    examples_print(report->tally);
}
