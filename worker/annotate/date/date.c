#include "annotate/date/date.h"

#include <stdio.h>

#include "annotate/date/captured.h"
#include "annotate/look.h"

enum { WEEKDAYS = 7, MONTHS = 12, OFFSET_MAX = 9999 };

/* Which member of struct date takes the number captured under a name, and its greatest value. */
static const struct {
    enum capture_name name;
    size_t offset;
    int16_t most;
} MEMBERS[] = {
    {CAPTURE_YEAR, offsetof(struct date, year), YEAR_MAX},
    {CAPTURE_MONTH, offsetof(struct date, month), MONTHS},
    {CAPTURE_DAY, offsetof(struct date, day), 31},
    {CAPTURE_WEEKDAY, offsetof(struct date, weekday), WEEKDAYS},
    {CAPTURE_YEAR2, offsetof(struct date, year2), YEAR_MAX},
    {CAPTURE_MONTH2, offsetof(struct date, month2), MONTHS},
    {CAPTURE_DAY2, offsetof(struct date, day2), 31},
    {CAPTURE_WEEKDAY2, offsetof(struct date, weekday2), WEEKDAYS},
    {CAPTURE_PART, offsetof(struct date, nth), 5},
};

static void take_members(const struct document *document, const struct annotation *annotation,
                         struct date *date)
{
    for (size_t i = 0; i < sizeof MEMBERS / sizeof *MEMBERS; i++) {
        const int32_t number = captured_number_or(document, annotation, MEMBERS[i].name, 0);
        int16_t *member = (int16_t *)(void *)((char *)date + MEMBERS[i].offset);
        if (number < 0 || number > MEMBERS[i].most)
            date->span = true;
        else
            *member = (int16_t)number;
    }
}

/*
 * "prochain", "il y a deux ans", "hier": so many units, which way.  With a unit the direction
 * counts steps; alone it says on which side of the reference to look.
 */
static void take_offset(const struct document *document, const struct annotation *annotation,
                        struct date *date)
{
    const struct str letter = look_capture(annotation, CAPTURE_UNIT)
                                  ? captured_column(document, annotation, CAPTURE_UNIT, 0)
                                  : pack_rule_word(document->pack, annotation->rule, CAPTURE_UNIT);
    const int32_t direction = captured_number_or(document, annotation, CAPTURE_DIRECTION, 0);
    date->direction = (int16_t)(direction > 0 ? 1 : direction < 0 ? -1 : 0);
    if (letter.len == 0)
        return;
    date->unit = letter.at[0];
    const int32_t size = captured_number_in(captured_column(document, annotation, CAPTURE_UNIT, 1));
    const int32_t count = captured_number_or(document, annotation, CAPTURE_COUNT, 1);
    const int64_t steps = (int64_t)date->direction * count * (size == CAPTURED_NOTHING ? 1 : size) +
                          captured_number_or(document, annotation, CAPTURE_OFFSET, 0);
    if (steps < -OFFSET_MAX || steps > OFFSET_MAX)
        date->span = true;
    else
        date->offset = (int16_t)steps;
    if (date->unit != 'p')
        date->direction = 0;
}

static int16_t feast_number(const struct document *document, const struct annotation *annotation,
                            unsigned column)
{
    return (int16_t)captured_number_in(
        captured_column(document, annotation, CAPTURE_FEAST, column));
}

/*
 * The value of a feast says when it is: "F;12;25" on 25 December, "E;39" 39 days after Easter,
 * "W;11;4;4" on the fourth Thursday of November.
 */
static void take_feast(const struct document *document, const struct annotation *annotation,
                       struct date *date)
{
    const struct str sort = captured_column(document, annotation, CAPTURE_FEAST, 0);
    if (sort.len == 0)
        return;
    const int16_t first = (int16_t)feast_number(document, annotation, 1);
    const int16_t second = (int16_t)feast_number(document, annotation, 2);
    if (sort.at[0] == 'E') {
        date->unit = 'p';
        date->offset = first;
        return;
    }
    date->month = first;
    if (sort.at[0] == 'F') {
        date->day = second;
        return;
    }
    date->nth = second;
    date->weekday = (int16_t)feast_number(document, annotation, 3);
}

/* "18 juin 89": of the centuries, the one that ends soonest after the article was published. */
static void complete_year(const struct document *document, struct date *date)
{
    enum { CENTURY = 100, THIS_CENTURY = 2000, YEARS_AHEAD = 10 };
    if (date->year >= CENTURY || date->year <= 0)
        return;
    const int16_t published = document->article->published.day.year;
    const int latest = (published ? published : THIS_CENTURY + 25) + YEARS_AHEAD;
    int year = latest - latest % CENTURY + date->year;
    if (year > latest)
        year -= CENTURY;
    date->year = (int16_t)year;
}

