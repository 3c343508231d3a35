#include "annotate/look.h"
#include "annotate/party/read.h"

/* Where the names stand of those whom a title of several tells: behind a dash, in a bracket, behind
 * where they all serve. */

/* "The presidents of A and B -- X and Y", "-- President X and": where the names behind the dash
 * begin, or token. */
static uint32_t behind_dash(const struct reader *reader, uint32_t token)
{
    uint32_t t = token;
    while (reader_dash(reader, t))
        t++;
    const bool somebody = reader_look(reader, t, ANNOTATION_NAME) ||
                          reader_look(reader, t, ANNOTATION_ROLE) || reader_owned(reader, t);
    return t > token && somebody ? t : token;
}

/* "les ministres du Mali (X), du Niger (Y)": where the name in a bracket at token begins behind a
 * title of several, or token. */
static uint32_t inside_bracket(const struct reader *reader, uint32_t token)
{
    if (token >= reader->end || !look_mark(reader->document, token, '('))
        return token;
    const struct annotation *honorific = reader_look(reader, token + 1, LEXICON_HONORIFIC);
    const struct annotation *name =
        reader_look(reader, honorific ? honorific->end : token + 1, ANNOTATION_NAME);
    return name && reader_personal(name) && name->end < reader->end &&
                   look_mark(reader->document, name->end, ')')
               ? token + 1
               : token;
}

/* "les ambassadeurs de A et de B | au Niger, respectivement MM. X et Y": where the names begin
 * behind what few words say of where all of a plural title serve, or token. */
static uint32_t behind_posting(const struct reader *reader, uint32_t token)
{
    static const uint16_t places[] = {LEXICON_COUNTRY, LEXICON_CITY};
    const struct annotation *with = reader_look(reader, token, LEXICON_WITH);
    const uint32_t at = with ? with->end : reader_skip(reader, token, CLASS(AT) | CLASS(TO));
    const uint32_t bare = at > token ? reader_skip(reader, at, READER_ARTICLES) : token;
    uint32_t t = token;
    for (size_t i = 0; bare > token && i < sizeof places / sizeof *places; i++) {
        const struct annotation *place = reader_look(reader, bare, places[i]);
        t = place && place->end > t ? place->end : t;
    }
    if (!reader_comma(reader, t))
        return token;
    t = reader_skip(reader, t + 1, CLASS(RESPECTIVE));
    return reader_look(reader, t, LEXICON_HONORIFIC) || reader_look(reader, t, ANNOTATION_NAME)
               ? t
               : token;
}

/* Where the names begin behind a title of several, behind which the list goes on at token. */
uint32_t reader_title_names(const struct reader *reader, uint32_t token)
{
    const uint32_t names = behind_posting(reader, reader->at);
    if (names > reader->at)
        return names;
    const bool colon = token < reader->end && look_mark(reader->document, token, ':');
    if (colon && reader_look(reader, token + 1, ANNOTATION_NAME)) /* "les adjoints : A et B" */
        return token + 1;
    return token == reader->at ? inside_bracket(reader, behind_dash(reader, token)) : token;
}
