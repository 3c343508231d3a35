#include <string.h>

#include "annotate/look.h"
#include "annotate/place/spot.h"
#include "meeting/find/again.h"
#include "meeting/find/predicate.h"

/*
 * Who is of a delegation, and who leads it: "X led the Kenyan delegation", "The Kenyan side was led
 * by X, and the Ghanaian side by Y".
 */

/* Whether the chunk tells those whom a state or body sent: "the Kenyan delegation", "envoys". */
static bool is_side(const struct finder *finder, uint32_t chunk)
{
    if (!clause_is(&finder->clause, chunk, TYPE(PARTY)))
        return false;
    const struct party *party = party_members(clause_chunk(&finder->clause, chunk)->of)->at[0];
    return party->type == PARTY_GROUP || party->delegation;
}

/* "The delegation included A": whether the verb tells who is of the side that is its subject. */
bool find_members(struct finder *finder, uint32_t index, uint32_t side)
{
    const struct clause *clause = &finder->clause;
    const bool members = is_side(finder, side) && !clause_verb(clause, index)->passive &&
                         clause_finite(clause, index) &&
                         clause_is(clause, index + 1, TYPE(PARTY)) &&
                         clause_governor(clause, index + 1) == 0;
    struct mention *mention = members ? finder_join(finder, index, KIND_OTHER, index + 1) : NULL;
    if (mention) {
        mention->status_told = clause_verb(clause, index)->tense == TENSE_PAST;
        mention->company = true;
    }
    return members;
}

/* Whether the verb is done for a delegation or a state: "représentait le Togo", "représentait
 * Cuba", "conduisait la délégation". */
static bool is_for_side(const struct finder *finder, uint32_t verb)
{
    const struct clause *clause = &finder->clause;
    const struct chunk *chunk = clause_chunk(clause, verb), *whom = chunk + 1;
    if (look_within(finder->document, chunk->begin + 1, chunk->end, LEXICON_DELEGATION))
        return true;
    const bool attends = finder_sense(finder, verb) == SENSE_ATTEND;
    if (clause_is(clause, verb + 1, TYPE(PLACE))) {
        const struct spot *spot = whom->of->detail;
        return attends && !spot->city && spot->country[0] && whom->begin == chunk->end;
    }
    const uint32_t side = clause_after(clause, verb, TYPE(PARTY), GOVERNOR_NONE);
    const struct party *party =
        side != CLAUSE_NONE ? party_members(clause_chunk(clause, side)->of)->at[0] : NULL;
    return party && (party->delegation || (attends && party->type == PARTY_COUNTRY));
}

/* "X led the Kenyan delegation", "Y represented the Ghanaian side": who stands at its head. */
void find_by_leader(struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    const uint32_t subject = clause_subject(clause, index);
    /* "A led the Kenyan delegation and B led the Ghanaian side" reads as a list before "led". */
    const uint32_t leader = subject == CLAUSE_NONE && index > 0 ? index - 1 : subject;
    const struct verb *verb = clause_verb(clause, index);
    const enum sense sense = finder_sense(finder, index);
    if ((sense != SENSE_CHAIR && sense != SENSE_ATTEND) || verb->passive || verb->negative ||
        !clause_is(clause, leader, TYPE(PARTY)) || !is_for_side(finder, index) ||
        party_last(clause_chunk(clause, leader)->of)->type != PARTY_PERSON)
        return;
    finder_join(finder, index, KIND_OTHER, leader);
}

/* "The Kenyan team, led by X, left": who leads it, behind the HOST chunk at index. */
void find_by_heading(struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    const uint32_t side = index == 0 && clause_is(clause, 2, TYPE(COMMA))
                              ? 3 /* "Led by X, the team left" */
                              : index - 1 - clause_is(clause, index - 1, TYPE(COMMA));
    if (is_side(finder, side) && clause_is(clause, index + 1, TYPE(PARTY)) &&
        look_lexeme(finder->document, clause_chunk(clause, index)->of)->part == PART_CHAIR)
        finder_join(finder, index, KIND_OTHER, index + 1);
}

/* "était conduite par": whether the words behind the verb's auxiliary say who leads. */
static bool is_led(const struct finder *finder, uint32_t index)
{
    const struct chunk *chunk = clause_chunk(&finder->clause, index);
    for (uint32_t t = chunk->begin; t < chunk->end; t++) {
        const struct annotation *leads = look_at(finder->document, t, LEXICON_HOST);
        if (leads && leads->end > chunk->end &&
            look_lexeme(finder->document, leads)->part == PART_CHAIR)
            return true;
    }
    return false;
}

/* The code of the state that the chunk tells last, or "". */
static const char *state_told(const struct finder *finder, uint32_t chunk)
{
    if (clause_is(&finder->clause, chunk, TYPE(PLACE)))
        return ((const struct spot *)clause_chunk(&finder->clause, chunk)->of->detail)->country;
    const struct party *last = party_last(clause_chunk(&finder->clause, chunk)->of);
    return last->type == PARTY_COUNTRY ? last->country : "";
}

/* "… and the Ghanaian side by Y", "and Ghana by Y": who leads or stands for the other side, behind
 * the one who does so for the first; or CLAUSE_NONE. */
