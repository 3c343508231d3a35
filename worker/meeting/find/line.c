#include "meeting/find/line.h"

#include <string.h>

#include "annotate/look.h"
#include "annotate/verb.h"
#include "meeting/clause/chunk_mark.h"
#include "meeting/find/agenda.h"

const struct annotation *line_read(const struct document *document, const struct sentence *sentence,
                                   struct sentence *line)
{
    enum { MARKS_MAX = 2, WORDS_MIN = 2 }; /* "- On 3 May: ..." */
    *line = *sentence;
    uint32_t t = sentence->begin;
    while (t < sentence->begin + MARKS_MAX &&
           (look_flag(document, t, TOKEN_PUNCT) ||
            document_is(document, t, CLASS(DETERMINER) | CLASS(AT))))
        t++;
    const struct annotation *day = look_at(document, t, ANNOTATION_DATE);
    uint32_t end = day ? day->end : t;
    while (day && (look_mark(document, end, ',') || document_is(document, end, CLASS(AT))))
        end++;
    const struct annotation *hour = day ? look_at(document, end, ANNOTATION_TIME) : NULL;
    end = hour ? hour->end : day ? day->end : t; /* "Monday 3 May, 10:00: ..." */
    if (!day || end + WORDS_MIN >= sentence->end || !date_is_day(day->detail) ||
        !mark_stops(document, end))
        return NULL;
    line->begin = end + 1;
    return day;
}

/* Whether a line before the sentence tells of its day what is to be done: "Monday: A will meet B".
 */
static bool follows_plan(const struct finder *finder)
{
    enum { LINES_MAX = 6 };
    const struct document *document = finder->document;
    for (uint32_t back = 1; back <= LINES_MAX && back <= finder->number; back++) {
        struct sentence line;
        if (!line_read(document, &document->sentences.at[finder->number - back], &line))
            continue;
        for (uint32_t t = line.begin; t < line.end; t++) {
            const struct annotation *words = look_at(document, t, ANNOTATION_VERB);
            const struct verb *verb = words ? words->detail : NULL;
            if (verb && verb->tense == TENSE_FUT)
                return true;
        }
    }
    return false;
}

/* Whether a line close before the sentence or behind it tells of a day to come. */
static bool is_beside_plan(const struct finder *finder)
{
    enum { LINES_MAX = 6 };
    const struct sentence_list *all = &finder->document->sentences;
    const uint32_t here = finder->number;
    const struct iso_date today = day_iso(finder->story->reference.day);
    for (uint32_t i = here > LINES_MAX ? here - LINES_MAX : 0;
         i < all->count && i <= here + LINES_MAX; i++) {
        struct sentence line;
        const struct annotation *day = line_read(finder->document, &all->at[i], &line);
        if (!day || i == here)
            continue;
        const struct date_result told =
            date_value(day->detail, &finder->story->reference, DIRECTION_NEAREST);
        if (iso_is_day(&told.start) && strcmp(told.start.text, today.text) > 0)
            return true;
    }
    return false;
}

/* "Monday: A receives B", told on that Monday, and "Friday: …" below it: whether what the line of
 * the day tells in the present is to come. */
static bool is_ahead(const struct finder *finder, const struct annotation *day, bool now)
{
    const struct reference *reference = &finder->story->reference;
    const struct date_result told = date_value(day->detail, reference, DIRECTION_NEAREST);
    const struct iso_date today = day_iso(reference->day);
    const struct date *date = day->detail;
    const int order = strncmp(told.start.text, today.text, strlen(told.start.text));
    return order > 0 || (!date->month && follows_plan(finder)) ||
           (now && (order == 0 || !date->month) && is_beside_plan(finder));
}

bool line_goes_on(const struct finder *finder)
{
    const struct sentence *first = finder->document->sentences.at;
    const struct sentence *sentence = first + finder->number;
    while (sentence > first && !(sentence->flags & SENTENCE_LINE))
        sentence--;
    struct sentence line;
    const struct annotation *day = line_read(finder->document, sentence, &line);
    return day && sentence < first + finder->number && is_ahead(finder, day, true);
}

void line_date(const struct finder *finder, const struct annotation *day, struct mention *mention)
{
    if (mention->date || mention->joining)
        return;
    mention->date = day;
    const bool guessed = mention->now || !mention->status_told;
    if (!guessed || (mention->status != STATUS_HELD && mention->status != STATUS_ONGOING))
        return;
    const bool ahead = is_ahead(finder, day, mention->now);
    mention->status = ahead ? STATUS_SCHEDULED : STATUS_HELD;
    mention->agenda |= ahead;
    mention->now = false;
}

bool title_plans(const struct document *document)
{
    const struct sentence *title = document->sentences.at;
    for (uint32_t t = title->begin; t < title->end && title->flags & SENTENCE_TITLE; t++) {
        const struct annotation *words = look_at(document, t, ANNOTATION_DATE);
        const struct date *date = words ? words->detail : NULL;
        if (plan_begins(document, t) || (date && date->unit == 'w' && date->offset > 0))
            return true;
    }
    return false;
}

const struct annotation *line_planned_day(const struct finder *finder,
                                          const struct mention *mention)
{
    const struct clause *clause = &finder->clause;
    const uint32_t begin = finder->document->sentences.at[finder->number].begin;
    const struct annotation *day = NULL; /* the last */
    for (uint32_t i = 0; i < clause->chunks.count; i++) {
        if (clause_is(clause, i, TYPE(VERB)) && clause_finite(clause, i))
            return NULL;
    }
    for (uint32_t t = begin; t < mention->trigger.begin; t++) {
        const struct annotation *words = look_at(finder->document, t, ANNOTATION_DATE);
        day = words && date_is_day(words->detail) ? words : day;
    }
    return day && title_plans(finder->document) ? day : NULL;
}

const struct annotation *line_item_day(const struct finder *finder, const struct mention *mention)
{
    const struct clause *clause = &finder->clause;
    uint32_t noun = 0;
    while (noun < clause->chunks.count &&
           clause_chunk(clause, noun)->begin != mention->trigger.begin)
        noun++;
    const uint32_t day = noun - 1 - clause_is(clause, noun - 1, TYPE(COMMA));
    return clause_is(clause, noun, TYPE(NOUN)) && clause_is(clause, day, TYPE(DATE)) &&
                   (day == 0 || clause_is(clause, day - 1, TYPE(COMMA) | TYPE(STOP) | TYPE(AND)))
               ? clause_chunk(clause, day)->of
               : NULL;
}