/* "du 30 décembre au 2 janvier 2026", "3-5 May": what the one side leaves out, the other tells. */
static void complete_range(struct date *date)
{
    if (!date->day2 && !date->month2)
        return;
    if (!date->month && date->day)
        date->month = date->month2;
    if (!date->month2)
        date->month2 = date->month;
    if (date->year2 && !date->year && !date->unit)
        date->year = (int16_t)(date->year2 - (date->month > date->month2));
    else if (date->year && !date->year2 && date->month <= date->month2)
        date->year2 = date->year;
}

static void take_part(const struct document *document, const struct annotation *annotation,
                      struct date *date)
{
    if (captured_word_is(document, annotation, CAPTURE_TYPE, "SPAN"))
        date->span = true;
    else if (captured_word_is(document, annotation, CAPTURE_TYPE, "COMING"))
        date->span = date->ahead = true;
    else if (captured_word_is(document, annotation, CAPTURE_TYPE, "AHEAD"))
        date->ahead = true;
    else if (captured_word_is(document, annotation, CAPTURE_TYPE, "QUARTER"))
        date->part = DATE_QUARTER;
    else if (captured_word_is(document, annotation, CAPTURE_TYPE, "HALF"))
        date->part = DATE_HALF;
    const int16_t parts = date->part == DATE_QUARTER ? 4 : 2;
    if (date->part && (date->nth < 1 || date->nth > parts))
        date->span = true;
}

/* Words that stand before a date and change what it says. */
struct bounds {
    uint64_t since, until;
};

/* "depuis le 5 mars", "jusqu'au 5": what governs the date; not so in "until Friday's talks". */
static void take_bound(const struct document *document, const struct annotation *annotation,
                       const struct bounds *bounds, struct date *date)
{
    static const uint64_t SKIPPED = CLASS(DETERMINER) | CLASS(AT) | CLASS(TO);
    uint32_t token = annotation->begin;
    while (token > 0 && annotation->begin - token < 2 &&
           !document_is(document, token - 1, bounds->since | bounds->until) &&
           document_is(document, token - 1, SKIPPED))
        token--;
    if (token == 0)
        return;
    if (document_is(document, token - 1, bounds->since))
        date->lean = DIRECTION_PAST;
    const bool owns = annotation->end < document->tokens.count &&
                      look_flag(document, annotation->end, TOKEN_JOINED) &&
                      look_flag(document, annotation->end, TOKEN_WORD);
    if (!document_is(document, token - 1, bounds->until) || owns)
        return;
    date->until = true;
    date->lean = DIRECTION_FUTURE;
}

/* "said on Tuesday", "a déclaré mardi": the verb of speech right behind which a weekday stands, or
 * NULL. */
static const struct annotation *speech_before(const struct document *document,
                                              const struct annotation *annotation,
                                              const struct date *date)
{
    uint32_t token = annotation->begin;
    while (token > 0 && document_is(document, token - 1, CLASS(AT) | CLASS(DETERMINER)))
        token--;
    const struct annotation *verb = token > 0 && date_is_weekday(date)
                                        ? look_at(document, token - 1, LEXICON_SPEECHVERB)
                                        : NULL;
    return verb && verb->end == token && !look_clitic(document, annotation->end) ? verb : NULL;
}

/* The last date told before a place in the text, and the last one that tells a day; or NULL. */
struct anchors {
    const struct date *any, *day;
};

/* "le lendemain" counts from a day; "la veille" and "dans la soirée", where the text tells none
 * before, from today. */
static void take_anchor(struct date *date, struct anchors *anchors, bool relative)
{
    if (relative) {
        date->anchor = date->unit == 'd' ? anchors->day : anchors->any;
        date->span |= !date->anchor && !(date->unit == 'd' && date->offset <= 0);
    } else if (!date->span) {
        anchors->any = date;
        if (date_is_day(date))
            anchors->day = date;
    }
}

/* Returns NULL when memory is out. */
static struct date *date_of(struct document *document, const struct annotation *annotation,
                            const struct bounds *bounds, struct anchors *anchors)
{
    struct date *date = ARENA_ARRAY(document->arena, struct date, 1);
    if (!date) {
        document->memory_out = true;
        return NULL;
    }
    take_members(document, annotation, date);
    take_offset(document, annotation, date);
    take_feast(document, annotation, date);
    take_part(document, annotation, date);
    complete_year(document, date);
    complete_range(date);
    take_bound(document, annotation, bounds, date);
    const struct annotation *speech = speech_before(document, annotation, date);
    if (!date->lean && speech && speech->tag == TAG_PAST)
        date->lean = DIRECTION_PAST; /* a day right behind what somebody said is over */
    take_anchor(date, anchors,
                captured_word_is(document, annotation, CAPTURE_REFERENCE, "CONTEXT"));
    return date;
}

