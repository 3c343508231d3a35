#include "command/card.h"

#include "record/datum.h"

/* How a status is coloured: what took place, what is to come, what won't be. */
static const struct {
    const char *status;
    enum ink ink;
} STATUS_INKS[] = {
    {"HELD", INK_GOOD},     {"ONGOING", INK_GOOD},  {"SCHEDULED", INK_WAIT}, {"PROPOSED", INK_WAIT},
    {"POSTPONED", INK_BAD}, {"CANCELLED", INK_BAD}, {"DENIED", INK_BAD},
};

static enum ink status_ink(struct str status)
{
    for (size_t i = 0; i < sizeof STATUS_INKS / sizeof *STATUS_INKS; i++)
        if (str_equal(status, str_of(STATUS_INKS[i].status)))
            return STATUS_INKS[i].ink;
    return INK_PLAIN;
}

/* IN_PERSON -> in person */
static void symbol_print(struct sheet *sheet, enum ink ink, struct str symbol)
{
    char words[64];
    size_t length = symbol.len < sizeof words ? symbol.len : sizeof words;
    for (size_t i = 0; i < length; i++) {
        char byte = symbol.at[i];
        words[i] = byte == '_' ? ' ' : byte >= 'A' && byte <= 'Z' ? (char)(byte + 32) : byte;
    }
    sheet_text(sheet, ink, str_make(words, length));
}

/* "(KZ)"; nothing when the country isn't known. */
static void country_print(struct sheet *sheet, struct str country)
{
    char text[8];
    if (str_empty(country))
        return;
    snprintf(text, sizeof text, "(%.*s)", (int)country.len, country.at);
    sheet_text(sheet, INK_PLAIN, str_of(text));
}

/* The quote that proves field, unless it says no more than what already stands there. */
static void proof_print(struct sheet *sheet, const struct datum *event, const char *field,
                        struct str shown)
{
    const struct datum *evidence = datum_get(event, "evidence");
    for (size_t i = 0; evidence && i < evidence->count; i++) {
        const struct datum *item = &evidence->items[i];
        struct str quote = datum_text(item, "quote");
        if (!str_equal(datum_text(item, "field"), str_of(field)))
            continue;
        if (!str_equal(quote, shown))
            sheet_quote(sheet, quote);
        return;
    }
}

/* ministerial, in person: as the kind and mode are told. */
static void kind_print(struct sheet *sheet, const struct datum *event, enum ink ink)
{
    symbol_print(sheet, ink, datum_text(event, "kind"));
    if (!str_equal(datum_text(event, "mode"), STR("UNKNOWN")))
        symbol_print(sheet, INK_PLAIN, datum_text(event, "mode"));
    proof_print(sheet, event, "kind", datum_text(event, "name"));
    sheet_end(sheet);
}

static void heading_print(struct sheet *sheet, const struct datum *event)
{
    struct str status = datum_text(event, "status"), name = datum_text(event, "name");
    sheet_label(sheet, "what");
    if (str_empty(name)) {
        kind_print(sheet, event, INK_STRONG);
    } else {
        sheet_text(sheet, INK_STRONG, name);
        sheet_end(sheet);
        sheet_label(sheet, "");
        kind_print(sheet, event, INK_PLAIN);
    }
    sheet_label(sheet, "status");
    symbol_print(sheet, status_ink(status), status);
    proof_print(sheet, event, "status", STR(""));
    sheet_end(sheet);
}

static void when_print(struct sheet *sheet, const struct datum *event)
{
    struct str start = datum_text(event, "start"), end = datum_text(event, "end");
    struct str time = datum_text(event, "start_time"), was = datum_text(event, "previous_start");
    if (str_empty(start) && str_empty(was))
        return;
    sheet_label(sheet, "when");
    sheet_text(sheet, INK_PLAIN, start);
    if (!str_empty(end)) {
        sheet_text(sheet, INK_PLAIN, STR("to"));
        sheet_text(sheet, INK_PLAIN, end);
    }
    if (!str_empty(time)) {
        sheet_text(sheet, INK_PLAIN, STR("at"));
        sheet_text(sheet, INK_PLAIN, time);
    }
    proof_print(sheet, event, "start", start);
    if (!str_empty(was)) {
        sheet_text(sheet, INK_PLAIN, STR("instead of"));
        sheet_text(sheet, INK_PLAIN, was);
        proof_print(sheet, event, "previous_start", was);
    }
    sheet_end(sheet);
}

static void where_print(struct sheet *sheet, const struct datum *event)
{
    const struct datum *place = datum_get(event, "place");
    if (!place || place->type == DATUM_NULL)
        return;
    sheet_label(sheet, "where");
    struct str city = datum_text(event, "place.city");
    struct str shown = str_empty(city) ? datum_text(event, "place.text") : city;
    sheet_text(sheet, INK_PLAIN, datum_text(event, "place.venue"));
    sheet_text(sheet, INK_PLAIN, shown);
    country_print(sheet, datum_text(event, "place.country"));
    proof_print(sheet, event, "place", shown);
    sheet_end(sheet);
}

static void who_print(struct sheet *sheet, const struct datum *event)
{
    const struct datum *participants = datum_get(event, "participants");
    for (size_t i = 0; participants && i < participants->count; i++) {
        const struct datum *person = &participants->items[i];
        struct str name = datum_text(person, "name"), role = datum_text(person, "role");
        struct str part = datum_text(person, "part");
        char field[40];
        snprintf(field, sizeof field, "participants[%zu]", i);
        sheet_label(sheet, i == 0 ? "who" : "");
        sheet_text(sheet, INK_STRONG, name);
        country_print(sheet, datum_text(person, "country"));
        sheet_text(sheet, INK_PLAIN, role);
        if (!str_equal(part, STR("ATTENDEE"))) {
            sheet_text(sheet, INK_FAINT, STR("as"));
            symbol_print(sheet, INK_WAIT, part);
        }
        proof_print(sheet, event, field, str_empty(name) ? role : name);
        sheet_end(sheet);
    }
}

static void outcomes_print(struct sheet *sheet, const struct datum *event)
{
    const struct datum *outcomes = datum_get(event, "outcomes");
    for (size_t i = 0; outcomes && i < outcomes->count; i++) {
        char field[40];
        snprintf(field, sizeof field, "outcomes[%zu]", i);
        sheet_label(sheet, i == 0 ? "outcome" : "");
        symbol_print(sheet, INK_PLAIN, datum_text(&outcomes->items[i], "type"));
        proof_print(sheet, event, field, STR(""));
        sheet_end(sheet);
    }
}

void card_article_print(struct sheet *sheet, const struct datum *event)
{
    sheet_rule(sheet);
    sheet_label(sheet, "article");
    sheet_text(sheet, INK_PLAIN, datum_text(event, "article.title"));
    if (!str_empty(datum_text(event, "article.source")))
        sheet_text(sheet, INK_FAINT, STR("|"));
    sheet_text(sheet, INK_FAINT, datum_text(event, "article.source"));
    sheet_end(sheet);
}

void card_print(struct sheet *sheet, const struct datum *event)
{
    sheet_end(sheet);
    heading_print(sheet, event);
    who_print(sheet, event);
    where_print(sheet, event);
    when_print(sheet, event);
    outcomes_print(sheet, event);
}
