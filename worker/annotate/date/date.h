/*
 * date.h -- dates and times of day: what the text told, and what that means.
 *
 *     date rules --date_resolve--> DATE (struct date), TIME (struct time, daytime.h)
 *                                 DURATION (struct duration)
 *     struct date + the reference day + the tense --date_value--> ISO 8601
 *
 * A date keeps what the text told (a weekday, "next", "two years ago") until the stage that knows
 * the tense asks for its value.  The reference is the dateline's day where the text has one, else
 * the day of publication.
 */
#ifndef ANNOTATE_DATE_DATE_H
#define ANNOTATE_DATE_DATE_H

#include "annotate/date/calendar.h"
#include "annotate/date/daytime.h"
#include "annotate/document.h"
#include "meeting/meeting.h"

/* Which way a date without a year, or a weekday, looks; the reference day itself fits all. */
enum date_direction { DIRECTION_PAST = -1, DIRECTION_NEAREST = 0, DIRECTION_FUTURE = 1 };

/* Which part of a longer time the date is; the year or month around it is told or relative. */
enum date_part { DATE_WHOLE, DATE_QUARTER, DATE_HALF };

/* What the rule matched, in numbers; 0 is "not told". */
struct date {
    int16_t year, month, day;
    int16_t year2, month2, day2; /* the end of a range */
    int16_t weekday, weekday2;   /* 1 Monday … 7 Sunday */
    int16_t nth;                 /* "first Monday", "second quarter" */
    int16_t direction;           /* told: "prochain" +1 (after the reference), "dernier" -1 */
    int16_t lean;                /* "depuis" -1, "jusqu'à" +1: counts more than the tense */
    int16_t offset;              /* units from the reference: "hier" -1; days from Easter */
    char unit;                   /* d day, w week, e weekend, m month, q quarter, y year,
                                    n weeks from the next such weekday, p Easter (Pascha);
                                    0 none: not relative */
    enum date_part part;
    bool span;                 /* has no ISO form: "ces derniers jours" */
    bool until;                /* told as an end: "jusqu'à vendredi", "until 2026" */
    bool ahead;                /* means nothing of the past: "in two years" */
    const struct date *anchor; /* relative to this one, not to the reference: "le lendemain" */
};

/* "trois jours", "a two-week visit". */
struct duration {
    int16_t days; /* 0: too long, or no number of days */
};

/* A value: ISO 8601 strings, and how they were found. */
struct date_result {
    struct iso_date start, end;
    enum date_basis basis; /* NONE: it has no value */
};

/* The day that "today" means; year 0 when nothing tells it. */
struct reference {
    struct day day;
    enum date_basis basis;         /* DATELINE or PUBLICATION; NONE */
    uint32_t begin, end;           /* tokens of the dateline; equal: there is none */
    const struct annotation *city; /* the dateline's city, one of its readings; or NULL */
};

/* Sets the detail of DATE, TIME and DURATION annotations.  Returns 0, FAULT_MEMORY,
 * FAULT_TOO_COMPLEX. */
int date_resolve(struct document *document);

/* Finds the dateline and with it the reference day.  Runs after date_resolve(). */
struct reference date_reference(const struct document *document);

/* "du 3 au 5 mai": told with a last day of its own. */
static inline bool date_is_range(const struct date *date)
{
    return date->day2 > 0 || date->weekday2 > 0;
}

/* "3 May", "Monday", "two days ago": no week or month. */
static inline bool date_is_day(const struct date *date)
{
    return date->day || date->weekday || date->unit == 'd';
}

/* "Monday": nothing says which one. */
static inline bool date_is_weekday(const struct date *date)
{
    return date->weekday && !date->day && !date->direction;
}

/* The value, if it is a day, a month, a year or a range of them; else basis NONE. */
struct date_result date_value(const struct date *date, const struct reference *reference,
                              enum date_direction direction);

/* Where it begins: known to the day, the month or the year; year 0: it has no value. */
struct day date_start(const struct date *date, const struct reference *reference,
                      enum date_direction direction);

/* As date_value(), and the first and last day or month of weeks, weekends and quarters too. */
struct date_result date_period(const struct date *date, const struct reference *reference,
                               enum date_direction direction);

/* "2025-04-26", "2025-04", "2025": as precise as day is; "" when its year is 0. */
struct iso_date day_iso(struct day day);

/* Of ISO dates: whether one is known to the day; so many days after such a one; how many days lie
 * from one such to another. */
bool iso_is_day(const struct iso_date *date);
struct iso_date iso_add(const struct iso_date *date, int32_t days);
int32_t iso_days(const struct iso_date *from, const struct iso_date *to);

/*
 * The value of a DATE ("2025-05-03/2025-05-05"), TIME or DURATION ("P3D") annotation as examples
 * tell it, looking to the nearest.  False, and text is "", when it has none.
 */
bool date_render(const struct annotation *annotation, const struct reference *reference,
                 char *ret_text, size_t size);

#endif
