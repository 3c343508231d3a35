#include "record/ics.h"

#include <assert.h>
#include <stdio.h>

#include "article/published.h"
#include "record/caption.h"
#include "record/ics_description.h"
#include "record/ics_line.h"
#include "record/ics_when.h"
#include "record/link.h"

enum { SECOND = 1000, DAY_SECONDS = 24 * 60 * 60 };

struct str ics_head(void)
{
    return STR("BEGIN:VCALENDAR\r\n"
               "VERSION:2.0\r\n"
               "PRODID:-//meetingd//meetingd " MEETINGD_VERSION "//EN\r\n"
               "CALSCALE:GREGORIAN\r\n");
}

struct str ics_tail(void)
{
    return STR("END:VCALENDAR\r\n");
}

/* NAME:20250426T150000Z, or with VALUE=DATE, as the clock says. */
static void moment_put(struct ics *ics, const char *name, struct day day,
                       const struct ics_when *when)
{
    char line[64];
    int minutes = when->minutes;
    int size =
        when->clock == ICS_ALL_DAY
            ? snprintf(line, sizeof line, "%s;VALUE=DATE:%04d%02d%02d", name, day.year, day.month,
                       day.day)
            : snprintf(line, sizeof line, "%s:%04d%02d%02dT%02d%02d00%s", name, day.year, day.month,
                       day.day, minutes / 60, minutes % 60, when->clock == ICS_UTC ? "Z" : "");
    ics_raw(ics, str_make(line, (size_t)size));
    ics_end(ics);
}

static void stamp_put(struct ics *ics, const struct article *article, const struct ics_when *when)
{
    struct published published = {.told = false};
    struct day day = when->first;
    int seconds = 0;
    char line[40];
    if (article->published.told && published_at(article->published.instant_ms, &published)) {
        int64_t since = article->published.instant_ms / SECOND;
        day = published.day;
        seconds = (int)((since % DAY_SECONDS + DAY_SECONDS) % DAY_SECONDS);
    }
    int size = snprintf(line, sizeof line, "DTSTAMP:%04d%02d%02dT%02d%02d%02dZ", day.year,
                        day.month, day.day, seconds / 3600, seconds / 60 % 60, seconds % 60);
    ics_raw(ics, str_make(line, (size_t)size));
    ics_end(ics);
}

/*
 * What does not take place on the day where it stands is cancelled for a calendar, also when it
 * was postponed and no new day is told.
 */
static const char *status_word(const struct meeting *meeting, const struct ics_when *when)
{
    static const char *const words[STATUS_COUNT] = {
        [STATUS_UNKNOWN] = "TENTATIVE",   [STATUS_HELD] = "CONFIRMED",
        [STATUS_ONGOING] = "CONFIRMED",   [STATUS_SCHEDULED] = "CONFIRMED",
        [STATUS_PROPOSED] = "TENTATIVE",  [STATUS_POSTPONED] = "TENTATIVE",
        [STATUS_CANCELLED] = "CANCELLED", [STATUS_DENIED] = NULL,
    };
    return when->off ? "CANCELLED" : words[meeting->status];
}

static void location_put(struct ics *ics, const struct place *place)
{
    struct str city = str_empty(place->city_name) ? place->text : place->city_name;
    char geo[64];
    if (!place->told || str_empty(city))
        return;
    ics_raw(ics, STR("LOCATION:"));
    if (!str_empty(place->venue) && !str_equal(place->venue, city)) {
        ics_text(ics, place->venue);
        ics_text(ics, STR(", "));
    }
    ics_text(ics, city);
    if (*place->country) {
        ics_text(ics, STR(", "));
        ics_text(ics, str_of(place->country));
    }
    ics_end(ics);
    if (place->geonames_id == 0)
        return;
    int size = snprintf(geo, sizeof geo, "GEO:%.6f;%.6f", place->latitude, place->longitude);
    ics_raw(ics, str_make(geo, (size_t)size));
    ics_end(ics);
}

