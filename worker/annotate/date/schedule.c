#include "annotate/date/schedule.h"

#include "annotate/look.h"

const struct annotation *date_alone(const struct document *document,
                                    const struct sentence *sentence)
{
    const struct annotation *date = look_at(document, sentence->begin, ANNOTATION_DATE);
    uint32_t end = date ? date->end : sentence->begin;
    while (end < sentence->end && look_flag(document, end, TOKEN_PUNCT))
        end++;
    return end == sentence->end ? date : NULL;
}

/* The token behind the time of day that the sentence begins with, or its first one. */
static uint32_t behind_time(const struct document *document, const struct sentence *sentence)
{
    enum { MARKS_MAX = 3 };
    const uint32_t begin = sentence->begin;
    for (uint32_t t = begin; t < sentence->end && t - begin <= MARKS_MAX; t++) {
        const struct annotation *time = look_at(document, t, ANNOTATION_TIME);
        if (time)
            return time->end;
        if (!look_flag(document, t, TOKEN_PUNCT))
            break;
    }
    return begin;
}

bool sentence_is_timed(const struct document *document, uint32_t number)
{
    const struct sentence *sentence = &document->sentences.at[number];
    if (behind_time(document, sentence) > sentence->begin)
        return true;
    const struct sentence *before = number > 0 ? sentence - 1 : sentence;
    return (sentence->flags & SENTENCE_LINE) && behind_time(document, before) == before->end;
}
