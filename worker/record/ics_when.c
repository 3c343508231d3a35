#include "record/ics_when.h"

#include <stddef.h>

#include "annotate/date/calendar.h"

enum { HOUR = 60, DAY = 24 * HOUR };

/* The number in the two (or count) digits at text; -1 when they are none. */
static int digits_read(const char *text, size_t count)
{
    int value = 0;
    for (size_t i = 0; i < count; i++) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        value = value * 10 + text[i] - '0';
    }
    return value;
}

/* What is not told of a date is 0: "2025-04" has no day. */
static struct day date_read(const struct iso_date *date)
{
    struct day day = {0, 0, 0};
    int year = digits_read(date->text, 4);
    if (year < 1)
        return day;
    day.year = (int16_t)year;
    if (date->text[4] == '-') {
        int month = digits_read(date->text + 5, 2);
        day.month = (int8_t)(month < 0 ? 0 : month);
        if (date->text[7] == '-')
            day.day = (int8_t)digits_read(date->text + 8, 2);
    }
    const struct day whole = {day.year, day.month ? day.month : 1, day.day ? day.day : 1};
    return day_valid(whole) ? day : (struct day){0, 0, 0};
}

static struct day first_of(struct day day)
{
    return (struct day){day.year, day.month ? day.month : 1, day.day ? day.day : 1};
}

static struct day after_of(struct day day)
{
    struct day first = first_of(day);
    if (day.day)
        return day_add(first, 1);
    return month_add(first, day.month ? 1 : 12);
}

/* "15:00", "15:00Z", "15:00+02:00"; anything else leaves the whole day. */
static void time_read(const char *text, struct ics_when *when)
{
    int hour = digits_read(text, 2);
    if (hour < 0 || text[2] != ':')
        return;
    int minute = digits_read(text + 3, 2);
    if (minute < 0 || hour * HOUR + minute >= DAY)
        return;
    when->minutes = hour * HOUR + minute;
    when->clock = ICS_LOCAL;
    if (text[5] == '\0')
        return;
    when->clock = ICS_UTC;
    if (text[5] != '+' && text[5] != '-')
        return;
    int offset = digits_read(text + 6, 2) * HOUR + digits_read(text + 9, 2);
    when->minutes -= text[5] == '+' ? offset : -offset;
    int days = when->minutes < 0 ? -1 : when->minutes >= DAY ? 1 : 0;
    when->minutes -= days * DAY;
    when->first = day_add(when->first, days);
}

bool ics_when(const struct meeting *meeting, struct ics_when *ret_when)
{
    struct ics_when when = {.clock = ICS_ALL_DAY};
    struct day start = date_read(&meeting->start), end = date_read(&meeting->end);
    if (start.year == 0 && meeting->status == STATUS_POSTPONED) {
        start = date_read(&meeting->previous_start);
        end = start;
        when.off = true;
    }
    if (start.year == 0)
        return false;
    when.first = first_of(start);
    when.after = after_of(start);
    bool several = end.year != 0 && day_number(after_of(end)) > day_number(when.after);
    if (several)
        when.after = after_of(end);
    else if (start.day && !when.off)
        time_read(meeting->start_time, &when);
    if (when.after.year > YEAR_MAX)
        when.after.year = 0;
    *ret_when = when;
    return true;
}
