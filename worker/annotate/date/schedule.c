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

/* "14.30 Meeting with B": whether the token at which a line begins is a time of day with a point.
 */
static bool is_clock(const struct document *document, uint32_t token)
{
    enum { SHORTEST = 4, HOURS = 24, MINUTES = 60 };
    if (!look_flag(document, token, TOKEN_NUMBER))
        return false;
    const struct str text = document_text(document, token, token + 1);
    const bool bullet = token > 0 && look_flag(document, token - 1, TOKEN_PUNCT);
    if (!look_flag(document, token - bullet, TOKEN_LINE) || text.len < SHORTEST ||
        text.len > SHORTEST + 1 || text.at[text.len - 3] != '.')
        return false;
    const int hour =
        text.at[text.len - 4] - '0' + (text.len > SHORTEST ? 10 * (text.at[0] - '0') : 0);
    return hour < HOURS && text.at[text.len - 2] < '0' + MINUTES / 10;
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
        if (is_clock(document, t))
            return t + 1;
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

bool verb_opens_entry(const struct document *document, uint32_t token)
{
    if (!look_at(document, token, LEXICON_EVENTVERB) && !look_at(document, token, LEXICON_MEETVERB))
        return false;
    const struct sentence *sentence = &document->sentences.at[document_sentence(document, token)];
    uint32_t t = behind_time(document, sentence);
    while (t < token && look_flag(document, t, TOKEN_PUNCT))
        t++;
    return t == token && (sentence->flags & SENTENCE_LINE);
}
