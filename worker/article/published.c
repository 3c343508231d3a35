#include "article/published.h"

enum { DAY_MS = 86400000, MINUTE_MS = 60000, SHORTEST_EPOCH = 9, LONGEST_EPOCH = 15 };

/* What is left to read. */
struct scan {
    const char *at, *end;
};

/* A date and time as written. */
struct moment {
    int64_t year;
    int month, day, hour, minute, second, ms;
    int offset_minutes; /* east of UTC */
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

static bool is_letter(char c)
{
    return lower(c) >= 'a' && lower(c) <= 'z';
}

static size_t digits_ahead(const struct scan *scan)
{
    size_t count = 0;
    while (scan->at + count < scan->end && is_digit(scan->at[count]))
        count++;
    return count;
}

static bool take(struct scan *scan, char wanted)
{
    if (scan->at == scan->end || *scan->at != wanted)
        return false;
    scan->at++;
    return true;
}

static bool take_spaces(struct scan *scan)
{
    const char *begin = scan->at;
    while (take(scan, ' '))
        continue;
    return scan->at > begin;
}

/* Exactly count digits. */
static bool take_number(struct scan *scan, size_t count, int *ret_number)
{
    if (digits_ahead(scan) < count)
        return false;
    int number = 0;
    for (size_t i = 0; i < count; i++)
        number = number * 10 + (*scan->at++ - '0');
    *ret_number = number;
    return true;
}

/* The letters ahead, in lower case, the first three of them; the rest is passed over. */
static bool take_word(struct scan *scan, char ret_word[4])
{
    size_t count = 0;
    for (; scan->at < scan->end && is_letter(*scan->at); scan->at++, count++)
        if (count < 3)
            ret_word[count] = lower(*scan->at);
    ret_word[count < 3 ? count : 3] = '\0';
    return count > 0;
}

/* Days since 1970-01-01 in the proleptic Gregorian calendar, by eras of 400 years. */
static int64_t days_from_civil(int64_t year, int month, int day)
{
    year -= month <= 2;
    const int64_t era = (year >= 0 ? year : year - 399) / 400;
    const int64_t year_of_era = year - era * 400;
    const int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year -
           719468;
}

static struct day civil_from_days(int64_t days)
{
    days += 719468;
    const int64_t era = (days >= 0 ? days : days - 146096) / 146097;
    const int64_t day_of_era = days - era * 146097;
    const int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const int64_t day_of_year =
        day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const int64_t month = (5 * day_of_year + 2) / 153;
    const int64_t month_of_year = month < 10 ? month + 3 : month - 9;
    return (struct day){.year = (int16_t)(year_of_era + era * 400 + (month_of_year <= 2)),
                        .month = (int8_t)month_of_year,
                        .day = (int8_t)(day_of_year - (153 * month + 2) / 5 + 1)};
}

static int days_in_month(int64_t year, int month)
{
    static const int DAYS[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return DAYS[month - 1] + (month == 2 && leap);
}

static bool moment_publish(const struct moment *moment, struct published *ret_published)
{
    if (moment->year < 1 || moment->year > 9999 || moment->month < 1 || moment->month > 12 ||
        moment->day < 1 || moment->day > days_in_month(moment->year, moment->month))
        return false;
    if (moment->hour > 23 || moment->minute > 59 || moment->second > 60)
        return false;
    const int64_t minutes = (int64_t)moment->hour * 60 + moment->minute - moment->offset_minutes;
    *ret_published = (struct published){
        .told = true,
        .day = {(int16_t)moment->year, (int8_t)moment->month, (int8_t)moment->day},
        .instant_ms = days_from_civil(moment->year, moment->month, moment->day) * DAY_MS +
                      minutes * MINUTE_MS + (int64_t)moment->second * 1000 + moment->ms,
    };
    return true;
}

/* ---- times and offsets ---- */

/* ".123456789": what is finer than a millisecond is dropped. */
static void take_fraction(struct scan *scan, int *ret_ms)
{
    if (!take(scan, '.') && !take(scan, ','))
        return;
    int scale = 100;
    for (; scan->at < scan->end && is_digit(*scan->at); scan->at++, scale /= 10)
        *ret_ms += (*scan->at - '0') * scale;
}

/* "08:00", "08:00:00.123", "080000". */
static bool take_time(struct scan *scan, struct moment *moment)
{
    if (!take_number(scan, 2, &moment->hour))
        return false;
    take(scan, ':');
    if (!take_number(scan, 2, &moment->minute))
        return false;
    if ((take(scan, ':') || is_digit(scan->at < scan->end ? *scan->at : ' ')) &&
        !take_number(scan, 2, &moment->second))
        return false;
    take_fraction(scan, &moment->ms);
    return true;
}

/* "+02:00", "+0200", "+02". */
static bool take_numeric_offset(struct scan *scan, struct moment *moment)
{
    const bool west = take(scan, '-');
    int hours, minutes = 0;
    if ((!west && !take(scan, '+')) || !take_number(scan, 2, &hours))
        return false;
    const bool colon = take(scan, ':');
    if ((colon || digits_ahead(scan) > 0) && !take_number(scan, 2, &minutes))
        return false;
    if (hours > 23 || minutes > 59)
        return false;
    moment->offset_minutes = (hours * 60 + minutes) * (west ? -1 : 1);
    return true;
}

/* Z, UT, UTC, GMT and the zones of RFC 2822; like there, a name not known is UTC. */
static void take_named_offset(struct scan *scan, struct moment *moment)
{
    static const struct {
        char name[4];
        int hours;
    } ZONES[] = {{"est", -5}, {"edt", -4}, {"cst", -6}, {"cdt", -5},
                 {"mst", -7}, {"mdt", -6}, {"pst", -8}, {"pdt", -7}};
    char word[4];
    if (!take_word(scan, word))
        return;
    for (size_t i = 0; i < sizeof ZONES / sizeof *ZONES; i++)
        if (memcmp(word, ZONES[i].name, sizeof word) == 0)
            moment->offset_minutes = ZONES[i].hours * 60;
}

/* An offset of either kind, or none, and then only a comment: "+0200 (CEST)", "Z[UTC]". */
static bool take_offset_and_end(struct scan *scan, struct moment *moment)
{
    take_spaces(scan);
    if (scan->at < scan->end && (*scan->at == '+' || *scan->at == '-')) {
        if (!take_numeric_offset(scan, moment))
            return false;
    } else {
        take_named_offset(scan, moment);
    }
    take_spaces(scan);
    return scan->at == scan->end || *scan->at == '(' || *scan->at == '[';
}

/* ---- the forms ---- */

/* "2025-04-27", "2025/04/27" or "20250427", and a time behind it or not. */
static bool parse_iso(struct scan scan, struct published *ret_published)
{
    struct moment moment = {0};
    const size_t digits = digits_ahead(&scan);
    int year;
    if ((digits != 4 && digits != 8 && digits != 14) || !take_number(&scan, 4, &year))
        return false;
    moment.year = year;
    const char part = take(&scan, '-') ? '-' : take(&scan, '/') ? '/' : '\0';
    if (!take_number(&scan, 2, &moment.month) || (part && !take(&scan, part)) ||
        !take_number(&scan, 2, &moment.day))
        return false;
    if (scan.at == scan.end)
        return moment_publish(&moment, ret_published);
    if (!take(&scan, 'T') && !take(&scan, 't') && !take_spaces(&scan) && part)
        return false;
    return take_time(&scan, &moment) && take_offset_and_end(&scan, &moment) &&
           moment_publish(&moment, ret_published);
}

/* 1 to 12, or 0. */
static int month_named(const char word[4])
{
    static const char MONTHS[][4] = {"jan", "feb", "mar", "apr", "may", "jun",
                                     "jul", "aug", "sep", "oct", "nov", "dec"};
    for (int i = 0; i < 12; i++)
        if (memcmp(word, MONTHS[i], sizeof *MONTHS) == 0)
            return i + 1;
    return 0;
}

/* Four digits; two mean 1950 to 2049, as RFC 2822 section 4.3 has it. */
static bool take_year(struct scan *scan, struct moment *moment)
{
    const size_t digits = digits_ahead(scan);
    int year;
    if ((digits != 2 && digits != 4) || !take_number(scan, digits, &year))
        return false;
    moment->year = digits == 4 ? year : year < 50 ? 2000 + year : 1900 + year;
    return true;
}

/* "Sun, 27 Apr 2025 08:00:00 +0200", with or without the weekday and the time. */
static bool parse_rfc2822(struct scan scan, struct published *ret_published)
{
    struct moment moment = {0};
    char word[4];
    if (take_word(&scan, word))
        take(&scan, ',');
    take_spaces(&scan);
    const size_t digits = digits_ahead(&scan);
    if (digits < 1 || digits > 2 || !take_number(&scan, digits, &moment.day))
        return false;
    take_spaces(&scan);
    if (!take_word(&scan, word) || !(moment.month = month_named(word)))
        return false;
    take_spaces(&scan);
    if (!take_year(&scan, &moment))
        return false;
    if (take_spaces(&scan) && scan.at < scan.end && !take_time(&scan, &moment))
        return false;
    return take_offset_and_end(&scan, &moment) && moment_publish(&moment, ret_published);
}

/* Seconds, from 10^11 on milliseconds; a fraction is one of the unit. */
static bool parse_epoch(struct scan scan, struct published *ret_published)
{
    const bool negative = take(&scan, '-');
    const size_t digits = digits_ahead(&scan);
    if (digits < SHORTEST_EPOCH || digits > LONGEST_EPOCH)
        return false;
    int64_t number = 0;
    for (size_t i = 0; i < digits; i++)
        number = number * 10 + (*scan.at++ - '0');
    int fraction_ms = 0;
    take_fraction(&scan, &fraction_ms);
    if (scan.at != scan.end)
        return false;
    const int64_t instant_ms =
        number < INT64_C(100000000000) ? number * 1000 + fraction_ms : number;
    return published_at(negative ? -instant_ms : instant_ms, ret_published);
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool published_parse(struct str text, struct published *ret_published)
{
    if (text.len == 0)
        return false;
    struct scan scan = {text.at, text.at + text.len};
    while (scan.at < scan.end && is_space(*scan.at))
        scan.at++;
    while (scan.end > scan.at && is_space(scan.end[-1]))
        scan.end--;
    return parse_iso(scan, ret_published) || parse_epoch(scan, ret_published) ||
           parse_rfc2822(scan, ret_published);
}

bool published_at(int64_t instant_ms, struct published *ret_published)
{
    const int64_t day = instant_ms / DAY_MS - (instant_ms % DAY_MS < 0);
    if (day < days_from_civil(1, 1, 1) || day > days_from_civil(9999, 12, 31))
        return false;
    *ret_published = (struct published){true, civil_from_days(day), instant_ms};
    return true;
}
