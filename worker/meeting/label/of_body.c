#include "annotate/look.h"
#include "annotate/party/party.h"
#include "meeting/clause/chunk_mark.h"
#include "meeting/label/label.h"
#include "meeting/label/phrase.h"

/* "the Kenya-Norway Commission": where the state begins that a hyphen joins to the name at token,
 * or token. */
static uint32_t pair_begin(const struct document *document, uint32_t token)
{
    enum { WORDS_BACK = 3 };
    for (uint32_t back = 1; look_flag(document, token, TOKEN_HYPHEN) && back <= WORDS_BACK;
         back++) {
        const struct annotation *state = look_at(document, token - back, LEXICON_COUNTRY);
        if (state && state->end == token)
            return state->begin;
    }
    return token;
}

struct span label_of_body(const struct document *document, const struct sentence *sentence,
                          const struct party *body)
{
    const struct phrase phrase = {
        .document = document, .begin = sentence->begin, .end = sentence->end};
    const uint32_t behind = body->name_end;
    /* "the council backed a number of": what stands behind it is a verb with its object. */
    const bool acts = behind + 1 < sentence->end && !document->classes[behind] &&
                      document_is(document, behind + 1, CLASS(DETERMINER) | CLASS(POSSESSIVE)) &&
                      !document_is(document, behind + 1, CLASS(OF) | CLASS(AT));
    const bool owns = look_clitic(document, behind); /* "the board's next session" */
    const bool next = look_at(document, behind, LEXICON_NEXTPREVIOUS); /* "the board next meets" */
    /* "the Bank of Wessex raised rates": no adjective, where those stand before the noun */
    const bool unread = pack_adjectives_first(document->pack) && look_unread(document, behind);
    const uint32_t end =
        acts || owns || next || unread ? behind : label_complement(&phrase, body->name_begin);
    uint32_t begin = label_owner(&phrase, body->name_begin);
    while (begin + 1 < behind &&
           document_is(document, begin, CLASS(POSSESSIVE) | CLASS(DEMONSTRATIVE)))
        begin++; /* "Its board" */
    return (struct span){pair_begin(document, begin), end > behind ? end : behind};
}

bool label_is_of_pair(const struct phrase *phrase, const struct annotation *body)
{
    const struct document *document = phrase->document;
    const struct span name = phrase->label.name;
    return (body->begin > name.begin && (look_flag(document, body->begin, TOKEN_HYPHEN) ||
                                         mark_is_dash(document, body->begin - 1))) ||
           (body->end < name.end &&
            (look_flag(document, body->end, TOKEN_HYPHEN) || mark_is_dash(document, body->end)));
}
