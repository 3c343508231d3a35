#include "meeting/find_act.h"

#include "annotate/party.h"
#include "meeting/predicate.h"
#include "meeting/status.h"

bool finder_denied(const struct finder *finder, uint32_t verb)
{
    for (uint32_t i = verb; i-- > 1;) {
        if (clause_is(&finder->clause, i, TYPE(RELATIVE) | TYPE(SUBORDINATOR)))
            return clause_is(&finder->clause, i - 1, TYPE(VERB)) &&
                   (clause_finite(&finder->clause, i - 1) ||
                    clause_verb(&finder->clause, i - 1)->tense == TENSE_GER) &&
                   !clause_verb(&finder->clause, i - 1)->negative &&
                   finder_sense(finder, i - 1) == SENSE_DENY;
        if (clause_is(&finder->clause, i, TYPE(VERB) | TYPE(STOP)))
            return false;
    }
    return false;
}

/* "ruled out meeting B", "denied having met B": a form in -ing right behind a verb that says what
 * becomes of it. */
static bool is_object_of(const struct finder *finder, const struct act *act)
{
    if (act->verb->tense != TENSE_GER || act->index == 0)
        return false;
    const enum sense sense = finder_sense(finder, act->index - 1);
    return sense == SENSE_REFUSE || sense == SENSE_DENY || sense == SENSE_CANCEL ||
           sense == SENSE_POSTPONE || sense == SENSE_PROPOSE;
}

bool act_is_timed(const struct finder *finder, const struct act *act)
{
    const struct clause *clause = &finder->clause;
    uint32_t i = act->index;
    while (i > 0 && clause_is(clause, i - 1, TYPE(OF)))
        i--;
    const uint32_t governing = clause_governing_verb(clause, act->index);
    const bool infinite = act->verb->tense == TENSE_INF || act->verb->tense == TENSE_GER;
    return infinite && i > 0 && clause_is(clause, i - 1, TYPE(FOLLOWING)) &&
           governing != CLAUSE_NONE && governing < i - 1 &&
           clause_subject(clause, governing) != CLAUSE_NONE;
}

void act_status(const struct finder *finder, const struct act *act, struct mention *mention)
{
    mention->status =
        finder_denied(finder, act->index) ? STATUS_DENIED : status_of_meeting_verb(act->verb);
    if (act->frame == FRAME_INVITE && mention->status != STATUS_DENIED)
        mention->status = STATUS_PROPOSED;
    mention->status_told = act->frame == FRAME_INVITE || act->verb->tense != TENSE_PRES ||
                           act->verb->modality != MODALITY_NONE || mention->status == STATUS_DENIED;
    if (mention->status == STATUS_DENIED)
        return;
    const enum sense expected = finder_sense(finder, act->index);
    if (act->frame == FRAME_VISIT && expected == SENSE_EXPECT) {
        mention->status = STATUS_SCHEDULED;
        mention->status_told = true;
        return;
    }
    const bool object = is_object_of(finder, act);
    if (act->verb->tense != TENSE_INF && act->verb->tense != TENSE_PERF && !object &&
        !act_is_timed(finder, act))
        return;
    const uint32_t governing =
        object ? act->index - 1 : clause_governing_verb(&finder->clause, act->index);
    /* "it is good to meet her" plans nothing; a headline's "A to meet B" does. */
    mention->status_told = (finder->sentence->flags & SENTENCE_TITLE) != 0;
    if (governing == CLAUSE_NONE)
        return;
    const struct verb *verb = clause_verb(&finder->clause, governing);
    const enum sense sense = finder_sense(finder, governing);
    mention->status_told |= sense != SENSE_NONE || verb->modality != MODALITY_NONE;
    const enum meeting_status status = status_of_infinitive(verb, sense);
    if (act->verb->tense == TENSE_PERF && status != STATUS_DENIED)
        return;
    mention->status = status;
    const struct chunk *chunk = clause_chunk(&finder->clause, governing);
    mention->status_words = (struct span){chunk->begin, chunk->end};
}

bool act_calls(const struct finder *finder, const struct act *act)
{
    const struct clause *clause = &finder->clause;
    if (act->object != act->index + 1)
        return false;
    const struct party_list *list = party_members(clause_chunk(clause, act->object)->of);
    if (list->at[0]->type != PARTY_PERSON || list->at[0]->weak || list->at[0]->plural)
        return false;
    return !clause_is(clause, act->object + 1, TYPE(TO) | TYPE(AT) | TYPE(VERB));
}

bool act_bids(const struct finder *finder, const struct act *act)
{
    const struct clause *clause = &finder->clause;
    const uint32_t guest = act->verb->passive ? act->subject : act->object;
    const uint32_t last = act->verb->passive ? act->index : act->object;
    if (!clause_is(clause, guest, TYPE(PARTY)) || last == CLAUSE_NONE ||
        party_members(clause_chunk(clause, guest)->of)->at[0]->type != PARTY_PERSON)
        return false;
    const uint32_t place = last + 1 + clause_is(clause, last + 1, TYPE(AT) | TYPE(TO));
    return clause_is(clause, place, TYPE(PLACE));
}

void act_parties(const struct finder *finder, const struct act *act, struct mention *mention)
{
    const bool host = act->frame == FRAME_HOST || act->frame == FRAME_INVITE;
    const bool passive = act->verb->passive;
    enum part subject = PART_ATTENDEE, other = PART_ATTENDEE;
    if (passive && act->between != CLAUSE_NONE) {
        slot_parties(finder, mention, act->between, PART_ATTENDEE);
        return;
    }
    if (host) {
        subject = passive ? PART_VISITOR : PART_HOST;
        other = passive ? PART_HOST : PART_VISITOR;
    } else if (act->frame == FRAME_VISIT) {
        subject = PART_VISITOR;
    }
    slot_parties(finder, mention, act->subject, subject);
    slot_pronoun(finder, mention, act->subject);
    if (act->frame == FRAME_VISIT || act->frame == FRAME_JOINT)
        return;
    if (passive)
        slot_parties(finder, mention, act->agent, other);
    else if (act->frame != FRAME_WITH)
        slot_parties(finder, mention, act->object, other);
    slot_parties(finder, mention, act->with, PART_ATTENDEE);
}
