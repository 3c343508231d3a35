#include <string.h>

#include "annotate/look.h"
#include "annotate/verb.h"
#include "meeting/clause/titled.h"
#include "meeting/merge/compare.h"
#include "meeting/merge/inherit.h"
#include "meeting/merge/when.h"

/* The day of a meeting as two of its tellings have it. */

static struct date_result day_of(const struct story *story, const struct annotation *words,
                                 enum meeting_status status)
{
    if (!words)
        return (struct date_result){.basis = DATE_BASIS_NONE};
    const enum date_direction direction = status == STATUS_HELD        ? DIRECTION_PAST
                                          : status == STATUS_ONGOING   ? DIRECTION_NEAREST
                                          : status == STATUS_CANCELLED ? DIRECTION_FUTURE
                                          : status == STATUS_UNKNOWN   ? DIRECTION_NEAREST
                                                                       : DIRECTION_FUTURE;
    return date_value(words->detail, &story->reference, direction);
}

/* ISO dates of different precision agree when one begins the other. */
static bool dates_agree(const char *a, const char *b)
{
    const size_t length_a = strlen(a), length_b = strlen(b);
    return strncmp(a, b, length_a < length_b ? length_a : length_b) == 0;
}

/* Whether the day that one begins on is one of those of the other: "from Monday to Friday". */
static bool is_among(const struct date_result *day, const struct date_result *days)
{
    return days->end.text[0] && strlen(day->start.text) == strlen(days->end.text) &&
           strcmp(days->start.text, day->start.text) <= 0 &&
           strcmp(day->start.text, days->end.text) <= 0;
}

/* "from the 3rd to the 5th", "from the 5th to the 8th": the one ends where the other begins. */
static bool is_next_stage(const struct date_result *a, const struct date_result *b)
{
    return b->end.text[0] && iso_is_day(&b->start) && strcmp(a->end.text, b->start.text) == 0 &&
           strcmp(a->start.text, a->end.text) < 0 && strcmp(b->start.text, b->end.text) < 0;
}

/* Whether both tell a day and not the same one; how much speaks for one occasion if it is. */
static bool days_apart(const struct date_result *a, const struct date_result *b, int *ret_points)
{
    *ret_points = 0;
    if (!a->start.text[0] || !b->start.text[0])
        return false;
    if (!dates_agree(a->start.text, b->start.text))
        return (!is_among(a, b) && !is_among(b, a)) || is_next_stage(a, b) || is_next_stage(b, a);
    const bool span = a->end.text[0] && strcmp(a->start.text, b->start.text) == 0 &&
                      strcmp(a->end.text, b->end.text) == 0;
    *ret_points = span ? POINTS_SAME_SPAN : POINTS_SAME_DAY;
    return false;
}

/* The first day of the mention and the last, if one is told. */
static struct date_result days_of(const struct story *story, const struct mention *mention,
                                  enum meeting_status status)
{
    struct date_result days = day_of(story, mention->date, status);
    if (mention->until && !days.end.text[0])
        days.end = day_of(story, mention->until, status).start;
    return days;
}

/* The same, read as days of such statuses. */
static bool told_apart(const struct story *story, const struct mention *a, const struct mention *b,
                       const enum meeting_status statuses[2], int *ret_points)
{
    *ret_points = 0;
    if (!a->date || !b->date)
        return false;
    const struct date_result date_a = days_of(story, a, statuses[0]);
    const struct date_result date_b = days_of(story, b, statuses[1]);
    return days_apart(&date_a, &date_b, ret_points);
}

/* "had been scheduled to begin on the 8th", "devait commencer le 8": the day that was meant. */
bool mention_was_meant(const struct story *story, const struct mention *mention)
{
    const struct document *document = story->document;
    if (mention->status != STATUS_SCHEDULED || mention->verb)
        return false;
    for (uint32_t t = mention->status_words.begin; t < mention->status_words.end; t++) {
        const struct annotation *words = look_at(document, t, ANNOTATION_VERB);
        const struct verb *verb = words ? words->detail : NULL;
        if (verb && ((verb->modality == MODALITY_DUE && verb->tense != TENSE_PRES) ||
                     (verb->tense == TENSE_PAST && verb->passive && !verb->negative)))
            return true;
    }
    return false;
}

