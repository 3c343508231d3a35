#include "annotate/look.h"
#include "meeting/clause/status.h"
#include "meeting/find/agenda.h"
#include "meeting/find/call.h"
#include "meeting/find/when.h"

/* "A eu B au téléphone": a call without a word for it, but for how it was held. */

/* Where the one on the line stands, behind the verb and a day, or CLAUSE_NONE. */
static uint32_t on_line(const struct clause *clause, uint32_t verb)
{
    uint32_t i = verb + 1;
    while (clause_is(clause, i, TYPE(DATE) | TYPE(TIME)))
        i++;
    return clause_is(clause, i, TYPE(PARTY)) && call_is_person(clause, i) ? i : CLAUSE_NONE;
}

/* The telephone right behind those in the row, or CLAUSE_NONE. */
static uint32_t phone_behind(const struct finder *finder, uint32_t row)
{
    const struct clause *clause = &finder->clause;
    while (row != CLAUSE_NONE && next_in_row(finder, row) != CLAUSE_NONE)
        row = next_in_row(finder, row);
    uint32_t i = row == CLAUSE_NONE ? row : row + 1;
    while (clause_is(clause, i, TYPE(DATE) | TYPE(TIME) | TYPE(COMMA)))
        i++;
    if (!clause_is(clause, i, TYPE(MODE)))
        return CLAUSE_NONE;
    const enum meeting_mode mode = look_lexeme(finder->document, clause_chunk(clause, i)->of)->mode;
    return mode == MODE_PHONE ? i : CLAUSE_NONE;
}

void find_by_phone(struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    const struct verb *verb = clause_verb(clause, index);
    if (finder_sense(finder, index) != SENSE_HOLD || verb->passive || verb->reflexive ||
        verb->negative)
        return;
    const uint32_t other = on_line(clause, index), subject = clause_subject(clause, index);
    if (other == CLAUSE_NONE || phone_behind(finder, other) == CLAUSE_NONE ||
        !clause_is(clause, subject, TYPE(PARTY) | TYPE(PRONOUN)) || finder_generic(finder))
        return;
    struct mention *mention = finder_mention(finder, index);
    if (!mention)
        return;
    mention->verb = mention->strong = mention->bilateral = true;
    mention->kind = KIND_CALL;
    mention->mode = MODE_PHONE;
    mention->status = status_of_meeting_verb(verb);
    mention->status_told = true;
    mention->further = told_further(finder, index);
    if (clause_is(clause, subject, TYPE(PRONOUN)))
        slot_pronoun(finder, mention, subject);
    else
        slot_parties(finder, mention, subject, PART_ATTENDEE);
    slot_row(finder, mention, other);
    slot_circumstances(finder, mention, index);
    slot_ahead(finder, mention, verb);
    keep_apart(finder, mention, other);
}
