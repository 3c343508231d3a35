#include <stdlib.h>

#include "annotate/date/date.h"

/*
 * Leap days come every 4 or 8 years; everything else of a year comes every year.
 * A report of what happened may be dated the day after where its author lives.
 */
enum { YEARS_AROUND = 8, WEEKS_AROUND = 9, GRACE = 1, WEEK = 7 };

static const struct day NO_DAY = {0, 0, 0};

/* Where a date is looked for: around which day, which way, and whether that day itself fits. */
struct look {
    struct day today;
    int direction;
    bool strict;
};

static bool look_allows(const struct look *look, int32_t difference)
{
    if (look->strict)
        return difference * look->direction > 0;
    return difference * look->direction >= 0;
}

/* Days, or months where the day is not known, on one scale. */
static int32_t distance(struct day from, struct day to)
{
    if (to.day && from.day)
        return day_number(to) - day_number(from);
    if (to.month && from.month)
        return (to.year - from.year) * 12 + to.month - from.month;
    return to.year - from.year;
}

/* The day, or month, that recurs every year: 3 May, Easter Monday, the first Monday of May. */
static struct day yearly(const struct date *date, int year)
{
    if (year < 1 || year > YEAR_MAX)
        return NO_DAY;
    if (date->unit == 'p')
        return day_add(easter_day(year), date->offset);
    if (date->month < 1 || date->month > 12)
        return NO_DAY;
    if (date->nth && date->weekday)
        return month_weekday(year, date->month, date->nth, date->weekday);
    const struct day day = {(int16_t)year, (int8_t)date->month, (int8_t)date->day};
    return day.day == 0 || day_valid(day) ? day : NO_DAY;
}

/* The end of a range of days or months whose start is known: the first such after it. */
static struct day range_end(const struct date *date, struct day start)
{
    if (date->weekday2 && !date->day2) {
        const int ahead = (date->weekday2 - day_weekday(start) + WEEK) % WEEK;
        return start.day ? day_add(start, ahead) : NO_DAY;
    }
    if (!date->day2 && !date->month2)
        return date->year2 && !start.month ? (struct day){date->year2, 0, 0} : NO_DAY;
    struct day end = {
        .year = date->year2 ? date->year2 : start.year,
        .month = (int8_t)(date->month2 ? date->month2 : start.month),
        .day = (int8_t)date->day2,
    };
    if (!date->year2 && distance(start, end) < 0) {
        if (date->month)
            end.year++;
        else
            end = (struct day){month_add(start, 1).year, month_add(start, 1).month, end.day};
    }
    const bool known = end.day ? day_valid(end) : end.month >= 1 && end.month <= 12;
    return known && end.year <= YEAR_MAX ? end : NO_DAY;
}

/* A range that has begun is still to come: "du 3 au 5 mai" on the 4th. */
static int32_t difference_of(const struct date *date, const struct look *look, struct day start)
{
    const int32_t difference = distance(look->today, start);
    if (look->strict || look->direction != DIRECTION_FUTURE || difference >= 0)
        return difference;
    const struct day end = range_end(date, start);
    return end.year && distance(look->today, end) >= 0 ? 0 : difference;
}

/* "Wednesday, October 26": the nearest year in which that day is a Wednesday, if it is near enough
 * to be meant; what tense tells counts less. */
static struct day year_of_weekday(const struct date *date, const struct day today)
{
    enum { DAYS_AROUND = 270 };
    struct day best = NO_DAY;
    int32_t least = DAYS_AROUND;
    for (int year = today.year - 1; year <= today.year + 1; year++) {
        const struct day day = yearly(date, year);
        if (!day.day || !today.day || day_weekday(day) != date->weekday ||
            abs(distance(today, day)) > least)
            continue;
        least = abs(distance(today, day));
        best = day;
    }
    return best;
}

static struct day nearest_year(const struct date *date, const struct look *look)
{
    const bool leap_day = date->month == 2 && date->day == 29;
    const bool every_year = date->unit != 'p' && !date->year2 && !leap_day;
    const int around = every_year ? 1 : YEARS_AROUND;
    struct day best = NO_DAY;
    int32_t least = INT32_MAX;
    for (int year = look->today.year - around; year <= look->today.year + around; year++) {
        const struct day day = yearly(date, year);
        if (!day.year)
            continue;
        const int32_t difference = difference_of(date, look, day);
        const bool graced =
            day.day && difference == GRACE && !look->strict && look->direction == DIRECTION_PAST;
        if (!graced && !look_allows(look, difference))
            continue;
        if (abs(difference) < least) {
            least = abs(difference);
            best = day;
        }
    }
    return best;
}

