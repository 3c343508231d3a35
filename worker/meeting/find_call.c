#include "meeting/find.h"

#include "annotate/party.h"

/* The party behind the call that it came from or went to, or CLAUSE_NONE. */
static uint32_t other_end(const struct clause *clause, uint32_t noun)
{
    for (uint32_t i = noun + 1; i < clause->chunks.count; i++) {
        if (clause_is(clause, i, TYPE(STOP) | TYPE(VERB) | TYPE(RELATIVE) | TYPE(NOUN)))
            break;
        const uint64_t governor =
            clause_is(clause, i, TYPE(PARTY)) ? clause_governor(clause, i) : 0;
        if (governor & (TYPE(FROM) | TYPE(TO) | TYPE(OF) | TYPE(WITH)))
            return i;
    }
    return CLAUSE_NONE;
}

/* Who has the call: the party or pronoun before the verb whose object it is, or CLAUSE_NONE. */
static uint32_t this_end(const struct clause *clause, uint32_t noun)
{
    if (noun == 0 || clause_governor(clause, noun) != 0)
        return CLAUSE_NONE;
    bool acts = false;
    for (uint32_t i = noun; i-- > 0;) {
        if (clause_is(clause, i, TYPE(STOP) | TYPE(RELATIVE) | TYPE(NOUN) | TYPE(SUBORDINATOR)))
            break;
        if (clause_is(clause, i, TYPE(VERB)) && clause_verb(clause, i)->passive)
            break;
        acts |= clause_is(clause, i, TYPE(VERB));
        if (acts && clause_governor(clause, i) == 0 &&
            clause_is(clause, i, TYPE(PARTY) | TYPE(PRONOUN)))
            return i;
    }
    return CLAUSE_NONE;
}

static bool is_person(const struct clause *clause, uint32_t chunk)
{
    return clause_is(clause, chunk, TYPE(PRONOUN)) ||
           party_members(clause_chunk(clause, chunk)->of)->at[0]->type == PARTY_PERSON;
}

void slot_callers(const struct finder *finder, struct mention *mention, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    if (mention->kind != KIND_CALL || mention->label.plural)
        return;
    const uint32_t other = other_end(clause, noun), this = this_end(clause, noun);
    if (other == CLAUSE_NONE || this == CLAUSE_NONE || !is_person(clause, this) ||
        !is_person(clause, other))
        return;
    if (clause_is(clause, this, TYPE(PRONOUN)))
        mention->pronoun = true;
    else
        slot_parties(finder, mention, this, PART_ATTENDEE);
    slot_parties(finder, mention, other, PART_ATTENDEE);
    for (unsigned i = 0; i < mention->party_count; i++)
        mention->parties[i].part = PART_ATTENDEE; /* who receives a call is no host */
}
