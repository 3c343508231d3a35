#include "annotate/party/clause.h"

#include "annotate/look.h"
#include "annotate/party/fronted.h"
#include "annotate/party/read.h"

/* Whether anything is told as done in the sentence before token. */
static bool is_behind_verb(const struct reader *reader, uint32_t token)
{
    for (uint32_t t = token; t > 0 && !look_flag(reader->document, t, TOKEN_SENTENCE); t--) {
        if (reader_verb(reader, t - 1))
            return true;
    }
    return false;
}

/* Whether somebody stands at token who is one more of the list that begins at first: not who acts
 * in a clause of his own, "A met B, who won, and C left". */
static bool goes_on(const struct reader *reader, uint32_t token, uint32_t first)
{
    struct reader ahead = *reader;
    ahead.at = token;
    ahead.party = (struct party){0};
    return reader_party(&ahead) && ahead.party.type == PARTY_PERSON && !ahead.party.weak &&
           !(reader_verb(reader, ahead.at) && is_behind_verb(reader, first));
}

uint32_t reader_behind_clause(const struct reader *reader, uint32_t first)
{
    enum { WORDS_MAX = 14 };
    static const uint16_t meetings[] = {LEXICON_MEETVERB, LEXICON_MEETNOUN, 0};
    const struct document *document = reader->document;
    const uint32_t begin = reader->at;
    if (!reader_comma(reader, begin) || !reader_is(reader, begin + 1, CLASS(RELATIVE)) ||
        reader->party.type != PARTY_PERSON || reader->party.name_end <= reader->party.name_begin)
        return begin;
    uint32_t t = begin + 2;
    while (t < reader->end && t - begin <= WORDS_MAX && !look_kinds(document, t, meetings) &&
           (look_flag(document, t, TOKEN_WORD) || look_clitic(document, t)))
        t++;
    const uint32_t next = reader_comma(reader, t) ? reader_skip(reader, t + 1, CLASS(AND)) : t;
    return next > t + 1 && goes_on(reader, next, first) ? t : begin;
}

bool party_opens_circumstance(const struct document *document, uint32_t token)
{
    enum { CIRCUMSTANCE_MAX = 16 };
    static const uint16_t openers[] = {LEXICON_FOLLOWING, LEXICON_ACCOMPANIED, LEXICON_WITH, 0};
    for (uint32_t back = 1; back <= CIRCUMSTANCE_MAX && back <= token; back++) {
        const uint32_t t = token - back;
        if (look_flag(document, t, TOKEN_SENTENCE))
            return look_kinds(document, t, openers);
        if (look_flag(document, t, TOKEN_PUNCT))
            return false;
    }
    return false;
}

bool party_verb_before(const struct document *document, uint32_t token)
{
    const struct sentence *sentence = &document->sentences.at[document_sentence(document, token)];
    return party_opens_circumstance(document, token) ||
           look_within(document, sentence->begin, token, ANNOTATION_VERB) ||
           look_within(document, sentence->begin, token, LEXICON_AUX);
}
