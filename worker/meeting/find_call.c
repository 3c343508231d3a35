#include "meeting/find_call.h"

#include "annotate/look.h"
#include "annotate/party.h"
#include "meeting/find_object.h"

/* "a courtesy call": somebody pays it on somebody. */
static bool is_paid(const struct finder *finder, uint32_t noun)
{
    return look_lexeme(finder->document, clause_chunk(&finder->clause, noun)->of)->paid;
}

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

static bool is_person(const struct clause *clause, uint32_t chunk)
{
    return clause_is(clause, chunk, TYPE(PRONOUN)) ||
           party_members(clause_chunk(clause, chunk)->of)->at[0]->type == PARTY_PERSON;
}

/* "l'appel de A à B", "the call from A to B": who is called by the party behind the noun. */
static void slot_called(const struct finder *finder, struct mention *mention, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    const uint32_t caller = party_behind(clause, noun, CALL_ENDS);
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
    const bool call = mention->kind == KIND_CALL, visit = mention->kind == KIND_VISIT;
    if ((!call && !visit && !is_paid(finder, noun)) || mention->label.plural)
        return;
    if (call)
        slot_called(finder, mention, noun);
    const uint32_t other = party_behind(clause, noun, call ? CALL_ENDS : TYPE(FROM));
    const uint32_t this = this_end(clause, noun);
    if (other == CLAUSE_NONE || this == CLAUSE_NONE || !is_person(clause, this) ||
        !is_person(clause, other))
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
        slot_like(finder, mention, party_behind(&finder->clause, noun, TYPE(BY)), PART_ATTENDEE);
    mention->objective = mention->party_count > 0 && (on || is_paid_him(finder, predicate));
    if (paid && mention->party_count == 1 && !mention->objective)
        slot_present(finder, mention, noun); /* "A said so during a courtesy call by B" */
}

/* "had a visit from B": who came, right behind the noun. */
static void slot_comer(const struct finder *finder, struct mention *mention, uint32_t noun)
{
    const uint32_t comer = noun + 2;
    if (!clause_is(&finder->clause, noun + 1, TYPE(FROM)) ||
        !clause_is(&finder->clause, comer, TYPE(PARTY)) || !is_person(&finder->clause, comer))
        return;
    const uint32_t begin = clause_chunk(&finder->clause, comer)->begin;
    slot_like(finder, mention, comer, PART_VISITOR);
    for (unsigned i = 0; i < mention->party_count; i++)
        mention->parties[i].part =
            mention->parties[i].party->begin < begin ? PART_HOST : PART_VISITOR;
}

void slot_called_on(const struct finder *finder, struct mention *mention, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    if (mention->kind == KIND_VISIT)
        slot_comer(finder, mention, noun);
    const uint32_t on = noun + 1 + clause_is(clause, noun + 1, TYPE(OF)); /* "de courtoisie" */
    const uint32_t host = on + clause_is(clause, on, TYPE(ABOUT) | TYPE(AT) | TYPE(TO));
    if ((mention->kind != KIND_VISIT && !is_paid(finder, noun)) ||
        !clause_is(clause, host, TYPE(PARTY)))
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

/* "hosted a dinner on Monday in Rome for B": the guest behind "for" and when and where, or
 * CLAUSE_NONE. */
static uint32_t guest_behind(const struct finder *finder, uint32_t noun,
                             const struct predicate *predicate)
{
    const struct clause *clause = &finder->clause;
    const uint64_t between = TYPE(AT) | TYPE(PLACE) | TYPE(DATE) | TYPE(TIME) | TYPE(COMMA);
    uint32_t i = noun + 1;
    while (clause_is(clause, i, between))
        i++;
    return predicate->sense == SENSE_HOSTEVENT && i > noun + 1 && clause_is(clause, i, TYPE(ABOUT))
               ? i + 1
               : CLAUSE_NONE;
}

/* The verb that gives somebody the meeting: the predicate, or a participle right behind the noun;
 * or CLAUSE_NONE. */
static uint32_t granting_verb(const struct finder *finder, uint32_t noun,
                              const struct predicate *predicate)
{
    const struct clause *clause = &finder->clause;
    const uint32_t verbs[] = {predicate->index, noun + 1};
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
        if (verbs[i] != CLAUSE_NONE && clause_is(clause, verbs[i], TYPE(VERB)) &&
            verb_reading(finder->document, clause_verb(clause, verbs[i]), LEXICON_GRANT))
            return verbs[i];
    }
    const uint32_t last = clause_chunk(clause, noun)->end - 1; /* "une audience accordée à A" */
    return look_at(finder->document, last, LEXICON_GRANT) ? noun : CLAUSE_NONE;
}

