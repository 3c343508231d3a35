#include "meeting/clause/chunk_cleft.h"

#include "annotate/look.h"
#include "meeting/clause/titled.h"

/* Behind "it is": whether the word at token puts forward when, where or how, and not who. */
static bool puts_forward(const struct document *document, uint32_t token)
{
    const uint64_t small = CLASS(AT) | CLASS(FROM) | CLASS(SINCE);
    return look_at(document, token, LEXICON_FOLLOWING) ||
           look_at(document, token, LEXICON_SIDELINE) || look_at(document, token, LEXICON_HOST) ||
           look_at(document, token, ANNOTATION_DATE) || document_is(document, token, small);
}

struct cleft cleft_of(const struct document *document, const struct sentence *sentence)
{
    const struct cleft none = {sentence->begin, UINT32_MAX};
    uint32_t t = sentence->begin;
    while (t < sentence->end && titled_mark(document, t))
        t++;
    if (t >= sentence->end || !document_is(document, t, CLASS(NEUTER)))
        return none;
    const struct annotation *be = look_at(document, t + 1, LEXICON_AUX);
    if (!look_says(document, be, STR("BE")))
        return none;
    for (t = be->end; t < sentence->end && document_is(document, t, CLASS(ADVERB));)
        t++;
    if (t >= sentence->end || !puts_forward(document, t))
        return none;
    for (uint32_t that = t + 1; that < sentence->end; that++) {
        if (!document_is(document, that, CLASS(SUBORDINATOR)))
            continue;
        return document_is(document, that, CLASS(RELATIVE)) ? (struct cleft){t, that} : none;
    }
    return none;
}
