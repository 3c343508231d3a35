#include "annotate/look.h"
#include "meeting/find/object.h"
#include "meeting/find/owner.h"
#include "meeting/find/predicate.h"

/* Whose the occasion is that stands right behind its owner: "Costa's visit". */

bool owner_is_small(enum meeting_kind kind)
{
    return kind == KIND_VISIT || kind == KIND_NEGOTIATION || kind == KIND_TALKS ||
           kind == KIND_CALL;
}

enum part owner_part(const struct mention *mention)
{
    return mention->kind == KIND_VISIT ? PART_VISITOR : PART_ATTENDEE;
}

/* "Chili-Pérou : un 3e sommet": those before the colon, close behind which the noun stands. */
static bool slot_headed(const struct finder *finder, uint32_t noun, struct mention *mention)
{
    enum { WORDS_MAX = 4 };
    const struct clause *clause = &finder->clause;
    if (noun < 2 || !clause_is(clause, noun - 1, TYPE(STOP)) ||
        !clause_is(clause, noun - 2, TYPE(PARTY)))
        return false;
    const struct chunk *pair = clause_chunk(clause, noun - 2);
    if (!party_hyphened(finder->document, pair->begin) ||
        !look_mark(finder->document, pair->end, ':') ||
        clause_chunk(clause, noun)->begin > pair->end + WORDS_MAX)
        return false;
    slot_parties(finder, mention, noun - 2, owner_part(mention));
    return true;
}

/* "X's recent | trip", "X's second successful | visit": whether the words from begin up to end only
 * say which one or how it was. */
static bool only_describes(const struct finder *finder, uint32_t begin, uint32_t end)
{
    enum { WORDS_MAX = 4 };
    const uint64_t adjectives =
        pack_optional(finder->document->pack, OPTIONAL_EPITHET) | CLASS(MEETADJECTIVE);
    for (uint32_t t = begin; t < end; t++) {
        if (!look_at(finder->document, t, LEXICON_NEXTPREVIOUS) &&
            !look_at(finder->document, t, LEXICON_ORDINAL) &&
            !document_is(finder->document, t, adjectives))
            return false;
    }
    return begin < end && end - begin <= WORDS_MAX;
}

/* "X's Kenya visit": whether a land or town stands right before the visit and behind whose it is.
 */
static bool is_goal(const struct finder *finder, uint32_t noun, const struct mention *mention)
{
    const struct clause *clause = &finder->clause;
    return mention->kind == KIND_VISIT && noun > 1 && clause_is(clause, noun - 1, TYPE(PARTY)) &&
           clause_chunk(clause, noun - 1)->end == clause_chunk(clause, noun)->begin &&
           look_clitic(finder->document, clause_chunk(clause, noun - 1)->begin - 1);
}

/* "Ruritania's visit", "President Costa's meeting", "Costa call": whose the occasion is. */
bool slot_possessor(const struct finder *finder, uint32_t noun, struct mention *mention)
{
    if (slot_headed(finder, noun, mention))
        return true;
    const bool planned = predicate_attribute(finder, noun); /* "X's planned visit" */
    uint32_t owned = noun - planned;
    while (owned > 1 && clause_is(&finder->clause, owned - 1, TYPE(SEQUENCE) | TYPE(DATE)))
        owned--; /* "X's May 3 call" */
    if (is_goal(finder, owned, mention))
        slot_town(finder, mention, --owned);
    if (owned == 0 || clause_chunk(&finder->clause, owned - 1)->type != CHUNK_PARTY)
        return false;
    const struct chunk *chunk = clause_chunk(&finder->clause, owned);
    const struct chunk *before = clause_chunk(&finder->clause, owned - 1);
    const bool small = owner_is_small(mention->kind) || /* "X's summit with Y" */
                       clause_is(&finder->clause, noun + 1, TYPE(WITH));
    if ((!small && !party_hyphened(finder->document, before->begin)) || before->end > chunk->begin)
        return false;
    const bool clitic =
        look_clitic(finder->document, before->end) &&
        (before->end + 1 == chunk->begin ||
         only_describes(finder, before->end + 1, clause_chunk(&finder->clause, noun)->begin));
    if (!clitic && (planned || owned != noun || before->end != chunk->begin))
        return false; /* "X said talks between A and B failed" */
    mention->label.possessive = true;
    slot_parties(finder, mention, owned - 1, owner_part(mention));
    return true;
}
