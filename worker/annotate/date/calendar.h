/*
 * calendar.h -- the Gregorian calendar: days counted, weekdays, the end of months, Easter.
 *
 * Pure arithmetic on struct day, for years 1 to 9999.  A struct day may be known in part only: day
 * 0 is "some day of the month", month 0 "some month of the year".
 */
#ifndef ANNOTATE_DATE_CALENDAR_H
#define ANNOTATE_DATE_CALENDAR_H

#include <stdbool.h>
#include <stdint.h>

#include "article/article.h"

enum { YEAR_MAX = 9999 };

/* Days from 1970-01-01 to a whole day, and back. */
int32_t day_number(struct day day);
struct day day_of_number(int32_t number);

struct day day_add(struct day day, int32_t days);

int day_weekday(struct day day); /* 1 Monday … 7 Sunday */

/* Whether it is a day of the calendar: 2025-02-29 is none. */
bool day_valid(struct day day);

/* Adds months to a day known to the month; its day is left as it is. */
struct day month_add(struct day day, int32_t months);

/* The nth weekday of a month, 1 the first; more than there are: the last. */
struct day month_weekday(int year, int month, int nth, int weekday);

/* Easter Sunday of the western churches. */
struct day easter_day(int year);

#endif
