#include "annotate/look.h"
#include "meeting/find/owner.h"

/* Who met, where one of them tells of it beside the other: "after their talks". */

bool noun_is_theirs(const struct finder *finder, uint32_t noun)
{
    const uint64_t their = pack_optional(finder->document->pack, OPTIONAL_THEIR);
    const uint32_t preposition = clause_preposition(&finder->clause, noun);
    return preposition != CLAUSE_NONE &&
           document_is(finder->document, clause_chunk(&finder->clause, preposition)->end, their);
}

/* Whether nobody acts before the chunk: it stands in a phrase that opens the sentence. */
static bool is_fronted(const struct clause *clause, uint32_t chunk)
{
    for (uint32_t i = 0; i < chunk; i++) {
        if (clause_is(clause, i, TYPE(PARTY)) && clause_governor(clause, i) == 0)
            return false;
    }
    return true;
}

uint32_t speaker_beside(const struct finder *finder, uint32_t chunk, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    if (chunk > noun || !noun_is_theirs(finder, noun) || !is_fronted(clause, chunk))
        return CLAUSE_NONE;
    bool comma = false;
    for (uint32_t i = noun + 1; i < clause->chunks.count; i++) {
        if (clause_is(clause, i, TYPE(STOP) | TYPE(VERB) | TYPE(RELATIVE)))
            break;
        if (comma && clause_is(clause, i, TYPE(PARTY)) && clause_governor(clause, i) == 0)
            return i;
        comma |= clause_is(clause, i, TYPE(COMMA));
    }
    return CLAUSE_NONE;
}

/* "A said at a news conference with B after their talks": who is told with the one at the chunk, or
 * CLAUSE_NONE. */
static uint32_t partner_of(const struct finder *finder, uint32_t chunk, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    for (uint32_t i = chunk + 1; noun_is_theirs(finder, noun) && i < noun; i++) {
        if (clause_is(clause, i, TYPE(STOP) | TYPE(RELATIVE) | TYPE(SUBORDINATOR)))
            break;
        if (clause_is(clause, i, TYPE(PARTY)) && (clause_governor(clause, i) & TYPE(WITH)))
            return i;
    }
    return CLAUSE_NONE;
}

/* "A shakes hands with B before a meeting": somebody in office, right behind "with", at the time of
 * talks that nobody else is told of; or CLAUSE_NONE. */
static uint32_t met_by(const struct finder *finder, uint32_t actor, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    const uint64_t stops = TYPE(STOP) | TYPE(RELATIVE) | TYPE(SUBORDINATOR) | TYPE(NOUN) |
                           TYPE(POSSESSIVE) | TYPE(ABOUT);
    for (uint32_t i = actor + 1; i < noun && !clause_is(clause, i, stops); i++) {
        const bool with = clause_is(clause, i, TYPE(PARTY)) &&
                          (clause_governor(clause, i) & TYPE(WITH)) &&
                          !look_clitic(finder->document, clause_chunk(clause, i)->end);
        const struct party *party = with ? party_members(clause_chunk(clause, i)->of)->at[0] : NULL;
        if (party && party->type == PARTY_PERSON && !party->weak &&
            (party->rank != RANK_NONE || party->figure || party->person))
            return i;
    }
    return CLAUSE_NONE;
}

uint32_t partner_beside(const struct finder *finder, uint32_t actor, uint32_t noun,
                        const struct mention *mention)
{
    const bool talks = mention->kind == KIND_TALKS || mention->kind == KIND_CALL ||
                       mention->kind == KIND_NEGOTIATION;
    const uint32_t theirs = partner_of(finder, actor, noun);
    const bool alone =
        clause_after(&finder->clause, noun, TYPE(PARTY), TYPE(WITH) | TYPE(BETWEEN)) == CLAUSE_NONE;
    return theirs == CLAUSE_NONE && talks && alone &&
                   (clause_governor(&finder->clause, noun) & TYPE(FOLLOWING))
               ? met_by(finder, actor, noun)
               : theirs;
}

bool slot_partners(const struct finder *finder, uint32_t noun, enum part part,
                   struct mention *mention)
{
    const uint32_t with = partner_of(finder, 0, noun);
    const uint32_t speaker = with == CLAUSE_NONE ? CLAUSE_NONE : speaker_beside(finder, with, noun);
    slot_parties(finder, mention, speaker == CLAUSE_NONE ? CLAUSE_NONE : with, part);
    slot_parties(finder, mention, speaker, part);
    return speaker != CLAUSE_NONE;
}

uint32_t addressed_by(const struct finder *finder, uint32_t speaker, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    const uint32_t verb = speaker + 1, whom = verb + 1 + clause_is(clause, verb + 1, TYPE(TO));
    if (!noun_is_theirs(finder, noun) || !clause_is(clause, verb, TYPE(VERB)) ||
        !clause_finite(clause, verb) || !clause_is(clause, whom, TYPE(PARTY)))
        return CLAUSE_NONE;
    const struct party_list *list = party_members(clause_chunk(clause, whom)->of);
    return list->count == 1 && list->at[0]->type == PARTY_PERSON && !list->at[0]->weak
               ? whom
               : CLAUSE_NONE;
}

uint32_t given_to(const struct finder *finder, uint32_t actor, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    uint32_t who = noun;
    while (who > actor && clause_is(clause, who - 1, TYPE(FOLLOWING) | TYPE(COMMA)))
        who--;
    who--;
    if (who <= actor + 1 || !clause_is(clause, who, TYPE(PARTY)) ||
        !(clause_governor(clause, who) & (TYPE(TO) | TYPE(AT))) ||
        finder->labels[noun].kind != KIND_TALKS || !finder->labels[noun].indefinite)
        return CLAUSE_NONE;
    const struct party *party = party_members(clause_chunk(clause, who)->of)->at[0];
    return party->type == PARTY_PERSON && !party->weak && !party->plural && party->role_count > 0 &&
                   party->name_end > party->name_begin
               ? who
               : CLAUSE_NONE;
}
