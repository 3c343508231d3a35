#include "meeting/when.h"

#include <string.h>

enum { DAY_LENGTH = 10 }; /* of an ISO date known to the day */

static enum date_direction direction_of(enum meeting_status status)
{
    switch (status) {
    case STATUS_HELD:
        return DIRECTION_PAST;
    case STATUS_ONGOING:
    case STATUS_UNKNOWN:
        return DIRECTION_NEAREST;
    default:
        return DIRECTION_FUTURE;
    }
}

static struct date_result value_of(const struct story *story, const struct annotation *words,
                                   enum date_direction direction)
{
    return date_value(words->detail, &story->reference, direction);
}

/* Which way the words of a day look.  A day of a month beside no verb that tells what becomes of
 * the meeting is the nearest: "la décision d'aller au sommet le 9 juin". */
static enum date_direction direction_for(const struct story *story, const struct occasion *occasion,
                                         const struct mention *mention)
{
    const struct date *date = mention->date->detail;
    if (occasion->status == STATUS_DENIED)
        return date_tense(story->document, mention->date);
    if (mention->lapsed)
        return DIRECTION_PAST;
    if (occasion->status == STATUS_HELD && !occasion->status_from->status_told && date->day &&
        date->month)
        return DIRECTION_NEAREST;
    return direction_of(occasion->status);
}

/* The most precise date that a mention tells; a range beats a day. */
static void find_start(const struct story *story, const struct occasion *occasion,
                       struct when *when)
{
    size_t most = 0;
    for (unsigned i = 0; i < occasion->mention_count; i++) {
        const struct mention *mention = occasion->mentions[i];
        if (!mention->date)
            continue;
        const struct date_result result =
            value_of(story, mention->date, direction_for(story, occasion, mention));
        const size_t length = strlen(result.start.text) + (result.end.text[0] ? 1 : 0);
        if (length > most) {
            most = length;
            when->start = result.start;
            when->end = result.end;
            when->basis = result.basis;
            when->start_words = when->end_words = mention->date;
        }
    }
}

/* The last day, where it is told by itself: "jusqu'à jeudi", "doit s'achever vendredi". */
static void find_end(const struct story *story, const struct occasion *occasion, struct when *when)
{
    for (unsigned i = 0; i < occasion->mention_count && !when->end.text[0]; i++) {
        const struct annotation *until = occasion->mentions[i]->until;
        if (!until)
            continue;
        const struct date_result result = value_of(
            story, until,
            occasion->mentions[i]->closed ? DIRECTION_PAST : date_tense(story->document, until));
        if (!result.start.text[0] || strcmp(result.start.text, when->start.text) <= 0)
            continue;
        when->end = result.start;
        when->end_words = until;
        if (when->basis == DATE_BASIS_NONE)
            when->basis = result.basis;
    }
}

static int16_t days_of(const struct occasion *occasion)
{
    int16_t days = 0;
    for (unsigned i = 0; i < occasion->mention_count; i++) {
        if (occasion->mentions[i]->days > days)
            days = occasion->mentions[i]->days;
    }
    return days;
}

static bool is_day(const struct iso_date *date)
{
    return strlen(date->text) == DAY_LENGTH;
}

/* The day so many days after a date known to the day. */
static struct iso_date day_after(const struct iso_date *date, int32_t days)
{
    struct day day = {0};
    day.year = (int16_t)((date->text[0] - '0') * 1000 + (date->text[1] - '0') * 100 +
                         (date->text[2] - '0') * 10 + (date->text[3] - '0'));
    day.month = (int8_t)((date->text[5] - '0') * 10 + (date->text[6] - '0'));
    day.day = (int8_t)((date->text[8] - '0') * 10 + (date->text[9] - '0'));
    return day_iso(day_add(day, days));
}

/* What how long it lasts says of the day that is not told. */
static void fill_by_length(const struct occasion *occasion, struct when *when)
{
    const int16_t days = days_of(occasion);
    if (days > 1 && is_day(&when->start) && !when->end.text[0]) {
        when->end = day_after(&when->start, days - 1);
    } else if (days > 1 && is_day(&when->end) && !when->start.text[0]) {
        when->start = day_after(&when->end, 1 - days);
        when->start_words = when->end_words;
    }
}

/* One that has only its last day told: that day, unless it goes on until then. */
static void start_by_end(struct when *when)
{
    const struct date *end = when->end_words ? when->end_words->detail : NULL;
    if (when->start.text[0] || !when->end.text[0] || !end || end->until)
        return;
    when->start = when->end;
    when->start_words = when->end_words;
    when->end.text[0] = '\0';
}

/* Put off: what was the start is the one before; a new day makes it planned again. */
static void move(const struct story *story, struct occasion *occasion, struct when *when)
{
    const struct annotation *to = NULL;
    for (unsigned i = 0; i < occasion->mention_count && !to; i++)
        to = occasion->mentions[i]->moved_to;
    const struct date_result result =
        to ? value_of(story, to, DIRECTION_FUTURE) : (struct date_result){.basis = DATE_BASIS_NONE};
    if (occasion->status != STATUS_POSTPONED && !result.start.text[0])
        return;
    when->previous = when->start;
    when->previous_words = when->start_words;
    when->start = result.start;
    when->end = result.end;
    when->start_words = when->end_words = to;
    if (result.basis != DATE_BASIS_NONE)
        when->basis = result.basis;
    if (is_day(&when->start))
        occasion->status = STATUS_SCHEDULED;
}

void occasion_when(const struct story *story, struct occasion *occasion)
{
    struct when when = {.basis = DATE_BASIS_NONE};
    find_start(story, occasion, &when);
    find_end(story, occasion, &when);
    fill_by_length(occasion, &when);
    start_by_end(&when);
    move(story, occasion, &when);
    occasion->when = when;
}
