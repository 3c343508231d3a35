/*
 * date.h -- dates and times of day, resolved.
 *
 *     date rules --date_resolve--> DATE annotations (struct date), TIME annotations (struct time)
 *
 * A date keeps what the text told (a weekday, "next", "in two weeks") until the stage that knows
 * the tense asks for its value: date_value().  The reference is the dateline's day where the text
 * has one, else the day of publication.
 */
#ifndef ANNOTATE_DATE_H
#define ANNOTATE_DATE_H

#include "annotate/document.h"
#include "meeting/meeting.h"

/* Which way a date without a year, or a weekday, looks when nothing in the text says. */
enum date_direction { DIRECTION_PAST = -1, DIRECTION_NEAREST = 0, DIRECTION_FUTURE = 1 };

/* What the rule matched, in numbers; 0 is "not told" but for offset. */
struct date {
    int16_t year, month, day;
    int16_t year2, month2, day2; /* the end of a range */
    int8_t weekday, weekday2;    /* 1 Monday … 7 Sunday */
    int8_t direction;            /* told: "prochain" +1, "dernier" -1, else 0 */
    int16_t offset;              /* units from the reference: "hier" -1 day, "in two weeks" +2 */
    char unit;                   /* 'd' day, 'w' week, 'm' month, 'y' year, 'q' quarter; 0 none */
    bool relative;               /* offset and unit count */
    bool span;                   /* has no ISO form: "la semaine prochaine" */
};

/* A value: ISO 8601 strings, and how they were found. */
struct date_result {
    struct iso_date start, end;
    enum date_basis basis; /* NONE: it has no value */
};

struct time {
    int8_t hour, minute; /* 0..23, 0..59 */
    char zone[7];        /* "Z", "+02:00" or "" */
};

/* The day that "today" means; year 0 when nothing tells it. */
struct reference {
    struct day day;
    enum date_basis basis;         /* DATELINE or PUBLICATION; NONE */
    uint32_t end;                  /* tokens of the dateline: [its sentence's begin, end); 0 none */
    const struct annotation *city; /* the dateline's city, or NULL */
    uint32_t city_token;
};

/* Sets the detail of DATE and TIME annotations.  Returns 0, FAULT_MEMORY, FAULT_TOO_COMPLEX. */
int date_resolve(struct document *document);

/* Finds the dateline and with it the reference day.  Runs after date_resolve(). */
struct reference date_reference(const struct document *document);

struct date_result date_value(const struct date *date, const struct reference *reference,
                              enum date_direction direction);

/* Days from 1970-01-01, and back; for comparing.  Howard Hinnant, "chrono-Compatible Low-Level
 * Date Algorithms". */
int32_t day_number(struct day day);
struct day day_of_number(int32_t number);

/* "2025-04-26" */
struct iso_date day_iso(struct day day);

#endif
