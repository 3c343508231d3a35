/* A diff for programs: a line for each event that changes, and a last one with the counts. */
#include "command/diff.h"

enum { MOST_ITEMS = 16 };

/* A record that is put together field by field, to be written as a line. */
struct line {
    struct datum items[MOST_ITEMS];
    size_t count;
};

static struct datum *line_add(struct line *line, const char *name)
{
    struct datum *item = &line->items[line->count++];
    *item = (struct datum){.name = str_of(name)};
    return item;
}

static void line_text(struct line *line, const char *name, struct str text)
{
    struct datum *item = line_add(line, name);
    item->type = str_empty(text) ? DATUM_NULL : DATUM_TEXT;
    item->text = text;
}

static void line_number(struct line *line, const char *name, uint64_t number)
{
    struct datum *item = line_add(line, name);
    item->type = DATUM_INTEGER;
    item->integer = (int64_t)number;
}

static void line_value(struct line *line, const char *name, const struct datum *value)
{
    struct datum *item = line_add(line, name);
    if (value)
        *item = *value;
    else
        item->type = DATUM_NULL;
    item->name = str_of(name);
}

static void line_items(struct line *line, const char *name, enum datum_type type,
                       const struct datum *items, size_t count)
{
    struct datum *item = line_add(line, name);
    item->type = type;
    item->items = items;
    item->count = count;
}

static int line_print(const struct line *line, struct arena *arena)
{
    const struct datum record = {.type = DATUM_RECORD, .items = line->items, .count = line->count};
    struct str text;
    int code = datum_json(&record, arena, &text);
    if (code)
        return code;
    fwrite(text.at, 1, text.len, stdout);
    putchar('\n');
    return 0;
}

/* Copies a record's items to where they stay. */
static int line_keep(const struct line *line, struct arena *arena, struct datum *ret_datum)
{
    struct datum *items = ARENA_ARRAY(arena, struct datum, line->count);
    if (!items)
        return FAULT_MEMORY;
    memcpy(items, line->items, line->count * sizeof *items);
    *ret_datum = (struct datum){.type = DATUM_RECORD, .items = items, .count = line->count};
    return 0;
}

static int field_datum(const struct event_change *change, const struct difference *difference,
                       struct arena *arena, struct datum *ret_datum)
{
    struct line line = {.count = 0};
    line_text(&line, "field", difference->field);
    line_text(&line, "old_path", difference->old_path);
    line_text(&line, "new_path", difference->new_path);
    line_value(&line, "old", difference->before);
    line_value(&line, "new", difference->after);
    line_text(&line, "old_quote", datum_quote(change->before, difference->old_path));
    line_text(&line, "new_quote", datum_quote(change->after, difference->new_path));
    return line_keep(&line, arena, ret_datum);
}

static int line_fields(struct line *line, const struct event_change *change, struct arena *arena)
{
    const struct differences *differences = change->differences;
    struct datum *fields = ARENA_ARRAY(arena, struct datum, differences->count + 1);
    int code = fields ? 0 : FAULT_MEMORY;
    for (size_t i = 0; i < differences->count && !code; i++)
        code = field_datum(change, &differences->items[i], arena, &fields[i]);
    if (!code)
        line_items(line, "fields", DATUM_ARRAY, fields, differences->count);
    return code;
}

int diff_json_event(const struct event_change *change, struct arena *arena)
{
    const struct datum *event = change->after ? change->after : change->before;
    struct line line = {.count = 0};
    int code = 0;
    if (change->change == CHANGE_UNCHANGED)
        return 0;
    line_text(&line, "change", str_of(change_name(change->change)));
    line_text(&line, "article", change->article->key);
    line_text(&line, "event_id", datum_text(event, "event_id"));
    if (change->retractable)
        line_text(&line, "retracts", datum_text(change->before, "event_id"));
    if (change->change == CHANGE_CHANGED)
        code = line_fields(&line, change, arena);
    else
        line_value(&line, "event", event);
    return code ? code : line_print(&line, arena);
}

static int fields_datum(const struct tally *tally, bool aside, struct arena *arena,
                        struct line *line)
{
    struct datum *items = ARENA_ARRAY(arena, struct datum, tally->field_count + 1);
    size_t count = 0;
    if (!items)
        return FAULT_MEMORY;
    for (size_t i = 0; i < tally->field_count; i++)
        if (tally->fields[i].aside == aside)
            items[count++] = (struct datum){.type = DATUM_INTEGER,
                                            .name = str_of(tally->fields[i].name),
                                            .integer = (int64_t)tally->fields[i].events};
    line_items(line, aside ? "aside" : "fields", DATUM_RECORD, items, count);
    return 0;
}

int diff_json_summary(const struct diff_report *report, struct arena *arena)
{
    const struct tally *tally = report->tally;
    struct line line = {.count = 0};
    line_text(&line, "change", STR("summary"));
    line_text(&line, "extractor", str_of(report->version));
    line_number(&line, "articles", tally->articles);
    line_number(&line, "articles_pending", tally->pending);
    for (int i = 0; i < CHANGE_COUNT; i++)
        line_number(&line, change_name((enum change)i), tally->events[i]);
    line_number(&line, "retractable", tally->retractable);
    line_number(&line, "missing", tally->missing);
    line_number(&line, "unread", report->counts->unread + report->counts->oversized);
    int code = fields_datum(tally, false, arena, &line);
    if (!code)
        code = fields_datum(tally, true, arena, &line);
    return code ? code : line_print(&line, arena);
}
