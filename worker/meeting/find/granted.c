#include "annotate/look.h"
#include "meeting/find/call.h"
#include "meeting/find/object.h"

/* Who gave somebody a meeting, and to whom: "une audience accordée à B par A". */

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
        if (comma && clause_is(clause, i, TYPE(PARTY)) && call_is_person(clause, i) &&
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
        if (!clause_is(clause, i, TYPE(PARTY)) ||
            !(call_is_person(clause, i) ||
              party_members(clause_chunk(clause, i)->of)->at[0]->delegation))
            continue;
        const uint32_t word = clause_chunk(clause, to == CLAUSE_NONE ? i : to)->begin; /* "au" */
        if (document_is(finder->document, word, CLASS(TO)))
            return i;
    }
    return CLAUSE_NONE;
}

/* "l'audience | que lui a accordée A", "que A lui a accordée": the verb of the noun's relative
 * clause that gives the meeting to whom a pronoun tells, and in *ret_host who gives it; or
 * CLAUSE_NONE. */
static uint32_t granting_relative(const struct finder *finder, uint32_t noun, uint32_t *ret_host)
{
    const struct clause *clause = &finder->clause;
    const uint64_t relative = TYPE(RELATIVE) | TYPE(SUBORDINATOR);
    const uint64_t others =
        TYPE(PRONOUN) | TYPE(PLURAL_PRONOUN) | TYPE(PARTY) | TYPE(COMMA) | TYPE(AND);
    uint32_t i = noun + 1, host = CLAUSE_NONE;
    if (!clause_is(clause, i, relative))
        return CLAUSE_NONE;
    while (clause_is(clause, i, relative | others)) {
        host = clause_is(clause, i, TYPE(PARTY)) ? i : host;
        i++;
    }
    if (!clause_is(clause, i, TYPE(VERB)) ||
        !verb_reading(finder->document, clause_verb(clause, i), LEXICON_GRANT))
        return CLAUSE_NONE;
    uint32_t behind = i + 1;
    while (clause_is(clause, behind, CLAUSE_ADJUNCTS | TYPE(AT)))
        behind++;
    if (host == CLAUSE_NONE && clause_is(clause, behind, TYPE(PARTY)) &&
        !(clause_governor(clause, behind) & ~(TYPE(AT) | TYPE(TO))))
        host = behind;
    *ret_host = host;
    return host == CLAUSE_NONE ? CLAUSE_NONE : i;
}

/* "A a salué B à l'issue de l'audience que lui a accordée C": the first person before the noun whom
 * nothing governs, or CLAUSE_NONE. */
static uint32_t acting_before(const struct finder *finder, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    for (uint32_t i = 0; i < noun; i++) {
        if (clause_is(clause, i, TYPE(PARTY)) && call_is_person(clause, i) &&
            clause_governor(clause, i) == 0)
            return i;
    }
    return CLAUSE_NONE;
}

/* "À l'issue de l'audience que lui a accordée A, B a dit", "que A a accordée à B": A and B. */
static void slot_granted_him(const struct finder *finder, struct mention *mention, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    uint32_t host = CLAUSE_NONE;
    const uint32_t verb = granting_relative(finder, noun, &host);
    if (verb == CLAUSE_NONE)
        return;
    uint32_t guest = host < verb ? granted_to(finder, verb) : CLAUSE_NONE;
    if (guest == CLAUSE_NONE)
        guest = acting_behind(finder, host > verb ? host : verb);
    guest = guest == CLAUSE_NONE ? acting_before(finder, noun) : guest;
    slot_parties(finder, mention, host, PART_HOST);
    slot_parties(finder, mention, guest, PART_ATTENDEE);
    for (unsigned i = 0; i < mention->party_count; i++) { /* the verb's own told him before */
        if (mention->parties[i].party == party_members(clause_chunk(clause, host)->of)->at[0])
            mention->parties[i].part = PART_HOST;
    }
    mention->objective = guest == CLAUSE_NONE && mention->party_count > 0;
    mention->hosting = true;
    mention->pronoun = false;
    for (uint32_t i = verb + 1;
         !mention->date && clause_is(clause, i, CLAUSE_ADJUNCTS | TYPE(AT) | TYPE(PARTY)); i++) {
        if (clause_is(clause, i, TYPE(DATE)))
            mention->date = clause_chunk(clause, i)->of;
    }
}

void slot_granted(const struct finder *finder, struct mention *mention, uint32_t noun,
                  const struct predicate *predicate)
{
    const struct clause *clause = &finder->clause;
    if (mention->kind != KIND_TALKS)
        return;
    slot_granted_him(finder, mention, noun);
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
    const bool alone = predicate->index == CLAUSE_NONE; /* "10h : Audience à B" */
    if (!alone && predicate->subject)
        return;
    if (!alone && predicate->verb->passive) {
        if (predicate->sense == SENSE_HOLD) /* "was granted an audience by B" */
            slot_like(finder, mention, call_party_behind(clause, noun, TYPE(BY)), PART_HOST);
        return;
    }
    uint32_t guest = alone ? CLAUSE_NONE : guest_behind(finder, noun, predicate);
    if (guest == CLAUSE_NONE && (alone || predicate->sense == SENSE_HOLD) &&
        clause_is(clause, noun + 1, TYPE(AT) | TYPE(PARTY)) &&
        document_is(finder->document, clause_chunk(clause, noun + 1)->begin, CLASS(TO)))
        guest = noun + 1 + clause_is(clause, noun + 1, TYPE(AT)); /* "au ministre" */
    if (clause_is(clause, guest, TYPE(PARTY)) &&
        party_members(clause_chunk(clause, guest)->of)->at[0]->type == PARTY_PERSON)
        slot_like(finder, mention, guest, PART_ATTENDEE);
}
