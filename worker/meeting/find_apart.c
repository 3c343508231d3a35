#include "annotate/look.h"
#include "meeting/find.h"

/*
 * "Met separately with A, B and C" tells three meetings, "met with A and separately with B" two.
 */

static bool has_apart(const struct finder *finder, uint32_t begin, uint32_t end)
{
    for (uint32_t t = begin; t < end; t++) {
        if (document_is(finder->document, t, CLASS(APART)))
            return true;
    }
    return false;
}

static bool is_member(const struct party_list *list, const struct party *party)
{
    for (unsigned i = 0; i < list->count; i++) {
        if (list->at[i] == party)
            return true;
    }
    return false;
}

/* Keeps a copy of mention in which party stands for those in others. */
static void keep_with(struct finder *finder, const struct mention *mention,
                      const struct party_list *others, const struct party *party)
{
    struct mention *copy = ARENA_ARRAY(finder->document->arena, struct mention, 1);
    if (!copy) {
        finder->story->document->memory_out = true;
        return;
    }
    *copy = *mention;
    copy->party_count = 0;
    for (unsigned i = 0; i < mention->party_count; i++) {
        if (!is_member(others, mention->parties[i].party))
            copy->parties[copy->party_count++] = mention->parties[i];
    }
    copy->parties[copy->party_count++] = (struct slot){party, PART_ATTENDEE};
    finder_keep(finder, copy);
}

/* "… and separately with B": the chunk that tells B, or CLAUSE_NONE. */
static uint32_t second_with(const struct finder *finder, uint32_t with)
{
    const struct clause *clause = &finder->clause;
    const uint32_t joint = with + 1 + clause_is(clause, with + 1, TYPE(COMMA));
    return clause_is(clause, joint, TYPE(AND)) && clause_is(clause, joint + 1, TYPE(WITH)) &&
                   clause_is(clause, joint + 2, TYPE(PARTY))
               ? joint + 2
               : CLAUSE_NONE;
}

void keep_apart(struct finder *finder, struct mention *mention, uint32_t others)
{
    if (others == CLAUSE_NONE || !clause_is(&finder->clause, others, TYPE(PARTY))) {
        slot_journey(finder, mention);
        finder_keep(finder, mention);
        return;
    }
    const struct chunk *chunk = clause_chunk(&finder->clause, others);
    const struct party_list *list = party_members(chunk->of);
    const uint32_t begin = mention->trigger.begin - (mention->trigger.begin > 0);
    const bool apart = list->count > 1 && has_apart(finder, begin, chunk->begin);
    for (unsigned i = 0; apart && i < list->count; i++)
        keep_with(finder, mention, list, list->at[i]);
    if (!apart)
        finder_keep(finder, mention);
    const uint32_t second = second_with(finder, others);
    if (second == CLAUSE_NONE)
        return;
    const struct chunk *more = clause_chunk(&finder->clause, second);
    if (has_apart(finder, chunk->end, more->begin))
        keep_with(finder, mention, list, party_members(more->of)->at[0]);
    else
        slot_parties(finder, mention, second, PART_ATTENDEE);
}
