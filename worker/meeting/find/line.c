#include "meeting/find/line.h"

#include <string.h>

#include "annotate/look.h"
#include "annotate/verb.h"
#include "meeting/clause/chunk_mark.h"

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

void line_date(const struct finder *finder, const struct annotation *day, struct mention *mention)
{
    if (mention->date || mention->joining)
        return;
    mention->date = day;
    const struct reference *reference = &finder->story->reference;
    const bool guessed = mention->now || !mention->status_told;
    if (!guessed || (mention->status != STATUS_HELD && mention->status != STATUS_ONGOING))
        return;
    const struct date_result told = date_value(day->detail, reference, DIRECTION_NEAREST);
    const struct iso_date today = day_iso(reference->day);
    const struct date *date = day->detail;
    const bool ahead = strncmp(told.start.text, today.text, strlen(told.start.text)) > 0 ||
                       (!date->month && follows_plan(finder));
    mention->status = ahead ? STATUS_SCHEDULED : STATUS_HELD;
    mention->now = false;
}
