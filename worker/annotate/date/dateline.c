/*
 * The dateline: "ALMATY, 27 avril (Xinhua) --", "SEOUL, South Korea — ", "PARIS (AFP) -",
 * "KATHMANDU: ", "YEREVAN, August 24, Armenpress.", "Manila (AFP) Sept 29, 2009", "Genève /",
 * "(Lomé, 3 mai 2026).", "PTI | Colombo | Updated:".
 *
 * A line begins with capitalised words, a date, an agency between brackets, and a dash ends it, or
 * another mark where the city stands first.
 * It needs no word of a language: what is a city or a date, the packs have said before.
 */
#include "annotate/date/date.h"
#include "annotate/date/schedule.h"
#include "annotate/look.h"

enum { LINES = 6, LONGEST = 30, BRACKETED = 14, DAYS_AHEAD = 2 };

struct dateline {
    const struct document *document;
    uint32_t begin, end;
    const struct annotation *city, *date;
    bool agency;
    bool page; /* it tells when the page was changed: "Colombo | Updated:" */
};

static bool is_dash(const struct document *document, uint32_t token)
{
    if (look_mark(document, token, '-'))
        return true;
    const struct token *at = look_token(document, token);
    const char *text = document->texts[look_source(document, token)].at + at->begin;
    return (at->flags & TOKEN_PUNCT) && at->end - at->begin == 3 && text[0] == '\xE2' &&
           text[1] == '\x80' && text[2] >= '\x90' && text[2] <= '\x95';
}

/* "NEW YORK—President …": a long dash without blanks is no token, but no hyphen either. */
static bool is_after_dash(const struct document *document, uint32_t token)
{
    const struct token *at = look_token(document, token);
    if (!(at->flags & TOKEN_HYPHEN) || token == 0)
        return false;
    const struct token *before = look_token(document, token - 1);
    return at->begin - before->end > 1;
}

static bool is_line_end(const struct document *document, uint32_t token)
{
    return token >= document->tokens.count || look_flag(document, token, TOKEN_LINE);
}

/* The token after the bracket that closes the one at token, or token when none does. */
static uint32_t bracket_end(const struct document *document, uint32_t token)
{
    const char open = look_byte(document, token);
    const char close = open == '(' ? ')' : open == '[' ? ']' : '/';
    for (uint32_t t = token + 1; t < token + BRACKETED && !is_line_end(document, t); t++) {
        if (look_mark(document, t, close))
            return t + 1;
    }
    return token;
}

static bool is_open(const struct document *document, uint32_t token)
{
    return look_mark(document, token, '(') || look_mark(document, token, '[') ||
           look_mark(document, token, '/');
}

static void take_date(struct dateline *dateline, uint32_t begin, uint32_t end)
{
    for (uint32_t t = begin; t < end && !dateline->date; t++)
        dateline->date = look_at(dateline->document, t, ANNOTATION_DATE);
}

/* Takes one piece of the dateline; returns the token after it, or token when it is none. */
static uint32_t take_piece(struct dateline *dateline, uint32_t token)
{
    const struct document *document = dateline->document;
    static const uint64_t SMALL_WORDS = CLASS(DETERMINER) | CLASS(AT) | CLASS(OF) | CLASS(AND);
    const struct annotation *date = look_at(document, token, ANNOTATION_DATE);
    if (date) {
        dateline->date = dateline->date ? dateline->date : date;
        return date->end;
    }
    if (is_open(document, token)) {
        const uint32_t end = bracket_end(document, token);
        const struct annotation *alone = look_at(document, token + 1, LEXICON_CITY);
        take_date(dateline, token, end);
        if (token == dateline->begin && alone &&
            (alone->end + 1 == end || (dateline->date && look_mark(document, alone->end, ','))))
            dateline->city = alone; /* "(Oslo) A met B", "[Oslo, 3 May 2026] A met B" */
        dateline->agency |= end > token;
        return end;
    }
    const struct annotation *city = look_at(document, token, LEXICON_CITY);
    if (city && look_flag(document, token, TOKEN_CAPITAL)) {
        dateline->city = dateline->city ? dateline->city : city;
        return city->end;
    }
    const bool small = token > dateline->begin && document_is(document, token, SMALL_WORDS);
    const bool mark = look_mark(document, token, ',') || look_mark(document, token, '.') ||
                      look_mark(document, token, '|');
    return token + (small || mark || look_flag(document, token, TOKEN_CAPITAL));
}

