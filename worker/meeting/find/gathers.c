#include "annotate/look.h"
#include "meeting/find/crowd.h"
#include "meeting/find/find.h"
#include "meeting/find/predicate.h"

/* Who brings others together: "le préfet a réuni les élus", "the union will gather ministers". */

static bool is_people(const struct finder *finder, uint32_t index)
{
    if (!clause_is(&finder->clause, index, TYPE(PARTY)))
        return false;
    const struct party *party = party_members(clause_chunk(&finder->clause, index)->of)->at[0];
    return party->type == PARTY_PERSON;
}

/* Whether the chunk tells people in office, by name or not: "the ministers". */
static bool has_office(const struct finder *finder, uint32_t index)
{
    return clause_is(&finder->clause, index, TYPE(PARTY)) &&
           party_members(clause_chunk(&finder->clause, index)->of)->at[0]->rank != RANK_NONE;
}

/* Whether the sentence before tells of a meeting, which "it" may be. */
static bool follows_meeting(const struct finder *finder)
{
    const struct document *document = finder->document;
    if (finder->number == 0)
        return false;
    const struct sentence *before = &document->sentences.at[finder->number - 1];
    return look_within(document, before->begin, before->end, LEXICON_MEETNOUN) ||
           look_within(document, before->begin, before->end, LEXICON_SERIES);
}

bool act_gathers(const struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    const uint32_t subject = clause_subject(clause, index);
    const uint32_t object = clause_after(clause, index, TYPE(PARTY) | TYPE(NOUN), GOVERNOR_NONE);
    const bool he = clause_is(clause, subject, TYPE(PRONOUN)) && is_people(finder, object) &&
                    act_is_several(finder, object) && !follows_meeting(finder);
    const bool body = clause_is(clause, subject, TYPE(PARTY)) && has_office(finder, object);
    return finder_sense(finder, index) == SENSE_HOLD && clause_finite(clause, index) &&
           !clause_verb(clause, index)->passive && (he || body || is_people(finder, subject));
}

bool act_is_membership(const struct finder *finder, const struct act *act,
                       const struct mention *mention)
{
    return act->frame == FRAME_HOST && finder_sense(finder, act->index) == SENSE_HOLD &&
           !is_people(finder, act->subject) && !mention->place && !mention->date;
}