static uint32_t other_head(const struct finder *finder, uint32_t head)
{
    const struct clause *clause = &finder->clause;
    for (uint32_t i = head; i < clause->chunks.count; i++) {
        if (clause_is(clause, i, TYPE(STOP) | TYPE(VERB) | TYPE(NOUN) | TYPE(RELATIVE)))
            break;
        if (!clause_is(clause, i, TYPE(PARTY) | TYPE(PLACE)) ||
            !clause_is(clause, i + 1, TYPE(BY)) || !clause_is(clause, i + 2, TYPE(PARTY)))
            continue;
        const struct party *last =
            clause_is(clause, i, TYPE(PARTY)) ? party_last(clause_chunk(clause, i)->of) : NULL;
        const bool side = state_told(finder, i)[0] || (last && last->type != PARTY_PERSON);
        return side ? i + 2 : CLAUSE_NONE;
    }
    return CLAUSE_NONE;
}

/* "Kenya was represented by X": who stands for a state serves it; of several, one for each. */
static void stand_for_state(const struct finder *finder, uint32_t side, uint32_t head)
{
    const struct party_list *sides = clause_is(&finder->clause, side, TYPE(PARTY))
                                         ? party_members(clause_chunk(&finder->clause, side)->of)
                                         : NULL;
    if (sides && sides->count > 1 && sides->at[0]->type == PARTY_COUNTRY)
        return;
    struct party *party = party_members(clause_chunk(&finder->clause, head)->of)->at[0];
    const char *state =
        clause_is(&finder->clause, side, TYPE(PARTY) | TYPE(PLACE)) ? state_told(finder, side) : "";
    struct person *person = party->person ? &finder->story->people.at[party->person] : NULL;
    if (state[0] && person && !party->country[0] && !person->figure) /* what was guessed yields */
        memcpy(person->country, state, sizeof person->country);
    else if (state[0] && !person && !party->country[0] && party->type == PARTY_PERSON)
        memcpy(party->country, state, sizeof party->country); /* "by its ambassador" */
}

/* "Kenya and Peru were represented by ministers": who came for the states is told of nobody in
 * particular, so that they took part. */
static bool stands_itself(const struct finder *finder, uint32_t side, uint32_t head)
{
    const struct party *first = clause_is(&finder->clause, side, TYPE(PARTY))
                                    ? party_members(clause_chunk(&finder->clause, side)->of)->at[0]
                                    : NULL;
    const struct party *who = party_members(clause_chunk(&finder->clause, head)->of)->at[0];
    return first && first->type == PARTY_COUNTRY && (who->type == PARTY_GROUP || who->plural);
}

/* "The delegation was led by X": who stands at its head; "They were joined by X": who came too. */
void find_by_head(struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    const uint32_t side = clause_subject(clause, index);
    const uint32_t head = clause_after(clause, index, TYPE(PARTY), TYPE(BY));
    const enum sense told = finder_sense(finder, index);
    const enum sense sense = told != SENSE_ATTEND && is_led(finder, index) ? SENSE_CHAIR : told;
    const bool event = side == CLAUSE_NONE && is_the_event(finder, finder->sentence->begin);
    if ((sense != SENSE_CHAIR && sense != SENSE_ATTEND) || !clause_verb(clause, index)->passive ||
        head == CLAUSE_NONE ||
        !(event || clause_is(clause, side, TYPE(PARTY) | TYPE(PRONOUN) | TYPE(PLURAL_PRONOUN))))
        return;
    const bool meeting = /* "It was co-chaired by A", "The event was attended by A" */
        event || clause_is(clause, side, TYPE(PRONOUN));
    if (sense == SENSE_CHAIR && !meeting && !is_side(finder, side))
        return;
    finder_join(finder, index, KIND_OTHER, stands_itself(finder, side, head) ? side : head);
    stand_for_state(finder, side, head);
    uint32_t other = sense == SENSE_CHAIR || !meeting ? other_head(finder, head) : CLAUSE_NONE;
    for (; other != CLAUSE_NONE; other = other_head(finder, other)) {
        finder_join(finder, other, KIND_OTHER, other);
        stand_for_state(finder, other - 2, other);
    }
}

/* "Représentés par A et par B, les deux États …", "Accueilli par A, il a": who stands for them, or
 * received the visitor, where the sentence begins. */
void find_by_standing(struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    const enum sense sense = finder_sense(finder, index);
    if (index != 0 || (sense != SENSE_ATTEND && sense != SENSE_HOSTEVENT) ||
        clause_verb(clause, index)->tense != TENSE_PP)
        return;
    const uint32_t who = clause_after(clause, index, TYPE(PARTY), TYPE(BY));
    const struct party *first =
        who != CLAUSE_NONE ? party_members(clause_chunk(clause, who)->of)->at[0] : NULL;
    if (!first || first->type != PARTY_PERSON)
        return;
    struct mention *mention = finder_join(finder, index, KIND_OTHER, who);
    if (mention)
        mention->company = sense == SENSE_HOSTEVENT;
}

/* "… while Kenya was represented by X": whether the subject of the verb is a state. */
static bool is_of_state(const struct finder *finder, uint32_t verb)
{
    const uint32_t subject = clause_subject(&finder->clause, verb);
    return clause_is(&finder->clause, subject, TYPE(PARTY)) && state_told(finder, subject)[0];
}

/* What a sentence tells of delegations, whatever else it tells: "A led the Kenyan delegation to the
 * talks, while the Ghanaian side was led by B". */
void find_sides(struct finder *finder)
{
    for (uint32_t i = 0; i < finder->clause.chunks.count; i++) {
        const enum sense sense = finder_sense(finder, i);
        find_by_standing(finder, i);
        if (sense == SENSE_ATTEND)
            find_members(finder, i, clause_subject(&finder->clause, i));
        if (sense == SENSE_CHAIR || (sense == SENSE_ATTEND && is_of_state(finder, i)))
            find_by_head(finder, i);
        if (sense == SENSE_CHAIR || sense == SENSE_ATTEND)
            find_by_leader(finder, i);
    }
}
