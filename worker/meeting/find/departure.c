#include "annotate/look.h"
#include "annotate/party/party.h"
#include "annotate/verb.h"
#include "meeting/find/find.h"
#include "meeting/find/predicate.h"
#include "meeting/find/travel.h"
#include "meeting/resolve/resolve.h"

/* "A a quitté Bamako lundi pour Paris", "left Oslo for Rome": a journey that no verb of visiting
 * tells. */

/* Whether one person in office, who may have company, is who the chunk tells. */
static bool is_officer(const struct finder *finder, uint32_t chunk)
{
    if (!clause_is(&finder->clause, chunk, TYPE(PARTY)))
        return false;
    const struct party *party = party_members(clause_chunk(&finder->clause, chunk)->of)->at[0];
    return party->type == PARTY_PERSON && !party->plural &&
           (person_rank(finder->story, party) != RANK_NONE || party->figure);
}

/* The PLACE that begins right behind "for" at the chunk, or NULL: "for talks", "for Oslo talks". */
static const struct annotation *goal_at(const struct finder *finder, uint32_t chunk)
{
    const struct clause *clause = &finder->clause;
    if (!clause_is(clause, chunk, TYPE(ABOUT)) ||
        !clause_is(clause, chunk + 1, TYPE(PLACE) | TYPE(PARTY)))
        return NULL;
    const struct chunk *goal = clause_chunk(clause, chunk + 1);
    uint32_t t = clause_chunk(clause, chunk)->end;
    while (t < goal->end && document_is(finder->document, t, CLASS(DETERMINER)))
        t++;
    const struct annotation *place = look_at(finder->document, t, ANNOTATION_PLACE);
    const bool headed = clause_is(clause, chunk + 2, TYPE(NOUN)) &&
                        clause_chunk(clause, chunk + 2)->begin == goal->end;
    return place && place->end >= goal->end && !headed ? place : NULL;
}

void find_by_departure(struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    const struct verb *verb = clause_verb(clause, index);
    const uint32_t subject = clause_subject(clause, index);
    const uint64_t between =
        TYPE(PLACE) | TYPE(PARTY) | TYPE(DATE) | TYPE(TIME) | TYPE(AT) | TYPE(COMMA);
    const bool ahead = verb->tense == TENSE_FUT || /* "leaves", "is due to leave" */
                       (verb->tense == TENSE_PRES && verb->modality != MODALITY_MAY);
    if (finder_sense(finder, index) != SENSE_LEAVE || verb->negative || verb->bygone ||
        (verb->tense != TENSE_PAST && !ahead) || !is_officer(finder, subject))
        return;
    uint32_t end = index + 1;
    const struct annotation *date = NULL;
    for (; clause_is(clause, end, between); end++)
        date = clause_is(clause, end, TYPE(DATE)) && !date ? clause_chunk(clause, end)->of : date;
    uint32_t where = end + 2;
    for (; clause_is(clause, where, TYPE(DATE) | TYPE(TIME) | TYPE(AT) | TYPE(COMMA)); where++)
        date =
            clause_is(clause, where, TYPE(DATE)) && !date ? clause_chunk(clause, where)->of : date;
    const struct annotation *goal =
        is_where_to_meet(finder, where) ? NULL : goal_at(finder, end); /* ", where he will meet" */
    struct mention *mention = goal ? finder_mention(finder, index) : NULL;
    if (!mention)
        return;
    mention->verb = mention->strong = mention->official = mention->opening = true;
    mention->kind = KIND_VISIT;
    mention->status = ahead ? STATUS_SCHEDULED : STATUS_HELD;
    mention->status_told = true;
    mention->place = goal;
    mention->date = date;
    slot_parties(finder, mention, subject, PART_VISITOR);
    finder_keep(finder, mention);
}

bool is_where_gone(const struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    if (!clause_is_where(clause, index))
        return false;
    uint32_t verb = index;
    while (verb > 0 && !clause_is(clause, verb, TYPE(VERB) | TYPE(STOP)))
        verb--;
    if (!clause_is(clause, verb, TYPE(VERB)))
        return true;
    const enum tense tense = clause_verb(clause, verb)->tense; /* "est attendue lundi à Oslo, où" */
    return tense != TENSE_FUT && tense != TENSE_PRES;
}
