#include "meeting/find/day.h"
#include "meeting/find/find.h"
#include "meeting/find/governor.h"
#include "meeting/find/predicate_aside.h"
#include "meeting/mention/occasion.h"

/*
 * "A met B and held talks with C on Monday", "À Alger, A verra B et s'entretiendra avec C": the day
 * and the place told once, behind or before what one and the same did, are those of both.
 */

/* Whether nothing but those who were met stand between the two, and "and" with a verb right behind
 * it, so that one and the same does both. */
static bool is_joined(const struct finder *finder, const struct mention *first,
                      const struct mention *second)
{
    const struct clause *clause = &finder->clause;
    const uint64_t apart = CLAUSE_LIMITS | TYPE(RELATIVE) | TYPE(DATE) | TYPE(PLACE) |
                           TYPE(FOLLOWING) | TYPE(SIDELINE);
    bool joined = false;
    for (uint32_t i = 0; i < clause->chunks.count; i++) {
        const struct chunk *chunk = clause_chunk(clause, i);
        if (chunk->begin < first->trigger.end || chunk->begin >= second->trigger.begin)
            continue;
        if (clause_is(clause, i, apart))
            return false;
        joined |= clause_is(clause, i, TYPE(AND)) && clause_is(clause, i + 1, TYPE(VERB));
    }
    return joined;
}

/* Who does what the mention tells, or CLAUSE_NONE. */
static uint32_t doer_of(const struct finder *finder, const struct mention *mention)
{
    const struct clause *clause = &finder->clause;
    for (uint32_t i = 0; mention->verb && i < clause->chunks.count; i++) {
        if (clause_is(clause, i, TYPE(VERB)) &&
            clause_chunk(clause, i)->begin == mention->trigger.begin)
            return clause_subject(clause, i);
    }
    return CLAUSE_NONE;
}

/* "À Alger, A verra lundi B | et s'entretiendra avec C": the second is where the sentence begins,
 * and on the day of the first. */
static void share_front(const struct finder *finder, const struct mention *first,
                        struct mention *second)
{
    const uint32_t doer = doer_of(finder, first);
    const bool front = first->place && first->place->begin <= finder->sentence->begin + 1;
    if (!front || second->place || second->kind != first->kind || second->status != first->status ||
        doer == CLAUSE_NONE || doer_of(finder, second) != doer ||
        second->trigger.begin < first->trigger.end)
        return;
    second->place = first->place;
    if (!second->date)
        second->date = first->date;
}

/* "The forum and the talks | were held in Lima on Monday": one verb says of both how far they have
 * come, and behind it stands when and where. */
static void share_verb(struct mention *first, struct mention *second)
{
    if (first->verb || second->verb || first->status_words.end <= second->trigger.end ||
        first->status_words.begin != second->status_words.begin)
        return;
    first->date = first->date ? first->date : second->date;
    first->until = first->until ? first->until : second->until;
    first->place = first->place ? first->place : second->place;
    second->further = true;
}

/* "A and B will meet in June | at the summit": the month right before it is that of both. */
static void share_month(const struct mention *first, struct mention *second)
{
    enum { WORDS_BETWEEN = 2 }; /* "lors du" */
    const struct annotation *month = first->date;
    if (month && !second->date && first->verb && kind_is_gathering(second->kind) &&
        first->status == second->status && !date_is_day(month->detail) &&
        month->end < second->trigger.begin && second->trigger.begin - month->end <= WORDS_BETWEEN)
        second->date = month;
}

void share_days(struct finder *finder)
{
    for (uint32_t i = 0; i + 1 < finder->count; i++) {
        struct mention *first = finder->mentions[i];
        struct mention *second = finder->mentions[i + 1];
        share_front(finder, first, second);
        share_verb(first, second);
        share_month(first, second);
        if (first->date || !second->date || first->kind != KIND_TALKS ||
            second->kind != KIND_TALKS || first->status != second->status || first->until ||
            second->trigger.begin < first->trigger.end ||
            second->date->begin < second->trigger.end || !date_is_day(second->date->detail))
            continue;
        if (is_joined(finder, first, second))
            first->date = second->date;
    }
}

uint32_t aside_joined_noun(const struct finder *finder, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    const uint64_t between = TYPE(OF) | TYPE(PARTY) | TYPE(PLACE) | TYPE(AT) | TYPE(BETWEEN) |
                             TYPE(AND) | TYPE(POSSESSIVE) | TYPE(SEQUENCE) | TYPE(ABOUT);
    if (clause_governor(clause, noun) != 0 || clause_governing_verb(clause, noun) != CLAUSE_NONE)
        return noun;
    for (uint32_t i = noun + 1; i < clause->chunks.count; i++) {
        if (clause_is(clause, i, TYPE(NOUN)))
            return clause_governor(clause, i) == 0 &&
                           clause_is(clause, i - 1 - clause_is(clause, i - 1, TYPE(SEQUENCE)),
                                     TYPE(AND))
                       ? i
                       : noun;
        if (!clause_is(clause, i, between))
            break;
    }
    return noun;
}
