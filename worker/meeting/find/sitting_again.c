#include "annotate/look.h"
#include "meeting/find/owner.h"
#include "meeting/find/sitting.h"
#include "meeting/label/label.h"

/* "La commission sera relancée. Elle se réunira jeudi": a body that sits, told by a pronoun. */

/* The sentence before, or NULL. */
static const struct sentence *sentence_before(const struct finder *finder)
{
    const struct sentence *before =
        finder->number ? &finder->document->sentences.at[finder->number - 1] : NULL;
    return before && !(before->flags & SENTENCE_TITLE) ? before : NULL;
}

/* The body with which the sentence before begins, or that it tells last where "the latter" sits; or
 * NULL. */
static const struct party *body_before(const struct finder *finder)
{
    const struct document *document = finder->document;
    const struct sentence *before = sentence_before(finder);
    const bool latter = look_at(document, finder->sentence->begin, LEXICON_LATTER);
    const uint64_t bit = KIND_BIT(ANNOTATION_PARTY);
    const struct party *body = NULL;
    for (uint32_t t = before ? look_next(document, before->begin, before->end, bit) : UINT32_MAX;
         before && t < before->end; t = look_next(document, t + 1, before->end, bit)) {
        const struct party_list *list = party_list_at(document, t);
        body = list && list->count == 1 ? list->at[0] : NULL;
        if (!latter)
            break;
    }
    return body && body->type == PARTY_ORGANIZATION &&
                   (latter || body->begin <= before->begin + 1) && finder_sits(finder, body)
               ? body
               : NULL;
}

bool act_sits_again(const struct finder *finder, const struct act *act)
{
    const bool sits = act->verb->reflexive || act->lexeme->kind == KIND_SESSION;
    return act->frame == FRAME_JOINT && sits && act->with == CLAUSE_NONE &&
           clause_is(&finder->clause, act->subject, TYPE(PRONOUN)) &&
           act_goes_on(finder, act->index, TYPE(DATE) | TYPE(PLACE)) && body_before(finder);
}

bool act_name_again(const struct finder *finder, struct mention *mention)
{
    const struct party *body = body_before(finder);
    mention->pronoun = false;
    mention->kind = mention->label.kind = finder_sitting(finder, body);
    mention->label.name = mention->label.series =
        label_of_body(finder->document, sentence_before(finder), body);
    return true;
}