static struct day nearest_weekday(int weekday, const struct look *look)
{
    int ahead = (weekday - day_weekday(look->today) + WEEK) % WEEK;
    if (look->direction == DIRECTION_NEAREST)
        ahead -= ahead > WEEK / 2 ? WEEK : 0;
    else if (look->direction == DIRECTION_PAST)
        ahead -= ahead > 0 || look->strict ? WEEK : 0;
    else
        ahead += ahead == 0 && look->strict ? WEEK : 0;
    return day_add(look->today, ahead);
}

/* "samedi 26": the nearest Saturday that is a 26th. */
static struct day weekday_numbered(const struct date *date, const struct look *look)
{
    const struct day middle = nearest_weekday(date->weekday, look);
    for (int week = 0; week <= WEEKS_AROUND; week++) {
        for (int side = -1; side <= 1; side += 2) {
            const struct day day = day_add(middle, side * week * WEEK);
            if (day.day == date->day && look_allows(look, distance(look->today, day)))
                return day;
        }
    }
    return NO_DAY;
}

/* "le 28": the nearest month that has such a day. */
static struct day monthly(const struct date *date, const struct look *look)
{
    enum { MONTHS_AROUND = 2 };
    const struct day base = {look->today.year, look->today.month, 0};
    struct day best = NO_DAY;
    int32_t least = INT32_MAX;
    for (int month = -MONTHS_AROUND; month <= MONTHS_AROUND; month++) {
        struct day day = month_add(base, month);
        day.day = (int8_t)date->day;
        const int32_t difference = day_valid(day) ? difference_of(date, look, day) : INT32_MAX;
        if (difference == INT32_MAX || !look_allows(look, difference) || abs(difference) >= least)
            continue;
        least = abs(difference);
        best = day;
    }
    return best;
}

static struct day monday_of(struct day day)
{
    return day_add(day, 1 - day_weekday(day));
}

static struct day in_month(const struct date *date, struct day today)
{
    const struct day base = {today.year, today.month, 0};
    struct day day = month_add(base, date->offset);
    if (day.year < 1 || day.year > YEAR_MAX)
        return NO_DAY;
    if (date->nth && date->weekday)
        return month_weekday(day.year, day.month, date->nth, date->weekday);
    day.day = (int8_t)date->day;
    return day.day == 0 || day_valid(day) ? day : NO_DAY;
}

/* "yesterday, Tuesday": the weekday is right where the two differ. */
static struct day day_told(const struct date *date, struct day day)
{
    const struct look look = {day, DIRECTION_NEAREST, false};
    return date->weekday ? nearest_weekday(date->weekday, &look) : day;
}

/* Units away from today; weeks only with a weekday, for they have no ISO form that we write. */
static struct day relative_day(const struct date *date, struct day today)
{
    switch (date->unit) {
    case 'd':
        return today.day ? day_told(date, day_add(today, date->offset)) : NO_DAY;
    case 'w':
        if (!date->weekday || !today.day)
            return NO_DAY;
        return day_add(monday_of(today), date->offset * WEEK + date->weekday - 1);
    case 'n':
        if (!date->weekday || !today.day)
            return NO_DAY;
        return day_add(
            nearest_weekday(date->weekday, &(struct look){today, DIRECTION_FUTURE, true}),
            date->offset * WEEK);
    case 'm':
        return today.month ? in_month(date, today) : NO_DAY;
    case 'y': {
        const int year = today.year + date->offset;
        if (year < 1 || year > YEAR_MAX)
            return NO_DAY;
        return date->month ? yearly(date, year) : (struct day){(int16_t)year, 0, 0};
    }
    default:
        return NO_DAY;
    }
}

static bool is_yearly(const struct date *date)
{
    return date->month || date->unit == 'p';
}

static struct day start_of(const struct date *date, const struct look *look)
{
    if (date->year)
        return is_yearly(date) ? yearly(date, date->year) : (struct day){date->year, 0, 0};
    if (!look->today.year)
        return NO_DAY;
    if (date->unit && date->unit != 'p')
        return relative_day(date, look->today);
    const struct day told =
        date->month && date->day && date->weekday && !date->nth && !date->direction
            ? year_of_weekday(date, look->today)
            : NO_DAY;
    if (is_yearly(date))
        return told.year ? told : nearest_year(date, look);
    if (!look->today.day)
        return NO_DAY;
    if (!date->weekday)
        return date->day ? monthly(date, look) : NO_DAY;
    return date->day ? weekday_numbered(date, look) : nearest_weekday(date->weekday, look);
}

/* What the text tells of the direction counts more than the tense. */
static struct look look_of(const struct date *date, struct day today, enum date_direction direction)
{
    if (date->direction)
        return (struct look){today, date->direction, true};
    return (struct look){today, date->lean ? date->lean : (int)direction, false};
}

/* The day from which a date counts: the reference, or the date before it in the text. */
static struct day base_of(const struct date *date, const struct reference *reference,
                          enum date_direction direction)
{
    if (!date->anchor)
        return reference->day;
    const struct look look = look_of(date->anchor, reference->day, direction);
    return date->anchor->span ? NO_DAY : start_of(date->anchor, &look);
}

