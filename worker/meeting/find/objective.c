#include "annotate/look.h"
#include "meeting/find/act.h"
#include "meeting/find/caller.h"
#include "meeting/find/object.h"
#include "meeting/find/owner.h"

/* "him": whom a verb's subject met, told by a pronoun. */

bool objective_at(const struct finder *finder, uint32_t token)
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
           objective_at(finder, verb->end);
}

/* "s'est entretenu lundi avec lui": behind "with" in the verb's clause. */
static bool is_behind_with(const struct finder *finder, uint32_t verb)
{
    const struct clause *clause = &finder->clause;
    for (uint32_t i = verb + 1; i < clause->chunks.count; i++) {
        if (clause_is(clause, i, TYPE(WITH)))
            return objective_at(finder, clause_chunk(clause, i)->end);
        if (clause_is(clause, i, TYPE(VERB) | TYPE(STOP) | TYPE(SUBORDINATOR) | TYPE(PARTY)))
            break;
    }
    return false;
}

bool objective_behind(const struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    const bool pronoun = clause_is(clause, index, TYPE(PRONOUN) | TYPE(PLURAL_PRONOUN));
    const uint32_t with = index - (pronoun && index > 0);
    return clause_is(clause, with, TYPE(WITH)) &&
           objective_at(finder, clause_chunk(clause, with)->end);
}

bool objective_beside(const struct finder *finder, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    const uint64_t between = TYPE(DATE) | TYPE(TIME) | TYPE(PLACE) | TYPE(AT) | TYPE(OF) |
                             TYPE(PRONOUN) | TYPE(PLURAL_PRONOUN) | TYPE(WITH) | TYPE(COMMA);
    for (uint32_t i = noun; i > 0 && clause_is(clause, i - 1, between); i--) {
        if (objective_behind(finder, i - 1))
            return true;
    }
    for (uint32_t i = noun + 1; clause_is(clause, i, between); i++) {
        if (objective_behind(finder, i))
            return true;
    }
    return false;
}

/* "called on him at his office": but not "called on him to resign". */
static bool is_done_on(const struct finder *finder, const struct act *act)
{
    const uint32_t behind = clause_chunk(&finder->clause, act->index)->end + 1;
    return behind >= finder->sentence->end || !document_is(finder->document, behind, CLASS(TO)) ||
           act_is_errand(finder->document, behind);
}

/* "thanked A for receiving his delegation": the people of whom a pronoun tells, who is with them.
 */
static bool is_for_his_people(const struct finder *finder, const struct act *act)
{
    const uint32_t behind = clause_chunk(&finder->clause, act->index)->end;
    return act->frame == FRAME_HOST && document_is(finder->document, behind, CLASS(POSSESSIVE)) &&
           look_at(finder->document, behind + 1, LEXICON_DELEGATION);
}

bool act_is_objective(const struct finder *finder, const struct act *act)
{
    if (act->verb->passive || act->verb->reflexive != act->lexeme->reflexive ||
        act->subject == CLAUSE_NONE)
        return false;
    if (act->frame == FRAME_WITH)
        return is_behind_with(finder, act->index);
    if (act->frame == FRAME_OBJECT && is_behind_with(finder, act->index))
        return true; /* "met on Monday with her" */
    const bool meets =
        act->frame == FRAME_OBJECT || act->frame == FRAME_HOST ||
        act->lexeme->frame == FRAME_VISIT ||
        (act->frame == FRAME_CALL && (act->lexeme->mode == MODE_PHONE || is_done_on(finder, act)));
    return meets && (is_beside(finder, clause_chunk(&finder->clause, act->index)) ||
                     is_for_his_people(finder, act));
}
