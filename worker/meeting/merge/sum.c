#include "meeting/mention/occasion.h"
#include "meeting/merge/round.h"
#include "meeting/resolve/resolve.h"

/* "A receives B and C" in the headline, where the story tells that A received B and that A received
 * C: the two, and no third. */

/* Whether the party is one of those whom A met, behind the verb that tells so. */
static bool is_met(const struct mention *head, unsigned slot)
{
    const struct party *party = head->parties[slot].party;
    return party->type == PARTY_PERSON && party->begin >= head->trigger.end;
}

/* Whether the mention tells of the one met, and of none of the others. */
static bool tells_only(const struct story *story, const struct mention *mention,
                       const struct mention *head, unsigned slot)
{
    if ((mention->kind != KIND_TALKS && mention->kind != KIND_CALL) || mention->joining ||
        mention->party_count == 0 || (mention->verb && !mention->bilateral && !mention->hosting))
        return false;
    bool told = false;
    for (unsigned i = 0; i < mention->party_count; i++) {
        for (unsigned k = 0; k < head->party_count; k++) {
            const bool same = is_met(head, k) &&
                              actor_same(story, mention->parties[i].party, head->parties[k].party);
            if (same && k != slot)
                return false;
            told |= same;
        }
    }
    return told;
}

/* The first mention of the story that tells of the one met alone, or NULL. */
static struct mention *told_alone(const struct story *story, const struct mention_list *mentions,
                                  const struct mention *head, unsigned slot)
{
    for (uint32_t i = 0; is_met(head, slot) && i < mentions->count; i++) {
        if (!mention_in_title(story, mentions->at[i]) &&
            tells_only(story, mentions->at[i], head, slot))
            return mentions->at[i];
    }
    return NULL;
}

bool mention_sums_up(const struct story *story, const struct mention_list *mentions,
                     const struct mention *head)
{
    unsigned met = 0, apart = 0;
    if (head->party_count < 3 || !head->verb || !(head->bilateral || head->hosting) ||
        !mention_in_title(story, head))
        return false;
    for (unsigned slot = 0; slot < head->party_count; slot++) {
        met += is_met(head, slot);
        apart += told_alone(story, mentions, head, slot) != NULL;
    }
    return met > 1 && apart >= met;
}

void sum_hand_over(const struct story *story, const struct mention_list *mentions,
                   const struct mention *head)
{
    for (unsigned slot = 0; slot < head->party_count; slot++) {
        struct mention *mention = told_alone(story, mentions, head, slot);
        if (mention && !mention->place)
            mention->place = head->place;
    }
}
