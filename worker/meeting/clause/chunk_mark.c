#include "meeting/clause/chunk_mark.h"

#include "annotate/look.h"

bool mark_is_dash(const struct document *document, uint32_t token)
{
    if (!look_flag(document, token, TOKEN_PUNCT))
        return false;
    const unsigned char lead = (unsigned char)look_byte(document, token);
    if (lead != '-' && lead != 0xE2) /* of the long ones */
        return false;
    const struct str mark = document_text(document, token, token + 1);
    return str_equal(mark, STR("-")) || str_equal(mark, STR("\u2013")) ||
           str_equal(mark, STR("\u2014"));
}

bool mark_stops(const struct document *document, uint32_t token)
{
    return look_mark(document, token, ';') || look_mark(document, token, ':') ||
           mark_is_dash(document, token);
}

/* "une série de rencontres : lundi avec A", "Prochain rendez-vous : le 2 avril": a colon that leads
 * on to those who are met, or to the day. */
static bool leads_on(const struct document *document, const struct sentence *sentence,
                     uint32_t token)
{
    enum { WORDS_MAX = 5, OPENING_WORDS = 4 };
    if (!look_mark(document, token, ':') || !look_ends(document, token, LEXICON_MEETNOUN))
        return false;
    const bool opens = token - sentence->begin <= OPENING_WORDS;
    for (uint32_t t = token + 1; t <= token + WORDS_MAX; t++) {
        if (look_at(document, t, LEXICON_WITH))
            return true;
        const struct annotation *when = look_at(document, t, ANNOTATION_DATE);
        if (!when)
            when = look_at(document, t, ANNOTATION_TIME);
        if (when && opens)
            return true;
        if (when)
            t = when->end - 1;
        else if (!document_is(document, t, CLASS(DETERMINER) | CLASS(AT)))
            break;
    }
    return false;
}

bool mark_sets_off(const struct document *document, const struct sentence *sentence, uint32_t token)
{
    uint32_t dashes = 0;
    if (look_mark(document, token, ','))
        return true;
    if (!mark_is_dash(document, token))
        return leads_on(document, sentence, token);
    for (uint32_t t = sentence->begin; t < sentence->end; t++) {
        const bool twice = t > sentence->begin && mark_is_dash(document, t - 1); /* "--" is one */
        dashes += mark_is_dash(document, t) && !twice;
    }
    return dashes == 2;
}
