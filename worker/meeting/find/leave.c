#include "annotate/look.h"
#include "annotate/place/spot.h"
#include "meeting/find/find.h"
#include "meeting/find/predicate.h"
#include "meeting/find/when.h"

/*
 * "A quitté Tunis mardi au terme d'une visite de deux jours", "returned from a visit to Oslo": the
 * visit is over, the day is the last one if it is told how long it was, and where A left is where
 * it was.
 */

/* What may stand between a verb of travel and the preposition before the visit. */
static const uint64_t ON_THE_WAY = TYPE(COMMA) | TYPE(DATE) | TYPE(TIME) | TYPE(PLACE) |
                                   TYPE(PARTY) | TYPE(OF) | TYPE(TO) | TYPE(AT) | TYPE(FROM);

/* Whether the verb takes somebody away from where he was: "a quitté", "s'est envolé". */
static bool sets_out(const struct finder *finder, uint32_t verb)
{
    const struct verb *group = clause_verb(&finder->clause, verb);
    const struct annotation *word = verb_reading(finder->document, group, LEXICON_MEETVERB);
    const struct lexeme *lexeme = word ? look_lexeme(finder->document, word) : NULL;
    const bool travels = lexeme && lexeme->official && lexeme->frame == FRAME_VISIT &&
                         (group->reflexive || !lexeme->reflexive);
    return group->tense == TENSE_PAST && !group->bygone && !group->negative &&
           (travels || finder_sense(finder, verb) == SENSE_LEAVE);
}

bool visit_begins(const struct finder *finder, uint32_t noun, const struct mention *mention)
{
    const struct clause *clause = &finder->clause;
    uint32_t verb = clause_preposition(clause, noun);
    if (mention->kind != KIND_VISIT || !clause_is(clause, verb, TYPE(ABOUT)))
        return false;
    while (verb > 0 && clause_is(clause, verb - 1, ON_THE_WAY))
        verb--;
    return clause_is(clause, verb - 1, TYPE(VERB)) && sets_out(finder, verb - 1);
}

/* "returned to Oslo, | concluding his visit", "après avoir achevé sa visite": the verb before the
 * noun that ends it, beside another that tells what is done, or CLAUSE_NONE. */
static uint32_t ended_by(const struct finder *finder, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    const uint32_t verb = noun - 1 - clause_is(clause, noun - 1, TYPE(POSSESSIVE)); /* "his" */
    if (noun <= 2 || !clause_is(clause, verb, TYPE(VERB)) ||
        finder_sense(finder, verb) != SENSE_CLOSE)
        return CLAUSE_NONE;
    const bool ended =
        str_equal(clause_when(clause, verb - 1), STR("AFTER")) ||
        (clause_verb(clause, verb)->tense == TENSE_GER && clause_is(clause, verb - 1, ON_THE_WAY));
    return ended ? verb : CLAUSE_NONE;
}

/* The verb of leaving or returning behind which "after" or "concluding" and the noun stand, or
 * CLAUSE_NONE. */
static uint32_t left_after(const struct finder *finder, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    const bool ended = ended_by(finder, noun) != CLAUSE_NONE;
    const uint32_t after = ended ? ended_by(finder, noun) : clause_preposition(clause, noun);
    if (after == CLAUSE_NONE)
        return CLAUSE_NONE;
    const uint64_t between = /* "left Oslo for" */
        ended ? ON_THE_WAY | TYPE(ABOUT) | TYPE(FOLLOWING) : ON_THE_WAY;
    uint32_t verb = after;
    while (verb > 0 && clause_is(clause, verb - 1, between))
        verb--;
    const enum sense sense =
        clause_is(clause, verb - 1, TYPE(VERB)) ? finder_sense(finder, verb - 1) : SENSE_NONE;
    const bool left = sense == SENSE_LEAVE || sense == SENSE_RETURN;
    const bool over = ended || str_equal(clause_when(clause, after), STR("AFTER")) ||
                      (sense == SENSE_RETURN && clause_is(clause, after, TYPE(FROM) | TYPE(OF)));
    return verb > 0 && left && over ? verb - 1 : CLAUSE_NONE;
}

uint32_t visit_left(const struct finder *finder, uint32_t noun, const struct mention *mention)
{
    return mention->kind == KIND_VISIT ? left_after(finder, noun) : CLAUSE_NONE;
}