static void categories_put(struct ics *ics, const struct meeting *meeting)
{
    ics_raw(ics, STR("CATEGORIES:"));
    ics_raw(ics, str_of(meeting_kind_name(meeting->kind)));
    for (size_t i = 0; i < meeting->topic_count; i++) {
        ics_raw(ics, STR(","));
        ics_raw(ics, str_of(topic_name(meeting->topics[i])));
    }
    ics_end(ics);
}

/* RELTYPE says what the other is: a meeting is a SUB_EVENT of its PARENT. */
static void relations_put(struct ics *ics, const struct extraction *extraction,
                          const struct meeting *meeting)
{
    static const char *const types[RELATION_TYPE_COUNT] = {
        [RELATION_NEXT_EDITION] = "SIBLING", [RELATION_PREVIOUS_EDITION] = "SIBLING",
        [RELATION_SUB_EVENT] = "PARENT",     [RELATION_SUPER_EVENT] = "CHILD",
        [RELATION_PREPARES] = "SIBLING",     [RELATION_PREPARED_BY] = "SIBLING",
        [RELATION_OTHER] = "SIBLING",
    };
    for (size_t i = 0; i < meeting->relation_count; i++) {
        const struct relation *relation = &meeting->relations[i];
        ics_raw(ics, STR("RELATED-TO;RELTYPE="));
        ics_raw(ics, str_of(types[relation->type]));
        ics_raw(ics, STR(":"));
        ics_raw(ics, str_of(extraction->meetings[relation->meeting].event_id));
        ics_end(ics);
    }
}

/*
 * CONTACT and not ATTENDEE: that one is an address which gets invitations, and RFC 5545 forbids it
 * in what is only published.
 */
static int contacts_put(struct ics *ics, const struct meeting *meeting, struct arena *arena)
{
    for (size_t i = 0; i < meeting->participant_count; i++) {
        struct buffer line = buffer_in(arena);
        struct str text;
        caption_participant(&line, &meeting->participants[i]);
        int code = buffer_finish(&line, &text);
        if (code != 0)
            return code;
        ics_property(ics, "CONTACT", text);
    }
    return 0;
}

static int texts_put(struct ics *ics, const struct event_context *context,
                     const struct meeting *meeting, struct arena *arena)
{
    struct str caption = {NULL, 0}, description = {NULL, 0}, link = {NULL, 0};
    int code = caption_of(meeting, arena, &caption);
    if (code == 0)
        code = link_of(context->article->url, arena, &link);
    if (code == 0)
        code = ics_description(context, meeting, link, arena, &description);
    if (code != 0)
        return code;
    ics_property(ics, "SUMMARY", caption);
    location_put(ics, &meeting->place);
    ics_property(ics, "DESCRIPTION", description);
    if (!str_empty(link)) {
        ics_raw(ics, STR("URL:"));
        ics_raw(ics, link);
        ics_end(ics);
    }
    return contacts_put(ics, meeting, arena);
}

int event_ics(const struct event_context *context, size_t index, struct arena *arena,
              struct str *ret_text)
{
    assert(index < context->extraction->meeting_count);
    const struct meeting *meeting = &context->extraction->meetings[index];
    struct ics ics = {.out = buffer_in(arena)};
    struct ics_when when;
    if (meeting->status == STATUS_DENIED || !ics_when(meeting, &when)) {
        *ret_text = STR("");
        return 0;
    }
    buffer_add(&ics.out, STR("BEGIN:VEVENT\r\n"));
    ics_property(&ics, "UID", str_of(meeting->event_id));
    stamp_put(&ics, context->article, &when);
    moment_put(&ics, "DTSTART", when.first, &when);
    if (when.clock == ICS_ALL_DAY && when.after.year != 0)
        moment_put(&ics, "DTEND", when.after, &when);
    ics_property(&ics, "STATUS", str_of(status_word(meeting, &when)));
    int code = texts_put(&ics, context, meeting, arena);
    if (code != 0)
        return code;
    categories_put(&ics, meeting);
    relations_put(&ics, context->extraction, meeting);
    buffer_add(&ics.out, STR("TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n"));
    return buffer_finish(&ics.out, ret_text);
}
