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

/* The body with which the sentence before begins, if it sits; or NULL. */
static const struct party *body_before(const struct finder *finder)
{
    const struct sentence *before = sentence_before(finder);
    const uint32_t t =
        before ? look_next(finder->document, before->begin, before->end, KIND_BIT(ANNOTATION_PARTY))
               : 0;
    const struct party_list *list =
        before && t < before->end ? party_list_at(finder->document, t) : NULL;
    const struct party *body = list && list->count == 1 ? list->at[0] : NULL;
    return body && body->type == PARTY_ORGANIZATION && body->begin <= before->begin + 1 &&
                   finder_sits(finder, body)
               ? body
               : NULL;
}

bool act_sits_again(const struct finder *finder, const struct act *act)
{
    return act->frame == FRAME_JOINT && act->verb->reflexive && act->with == CLAUSE_NONE &&
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
