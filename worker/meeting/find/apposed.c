#include "annotate/look.h"
#include "meeting/find/owner.h"

/*
 * A second name behind a comma: "la COP14, la Conférence de l'ONU sur la désertification, …", "the
 * Lake Dialogue in Oslo, an annual forum".
 */

/* The noun whose name ends at the comma right before chunk, or where it is told to be: "le Forum de
 * l'eau,", "the Dialogue in Oslo,"; or CLAUSE_NONE. */
static uint32_t noun_before_comma(const struct finder *finder, uint32_t chunk)
{
    const struct clause *clause = &finder->clause;
    if (chunk < 2 || !clause_is(clause, chunk - 1, TYPE(COMMA)))
        return CLAUSE_NONE;
    uint32_t i = chunk - 2;
    const uint32_t comma = clause_chunk(clause, i + 1)->begin;
    if (i > 1 && clause_is(clause, i, TYPE(PLACE)) && clause_is(clause, i - 1, TYPE(AT)))
        i -= 2;
    const uint32_t end = clause_chunk(clause, i + 1)->begin;
    while (i > 0 && !clause_is(clause, i, TYPE(NOUN) | TYPE(COMMA) | TYPE(STOP) | TYPE(VERB)))
        i--;
    if (!clause_is(clause, i, TYPE(NOUN)))
        return CLAUSE_NONE;
    const uint32_t name = finder->labels[i].name.end;
    return clause_chunk(clause, i)->end == end || name == end || name == comma ? i : CLAUSE_NONE;
}

/* "la réunion des dirigeants de A et de B, rencontre qui": the noun before those who meet. */
static uint32_t noun_before_parties(const struct clause *clause, uint32_t chunk)
{
    const uint64_t passed = TYPE(COMMA) | TYPE(PARTY) | TYPE(OF) | TYPE(AND) | TYPE(PLACE) |
                            TYPE(AT) | TYPE(BETWEEN) | TYPE(WITH);
    if (chunk < 2 || !clause_is(clause, chunk - 1, TYPE(COMMA)))
        return CLAUSE_NONE;
    uint32_t i = chunk - 1;
    while (i > 0 && clause_is(clause, i, passed))
        i--;
    return clause_is(clause, i, TYPE(NOUN)) ? i : CLAUSE_NONE;
}

/* Whether a bare word for a meeting opens a relative clause about the one told before its comma. */
static bool is_retold(const struct finder *finder, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    const struct chunk *chunk = clause_chunk(clause, noun);
    const struct label *label = &finder->labels[noun];
    const uint32_t first = noun_before_parties(clause, noun);
    return first != CLAUSE_NONE && label->kind == KIND_TALKS && !label->plural &&
           !finder->labels[first].plural && clause_is(clause, noun + 1, TYPE(RELATIVE)) &&
           clause_chunk(clause, noun + 1)->begin == chunk->end &&
           chunk->begin <= clause_chunk(clause, noun - 1)->end + 1;
}

/* "During the trip, | a meeting took place": whether the sentence opens with when the noun before
 * the comma was, and the other noun is what the verb tells of. */
static bool is_on_occasion(const struct finder *finder, uint32_t first, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    const uint32_t before = clause_preposition(clause, first);
    if (before != 0 || !(clause_governor(clause, first) & (TYPE(FOLLOWING) | TYPE(SIDELINE))))
        return false;
    for (uint32_t i = noun + 1; i < clause->chunks.count; i++) {
        if (clause_is(clause, i, TYPE(VERB)) && clause_finite(clause, i))
            return clause_subject(clause, i) == noun;
        if (clause_is(clause, i, TYPE(COMMA) | TYPE(STOP) | TYPE(RELATIVE) | TYPE(SUBORDINATOR)))
            break;
    }
    return false;
}

bool noun_is_apposed(const struct finder *finder, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    const uint32_t first = noun_before_comma(finder, noun);
    if (is_retold(finder, noun))
        return true;
    if (first == CLAUSE_NONE || is_on_occasion(finder, first, noun))
        return false;
    const struct label *before = &finder->labels[first], *label = &finder->labels[noun];
    const uint32_t comma = clause_chunk(clause, noun - 1)->begin;
    const bool during = before->kind == KIND_VISIT && label->kind == KIND_TALKS &&
                        (clause_governor(clause, first) & TYPE(FOLLOWING));
    if (during) /* "Au cours de sa visite, un entretien est prévu" */
        return false;
    const bool alike = before->kind == label->kind || label->kind == KIND_TALKS ||
                       (before->kind == KIND_TALKS && before->proper && label->indefinite);
    const bool lone = /* ", réunion annuelle" */
        clause_chunk(clause, noun)->begin == comma + 1 && !label->plural;
    return alike && before->plural == label->plural &&
           (lone || ((label->definite || label->indefinite) &&
                     document_is(finder->document, comma + 1, CLASS(DETERMINER))));
}
