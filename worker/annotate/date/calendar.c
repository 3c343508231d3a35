#include "annotate/date/calendar.h"

/* Both ways between days and their numbers: Howard Hinnant, "chrono-Compatible Low-Level Date
 * Algorithms", with years that begin in March so that the leap day is the last of its year. */
enum { DAYS_OF_ERA = 146097, YEARS_OF_ERA = 400, DAYS_BEFORE_1970 = 719468 };

int32_t day_number(struct day day)
{
    const int32_t year = day.year - (day.month <= 2);
    const int32_t era = (year >= 0 ? year : year - (YEARS_OF_ERA - 1)) / YEARS_OF_ERA;
    const int32_t year_of_era = year - era * YEARS_OF_ERA;
    const int32_t month = (day.month + 9) % 12;
    const int32_t day_of_year = (153 * month + 2) / 5 + day.day - 1;
    const int32_t day_of_era =
        year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * DAYS_OF_ERA + day_of_era - DAYS_BEFORE_1970;
}

struct day day_of_number(int32_t number)
{
    const int32_t shifted = number + DAYS_BEFORE_1970;
    const int32_t era = (shifted >= 0 ? shifted : shifted - (DAYS_OF_ERA - 1)) / DAYS_OF_ERA;
    const int32_t day_of_era = shifted - era * DAYS_OF_ERA;
    const int32_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const int32_t day_of_year =
        day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const int32_t month = (5 * day_of_year + 2) / 153;
    struct day day = {
        .year = (int16_t)(year_of_era + era * YEARS_OF_ERA + (month >= 10)),
        .month = (int8_t)(month < 10 ? month + 3 : month - 9),
        .day = (int8_t)(day_of_year - (153 * month + 2) / 5 + 1),
    };
    return day;
}

struct day day_add(struct day day, int32_t days)
{
    return day_of_number(day_number(day) + days);
}

int day_weekday(struct day day)
{
    const int32_t since_monday = (day_number(day) + 3) % 7; /* 1970-01-01 was a Thursday */
    return (int)(since_monday < 0 ? since_monday + 7 : since_monday) + 1;
}

static int month_days(int year, int month)
{
    static const int8_t DAYS[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % YEARS_OF_ERA == 0;
    return DAYS[month - 1] + (month == 2 && leap);
}

bool day_valid(struct day day)
{
    return day.year >= 1 && day.year <= YEAR_MAX && day.month >= 1 && day.month <= 12 &&
           day.day >= 1 && day.day <= month_days(day.year, day.month);
}

struct day month_add(struct day day, int32_t months)
{
    const int32_t total = day.year * 12 + (day.month - 1) + months;
    day.year = (int16_t)(total / 12);
    day.month = (int8_t)(total % 12 + 1);
    return day;
}

struct day month_weekday(int year, int month, int nth, int weekday)
{
    struct day day = {(int16_t)year, (int8_t)month, 1};
    const int first = 1 + (weekday - day_weekday(day) + 7) % 7;
    int told = first + 7 * (nth - 1);
    while (told > month_days(year, month))
        told -= 7;
    day.day = (int8_t)told;
    return day;
}

/* The anonymous Gregorian computus, as in Meeus, "Astronomical Algorithms". */
struct day easter_day(int year)
{
    const int a = year % 19, b = year / 100, c = year % 100;
    const int f = (b + 8) / 25, g = (b - f + 1) / 3;
    const int h = (19 * a + b - b / 4 - g + 15) % 30;
    const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int from_march = h + l - 7 * m + 114;
    return (struct day){(int16_t)year, (int8_t)(from_march / 31), (int8_t)(from_march % 31 + 1)};
}