static enum date_basis basis_of(const struct date *date, const struct reference *reference)
{
    if (date->year)
        return DATE_BASIS_EXPLICIT;
    return date->anchor ? DATE_BASIS_CONTEXT : reference->basis;
}

static struct date_result result_of(struct day start, struct day end, enum date_basis basis)
{
    struct date_result result = {.basis = DATE_BASIS_NONE};
    if (start.year < 1 || start.year > YEAR_MAX)
        return result;
    result.start = day_iso(start);
    result.basis = basis;
    if (end.year >= 1 && end.year <= YEAR_MAX && distance(start, end) > 0)
        result.end = day_iso(end);
    return result;
}

struct day date_start(const struct date *date, const struct reference *reference,
                      enum date_direction direction)
{
    if (date->span || (date->ahead && direction == DIRECTION_PAST))
        return NO_DAY;
    const struct look look = look_of(date, base_of(date, reference, direction), direction);
    const struct day start = start_of(date, &look);
    return start.year >= 1 && start.year <= YEAR_MAX ? start : NO_DAY;
}

struct date_result date_value(const struct date *date, const struct reference *reference,
                              enum date_direction direction)
{
    const struct day start = date_start(date, reference, direction);
    const struct day end = start.year ? range_end(date, start) : NO_DAY;
    return result_of(start, end, basis_of(date, reference));
}

/* The months [first, last] of a year, counted from 1; first may lie outside of it. */
static struct date_result months_of(int year, int first, int count, enum date_basis basis)
{
    const struct day base = {(int16_t)year, 1, 0};
    return result_of(month_add(base, first - 1), month_add(base, first + count - 2), basis);
}

/* Saturday and Sunday of this week, or of the last where the past is meant. */
static struct day saturday_of(const struct date *date, const struct look *look)
{
    struct day saturday = day_add(monday_of(look->today), 5);
    if (date->offset)
        return day_add(saturday, date->offset * WEEK);
    if (look->direction == DIRECTION_PAST && distance(look->today, saturday) > 0)
        saturday = day_add(saturday, -WEEK);
    return saturday;
}

struct date_result date_period(const struct date *date, const struct reference *reference,
                               enum date_direction direction)
{
    enum { QUARTER = 3, HALF = 6 };
    const struct date_result value = date_value(date, reference, direction);
    const struct look look = look_of(date, base_of(date, reference, direction), direction);
    const enum date_basis basis = basis_of(date, reference);
    if (date->part && date->nth && value.start.text[0]) {
        const int length = date->part == DATE_QUARTER ? QUARTER : HALF;
        return months_of(start_of(date, &look).year, (date->nth - 1) * length + 1, length, basis);
    }
    if (value.start.text[0] || date->span || !look.today.day)
        return value;
    const struct day monday = day_add(monday_of(look.today), date->offset * WEEK);
    if (date->unit == 'w')
        return result_of(monday, day_add(monday, WEEK - 1), basis);
    if (date->unit == 'e')
        return result_of(saturday_of(date, &look), day_add(saturday_of(date, &look), 1), basis);
    if (date->unit == 'q') {
        const int quarter = (look.today.month - 1) / QUARTER + date->offset;
        return months_of(look.today.year, quarter * QUARTER + 1, QUARTER, basis);
    }
    return value;
}

/* Writes number in decimal, from the last digit at end on. */
static void digits_put(char *end, int number, int digits)
{
    for (; digits > 0; digits--, number /= 10)
        *--end = (char)('0' + number % 10);
}

/* By hand: dates are written and compared so often that snprintf() would show in a profile. */
struct iso_date day_iso(struct day day)
{
    struct iso_date iso = {""};
    if (!day.year)
        return iso;
    digits_put(iso.text + 4, day.year, 4);
    if (!day.month)
        return iso;
    iso.text[4] = '-';
    digits_put(iso.text + 7, day.month, 2);
    if (!day.day)
        return iso;
    iso.text[7] = '-';
    digits_put(iso.text + 10, day.day, 2);
    return iso;
}

bool iso_is_day(const struct iso_date *date)
{
    return date->text[sizeof date->text - 2] != '\0';
}

static struct day day_of_iso(const struct iso_date *date)
{
    const char *text = date->text;
    struct day day = {0};
    for (int i = 0; i < 4; i++)
        day.year = (int16_t)(day.year * 10 + text[i] - '0');
    day.month = (int8_t)((text[5] - '0') * 10 + text[6] - '0');
    day.day = (int8_t)((text[8] - '0') * 10 + text[9] - '0');
    return day;
}

struct iso_date iso_add(const struct iso_date *date, int32_t days)
{
    return day_iso(day_add(day_of_iso(date), days));
}

int32_t iso_days(const struct iso_date *from, const struct iso_date *to)
{
    return day_number(day_of_iso(to)) - day_number(day_of_iso(from));
}
