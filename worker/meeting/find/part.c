#include "annotate/look.h"
#include "meeting/find/find.h"
#include "meeting/find/owner.h"

/*
 * "Looked forward to A's participation in the summit", "la participation de A au sommet": who is
 * there by a noun for being there, right before the word that governs the meeting; not who speaks
 * of it.
 */

bool part_ends_at(const struct finder *finder, uint32_t token)
{
    const struct annotation *word = token > finder->sentence->begin
                                        ? look_at(finder->document, token - 1, LEXICON_EVENTNOUN)
                                        : NULL;
    return word && word->end == token && look_lexeme(finder->document, word)->sense == SENSE_ATTEND;
}

/* "A's virtual participation": the PARTY chunk that the noun which ends at token belongs to, or
 * CLAUSE_NONE. */
static uint32_t owner_before(const struct finder *finder, uint32_t token)
{
    enum { WORDS_BACK = 4 };
    const struct clause *clause = &finder->clause;
    for (uint32_t back = 2; back <= WORDS_BACK && back <= token - finder->sentence->begin; back++) {
        if (!look_clitic(finder->document, token - back))
            continue;
        for (uint32_t i = 0; i < clause->chunks.count; i++) {
            if (clause_is(clause, i, TYPE(PARTY)) && clause_chunk(clause, i)->end == token - back)
                return i;
        }
    }
    return CLAUSE_NONE;
}

bool slot_participation(const struct finder *finder, uint32_t noun, struct mention *mention)
{
    const struct clause *clause = &finder->clause;
    const uint32_t at = clause_preposition(clause, noun);
    if (at == CLAUSE_NONE || !clause_is(clause, at, TYPE(AT) | TYPE(TO)))
        return false;
    const uint32_t begin = clause_chunk(clause, at)->begin;
    uint32_t who = part_ends_at(finder, begin) ? owner_before(finder, begin) : CLAUSE_NONE;
    if (who == CLAUSE_NONE && at > 1 && clause_is(clause, at - 1, TYPE(PARTY)) &&
        clause_chunk(clause, at - 1)->end == begin) { /* "participation of A in" */
        const uint32_t first = clause_chunk(clause, at - 1)->begin;
        const bool of = clause_is(clause, at - 2, TYPE(OF));
        const uint32_t end = of ? clause_chunk(clause, at - 2)->begin : first;
        who = part_ends_at(finder, end) ? at - 1 : CLAUSE_NONE;
    }
    if (who == CLAUSE_NONE)
        return false;
    slot_parties(finder, mention, who, PART_ATTENDEE);
    mention->attended = mention->party_count > 0;
    return mention->attended;
}