/* "a two-day meeting" that begins on its day, "will do so on Tuesday during her two-day visit":
 * whether the other's is one of those behind it. */
static bool is_within(const struct story *story, const struct mention *meeting,
                      const struct mention *other)
{
    const int16_t days = meeting->days < 2 && other->during ? other->days : meeting->days;
    if (days < 2 || !meeting->date || !other->date)
        return false;
    const enum date_direction past = DIRECTION_PAST, future = DIRECTION_FUTURE;
    const struct day first = date_start(meeting->date->detail, &story->reference,
                                        status_has_begun(meeting->status) ? past : future);
    const struct day day =
        date_start(other->date->detail, &story->reference,
                   other->during && status_has_begun(other->status) ? past : future);
    if (!first.day || !day.day)
        return false;
    const int32_t gap = day_number(day) - day_number(first);
    return gap > 0 && gap < days;
}

/* One of the two is put off from its day to the other's. */
static bool is_moved(const struct story *story, const struct mention *moved,
                     const struct mention *other)
{
    if (!moved->moved_to || !other->date)
        return false;
    const struct date_result to = day_of(story, moved->moved_to, STATUS_SCHEDULED);
    const struct date_result day = day_of(story, other->date, other->status);
    return to.start.text[0] && day.start.text[0] && dates_agree(to.start.text, day.start.text);
}

/* One tells the day that was meant, the other the later one that came of it. */
static bool is_day_before(const struct story *story, const struct mention *meant,
                          const struct mention *other)
{
    const struct annotation *words = other->moved_to ? other->moved_to : other->date;
    const bool alike = meant->kind == other->kind || kind_is_generic(meant->kind);
    if (!alike || !mention_was_meant(story, meant) || !meant->label.definite ||
        mention_was_meant(story, other))
        return false;
    const struct date_result before = day_of(story, meant->date, STATUS_HELD);
    const struct date_result day =
        day_of(story, words, other->moved_to ? STATUS_SCHEDULED : other->status);
    return before.start.text[0] && day.start.text[0] &&
           strcmp(before.start.text, day.start.text) < 0;
}

/* "ended on Tuesday", where the other ended on Sunday, or was held on a day behind that. */
static bool is_over_before(const struct story *story, const struct mention *over,
                           const struct mention *other)
{
    const struct annotation *words = other->until ? other->until : other->date;
    if (!over->until || over->status != STATUS_HELD || !words || other->status != STATUS_HELD)
        return false;
    const struct iso_date end = day_of(story, over->until, STATUS_HELD).start;
    const struct iso_date day = day_of(story, words, STATUS_HELD).start;
    return iso_is_day(&end) && iso_is_day(&day) && strcmp(end.text, day.text) < 0;
}

/* '"Had a meeting with B today," she wrote': whether the mention's day counts from when that was
 * said, as it stands in quotation marks. */
static bool counts_from_saying(const struct document *document, const struct mention *mention)
{
    const struct date *date = mention->date ? mention->date->detail : NULL;
    if (!date || date->unit != 'd' || date->anchor || date->offset < -1 || date->offset > 1)
        return false;
    const struct sentence *sentence = &document->sentences.at[mention->sentence];
    unsigned before = 0, behind = 0;
    for (uint32_t t = sentence->begin; t < sentence->end; t++) {
        const bool mark = titled_mark(document, t);
        before += mark && t < mention->date->begin;
        behind += mark && t >= mention->date->end;
    }
    return before % 2 == 1 || (before == 0 && behind % 2 == 1);
}

/* Whether the day told so can be that of the other, told in the days before. */
static bool is_said_then(const struct story *story, const struct mention *quoted,
                         const struct mention *other)
{
    enum { DAYS_BACK = 3 };
    if (!other->date || !counts_from_saying(story->document, quoted) ||
        counts_from_saying(story->document, other))
        return false;
    const struct iso_date day = day_of(story, quoted->date, quoted->status).start;
    const struct iso_date told = day_of(story, other->date, other->status).start;
    const int32_t gap = iso_is_day(&day) && iso_is_day(&told) ? iso_days(&told, &day) : -1;
    return gap > 0 && gap <= DAYS_BACK;
}

