#include "annotate/look.h"
#include "annotate/party/read.h"

/*
 * "The two met in Lima", "both then agreed", "talks between the two": a word that counts those told
 * before, by itself; behind it stands what they do, and no word for who they are.
 */

/* Whether a verb stands at token, or behind adverbs there: "the two last met". */
static bool has_verb(const struct reader *reader, uint32_t token)
{
    enum { ADVERBS_MAX = 2 };
    for (uint32_t t = token; t < reader->end && t - token <= ADVERBS_MAX; t++) {
        if (reader_look(reader, t, ANNOTATION_VERB) || reader_look(reader, t, LEXICON_AUX))
            return true;
        if (!reader_is(reader, t, CLASS(ADVERB)))
            return false;
    }
    return false;
}

/* "between the two, which": whether nothing that they could count stands at token. */
static bool is_last(const struct reader *reader, uint32_t token)
{
    return token >= reader->end || look_flag(reader->document, token, TOKEN_PUNCT) ||
           reader_is(reader, token, CLASS(AT) | CLASS(SINCE)) ||
           reader_look(reader, token, ANNOTATION_DATE); /* "between the two | last week" */
}

bool reader_two(struct reader *reader)
{
    const struct document *document = reader->document;
    const uint32_t begin = reader->at;
    const uint32_t token = reader_skip(reader, begin, CLASS(DETERMINER));
    if (!reader_is(reader, token, CLASS(PAIR)))
        return false;
    const bool number = reader_look(reader, token, LEXICON_NUMBER) != NULL;
    const struct annotation *between =
        begin > 0 ? look_at(document, begin - 1, LEXICON_BETWEEN) : NULL;
    if ((number && (token == begin || reader_is(reader, begin, CLASS(INDEFINITE)))) ||
        !(has_verb(reader, token + 1) || (between && is_last(reader, token + 1))))
        return false;
    reader->party.type = PARTY_GROUP;
    reader->party.plural = true;
    reader->party.name_begin = token;
    reader->party.name_end = reader->at = token + 1;
    return true;
}
