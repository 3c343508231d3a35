#include "meeting/find/call.h"

#include "annotate/look.h"
#include "annotate/party/party.h"
#include "meeting/find/object.h"

/* "a courtesy call": somebody pays it on somebody. */
static bool is_paid(const struct finder *finder, uint32_t noun)
{
    return look_lexeme(finder->document, clause_chunk(&finder->clause, noun)->of)->paid;
}

/* The first party behind the chunk under one of the governors, or CLAUSE_NONE. */
uint32_t call_party_behind(const struct clause *clause, uint32_t index, uint64_t governors)
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

/* What governs the one whom a call came from or went to. */
static const uint64_t CALL_ENDS = TYPE(FROM) | TYPE(TO) | TYPE(OF) | TYPE(WITH);

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

bool call_is_person(const struct clause *clause, uint32_t chunk)
{
    return clause_is(clause, chunk, TYPE(PRONOUN)) ||
           party_members(clause_chunk(clause, chunk)->of)->at[0]->type == PARTY_PERSON;
}

/* "l'appel de A à B", "the call from A to B": who is called by the party behind the noun. */
static void slot_called(const struct finder *finder, struct mention *mention, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    const uint32_t caller = call_party_behind(clause, noun, CALL_ENDS);
    if (caller == CLAUSE_NONE || !(clause_governor(clause, caller) & (TYPE(OF) | TYPE(FROM))))
        return;
    const uint32_t called = call_party_behind(clause, caller, TYPE(TO) | TYPE(AT));
    if (called == CLAUSE_NONE || !call_is_person(clause, caller) || !call_is_person(clause, called))
        return;
    slot_like(finder, mention, caller, PART_ATTENDEE);
    slot_like(finder, mention, called, PART_ATTENDEE);
}

void slot_callers(const struct finder *finder, struct mention *mention, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    const bool call = mention->kind == KIND_CALL, visit = mention->kind == KIND_VISIT;
    if ((!call && !visit && !is_paid(finder, noun)) || mention->label.plural)
        return;
    if (call)
        slot_called(finder, mention, noun);
    const uint32_t other = call_party_behind(clause, noun, call ? CALL_ENDS : TYPE(FROM));
    const uint32_t this = this_end(clause, noun);
    if (other == CLAUSE_NONE || this == CLAUSE_NONE || !call_is_person(clause, this) ||
        !call_is_person(clause, other))
        return;
    if (clause_is(clause, this, TYPE(PRONOUN)))
        slot_pronoun(finder, mention, this);
    else
        slot_parties(finder, mention, this, PART_ATTENDEE);
    slot_parties(finder, mention, other, PART_ATTENDEE);
    for (unsigned i = 0; i < mention->party_count; i++)
        mention->parties[i].part = PART_ATTENDEE; /* who receives a call is no host */
}

/* "paid him a courtesy visit": a pronoun in the verb that tells it. */
static bool is_paid_him(const struct finder *finder, const struct predicate *predicate)
{
    if (predicate->index == CLAUSE_NONE || predicate->sense != SENSE_HOLD)
        return false;
    const struct chunk *verb = clause_chunk(&finder->clause, predicate->index);
    for (uint32_t t = verb->begin + 1; t < verb->end; t++) {
        if (document_is(finder->document, t, CLASS(OBJECTIVE)) &&
            !document_is(finder->document, t + 1, CLASS(OBJECTIVE)))
            return true;
    }
    return false;
}

void slot_called_on_him(const struct finder *finder, struct mention *mention, uint32_t noun,
                        const struct predicate *predicate)
{
    const struct chunk *word = clause_chunk(&finder->clause, noun);
    const bool paid = is_paid(finder, noun);
    const bool on = document_is(finder->document, word->end, CLASS(ABOUT) | CLASS(TO)) &&
                    objective_at(finder, word->end + 1);
    if (mention->kind != KIND_VISIT && !paid)
        return;
    if (paid) /* "a courtesy call by B", "was paid on A by B" */
        slot_like(finder, mention, call_party_behind(&finder->clause, noun, TYPE(BY)),
                  PART_ATTENDEE);
    mention->objective = mention->party_count > 0 && (on || is_paid_him(finder, predicate));
    if (paid && mention->party_count == 1 && !mention->objective)
        slot_present(finder, mention, noun); /* "A said so during a courtesy call by B" */
}

/* "had a visit from B": who came, right behind the noun. */
static void slot_comer(const struct finder *finder, struct mention *mention, uint32_t noun)
{
    const uint32_t comer = noun + 2;
    if (!clause_is(&finder->clause, noun + 1, TYPE(FROM)) ||
        !clause_is(&finder->clause, comer, TYPE(PARTY)) || !call_is_person(&finder->clause, comer))
        return;
    const uint32_t begin = clause_chunk(&finder->clause, comer)->begin;
    slot_like(finder, mention, comer, PART_VISITOR);
    for (unsigned i = 0; i < mention->party_count; i++)
        mention->parties[i].part =
            mention->parties[i].party->begin < begin ? PART_HOST : PART_VISITOR;
}

/* "a courtesy call on Monday at the ministry on B": whether the chunk only tells when or where. */
static bool is_aside(const struct clause *clause, uint32_t index)
{
    const uint64_t aside = TYPE(DATE) | TYPE(TIME) | TYPE(PLACE) | TYPE(AT) | TYPE(OF);
    return clause_is(clause, index, TYPE(PARTY))
               ? (clause_governor(clause, index) & TYPE(AT)) && !call_is_person(clause, index)
               : clause_is(clause, index, aside);
}

uint32_t call_host(const struct finder *finder, uint32_t noun)
{
    const uint64_t governors = TYPE(ABOUT) | TYPE(AT) | TYPE(TO);
    const struct clause *clause = &finder->clause;
    uint32_t on = noun + 1 + clause_is(clause, noun + 1, TYPE(OF)); /* "de courtoisie" */
    while (is_paid(finder, noun) && is_aside(clause, on) &&
           !(clause_is(clause, on + 1, TYPE(PARTY)) && !is_aside(clause, on + 1)))
        on++;
    const uint32_t host = on + clause_is(clause, on, governors);
    if (!clause_is(clause, host, TYPE(PARTY)))
        return CLAUSE_NONE;
    const uint32_t begin = clause_chunk(clause, host)->begin;
    return host > on || document_is(finder->document, begin, CLASS(TO) | CLASS(AT)) /* "au" */
               ? host
               : CLAUSE_NONE;
}

void slot_called_on(const struct finder *finder, struct mention *mention, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    if (mention->kind == KIND_VISIT)
        slot_comer(finder, mention, noun);
    const uint32_t host = call_host(finder, noun);
    if ((mention->kind != KIND_VISIT && !is_paid(finder, noun)) || host == CLAUSE_NONE)
        return;
    const struct party *party = party_members(clause_chunk(clause, host)->of)->at[0];
    if (party->type != PARTY_PERSON || party->plural)
        return;
    if (document_is(finder->document, clause_chunk(clause, host - 1)->begin, CLASS(ABOUT)))
        mention->kind = mention->label.kind = KIND_TALKS; /* not "une visite au maire" */
    slot_like(finder, mention, host, PART_HOST);
}