/* "A spoke at the Lake Forum on Sunday.  B told the forum on Saturday": whether the day is when
 * somebody spoke at what may last for some. */
static bool is_day_there(const struct story *story, const struct mention *speech,
                         const struct mention *other)
{
    enum { DAYS_LONG = 4 };
    if (!speech->entering || !kind_is_gathering(speech->kind) || !kind_is_gathering(other->kind) ||
        !speech->date || !other->date)
        return false;
    const struct iso_date day = day_of(story, speech->date, speech->status).start;
    const struct iso_date told = day_of(story, other->date, other->status).start;
    const int32_t gap = iso_is_day(&day) && iso_is_day(&told) ? iso_days(&told, &day) : DAYS_LONG;
    return gap < DAYS_LONG && gap > -DAYS_LONG;
}

/* The weekday of a mention whose status is a guess looks the way that the other's does: "Talks on
 * Tuesday" in the headline, "they meet tomorrow". */
bool days_differ(const struct story *story, const struct mention *a, const struct mention *b,
                 int *points)
{
    const bool guess_a = !a->status_told, guess_b = !b->status_told;
    const enum meeting_status own[2] = {guess_a && !guess_b ? b->status : a->status,
                                        guess_b && !guess_a ? a->status : b->status};
    const enum meeting_status as_a[2] = {a->status, a->status};
    const enum meeting_status as_b[2] = {b->status, b->status};
    const bool title = mention_in_title(story, a) || mention_in_title(story, b);
    if (is_moved(story, a, b) || is_moved(story, b, a) || is_day_before(story, a, b) ||
        is_day_before(story, b, a)) {
        *points += POINTS_SAME_DAY;
        return false;
    }
    if (is_over_before(story, a, b) || is_over_before(story, b, a))
        return true;
    if (is_within(story, a, b) || is_within(story, b, a) || is_day_there(story, a, b) ||
        is_day_there(story, b, a))
        return false;
    int same;
    bool differ = told_apart(story, a, b, own, &same);
    if (differ && guess_a && guess_b && title)
        differ = told_apart(story, a, b, as_a, &same) && told_apart(story, a, b, as_b, &same);
    differ = differ && !is_said_then(story, a, b) && !is_said_then(story, b, a);
    *points += differ ? 0 : same;
    return differ;
}

/* "met on Monday. They had talked by telephone last week": told as done before, with the week
 * before that of the day that the other has. */
static bool is_week_before(const struct story *story, const struct mention *mention,
                           const struct occasion *occasion)
{
    enum { DAYS_OF_WEEK = 7 };
    const struct date *date = mention->date ? mention->date->detail : NULL;
    const struct iso_date today = day_iso(story->reference.day);
    const struct iso_date *start = &occasion->when.start;
    return date && date->unit == 'w' && (date->direction < 0 || date->offset < 0) &&
           !date->anchor && mention->verb && mention_tells_bygone(story, mention) &&
           iso_is_day(start) && iso_is_day(&today) && iso_days(start, &today) < DAYS_OF_WEEK;
}

/* "met on Monday, following their meeting last week": told with a week or month before the day that
 * the verb of the same sentence has, or before the day of the one told last. */
static bool is_weeks_off(const struct mention *mention, const struct occasion *occasion)
{
    const struct mention *last = occasion->mentions[occasion->mention_count - 1];
    const struct date *date = mention->date ? mention->date->detail : NULL;
    const struct date *other = last->date ? last->date->detail : NULL;
    const bool ago = date && (date->unit == 'w' || date->unit == 'm') &&
                     (date->direction < 0 || date->offset < 0);
    return ago && other && other->unit != date->unit && date_is_day(other) && !mention->verb &&
           mention->label.possessive && last->verb && mention->sentence - last->sentence <= 1;
}

bool mention_is_off(const struct story *story, const struct mention *mention,
                    const struct occasion *occasion)
{
    return is_weeks_off(mention, occasion) || is_week_before(story, mention, occasion);
}
