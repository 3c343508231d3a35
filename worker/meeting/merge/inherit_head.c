#include <string.h>

#include "annotate/date/date.h"
#include "annotate/date/schedule.h"
#include "annotate/look.h"
#include "meeting/merge/inherit.h"
#include "meeting/merge/when.h"

/*
 * Schedules: days that stand in lines of their own, "Saturday, May 20", or before a colon,
 * "Monday: A will meet B", are those of what is told below them.
 */

enum { WEEK = 7, WEEKS_AHEAD = 8 };

/* Whether the date is the one above the whole story, and no time of day stands in the next line:
 * it heads nothing. */
static bool is_of_story(const struct story *story, uint32_t number, const struct annotation *words)
{
    const struct reference *line = &story->reference;
    return words->begin >= line->begin && words->begin < line->end &&
           (number + 1 == story->document->sentences.count ||
            !sentence_is_timed(story->document, number + 1));
}

/* The day that heads the sentence of that number, or NULL. */
static const struct annotation *head_of(const struct story *story, uint32_t number)
{
    const struct document *document = story->document;
    const struct sentence *sentence = &document->sentences.at[number];
    uint32_t begin = sentence->begin;
    while (begin + 1 < sentence->end && look_flag(document, begin, TOKEN_PUNCT))
        begin++; /* a bullet */
    const struct annotation *words = look_at(document, begin, ANNOTATION_DATE);
    const struct date *date = words ? words->detail : NULL;
    if (!date || (!date->day && !date->weekday) || date->unit ||
        (sentence->flags & (SENTENCE_TITLE | SENTENCE_BOILERPLATE)) ||
        is_of_story(story, number, words))
        return NULL;
    if (subject_head(document, sentence))
        return words;
    for (uint32_t t = words->end; t < sentence->end && !look_mark(document, t, ':'); t++) {
        if (!look_flag(document, t, TOKEN_PUNCT))
            return NULL;
    }
    return words;
}

/* "The president's schedule for Tuesday", and below it "10:00: …": the day told last before the
 * first line with a time of day, where that is the day of all such; or NULL. */
static const struct annotation *day_of_times(const struct document *document)
{
    const struct annotation *day = NULL;
    for (uint32_t i = 0; i < document->sentences.count && !sentence_is_timed(document, i); i++) {
        const struct sentence *sentence = &document->sentences.at[i];
        for (uint32_t t = sentence->begin; t < sentence->end; t++) {
            const struct annotation *words = look_at(document, t, ANNOTATION_DATE);
            const struct date *date = words ? words->detail : NULL;
            if (date && date_is_day(date) && !date_is_range(date))
                day = words;
        }
    }
    return day;
}

/* The last head of a schedule up to the sentence, one of several such days or right above a time of
 * day; or NULL. */
static const struct annotation *head_above(const struct story *story, uint32_t sentence)
{
    const struct document *document = story->document;
    const struct annotation *head = NULL;
    const uint32_t all = (uint32_t)document->sentences.count;
    uint32_t count = 0;
    for (uint32_t i = 0; i < all; i++) {
        const struct annotation *words = head_of(story, i);
        count += words != NULL;
        count += words && i + 1 < all && sentence_is_timed(document, i + 1);
        if (words && i <= sentence)
            head = words;
    }
    if (count > 1)
        return head;
    return sentence_is_timed(document, sentence) ? day_of_times(document) : NULL;
}

static uint32_t first_sentence(const struct story *story, const struct occasion *occasion)
{
    for (unsigned i = 0; i < occasion->mention_count; i++) {
        if (!mention_in_title(story, occasion->mentions[i]))
            return occasion->mentions[i]->sentence;
    }
    return 0;
}

/* The first day of what is told to come and has such days: of the journey told above them, whose
 * programme they are; "" where none is told; NULL where it is told as done. */
