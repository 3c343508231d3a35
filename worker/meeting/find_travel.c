#include "annotate/look.h"
#include "meeting/find.h"
#include "meeting/occasion.h"
#include "meeting/predicate.h"

/*
 * Who only travels to a meeting pays no visit: "se rendra à Oslo pour prendre part au sommet",
 * "flew to Oslo for the summit".
 */

/* "effectue une visite à Oslo", "visits Oslo": called a visit. */
static bool is_called_visit(const struct finder *finder, uint32_t verb)
{
    const struct chunk *chunk = clause_chunk(&finder->clause, verb);
    for (uint32_t t = chunk->begin; t < chunk->end; t++) {
        if (look_at(finder->document, t, LEXICON_MEETNOUN))
            return true;
    }
    return !document_is(finder->document, chunk->end - 1, CLASS(AT) | CLASS(TO)) &&
           !clause_is(&finder->clause, verb + 1,
                      TYPE(AT) | TYPE(TO) | TYPE(ABOUT) | TYPE(DATE) | TYPE(TIME) | TYPE(COMMA));
}

/* Whether the noun is a meeting of many, which somebody can travel to. */
static bool is_gathering(const struct finder *finder, uint32_t index)
{
    return clause_is(&finder->clause, index, TYPE(NOUN)) &&
           kind_is_gathering(finder->labels[index].kind);
}

/* "prendre part à la réunion", "to chair talks": the verb at index and the noun behind it. */
static bool is_attending(const struct finder *finder, uint32_t index)
{
    const enum sense sense = finder_sense(finder, index);
    return clause_verb(&finder->clause, index)->tense == TENSE_INF &&
           (sense == SENSE_ATTEND || sense == SENSE_CHAIR) &&
           clause_after(&finder->clause, index, TYPE(NOUN),
                        GOVERNOR_NONE | TYPE(AT) | TYPE(TO) | TYPE(OF)) != CLAUSE_NONE;
}

bool travels_to_attend(const struct finder *finder, uint32_t verb)
{
    const struct clause *clause = &finder->clause;
    const struct annotation *word =
        verb_reading(finder->document, clause_verb(clause, verb), LEXICON_MEETVERB);
    const uint8_t frame = word ? look_lexeme(finder->document, word)->frame : FRAME_NONE;
    if (frame != FRAME_ARRIVE && (frame != FRAME_VISIT || is_called_visit(finder, verb)))
        return false;
    for (uint32_t i = verb + 1; i < clause->chunks.count; i++) {
        if (clause_is(clause, i, TYPE(VERB)))
            return is_attending(finder, i);
        if (clause_is(clause, i, TYPE(NOUN))) /* "flew to Oslo for", "se rendra lundi au sommet" */
            return is_gathering(finder, i) &&
                   (clause_is(clause, i - 1, TYPE(ABOUT)) ||
                    document_is(finder->document, clause_chunk(clause, i)->begin - 1,
                                CLASS(AT) | CLASS(TO)));
        if (clause_is(clause, i, TYPE(STOP) | TYPE(SUBORDINATOR) | TYPE(RELATIVE) | TYPE(HOST)))
            return false;
    }
    return false;
}

bool is_day_of_travel(const struct finder *finder, uint32_t date)
{
    for (uint32_t i = date; i-- > 0;) {
        if (clause_is(&finder->clause, i, TYPE(VERB)))
            return clause_verb(&finder->clause, i)->tense == TENSE_PAST &&
                   travels_to_attend(finder, i);
    }
    return false;
}