static bool is_dated(const struct annotation *words)
{
    const struct date *date = words ? words->detail : NULL;
    return date && date->year;
}

/* "New York", and in the next line "17 September 2023": both are the dateline. */
static bool ends_line(struct dateline *dateline, uint32_t token, bool city)
{
    const struct annotation *next = token < dateline->document->tokens.count && !dateline->date
                                        ? look_at(dateline->document, token, ANNOTATION_DATE)
                                        : NULL;
    if (is_dated(dateline->date) || (city && dateline->date))
        return true;
    if (!city || !is_dated(next))
        return false;
    dateline->date = next;
    return true;
}

/* "Seoul, July 23 Vice Minister A met B": whether the story goes on right behind the day, with no
 * agency or dash to come. */
static bool goes_on(const struct dateline *dateline, uint32_t token)
{
    enum { WORDS_MAX = 5 };
    const struct document *document = dateline->document;
    if (!dateline->date || dateline->date->end != token ||
        dateline->date->begin != dateline->city->end + 1 ||
        !look_flag(document, token, TOKEN_CAPITAL) || look_flag(document, token, TOKEN_UPPER))
        return false;
    for (uint32_t t = token; t < token + WORDS_MAX && !is_line_end(document, t); t++) {
        if (is_dash(document, t) || is_open(document, t) || look_mark(document, t, '.'))
            return false;
    }
    return true;
}

/* "(Lomé, 3 mai 2026) | A met B", "(Lomé, 3 mai 2026) | .": whether a bracket tells town and day.
 */
static bool is_bracket(const struct dateline *dateline, uint32_t token)
{
    const struct annotation *city = dateline->city;
    return city && city->begin == dateline->begin + 1 &&
           is_open(dateline->document, city->begin - 1) &&
           (city->end + 1 == token || dateline->date) &&
           bracket_end(dateline->document, dateline->begin) == token;
}

/* "PTI | Colombo | Updated | :": whether a bar and one word stand between the town and the colon.
 */
static bool is_barred(const struct dateline *dateline, uint32_t token)
{
    const struct annotation *city = dateline->city;
    return city && city->end + 2 == token && look_mark(dateline->document, city->end, '|') &&
           look_mark(dateline->document, token, ':');
}

/* Whether what was read so far is a dateline that ends at token. */
static bool ends_at(struct dateline *dateline, uint32_t token)
{
    const struct document *document = dateline->document;
    const bool city = dateline->city && dateline->city->begin == dateline->begin;
    if (is_line_end(document, token))
        return ends_line(dateline, token, city);
    if (city && goes_on(dateline, token))
        return true;
    if (look_mark(document, token, ':'))
        return city || dateline->agency || (dateline->city && dateline->date) ||
               is_barred(dateline, token);
    if (look_mark(document, token, '/'))
        return city && bracket_end(document, token) == token;
    if (look_mark(document, token, '.'))
        return (city && dateline->date) || is_bracket(dateline, token);
    const bool upper = city && look_flag(document, dateline->begin, TOKEN_UPPER) &&
                       look_flag(document, token, TOKEN_CAPITAL); /* "OSLO (Agency) A met B" */
    if (!look_flag(document, token, TOKEN_PUNCT) &&
        (is_bracket(dateline, token) ||
         (look_mark(document, token - 1, ')') && dateline->city && (dateline->date || upper))))
        return true;
    return (dateline->city || dateline->agency || is_dated(dateline->date)) &&
           (is_dash(document, token) || is_after_dash(document, token));
}

/* Dash, colon, slash or full stop. */
static bool is_ending(const struct document *document, uint32_t token)
{
    return is_dash(document, token) || look_mark(document, token, ':') ||
           look_mark(document, token, '/') || look_mark(document, token, '.');
}

static bool dateline_read(const struct document *document, uint32_t begin,
                          struct dateline *ret_dateline)
{
    struct dateline dateline = {.document = document, .begin = begin};
    uint32_t token = begin;
    while (token < begin + LONGEST) {
        if (token > begin && ends_at(&dateline, token)) {
            dateline.page = is_barred(&dateline, token); /* so is the rest of the line */
            while (!is_line_end(document, token) && (dateline.page || is_ending(document, token)))
                token++;
            if (dateline.date && dateline.date->end > token)
                token = dateline.date->end;
            dateline.end = token;
            *ret_dateline = dateline;
            return true;
        }
        if (token > begin && is_line_end(document, token))
            return false;
        const uint32_t next = take_piece(&dateline, token);
        if (next == token)
            return false;
        token = next;
    }
    return false;
}