static const char *ahead_from(const struct story *story, const struct occasion_list *occasions)
{
    const char *from = "";
    for (uint32_t i = 0; i < occasions->count; i++) {
        const struct occasion *occasion = occasions->at[i];
        const bool headed = head_above(story, first_sentence(story, occasion));
        if (headed && occasion->status == STATUS_SCHEDULED)
            return "";
        if (headed && occasion->status == STATUS_HELD && occasion->status_from->status_told)
            from = NULL;
        else if (occasion->status == STATUS_SCHEDULED && occasion->kind == KIND_VISIT && !headed &&
                 iso_is_day(&occasion->when.start))
            return occasion->when.start.text;
    }
    return from;
}

/* The value of the day that heads: the first such from the day on that is given. */
static struct date_result day_from(const struct story *story, const struct date *head,
                                   const char *from)
{
    struct reference reference = story->reference;
    if (!from || head->month)
        return date_value(head, &reference, DIRECTION_NEAREST);
    struct date_result day = date_value(head, &reference, DIRECTION_FUTURE);
    for (unsigned i = 0; i < WEEKS_AHEAD && strcmp(day.start.text, from) < 0; i++) {
        reference.day = day_add(reference.day, WEEK);
        day = date_value(head, &reference, DIRECTION_FUTURE);
    }
    return day;
}

/* The same, where other days to come head lines above it: it is none before those. */
static struct date_result day_of(const struct story *story, const struct annotation *head,
                                 const char *from)
{
    struct date_result day; /* holds what from points at */
    for (uint32_t i = 0; from && i < story->document->sentences.count; i++) {
        const struct annotation *words = head_of(story, i);
        if (!words || words->begin >= head->begin)
            continue;
        const struct date_result above = day_from(story, words->detail, from);
        if (iso_is_day(&above.start)) {
            day = above;
            from = day.start.text;
        }
    }
    return day_from(story, head->detail, from);
}

/* "A hosts B", below the day of today: whether what stands there is told as planned. */
static bool is_told_now(const struct occasion *occasion)
{
    const struct mention *mention = occasion->status_from;
    return mention->now || !mention->status_told;
}

/* "opens (to Friday)": whether only the last day is told. */
static bool tells_end_only(const struct occasion *occasion)
{
    bool end = false;
    for (unsigned i = 0; i < occasion->mention_count; i++) {
        if (occasion->mentions[i]->date || occasion->mentions[i]->moved_to)
            return false;
        end |= occasion->mentions[i]->until != NULL;
    }
    return end;
}

/* Gives the occasion, which tells no day, that of its head. */
static void head_inherit(const struct story *story, const struct occasion_list *occasions,
                         struct occasion *occasion)
{
    const struct annotation *head = head_above(story, first_sentence(story, occasion));
    if (!head || occasion->status == STATUS_PROPOSED)
        return;
    const struct date_result day = day_of(story, head, ahead_from(story, occasions));
    if (!iso_is_day(&day.start))
        return;
    struct when *when = &occasion->when;
    if (iso_is_day(&when->start) && !when->end.text[0]) {
        when->end = when->start; /* "opens (to Friday)" */
        when->end_words = when->start_words;
    } else if (!when->end.text[0]) {
        when->end = day.end;
        when->end_words = head;
    }
    when->start = day.start;
    when->basis = day.basis;
    when->start_words = head;
    when_fill_by_length(occasion, when);
    if (when->end.text[0] && strcmp(when->end.text, when->start.text) < 0)
        when->end = iso_add(&when->end, WEEK); /* "Monday: summit, until Tuesday" */
    const struct iso_date today = day_iso(story->reference.day);
    const int ahead = strcmp(day.start.text, today.text);
    if (status_has_begun(occasion->status) && (ahead > 0 || (ahead == 0 && is_told_now(occasion))))
        occasion->status = STATUS_SCHEDULED; /* "Tuesday: A meets B" */
    const char *last = when->end.text[0] ? when->end.text : when->start.text;
    if (occasion->status == STATUS_SCHEDULED && strcmp(last, today.text) < 0)
        occasion->status = STATUS_HELD; /* a programme that is over by now */
}

void heads_inherit(const struct story *story, struct occasion_list *occasions)
{
    for (uint32_t i = 0; story->reference.day.day && i < occasions->count; i++) {
        if (!occasion_tells_day(occasions->at[i]) || tells_end_only(occasions->at[i]))
            head_inherit(story, occasions, occasions->at[i]);
    }
}
