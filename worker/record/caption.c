#include "record/caption.h"

#include <string.h>

/* How many are named before "and others". */
enum { MOST_NAMED = 4 };

void caption_symbol(struct buffer *out, const char *symbol, bool capital)
{
    for (const char *at = symbol; *at; at++) {
        bool upper = *at >= 'A' && *at <= 'Z';
        if (*at == '_')
            buffer_byte(out, ' ');
        else
            buffer_byte(out, upper && !(capital && at == symbol) ? (char)(*at + 32) : *at);
    }
}

struct str caption_who(const struct participant *participant)
{
    if (!str_empty(participant->name))
        return participant->name;
    if (!str_empty(participant->role))
        return participant->role;
    return str_empty(participant->organization) ? str_of(participant->country)
                                                : participant->organization;
}

void caption_participant(struct buffer *out, const struct participant *participant)
{
    struct str who = caption_who(participant);
    buffer_add(out, who);
    if (!str_empty(participant->role) && !str_equal(participant->role, who)) {
        buffer_add(out, STR(", "));
        buffer_add(out, participant->role);
    }
    if (*participant->country && !str_equal(str_of(participant->country), who)) {
        buffer_add(out, STR(" ("));
        buffer_add(out, str_of(participant->country));
        buffer_add(out, STR(")"));
    }
    if (participant->part != PART_ATTENDEE) {
        buffer_add(out, STR(", "));
        caption_symbol(out, part_name(participant->part), false);
    }
}

static void participants_add(struct buffer *out, const struct meeting *meeting)
{
    size_t named = meeting->participant_count;
    if (named > MOST_NAMED)
        named = MOST_NAMED;
    for (size_t i = 0; i < named; i++) {
        buffer_add(out, i == 0 ? STR(": ") : STR(", "));
        buffer_add(out, caption_who(&meeting->participants[i]));
    }
    if (named < meeting->participant_count)
        buffer_add(out, STR(" and others"));
}

int caption_of(const struct meeting *meeting, struct arena *arena, struct str *ret_text)
{
    struct buffer out = buffer_in(arena);
    if (!str_empty(meeting->name)) {
        *ret_text = meeting->name;
        return 0;
    }
    caption_symbol(&out, meeting_kind_name(meeting->kind), true);
    if (meeting->participant_count > 0) {
        participants_add(&out, meeting);
    } else if (meeting->place.told) {
        buffer_add(&out, STR(": "));
        buffer_add(&out, meeting->place.text);
    }
    return buffer_finish(&out, ret_text);
}

/* The number that text begins with; a day of a record is always well formed. */
static unsigned number_at(const char *text)
{
    return (unsigned)(text[0] - '0') * 10 + (unsigned)(text[1] - '0');
}

void caption_date(struct buffer *out, const struct iso_date *date)
{
    static const char *const months[] = {"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};
    size_t length = strlen(date->text);
    if (length < 7) {
        buffer_add(out, str_of(date->text));
        return;
    }
    unsigned month = number_at(date->text + 5);
    if (length == 10) {
        buffer_add(out, str_of(date->text + (date->text[8] == '0' ? 9 : 8)));
        buffer_byte(out, ' ');
    }
    if (month >= 1 && month <= 12)
        buffer_add(out, str_of(months[month - 1]));
    buffer_byte(out, ' ');
    buffer_add(out, str_make(date->text, 4));
}