/* Returns NULL when memory is out. */
static const struct duration *duration_of(struct document *document,
                                          const struct annotation *annotation)
{
    enum { WEEK = 7 };
    struct duration *duration = ARENA_ARRAY(document->arena, struct duration, 1);
    if (!duration) {
        document->memory_out = true;
        return NULL;
    }
    const struct str unit = captured_column(document, annotation, CAPTURE_UNIT, 0);
    const int32_t size = captured_number_in(captured_column(document, annotation, CAPTURE_UNIT, 1));
    const int32_t count = captured_number_or(document, annotation, CAPTURE_COUNT, 1);
    const int32_t days = unit.len && unit.at[0] == 'd'   ? 1
                         : unit.len && unit.at[0] == 'w' ? WEEK
                                                         : 0;
    const int64_t all = (int64_t)days * count * (size == CAPTURED_NOTHING ? 1 : size);
    if (all <= OFFSET_MAX)
        duration->days = (int16_t)all;
    return duration;
}

/* "à la fin du mois de mai, le 29": a day without its month is one of the month told before it. */
static void take_month(struct date *date, const struct date *before)
{
    if (!date || !before || before->day || !before->month || date->month || !date->day ||
        date->weekday || date->unit)
        return;
    date->month = before->month2 ? before->month2 : before->month;
    date->year = before->year2 ? before->year2 : before->year;
    date->direction = before->direction;
}

/* "met B earlier in the day, his office said on Sunday": the day on which that was said. */
static void take_day_of_speech(const struct document *document, const struct annotation *annotation,
                               struct date *same_day)
{
    if (!speech_before(document, annotation, annotation->detail))
        return;
    same_day->anchor = annotation->detail;
    same_day->span = false;
}

static void resolve_sentence(struct document *document, const struct sentence *sentence,
                             struct anchors *anchors)
{
    struct date *same_day = NULL; /* counts from a day that no word before it tells */
    const struct bounds bounds = {CLASS(SINCE), CLASS(UNTIL)};
    const uint64_t bits =
        KIND_BIT(ANNOTATION_DATE) | KIND_BIT(ANNOTATION_TIME) | KIND_BIT(ANNOTATION_DURATION);
    const struct date *before = NULL;
    for (uint32_t t = look_next(document, sentence->begin, sentence->end, bits); t < sentence->end;
         t = look_next(document, t + 1, sentence->end, bits)) {
        for (struct annotation *a = document->first[t]; a; a = a->next) {
            if (a->kind == ANNOTATION_TIME)
                a->detail = daytime_resolve(document, a);
            else if (a->kind == ANNOTATION_DURATION)
                a->detail = duration_of(document, a);
            else if (a->kind == ANNOTATION_DATE) {
                struct date *date = date_of(document, a, &bounds, anchors);
                take_month(date, before);
                a->detail = before = date;
                if (date && captured_word_is(document, a, CAPTURE_REFERENCE, "CONTEXT"))
                    same_day =
                        date->unit == 'd' && date->offset == 0 && !date->anchor ? date : NULL;
                else if (date && same_day)
                    take_day_of_speech(document, a, same_day);
            }
        }
    }
}

int date_resolve(struct document *document)
{
    struct anchors anchors = {NULL, NULL};
    for (size_t i = 0; i < document->sentences.count; i++)
        resolve_sentence(document, &document->sentences.at[i], &anchors);
    return document_fault(document);
}

bool date_render(const struct annotation *annotation, const struct reference *reference,
                 char *ret_text, size_t size)
{
    ret_text[0] = '\0';
    if (!annotation->detail)
        return false;
    if (annotation->kind == ANNOTATION_TIME) {
        char text[12];
        daytime_text(annotation->detail, text);
        snprintf(ret_text, size, "%s", text);
    } else if (annotation->kind == ANNOTATION_DURATION) {
        const struct duration *duration = annotation->detail;
        if (duration->days)
            snprintf(ret_text, size, "P%dD", duration->days);
    } else {
        const struct date_result period =
            date_period(annotation->detail, reference, DIRECTION_NEAREST);
        snprintf(ret_text, size, "%s%s%s", period.start.text, period.end.text[0] ? "/" : "",
                 period.end.text);
    }
    return ret_text[0] != '\0';
}
