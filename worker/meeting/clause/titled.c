#include "meeting/clause/titled.h"
#include "annotate/look.h"

bool titled_mark(const struct document *document, uint32_t token)
{
    static const char *const MARKS[] = {"\"", "\u00ab", "\u00bb", "\u201c", "\u201d"};
    if (!look_flag(document, token, TOKEN_PUNCT))
        return false;
    const struct str mark = document_text(document, token, token + 1);
    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++) {
        if (str_equal(mark, str_of(MARKS[i])))
            return true;
    }
    return false;
}

uint32_t titled_quoted(const struct document *document, uint32_t token, uint32_t end)
{
    enum { TITLE_MAX = 14 };
    for (uint32_t t = token + 1; titled_mark(document, token) && t < end && t - token <= TITLE_MAX;
         t++) {
        if (titled_mark(document, t))
            return t + 1;
        if (look_flag(document, t, TOKEN_PUNCT))
            break;
    }
    return token;
}

bool titled_about(const struct document *document, uint32_t token)
{
    return document_is(document, token, CLASS(ABOUT)) && !document_is(document, token, CLASS(OF)) &&
           titled_mark(document, token + 1) && look_flag(document, token + 2, TOKEN_CAPITAL);
}

/* Whether a word for a meeting stands shortly before token, and only its name between. */
static bool is_behind_name(const struct document *document, uint32_t token)
{
    enum { WORDS_BACK = 14 };
    for (uint32_t back = 1; back <= WORDS_BACK && back <= token; back++) {
        const uint32_t t = token - back;
        if (look_at(document, t, LEXICON_MEETNOUN))
            return true;
        if (look_flag(document, t, TOKEN_SENTENCE | TOKEN_PUNCT) ||
            look_at(document, t, ANNOTATION_VERB))
            return false;
    }
    return false;
}

/* "le Forum de l'eau (African Water Forum)": just behind the brackets at token, if they tell the
 * name in another language; else token. */
static uint32_t alias_end(const struct document *document, uint32_t token, uint32_t end)
{
    enum { ALIAS_MAX = 12 };
    bool meeting = false;
    if (!look_mark(document, token, '(') || !look_flag(document, token + 1, TOKEN_CAPITAL))
        return token;
    for (uint32_t t = token + 1; t < end && t - token <= ALIAS_MAX; t++) {
        if (look_mark(document, t, ')'))
            return meeting && is_behind_name(document, token) ? t + 1 : token;
        if (look_at(document, t, ANNOTATION_VERB) || look_at(document, t, ANNOTATION_DATE))
            break;
        meeting |= look_at(document, t, LEXICON_MEETNOUN) != NULL;
    }
    return token;
}

uint32_t titled_end(const struct document *document, uint32_t token, uint32_t end)
{
    enum { TITLE_MAX = 30 };
    const uint32_t alias = alias_end(document, token, end);
    if (alias > token)
        return alias;
    const struct annotation *words = look_at(document, token, LEXICON_TITLED);
    uint32_t open = titled_about(document, token) ? token + 1 : end;
    if (words && words->end < end)
        open = words->end + look_mark(document, words->end, ':');
    if (open >= end || !titled_mark(document, open))
        return token;
    for (uint32_t t = open + 1; t < end && t - open <= TITLE_MAX; t++) {
        if (titled_mark(document, t))
            return t + 1;
    }
    return token;
}

bool titled_names(const struct document *document, uint32_t token)
{
    const struct annotation *words = look_at(document, token, LEXICON_TITLED);
    return words ? look_says(document, words, STR("NAME")) : titled_about(document, token);
}
