#include "annotate/look.h"
#include "meeting/find/find.h"
#include "meeting/find/predicate.h"

/*
 * Who comes along, and who a delegation is made up of: "accompanied by A", "the delegation, led by
 * A and made up of B and C".
 */

static bool is_delegation(const struct finder *finder, uint32_t chunk)
{
    return clause_is(&finder->clause, chunk, TYPE(PARTY)) &&
           party_last(clause_chunk(&finder->clause, chunk)->of)->delegation;
}

/* "A received a delegation. It was made up of B and C": whether the sentence before tells one. */
static bool follows_delegation(const struct finder *finder)
{
    if (finder->number == 0)
        return false;
    const struct sentence *before = &finder->document->sentences.at[finder->number - 1];
    return look_within(finder->document, before->begin, before->end, LEXICON_DELEGATION);
}

/* "la délégation qui l'accompagne, | composée de A": whether a relative clause that a comma closes
 * stands from the chunk at begin to that at end. */
static bool is_relative(const struct clause *clause, uint32_t begin, uint32_t end)
{
    if (!clause_is(clause, begin, TYPE(RELATIVE)) || !clause_is(clause, end - 1, TYPE(COMMA)))
        return false;
    for (uint32_t i = begin + 1; i + 1 < end; i++) {
        if (!clause_is(clause, i, TYPE(ACCOMPANIED) | TYPE(VERB) | TYPE(PRONOUN)))
            return false;
    }
    return true;
}

/* "la délégation qui l'accompagne est composée de A", "the delegation, led by A and including B",
 * "at the head of a delegation made up of B", "It was made up of B": whether the words behind which
 * the chunk at index stands tell of a delegation. */
static bool is_behind_delegation(const struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    bool comma = false;
    for (uint32_t i = index; i-- > 0;) {
        const struct chunk *chunk = clause_chunk(clause, i);
        const uint32_t next = i + 1 + clause_is(clause, i + 1, TYPE(COMMA));
        if (is_delegation(finder, i) && clause_is(clause, next, TYPE(RELATIVE)) &&
            next + 1 == index)
            return true; /* "la délégation, qui comprend A" */
        if (is_delegation(finder, i))
            return finder_sense(finder, i - (i > 0)) == SENSE_CHAIR ||
                   clause_is(clause, next, TYPE(HOST)) || is_relative(clause, i + 1, index) ||
                   (!comma && (i + 1 == index || clause_is(clause, i + 1, TYPE(RELATIVE)))) ||
                   (!comma && i + 2 == index && clause_is(clause, i + 1, TYPE(OF)));
        if (clause_is(clause, i, TYPE(ACCOMPANIED) | TYPE(VERB)) && /* "leads a delegation" */
            look_within(finder->document, chunk->begin, chunk->end, LEXICON_DELEGATION))
            return true;
        if (i == 0 && clause_is(clause, i, TYPE(PRONOUN)))
            return follows_delegation(finder);
        if (clause_is(clause, i, TYPE(STOP) | TYPE(NOUN)))
            break;
        comma |= clause_is(clause, i, TYPE(COMMA));
    }
    return false;
}

bool company_speaks(const struct finder *finder, uint32_t index)
{
    const struct chunk *chunk = clause_chunk(&finder->clause, index);
    return chunk->type == CHUNK_ACCOMPANIED && look_says(finder->document, chunk->of, STR("FLOOR"));
}

/* "la délégation comprend A": whether the words stand behind a delegation, if they must; what says
 * that somebody goes along tells nobody behind it. */
static bool has_members(const struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    const struct str words =
        pack_column(finder->document->pack, clause_chunk(clause, index)->of->value, 0);
    if (str_equal(words, STR("GOES")) ||
        (company_speaks(finder, index) && finder->count > 0)) /* "met after opening remarks by A" */
        return false;
    if (!str_equal(words, STR("MEMBERS")))
        return true;
    const uint32_t side =
        index > 1 && clause_is(clause, index - 1, TYPE(COMMA)) ? index - 2 : index;
    if (side < index && clause_is(clause, side, TYPE(PARTY))) {
        const struct party *party = party_last(clause_chunk(clause, side)->of);
        if (party->type != PARTY_PERSON) /* "le groupe de contact, composé de" */
            return party->delegation || party->type != PARTY_COUNTRY;
    }
    return is_behind_delegation(finder, index);
}

/* "accompagnée au mémorial des marins par A": the party behind "by", or CLAUSE_NONE. */
static uint32_t behind_by(const struct clause *clause, uint32_t index)
{
    enum { CHUNKS_MAX = 5 };
    const uint64_t between =
        TYPE(AT) | TYPE(TO) | TYPE(OF) | TYPE(PLACE) | TYPE(DATE) | TYPE(PARTY);
    for (uint32_t i = index + 1; i <= index + CHUNKS_MAX; i++) {
        if (clause_is(clause, i, TYPE(BY)))
            return clause_is(clause, i + 1, TYPE(PARTY)) ? i + 1 : CLAUSE_NONE;
        if (!clause_is(clause, i, between))
            break;
    }
    return CLAUSE_NONE;
}

uint32_t company_behind(const struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    if (!clause_is(clause, index, TYPE(ACCOMPANIED)) || !has_members(finder, index))
        return CLAUSE_NONE;
    uint32_t i = index + 1;
    while (
        clause_is(clause, i, TYPE(COMMA)) || /* "comprend, entre autres, A" */
        (clause_is(clause, i, TYPE(BETWEEN)) && clause_is(clause, i + 1, TYPE(COMMA) | TYPE(OF))))
        i++;
    i += clause_is(clause, i, TYPE(OF) | TYPE(BY)); /* "accompagné notamment de A" */
    if (clause_is(clause, i, TYPE(POSSESSIVE))) {   /* "by his wife and by A" */
        i += 1 + clause_is(clause, i + 1, TYPE(COMMA));
        i += clause_is(clause, i, TYPE(AND));
        i += clause_is(clause, i, TYPE(BY) | TYPE(OF));
    }
    return clause_is(clause, i, TYPE(PARTY)) ? i : behind_by(clause, index);
}
