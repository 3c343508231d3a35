#include "annotate/look.h"
#include "meeting/find/find.h"
#include "meeting/find/predicate.h"

/*
 * Who is told one behind the other, over commas, "and" and what governs each: "de A, de B et du
 * ministre C"; "A in Lima on Monday, as well as B".
 */

/* Whether the same kind of word governs the party at second: "à A et à B". */
static bool is_like(const struct clause *clause, uint32_t first, uint32_t second)
{
    return clause_is(clause, second, TYPE(PARTY)) &&
           (clause_governor(clause, second) & clause_governor(clause, first)) != 0;
}

/* Whether the party behind others goes on with them: somebody told by name, which an unknown one is
 * only in two words or more behind somebody else. */
static bool goes_on(const struct party *party, const struct party_list *before)
{
    const struct party *last = before->at[before->count - 1];
    return party->type == PARTY_PERSON &&
           (!party->weak ||
            (last->type == PARTY_PERSON && party->name_end > party->name_begin + 1));
}

/* "A, bearer of a message from | B": whether nothing but adverbs stands between the chunk and the
 * one before it. */
static bool is_right_behind(const struct finder *finder, uint32_t chunk)
{
    uint32_t t = clause_chunk(&finder->clause, chunk - 1)->end;
    while (document_is(finder->document, t, CLASS(ADVERB)))
        t++;
    return t >= clause_chunk(&finder->clause, chunk)->begin;
}

/* "de A, de B et du ministre C", "à A et à B": the party that goes on behind a comma or "and", or
 * CLAUSE_NONE. */
uint32_t next_in_row(const struct finder *finder, uint32_t chunk)
{
    const struct clause *clause = &finder->clause;
    uint32_t i = chunk + 1;
    while (clause_is(clause, i, TYPE(COMMA) | TYPE(AND)))
        i++;
    if (i == chunk + 1)
        return CLAUSE_NONE;
    if (clause_is(clause, i, TYPE(OF)) && !is_right_behind(finder, i))
        return CLAUSE_NONE;
    i += clause_is(clause, i, TYPE(OF) | TYPE(BY)) ||
         (clause_is(clause, i, TYPE(AT)) && is_like(clause, chunk, i + 1));
    if (!clause_is(clause, i, TYPE(PARTY)) || clause_is(clause, i + 1, TYPE(VERB)))
        return CLAUSE_NONE;
    const struct party *party = party_members(clause_chunk(clause, i)->of)->at[0];
    return goes_on(party, party_members(clause_chunk(clause, chunk)->of)) ? i : CLAUSE_NONE;
}

/* "met A in Lima on Monday, as well as | B", "A y participera, ainsi que | B": who is told behind
 * where and when, or behind being there, or CLAUSE_NONE. */
static uint32_t told_late(const struct finder *finder, uint32_t chunk)
{
    const struct clause *clause = &finder->clause;
    const uint32_t comma = /* "A, ministre, y participera" */
        clause_is(clause, chunk + 1, TYPE(COMMA)) &&
        clause_is(clause, chunk + 2, TYPE(PRONOUN) | TYPE(VERB));
    const uint32_t verb = chunk + 1 + comma;
    uint32_t i = verb;
    while (clause_is(clause, i, TYPE(PRONOUN) | TYPE(VERB)) && i <= verb + 1)
        i++;
    const bool attends = i > verb;
    if (attends && finder_sense(finder, i - 1) != SENSE_ATTEND)
        return CLAUSE_NONE;
    while (clause_is(clause, i, TYPE(PLACE) | TYPE(DATE) | TYPE(TIME) | TYPE(AT) | TYPE(COMMA)) ||
           (attends && clause_is(clause, i, TYPE(NOUN) | TYPE(TO) | TYPE(OF))))
        i++;
    const uint32_t late = i + 1 + clause_is(clause, i + 1, TYPE(POSSESSIVE));
    if (i == chunk + 1 || !clause_is(clause, i, TYPE(AND) | TYPE(WITH)) ||
        !clause_is(clause, late, TYPE(PARTY)) || clause_is(clause, late + 1, TYPE(VERB)))
        return CLAUSE_NONE;
    return clause_joins(clause, i) && goes_on(party_last(clause_chunk(clause, late)->of),
                                              party_members(clause_chunk(clause, chunk)->of))
               ? late
               : CLAUSE_NONE;
}

void slot_row(const struct finder *finder, struct mention *mention, uint32_t chunk)
{
    for (uint32_t next = chunk; next != CLAUSE_NONE; next = next_in_row(finder, next)) {
        slot_parties(finder, mention, next, PART_ATTENDEE);
        slot_parties(finder, mention, told_late(finder, next), PART_ATTENDEE);
    }
}

void slot_like(const struct finder *finder, struct mention *mention, uint32_t chunk, enum part part)
{
    slot_parties(finder, mention, chunk, part);
    if (!clause_is(&finder->clause, chunk, TYPE(PARTY)))
        return;
    for (uint32_t next = next_in_row(finder, chunk);
         next != CLAUSE_NONE &&
         (clause_is(&finder->clause, next - 1, TYPE(OF)) || is_like(&finder->clause, chunk, next));
         next = next_in_row(finder, next))
        slot_parties(finder, mention, next, part);
    slot_parties(finder, mention, told_late(finder, chunk), part);
}

void slot_row_before(const struct finder *finder, struct mention *mention, uint32_t chunk)
{
    const struct clause *clause = &finder->clause;
    uint32_t i = chunk;
    while (clause_is(clause, i, TYPE(PARTY)) && i > 1) {
        const uint32_t last = i;
        while (i > 0 && clause_is(clause, i - 1, TYPE(COMMA) | TYPE(AND) | TYPE(POSSESSIVE)))
            i--; /* "A and his wife, B" */
        if (i == last || i == 0 || !clause_is(clause, i - 1, TYPE(PARTY)))
            break;
        i--;
        const struct party *party = party_members(clause_chunk(clause, i)->of)->at[0];
        const uint64_t governor = clause_governor(clause, i);
        const bool company = governor == TYPE(WITH) && i > 1 && /* "A with his aide B, and C" */
                             clause_is(clause, i - 2, TYPE(PARTY)) &&
                             clause_governor(clause, i - 2) == 0;
        const bool word = party->weak && party->name_end <= party->name_begin + 1;
        if (party->type != PARTY_PERSON || (!company && (governor & ~TYPE(BETWEEN)) != 0))
            break;
        if (word && !look_at(finder->document, party->name_begin, LEXICON_GIVENNAME))
            continue; /* "Ana and Rui Melo" are two, "Lake and Rui Melo" may be anything */
        slot_parties(finder, mention, i, PART_ATTENDEE);
        if (company)
            slot_parties(finder, mention, i -= 2, PART_ATTENDEE);
    }
}
