#include "stream/moment.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "annotate/date/calendar.h"

#define SECOND_MS INT64_C(1000)
#define MINUTE_MS (60 * SECOND_MS)
#define HOUR_MS (60 * MINUTE_MS)
#define DAY_MS (24 * HOUR_MS)

enum { LONGEST_NUMBER = 9 }; /* digits: what is longer is a mistake, and might overflow */

/* Takes exactly count digits off *at. */
static bool take_number(const char **at, int count, int *ret_number)
{
    int number = 0;
    for (int i = 0; i < count; i++) {
        char digit = (*at)[i];
        if (digit < '0' || digit > '9')
            return false;
        number = number * 10 + (digit - '0');
    }
    *at += count;
    *ret_number = number;
    return true;
}

static bool take_mark(const char **at, char mark)
{
    if (**at != mark)
        return false;
    (*at)++;
    return true;
}

static bool take_day(const char **at, int64_t *ret_ms)
{
    int year, month, day;
    if (!take_number(at, 4, &year) || !take_mark(at, '-') || !take_number(at, 2, &month) ||
        !take_mark(at, '-') || !take_number(at, 2, &day))
        return false;
    struct day whole = {(int16_t)year, (int8_t)month, (int8_t)day};
    if (year == 0 || !day_valid(whole))
        return false;
    *ret_ms = day_number(whole) * DAY_MS;
    return true;
}

/* ".25": as many digits as there are, of which three count. */
static int64_t take_fraction(const char **at)
{
    int64_t ms = 0;
    int64_t unit = SECOND_MS / 10;
    for (; **at >= '0' && **at <= '9'; (*at)++, unit /= 10)
        ms += (**at - '0') * unit;
    return ms;
}

static bool take_time(const char **at, int64_t *ret_ms)
{
    int hour, minute, second = 0;
    int64_t fraction = 0;
    if (!take_number(at, 2, &hour) || !take_mark(at, ':') || !take_number(at, 2, &minute))
        return false;
    if (take_mark(at, ':')) {
        if (!take_number(at, 2, &second))
            return false;
        if (take_mark(at, '.'))
            fraction = take_fraction(at);
    }
    if (hour > 23 || minute > 59 || second > 60)
        return false;
    *ret_ms = hour * HOUR_MS + minute * MINUTE_MS + second * SECOND_MS + fraction;
    return true;
}

/* "Z", "+06:00", or nothing, which is UTC. */
static bool take_offset(const char **at, int64_t *ret_ms)
{
    *ret_ms = 0;
    if (!**at)
        return true;
    if (take_mark(at, 'Z') || take_mark(at, 'z'))
        return !**at;
    bool west = **at == '-';
    int hours, minutes;
    if (!west && **at != '+')
        return false;
    (*at)++;
    if (!take_number(at, 2, &hours) || !take_mark(at, ':') || !take_number(at, 2, &minutes))
        return false;
    int64_t ms = hours * HOUR_MS + minutes * MINUTE_MS;
    *ret_ms = west ? -ms : ms;
    return hours <= 23 && minutes <= 59 && !**at;
}

static bool read_instant(const char *text, int64_t *ret_ms)
{
    const char *at = text;
    int64_t day = 0, time = 0, offset = 0;
    if (!take_day(&at, &day))
        return false;
    if ((*at == 'T' || *at == 't' || *at == ' ')) {
        at++;
        if (!take_time(&at, &time))
            return false;
    }
    if (!take_offset(&at, &offset))
        return false;
    *ret_ms = day + time - offset;
    return true;
}

int duration_parse(const char *text, int64_t *ret_ms, struct fault *ret_fault)
{
    static const struct {
        char name;
        int64_t ms;
    } UNITS[] = {
        {'s', SECOND_MS}, {'m', MINUTE_MS}, {'h', HOUR_MS}, {'d', DAY_MS}, {'w', 7 * DAY_MS}};
    int digits = (int)strspn(text, "0123456789");
    const char *at = text;
    int number;
    if (digits > 0 && digits <= LONGEST_NUMBER && take_number(&at, digits, &number))
        for (size_t i = 0; i < sizeof UNITS / sizeof *UNITS; i++)
            if (at[0] == UNITS[i].name && !at[1]) {
                *ret_ms = number * UNITS[i].ms;
                return 0;
            }
    return fault_set(ret_fault, FAULT_SETTING,
                     "'%s' is no duration: write it as 90s, 30m, 2h, 7d or 1w", text);
}

int moment_parse(const char *text, int64_t now_ms, struct moment *ret_moment,
                 struct fault *ret_fault)
{
    int64_t ms = 0;
    if (strcmp(text, "earliest") == 0)
        *ret_moment = (struct moment){.kind = MOMENT_EARLIEST};
    else if (strcmp(text, "latest") == 0)
        *ret_moment = (struct moment){.kind = MOMENT_LATEST};
    else if (text[0] == '-' && duration_parse(text + 1, &ms, NULL) == 0)
        *ret_moment = (struct moment){MOMENT_AT, now_ms - ms};
    else if (read_instant(text, &ms))
        *ret_moment = (struct moment){MOMENT_AT, ms};
    else
        return fault_set(ret_fault, FAULT_SETTING,
                         "'%s' is no time: write it as 2025-04-27, 2025-04-27T08:00:00Z, -2h, "
                         "earliest or latest",
                         text);
    return 0;
}

void moment_print(int64_t ms, char ret_text[MOMENT_SIZE])
{
    int64_t days = ms / DAY_MS - (ms % DAY_MS < 0);
    int64_t rest = ms - days * DAY_MS;
    struct day day = day_of_number((int32_t)days);
    int used = snprintf(ret_text, MOMENT_SIZE, "%04d-%02d-%02dT%02d:%02d:%02d", day.year, day.month,
                        day.day, (int)(rest / HOUR_MS), (int)(rest / MINUTE_MS % 60),
                        (int)(rest / SECOND_MS % 60));
    if (rest % SECOND_MS)
        used +=
            snprintf(ret_text + used, MOMENT_SIZE - (size_t)used, ".%03d", (int)(rest % SECOND_MS));
    snprintf(ret_text + used, MOMENT_SIZE - (size_t)used, "Z");
}