/* Where the verb leaves: what stands behind it, or behind it and "from"; or NULL.  Who "returned
 * Monday to Oslo" left elsewhere. */
static const struct annotation *place_left(const struct finder *finder, uint32_t verb)
{
    const struct clause *clause = &finder->clause;
    const bool from = clause_is(clause, verb + 1, TYPE(FROM) | TYPE(OF));
    const uint32_t left = verb + 1 + from;
    if (!(from || finder_sense(finder, verb) == SENSE_LEAVE) ||
        !clause_is(clause, left, TYPE(PLACE) | TYPE(PARTY)))
        return NULL;
    const struct chunk *chunk = clause_chunk(clause, left);
    const struct annotation *place = look_at(finder->document, chunk->end - 1, ANNOTATION_PLACE);
    const struct spot *spot = place ? place->detail : NULL;
    return spot && !(spot->governor & (CLASS(AT) | CLASS(TO))) ? place : NULL;
}

void slot_departure(struct finder *finder, struct mention *mention, uint32_t noun, uint32_t verb)
{
    const uint32_t ended = ended_by(finder, noun);
    const bool then = ended != CLAUSE_NONE && /* not "rentré lundi après avoir achevé sa visite" */
                      clause_verb(&finder->clause, ended)->tense == TENSE_GER;
    slot_parties(finder, mention, clause_subject(&finder->clause, verb), PART_VISITOR);
    for (uint32_t i = verb + 1; i < noun; i++) {
        struct chunk *chunk = &finder->clause.chunks.at[i];
        if (chunk->type == CHUNK_DATE && !chunk->taken &&
            (slot_days(finder, noun, false) > 1 || then))
            mention->until = chunk->of;
        chunk->taken |= chunk->type == CHUNK_DATE || chunk->type == CHUNK_PLACE;
    }
}

void settle_departure(const struct finder *finder, struct mention *mention, uint32_t verb)
{
    mention->status = STATUS_HELD;
    mention->status_told = mention->closed = true;
    if (!mention->place)
        mention->place = place_left(finder, verb);
}

/* Whether the place stands between the verb and the noun and is where somebody comes back to. */
static bool is_home_again(const struct finder *finder, const struct annotation *place,
                          uint32_t verb, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    return place && finder_sense(finder, verb) == SENSE_RETURN &&
           place->begin >= clause_chunk(clause, verb)->end &&
           place->end <= clause_chunk(clause, noun)->begin;
}

void slot_left(const struct finder *finder, struct mention *mention, uint32_t noun)
{
    const uint32_t verb = mention->kind == KIND_VISIT ? CLAUSE_NONE : left_after(finder, noun);
    if (verb == CLAUSE_NONE)
        return;
    if (is_home_again(finder, mention->place, verb, noun))
        mention->place = NULL;
    if (!mention->place)
        mention->place = place_left(finder, verb);
}

/* "rentré mardi à Lomé, | après avoir participé au sommet", "returned after meeting B": the verb of
 * coming back before the "after" that the trigger is behind, or CLAUSE_NONE. */
static uint32_t back_after(const struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    uint32_t after = index;
    while (after > 0 && !clause_is(clause, after - 1, CLAUSE_LIMITS) &&
           !str_equal(clause_when(clause, after), STR("AFTER")))
        after--;
    uint32_t verb = after;
    while (verb > 0 && clause_is(clause, verb - 1, ON_THE_WAY))
        verb--;
    const bool back = str_equal(clause_when(clause, after), STR("AFTER")) &&
                      clause_is(clause, verb - 1, TYPE(VERB)) &&
                      finder_sense(finder, verb - 1) == SENSE_RETURN;
    return verb > 0 && back ? verb - 1 : CLAUSE_NONE;
}

void take_return(struct finder *finder, const struct mention *mention, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    uint32_t verb = mention->kind == KIND_VISIT ? CLAUSE_NONE : back_after(finder, index);
    if (verb == CLAUSE_NONE)
        return;
    while (verb > 0 && !clause_is(clause, verb - 1, CLAUSE_LIMITS)) /* "Mardi, A est rentré" */
        verb--;
    for (uint32_t i = verb; i < index; i++)
        finder->clause.chunks.at[i].taken |= clause_is(clause, i, TYPE(DATE) | TYPE(PLACE));
}