/* "Jeudi 19 mars 2026", and further down "Vendredi 20 mars 2026": whether the day alone in the
 * sentence is one of several, under which an agenda tells what is planned. */
static bool heads_agenda(const struct document *document, const struct sentence *sentence)
{
    const struct annotation *words = date_alone(document, sentence);
    const struct date *day = words ? words->detail : NULL;
    for (size_t i = 0; day && i < document->sentences.count; i++) {
        const struct annotation *another = date_alone(document, &document->sentences.at[i]);
        const struct date *date = another ? another->detail : NULL;
        if (date && date->day && (date->day != day->day || date->month != day->month))
            return true;
    }
    return false;
}

/* What a dateline tells counts: a day more than an agency, an agency more than a city. */
static int weight_of(const struct dateline *dateline)
{
    return (dateline->date ? 4 : 0) + (dateline->agency ? 2 : 0) + (dateline->city ? 1 : 0);
}

/* The dateline that tells most, and the city of another if it has none. */
static bool dateline_find(const struct document *document, struct dateline *ret_dateline)
{
    int most = 0;
    unsigned lines = 0;
    const struct annotation *city = NULL;
    for (size_t i = 0; i < document->sentences.count && lines < LINES; i++) {
        const struct sentence *sentence = &document->sentences.at[i];
        const bool foreign = sentence->flags & SENTENCE_BOILERPLATE; /* "(© AFP)": a caption */
        if ((sentence->flags & SENTENCE_TITLE) || !(sentence->flags & SENTENCE_LINE))
            continue;
        lines += !foreign;
        struct dateline found;
        if (!foreign && heads_agenda(document, sentence))
            break; /* "LIMA - A meets B" below it is a line of the agenda */
        if (!dateline_read(document, sentence->begin, &found) || (foreign && !found.page))
            continue;
        city = city ? city : found.city;
        if (weight_of(&found) <= most)
            continue;
        most = weight_of(&found);
        *ret_dateline = found;
    }
    if (most > 0 && !ret_dateline->city)
        ret_dateline->city = city;
    return most > 0;
}

/* "Riyadh, the minister received here today": the town before the first words of a story that is
 * written there, or NULL. */
static const struct annotation *town_ahead(const struct document *document)
{
    for (size_t i = 0; i < document->sentences.count; i++) {
        const struct sentence *sentence = &document->sentences.at[i];
        if (sentence->flags & (SENTENCE_TITLE | SENTENCE_BOILERPLATE))
            continue;
        const struct annotation *city = look_at(document, sentence->begin, LEXICON_CITY);
        for (uint32_t t = city ? city->end : sentence->end; t < sentence->end; t++) {
            if (document_is(document, t, CLASS(HERE)) && look_mark(document, city->end, ','))
                return city;
        }
        return NULL;
    }
    return NULL;
}

/* The dateline's day: the weekday before, the nearest day of the year; never one to come. */
static void take_day(const struct date *date, struct reference *reference)
{
    const enum date_direction direction =
        date->weekday && !date->month ? DIRECTION_PAST : DIRECTION_NEAREST;
    const struct day day = date_start(date, reference, direction);
    const struct day published = reference->day;
    if (!day.day || (published.year && day_number(day) > day_number(published) + DAYS_AHEAD))
        return;
    reference->day = day;
    reference->basis = DATE_BASIS_DATELINE;
}

struct reference date_reference(const struct document *document)
{
    struct reference reference = {.basis = DATE_BASIS_NONE};
    const struct published *published = &document->article->published;
    if (published->told) {
        reference.day = published->day;
        reference.basis = DATE_BASIS_PUBLICATION;
    }
    struct dateline dateline;
    if (!dateline_find(document, &dateline)) {
        reference.city = town_ahead(document);
        return reference;
    }
    reference.begin = dateline.begin;
    reference.end = dateline.end;
    reference.city = dateline.city;
    if (dateline.date)
        take_day(dateline.date->detail, &reference);
    return reference;
}
