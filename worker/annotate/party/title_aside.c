#include "annotate/party/title_aside.h"

#include "annotate/date/date.h"
#include "annotate/look.h"

/* ", global director of Y": whether a word that no file names describes the office behind it. */
static bool is_described_office(const struct reader *reader, uint32_t token)
{
    const struct document *document = reader->document;
    return token + 1 < reader->end && look_flag(document, token, TOKEN_WORD) &&
           !look_flag(document, token, TOKEN_CAPITAL) && !document->first[token] &&
           !(document->classes[token] & ~CLASS(MEETADJECTIVE)) &&
           reader_look(reader, token + 1, ANNOTATION_ROLE);
}

/* Whether a number of two digits stands at token. */
static bool is_age(const struct reader *reader, uint32_t token)
{
    enum { POINTS = 2 };
    return token < reader->end && look_flag(reader->document, token, TOKEN_NUMBER) &&
           look_token(reader->document, token)->points == POINTS;
}

/* "a 54-year-old former minister": behind the age that hyphens join, or token. */
static uint32_t behind_joined_age(const struct reader *reader, uint32_t token)
{
    uint32_t t = token + 1;
    while (t < reader->end && look_flag(reader->document, t, TOKEN_HYPHEN))
        t++;
    return is_age(reader, token) && t > token + 1 ? t : token;
}

uint32_t title_skip_aside(const struct reader *reader, uint32_t token)
{
    const struct annotation *aside = NULL;
    uint32_t bare = token;
    while ((aside = reader_look(reader, bare, LEXICON_ASIDE)) != NULL)
        bare = aside->end + reader_comma(reader, aside->end);
    while (reader_is(reader, bare, READER_ARTICLES | CLASS(ADVERB)) &&
           !reader_look(reader, bare, ANNOTATION_ROLE)) /* "the first minister" */
        bare++;
    bare = behind_joined_age(reader, bare);
    const bool closed = bare > token && reader_comma(reader, bare) &&
                        reader_look(reader, bare + 1, ANNOTATION_ROLE);
    if (closed)
        return bare + 1; /* ", respectivement, maire" */
    /* not "Macron praises outgoing premier": a verb that no list has */
    const bool apart = bare > token || look_flag(reader->document, token - 1, TOKEN_PUNCT) ||
                       reader_is(reader, token - 1, CLASS(AND));
    return bare + (apart && is_described_office(reader, bare));
}

uint32_t title_behind_age(const struct reader *reader, uint32_t token)
{
    uint32_t t = token + 1;
    if (!is_age(reader, t) && t < reader->end && look_flag(reader->document, t, TOKEN_WORD) &&
        !look_flag(reader->document, t, TOKEN_CAPITAL))
        t = reader_skip(reader, t + 1, CLASS(OF)); /* "aged" */
    if (!reader_comma(reader, token) || !is_age(reader, t))
        return token;
    const struct annotation *unit = reader_look(reader, t + 1, LEXICON_UNIT);
    t = unit ? unit->end : t + 1;
    return reader_comma(reader, t) ? t : token;
}

uint32_t title_behind_term(const struct reader *reader, uint32_t token)
{
    enum { WORDS_MAX = 3 };
    if (!look_flag(reader->document, reader->party.begin, TOKEN_SENTENCE))
        return token;
    for (uint32_t t = token; t < token + WORDS_MAX && t < reader->end; t++) {
        const struct annotation *date = reader_look(reader, t, ANNOTATION_DATE);
        if (date)
            return t > token && ((const struct date *)date->detail)->year &&
                           reader_comma(reader, date->end)
                       ? date->end
                       : token;
        if (look_flag(reader->document, t, TOKEN_PUNCT | TOKEN_CAPITAL))
            break;
    }
    return token;
}

uint32_t title_behind_land(const struct reader *reader, uint32_t token)
{
    const uint32_t t = reader_skip(reader, token + 1, CLASS(DETERMINER));
    const struct annotation *land =
        reader_is(reader, token, CLASS(AT)) ? reader_look(reader, t, LEXICON_COUNTRY) : NULL;
    return land && reader_comma(reader, land->end) ? land->end : token;
}
