#include "meeting/clause/told_of.h"

#include "annotate/look.h"
#include "annotate/party/party.h"

/* Whether the chunk tells somebody by name, whom nothing governs. */
static bool is_named(const struct clause *clause, uint32_t chunk)
{
    const struct party_list *list = clause_is(clause, chunk, TYPE(PARTY))
                                        ? party_members(clause_chunk(clause, chunk)->of)
                                        : NULL;
    const struct party *party = list ? list->at[list->count - 1] : NULL;
    return party && party->type == PARTY_PERSON && party->name_end > party->name_begin &&
           clause_governor(clause, chunk) == 0;
}

/* "A, commander | of the forces of the mission": whether the chunk begins to tell his office. */
static bool is_apposed(const struct clause *clause, uint32_t chunk)
{
    uint32_t t = clause_chunk(clause, chunk)->begin;
    while (t < clause_chunk(clause, chunk)->end && !look_mark(clause->document, t, ','))
        t++;
    return t < clause_chunk(clause, chunk)->end && is_named(clause, chunk);
}

/* "A and B | representing | the union": who is told right before such a form, of which the chunk is
 * the object; or CLAUSE_NONE. */
static uint32_t who_does(const struct clause *clause, uint32_t index)
{
    return index > 1 && clause_is(clause, index, TYPE(PARTY)) &&
                   clause_is(clause, index - 1, TYPE(VERB)) &&
                   clause_verb(clause, index - 1)->tense == TENSE_GER &&
                   clause_is(clause, index - 2, TYPE(PARTY)) &&
                   clause_chunk(clause, index - 2)->end == clause_chunk(clause, index - 1)->begin &&
                   clause_governor(clause, index - 2) == 0
               ? index - 2
               : CLAUSE_NONE;
}

uint32_t clause_told_of(const struct clause *clause, uint32_t index)
{
    const uint64_t between = TYPE(PARTY) | TYPE(NOUN) | TYPE(PLACE) | TYPE(AT) | TYPE(TO) |
                             TYPE(OF) | TYPE(ABOUT) | TYPE(SEQUENCE);
    const uint32_t doer = who_does(clause, index);
    if (doer != CLAUSE_NONE)
        return doer;
    uint32_t i = index; /* the chunk behind the comma behind somebody's name */
    while (i > 0 && clause_is(clause, index, TYPE(PARTY)) && clause_is(clause, i - 1, between)) {
        i--;
        if (is_apposed(clause, i))
            return i;
    }
    if (i < 2 || !clause_is(clause, index, TYPE(PARTY)) || !clause_is(clause, i - 1, TYPE(COMMA)) ||
        !clause_is(clause, i - 2, TYPE(PARTY)) || clause_governor(clause, i - 2) != 0)
        return index;
    const uint32_t end = clause_chunk(clause, i - 1)->end;
    const uint32_t article = document_is(clause->document, end, CLASS(DETERMINER));
    if (clause_is(clause, i, TYPE(SEQUENCE)) && index == i + 1 &&
        end + article == clause_chunk(clause, i)->begin)
        return i - 2;
    return look_at(clause->document, end, LEXICON_OFFICE) && is_named(clause, i - 2) &&
                   !is_named(clause, index) &&
                   clause_chunk(clause, i - 2)->end == clause_chunk(clause, i - 1)->begin
               ? i - 2
               : index;
}
