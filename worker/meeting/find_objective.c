#include "annotate/look.h"
#include "meeting/find_act.h"

/* "him": whom a verb's subject met, told by a pronoun. */

/* Whether the word at token is such a pronoun: "her counterpart" and "le ministre" are none. */
static bool is_pronoun(const struct finder *finder, uint32_t token)
{
    const struct document *document = finder->document;
    if (token >= finder->sentence->end || !document_is(document, token, CLASS(OBJECTIVE)) ||
        document_is(document, token, CLASS(DETERMINER)))
        return false;
    const uint64_t small = CLASS(AT) | CLASS(TO) | CLASS(AND) | CLASS(ABOUT) | CLASS(ADVERB);
    return !document_is(document, token, CLASS(POSSESSIVE)) ||
           !look_flag(document, token + 1, TOKEN_WORD) || document_is(document, token + 1, small) ||
           look_at(document, token + 1, ANNOTATION_DATE);
}

/* "le recevra", "l'a reçu", "met him": beside the verb. */
static bool is_beside(const struct finder *finder, const struct chunk *verb)
{
    const uint32_t before = verb->begin - 1;
    return (verb->begin > finder->sentence->begin &&
            document_is(finder->document, before, CLASS(OBJECTIVE)) &&
            !document_is(finder->document, before, CLASS(PRONOUN))) || /* "elle reçoit" */
           is_pronoun(finder, verb->end);
}

/* "s'est entretenu lundi avec lui": behind "with" in the verb's clause. */
static bool is_behind_with(const struct finder *finder, uint32_t verb)
{
    const struct clause *clause = &finder->clause;
    for (uint32_t i = verb + 1; i < clause->chunks.count; i++) {
        if (clause_is(clause, i, TYPE(WITH)))
            return is_pronoun(finder, clause_chunk(clause, i)->end);
        if (clause_is(clause, i, TYPE(VERB) | TYPE(STOP) | TYPE(SUBORDINATOR) | TYPE(PARTY)))
            break;
    }
    return false;
}

bool act_is_objective(const struct finder *finder, const struct act *act)
{
    if (act->verb->passive || act->verb->reflexive != act->lexeme->reflexive ||
        act->subject == CLAUSE_NONE)
        return false;
    if (act->frame == FRAME_WITH)
        return is_behind_with(finder, act->index);
    const bool meets = act->frame == FRAME_OBJECT || act->frame == FRAME_HOST ||
                       (act->frame == FRAME_CALL && act->lexeme->mode == MODE_PHONE);
    return meets && is_beside(finder, clause_chunk(&finder->clause, act->index));
}
