#include "annotate/look.h"
#include "meeting/find/find.h"
#include "meeting/find/gap.h"

/* "After A on Monday, X received B on Tuesday": A was received by X before. */

/* Who opens the sentence behind "after", and right before the comma and the main clause the day on
 * which it was, if told; or CLAUSE_NONE. */
static uint32_t guest_before(const struct finder *finder, uint32_t *ret_day)
{
    enum { AFTER_AT, GUEST_AT, DAY_AT };
    const struct clause *clause = &finder->clause;
    const struct chunk *after = clause_chunk(clause, AFTER_AT);
    const uint32_t at = DAY_AT + clause_is(clause, DAY_AT, TYPE(AT));
    if (after->begin != finder->sentence->begin ||
        !str_equal(clause_when(clause, AFTER_AT), STR("AFTER")) ||
        !clause_is(clause, GUEST_AT, TYPE(PARTY)) ||
        clause_preposition(clause, GUEST_AT) != AFTER_AT)
        return CLAUSE_NONE;
    *ret_day = clause_is(clause, at, TYPE(DATE)) ? at : CLAUSE_NONE;
    const uint32_t comma = *ret_day == CLAUSE_NONE ? DAY_AT : at + 1;
    const struct party *guest = party_members(clause_chunk(clause, GUEST_AT)->of)->at[0];
    return clause_is(clause, comma, TYPE(COMMA)) &&
                   clause_is(clause, comma + 1, TYPE(PARTY) | TYPE(PRONOUN)) &&
                   (guest->type == PARTY_PERSON || guest->type == PARTY_ORGANIZATION)
               ? GUEST_AT
               : CLAUSE_NONE;
}

/* Leaves those who are no guests. */
static void keep_hosts(struct mention *mention)
{
    uint16_t kept = 0;
    for (unsigned i = 0; i < mention->party_count; i++) {
        if (mention->parties[i].part == PART_HOST)
            mention->parties[kept++] = mention->parties[i];
    }
    mention->party_count = kept;
}

void keep_guest_before(struct finder *finder, struct mention *mention)
{
    uint32_t day = CLAUSE_NONE;
    const uint32_t guest = mention->verb && mention->hosting && mention->kind == KIND_TALKS
                               ? guest_before(finder, &day)
                               : CLAUSE_NONE;
    struct mention *copy =
        guest == CLAUSE_NONE ? NULL : ARENA_ARRAY(finder->document->arena, struct mention, 1);
    if (!copy) {
        finder->story->document->memory_out |= guest != CLAUSE_NONE;
        return;
    }
    const struct annotation *date =
        day == CLAUSE_NONE ? NULL : clause_chunk(&finder->clause, day)->of;
    *copy = *mention;
    keep_hosts(copy);
    slot_parties(finder, copy, guest, PART_VISITOR);
    copy->date = date;
    copy->time = NULL;
    copy->status = STATUS_HELD;
    copy->further = true;
    if (mention->date == date)
        mention->date = NULL;
    finder_keep(finder, copy);
}
