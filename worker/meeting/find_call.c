#include "meeting/find_call.h"

#include "annotate/look.h"
#include "annotate/party.h"

/* The first party behind the chunk under one of the governors, or CLAUSE_NONE. */
static uint32_t party_behind(const struct clause *clause, uint32_t index, uint64_t governors)
{
    for (uint32_t i = index + 1; i < clause->chunks.count; i++) {
        if (clause_is(clause, i, TYPE(STOP) | TYPE(VERB) | TYPE(RELATIVE) | TYPE(NOUN)))
            break;
        const uint64_t governor =
            clause_is(clause, i, TYPE(PARTY)) ? clause_governor(clause, i) : 0;
        if (governor & governors)
            return i;
    }
    return CLAUSE_NONE;
}

/* The party behind the call that it came from or went to, or CLAUSE_NONE. */
static uint32_t other_end(const struct clause *clause, uint32_t noun)
{
    return party_behind(clause, noun, TYPE(FROM) | TYPE(TO) | TYPE(OF) | TYPE(WITH));
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

/* "l'appel de A à B", "the call from A to B": who is called by the party behind the noun. */
static void slot_called(const struct finder *finder, struct mention *mention, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    const uint32_t caller = other_end(clause, noun);
    if (caller == CLAUSE_NONE || !(clause_governor(clause, caller) & (TYPE(OF) | TYPE(FROM))))
        return;
    const uint32_t called = party_behind(clause, caller, TYPE(TO) | TYPE(AT));
    if (called == CLAUSE_NONE || !is_person(clause, caller) || !is_person(clause, called))
        return;
    slot_like(finder, mention, caller, PART_ATTENDEE);
    slot_like(finder, mention, called, PART_ATTENDEE);
}

void slot_callers(const struct finder *finder, struct mention *mention, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    if (mention->kind != KIND_CALL || mention->label.plural)
        return;
    slot_called(finder, mention, noun);
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

void slot_called_on(const struct finder *finder, struct mention *mention, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    const uint32_t on = noun + 1 + clause_is(clause, noun + 1, TYPE(OF)); /* "de courtoisie" */
    const uint32_t host = on + clause_is(clause, on, TYPE(ABOUT) | TYPE(AT) | TYPE(TO));
    if (mention->kind != KIND_VISIT || !clause_is(clause, host, TYPE(PARTY)))
        return;
    const uint32_t begin = clause_chunk(clause, host)->begin;
    const struct party *party = party_members(clause_chunk(clause, host)->of)->at[0];
    if (party->type != PARTY_PERSON || party->plural ||
        (host == on && !document_is(finder->document, begin, CLASS(TO) | CLASS(AT)))) /* "au" */
        return;
    if (host > on && document_is(finder->document, clause_chunk(clause, on)->begin, CLASS(ABOUT)))
        mention->kind = mention->label.kind = KIND_TALKS; /* not "une visite au maire" */
    slot_like(finder, mention, host, PART_HOST);
}

void slot_granted(const struct finder *finder, struct mention *mention, uint32_t noun,
                  const struct predicate *predicate)
{
    const struct clause *clause = &finder->clause;
    if (mention->kind != KIND_TALKS || predicate->sense != SENSE_HOLD || predicate->subject ||
        predicate->verb->passive || !clause_is(clause, noun + 1, TYPE(AT) | TYPE(PARTY)) ||
        !document_is(finder->document, clause_chunk(clause, noun + 1)->begin, CLASS(TO)))
        return;
    const uint32_t guest = noun + 1 + clause_is(clause, noun + 1, TYPE(AT)); /* "au ministre" */
    if (clause_is(clause, guest, TYPE(PARTY)) &&
        party_members(clause_chunk(clause, guest)->of)->at[0]->type == PARTY_PERSON)
        slot_like(finder, mention, guest, PART_ATTENDEE);
}