/* "During an audience granted to A, B said": who acts behind the comma behind the guest, or
 * CLAUSE_NONE. */
static uint32_t acting_behind(const struct finder *finder, uint32_t guest)
{
    const struct clause *clause = &finder->clause;
    bool comma = false;
    for (uint32_t i = guest == CLAUSE_NONE ? guest : guest + 1; i < clause->chunks.count; i++) {
        if (clause_is(clause, i, CLAUSE_LIMITS | TYPE(RELATIVE) | TYPE(VERB) | TYPE(NOUN)))
            break;
        comma |= clause_is(clause, i, TYPE(COMMA));
        if (comma && clause_is(clause, i, TYPE(PARTY)) && is_person(clause, i) &&
            clause_governor(clause, i) == 0)
            return i;
    }
    return CLAUSE_NONE;
}

/* "accordée lundi à A", "granted by B to A": the guest behind "to", or CLAUSE_NONE. */
static uint32_t granted_to(const struct finder *finder, uint32_t from)
{
    const struct clause *clause = &finder->clause;
    for (uint32_t i = from + 1; i < clause->chunks.count; i++) {
        if (clause_is(clause, i, CLAUSE_LIMITS | TYPE(RELATIVE) | TYPE(VERB) | TYPE(NOUN)))
            break;
        const uint32_t to = clause_preposition(clause, i);
        if (!clause_is(clause, i, TYPE(PARTY)) || !is_person(clause, i))
            continue;
        const uint32_t word = clause_chunk(clause, to == CLAUSE_NONE ? i : to)->begin; /* "au" */
        if (document_is(finder->document, word, CLASS(TO)))
            return i;
    }
    return CLAUSE_NONE;
}

void slot_granted(const struct finder *finder, struct mention *mention, uint32_t noun,
                  const struct predicate *predicate)
{
    const struct clause *clause = &finder->clause;
    if (mention->kind != KIND_TALKS)
        return;
    const uint32_t verb = granting_verb(finder, noun, predicate);
    if (verb != CLAUSE_NONE) {
        const uint32_t to = granted_to(finder, verb > noun ? verb : noun);
        slot_like(finder, mention, to, PART_ATTENDEE);
        if (verb <= noun + 1 && verb >= noun) {
            slot_parties(finder, mention, acting_behind(finder, to), PART_HOST);
            slot_parties(finder, mention, clause_after(clause, verb, TYPE(PARTY), TYPE(BY)),
                         PART_HOST);
            mention->pronoun &= mention->party_count < 2; /* nobody else is to be found */
        }
    }
    if (predicate->index == CLAUSE_NONE || predicate->subject)
        return;
    if (predicate->verb->passive) {
        if (predicate->sense == SENSE_HOLD) /* "was granted an audience by B" */
            slot_like(finder, mention, party_behind(clause, noun, TYPE(BY)), PART_HOST);
        return;
    }
    uint32_t guest = guest_behind(finder, noun, predicate);
    if (guest == CLAUSE_NONE && predicate->sense == SENSE_HOLD &&
        clause_is(clause, noun + 1, TYPE(AT) | TYPE(PARTY)) &&
        document_is(finder->document, clause_chunk(clause, noun + 1)->begin, CLASS(TO)))
        guest = noun + 1 + clause_is(clause, noun + 1, TYPE(AT)); /* "au ministre" */
    if (clause_is(clause, guest, TYPE(PARTY)) &&
        party_members(clause_chunk(clause, guest)->of)->at[0]->type == PARTY_PERSON)
        slot_like(finder, mention, guest, PART_ATTENDEE);
}
