#include "annotate/party/aside.h"

#include "annotate/country.h"
#include "annotate/look.h"
#include "annotate/party/field.h"
#include "annotate/party/fronted.h"
#include "annotate/party/read.h"

static bool tells(const struct reader *reader, const struct annotation *aside, struct str what)
{
    return aside && str_equal(pack_column(reader->document->pack, aside->value, 0), what);
}

/* ", | de B", ", | by B": behind the "of" or "by" on which somebody depends, or token. */
static uint32_t behind_of(const struct reader *reader, uint32_t token)
{
    const uint32_t t = reader_skip(reader, token, CLASS(OF) | CLASS(BY));
    const uint32_t bare = reader_skip(reader, t, READER_ARTICLES);
    return reader_look(reader, t, ANNOTATION_NAME) || reader_look(reader, t, LEXICON_HONORIFIC) ||
                   reader_look(reader, bare, ANNOTATION_ROLE)
               ? t
               : token;
}

/* "et, du côté malien, B", "and, for the Danes, B": behind few words that commas part from the
 * list, where they tell nobody and nothing done; or token. */
static uint32_t behind_commas(const struct reader *reader, uint32_t token)
{
    enum { WORDS_MAX = 6 };
    if (!reader_comma(reader, token))
        return token;
    for (uint32_t t = token + 1; t < reader->end && t - token <= WORDS_MAX; t++) {
        if (reader_comma(reader, t))
            return behind_of(reader, t + 1);
        if (!look_flag(reader->document, t, TOKEN_WORD) ||
            reader_look(reader, t, ANNOTATION_VERB) || reader_look(reader, t, LEXICON_AUX) ||
            reader_look(reader, t, ANNOTATION_NAME) || reader_look(reader, t, ANNOTATION_ROLE) ||
            reader_is(reader, t, CLASS(RELATIVE) | CLASS(SUBORDINATOR)))
            break;
    }
    return token;
}

/* "A et B et du côté malien, C": behind the words that tell whose those are who follow a comma, or
 * token. */
static uint32_t behind_side(const struct reader *reader, uint32_t token)
{
    const struct annotation *people = country_side(reader->document, token);
    if (people && reader_is(reader, people->end, READER_ARTICLES))
        return people->end;         /* "côté malien la ministre C" */
    const struct annotation *side = /* "on the Malian | side" */
        people ? reader_look(reader, people->end, LEXICON_DELEGATION) : NULL;
    const uint32_t end = side ? side->end : people ? people->end : token;
    return people && reader_comma(reader, end) ? behind_of(reader, end + 1) : token;
}

uint32_t party_behind_part(const struct reader *reader, uint32_t token)
{
    if (!look_maybe(reader->document, token, LEXICON_ASIDE) &&
        !look_maybe(reader->document, token + 1, LEXICON_ASIDE))
        return token; /* nearly always */
    const uint32_t t = token + reader_comma(reader, token);
    const struct annotation *part = reader_look(reader, t, LEXICON_ASIDE);
    if (!tells(reader, part, STR("PART")))
        return token;
    return part->end + (t > token && reader_comma(reader, part->end));
}

uint32_t party_behind_aside(const struct reader *reader, uint32_t token)
{
    uint32_t part = party_behind_part(reader, token);
    if (part > token) { /* "et d'autre part | par B", "et d'autre part, | par B" */
        part += reader_comma(reader, part);
        const struct annotation *with = reader_look(reader, part, LEXICON_WITH);
        return with ? with->end : reader_skip(reader, part, CLASS(OF) | CLASS(BY));
    }
    const uint32_t behind = behind_commas(reader, token);
    return behind > token ? behind : behind_side(reader, token);
}

/* "A, a Republican from Ohio, and B", "A and B, both Democrats, met": behind few words that tell of
 * somebody what no list has, between commas; or token. */
static uint32_t behind_description(const struct reader *reader, uint32_t token)
{
    enum { WORDS_MAX = 7 };
    const uint64_t never = CLASS(AND) | CLASS(RELATIVE) | CLASS(SUBORDINATOR) | CLASS(PRONOUN);
    if (!reader_comma(reader, token) || reader->party.type != PARTY_PERSON ||
        !reader_is(reader, token + 1, CLASS(INDEFINITE) | CLASS(QUANTIFIER)))
        return token;
    for (uint32_t t = token + 2; t < reader->end && t - token <= WORDS_MAX; t++) {
        if (reader_comma(reader, t))
            return reader_is(reader, t + 1, CLASS(AND)) || reader_verb(reader, t + 1) ? t : token;
        if (!look_flag(reader->document, t, TOKEN_WORD) || reader_is(reader, t, never) ||
            reader_verb(reader, t) || reader_look(reader, t, ANNOTATION_ROLE) ||
            reader_look(reader, t, LEXICON_GIVENNAME))
            break;
    }
    return token;
}

uint32_t party_behind_position(const struct reader *reader, uint32_t token)
{
    const uint32_t described = behind_description(reader, token);
    if (described > token)
        return described;
    const struct annotation *aside =
        reader_comma(reader, token) ? reader_look(reader, token + 1, LEXICON_ASIDE) : NULL;
    if (!tells(reader, aside, STR("POSITION")))
        return token;
    const bool ends = aside->end >= reader->end || reader_comma(reader, aside->end) ||
                      reader_is(reader, aside->end, CLASS(AND)) ||
                      reader_look(reader, aside->end, ANNOTATION_VERB);
    return ends ? party_behind_position(reader, aside->end) : token; /* ", OBE, MA" */
}

uint32_t party_behind_alias(const struct reader *reader, uint32_t token)
{
    const uint32_t words = token + reader_comma(reader, token);
    const struct annotation *alias = reader_look(reader, words, LEXICON_ASIDE);
    const bool other = tells(reader, alias, STR("ALIAS"));
    uint32_t t = other ? alias->end : token;
    while (other && t < reader->end &&
           (look_flag(reader->document, t, TOKEN_CAPITAL) || reader_quote(reader, t)))
        t++;
    return t;
}
