#include "annotate/date/daytime.h"

#include <stdio.h>
#include <stdlib.h>

#include "annotate/date/captured.h"
#include "annotate/look.h"

enum { HOUR = 60, DAY = 24 * HOUR, EASTERNMOST = 14 * HOUR, NOON = 12 };

/* "10.30", which is one number with a fraction: the figures behind the mark. */
static int32_t clock_with_point(const struct document *document, uint32_t token)
{
    const struct str text = document_text(document, token, token + 1);
    size_t mark = 0;
    while (mark < text.len && text.at[mark] >= '0' && text.at[mark] <= '9')
        mark++;
    if (mark + 3 != text.len)
        return -1;
    const int32_t hour = captured_number_in(text);
    const int32_t minute = captured_number_in(str_make(text.at + mark + 1, 2));
    return hour < 0 || hour > 23 || minute < 0 || minute >= HOUR ? -1 : hour * HOUR + minute;
}

/* "3:1": minutes have two figures. */
static bool is_score(const struct document *document, const struct annotation *annotation)
{
    const struct capture *minute = look_capture(annotation, CAPTURE_MINUTE);
    return minute && look_token(document, minute->begin)->points < 2;
}

/*
 * Minutes since midnight of a clock time, or -1.  "1500 GMT" comes as one number, "24 h" is the
 * midnight that ends the day.
 */
static int32_t clock_of(const struct document *document, const struct annotation *annotation,
                        enum capture_name hour_name, enum capture_name minute_name)
{
    enum { MILITARY = 4 };
    int32_t hour = captured_number(document, annotation, hour_name);
    int32_t minute = captured_number_or(document, annotation, minute_name, 0);
    const struct capture *capture = look_capture(annotation, hour_name);
    const bool figures = capture && look_flag(document, capture->begin, TOKEN_NUMBER);
    if (figures && look_token(document, capture->begin)->number < 0)
        return clock_with_point(document, capture->begin);
    if (figures && look_token(document, capture->begin)->points == MILITARY) {
        minute = hour % 100;
        hour /= 100;
    }
    if (hour < 0 || hour > 24 || minute < 0 || minute >= HOUR || is_score(document, annotation))
        return -1;
    return (hour * HOUR + minute) % DAY;
}

/* "3 p.m.": the lexicon gives the hours to add to those from 12 to 11. */
static int32_t with_half(const struct document *document, const struct annotation *annotation,
                         int32_t clock)
{
    const int32_t half = captured_number(document, annotation, CAPTURE_HALF);
    if (half == CAPTURED_NOTHING || clock < 0)
        return clock;
    if (clock / HOUR > NOON)
        return clock;
    return clock % (NOON * HOUR) + half * HOUR;
}

static void zone_write(int32_t minutes, struct time *time)
{
    const int32_t size = abs(minutes) % DAY;
    snprintf(time->zone, sizeof time->zone, "%c%02d:%02d", minutes < 0 ? '-' : '+',
             (int)(size / HOUR) % 100, (int)(size % HOUR));
}

/* "10:00 (08:00 GMT)": the two clocks tell the zone of the first. */
static void zone_between(int32_t clock, int32_t zoned, struct time *time)
{
    int32_t difference = (clock - zoned + DAY) % DAY;
    if (difference > EASTERNMOST)
        difference -= DAY;
    zone_write(difference, time);
}

static void take_zone(const struct document *document, const struct annotation *annotation,
                      int32_t clock, struct time *time)
{
    const struct str zone = captured_column(document, annotation, CAPTURE_ZONE, 0);
    if (zone.len == 0 || zone.len >= sizeof time->zone)
        return;
    const int32_t zoned = clock_of(document, annotation, CAPTURE_HOUR2, CAPTURE_MINUTE2);
    if (zoned >= 0 && str_equal(zone, STR("Z")))
        zone_between(clock, zoned, time);
    else if (zoned < 0)
        memcpy(time->zone, zone.at, zone.len);
    const int32_t offset = captured_number(document, annotation, CAPTURE_OFFSET);
    if (offset != CAPTURED_NOTHING && offset <= EASTERNMOST / HOUR)
        zone_write(offset * HOUR * captured_number_or(document, annotation, CAPTURE_DIRECTION, 1),
                   time);
}

const struct time *daytime_resolve(struct document *document, const struct annotation *annotation)
{
    struct time *time = ARENA_ARRAY(document->arena, struct time, 1);
    if (!time) {
        document->memory_out = true;
        return NULL;
    }
    const int32_t clock = with_half(document, annotation,
                                    clock_of(document, annotation, CAPTURE_HOUR, CAPTURE_MINUTE));
    time->hour = (int8_t)(clock < 0 ? -1 : clock / HOUR);
    if (clock < 0)
        return time;
    time->minute = (int8_t)(clock % HOUR);
    take_zone(document, annotation, clock, time);
    return time;
}

void daytime_text(const struct time *time, char ret_text[12])
{
    ret_text[0] = '\0';
    if (time->hour >= 0)
        snprintf(ret_text, 12, "%02d:%02d%s", (unsigned char)time->hour % 24,
                 (unsigned char)time->minute % 60, time->zone);
}
