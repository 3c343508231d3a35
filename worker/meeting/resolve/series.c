#include "meeting/mention/actor.h"
#include "meeting/resolve/group.h"
#include "meeting/resolve/resolve.h"

/* A group whose meetings with one after the other are told: "The senators will be received by A.
 * A meeting is planned with B. They will see C". */

bool mention_meets(const struct mention *mention)
{
    enum { WORDS_BETWEEN = 3 };
    const uint32_t end = mention->trigger.end;
    return mention->bilateral && mention->party_count > 0 &&
           mention->parties[0].party->begin >= end &&
           mention->parties[0].party->begin <= end + WORDS_BETWEEN;
}

const struct party *group_in_series(const struct mention_list *mentions, uint32_t index, bool they)
{
    const struct mention *mention = mentions->at[index];
    for (uint32_t i = index; i-- > 0;) {
        const struct mention *before = mentions->at[i];
        if (before->sentence + SENTENCES_BACK < mention->sentence)
            return NULL;
        if (before->kind == KIND_VISIT || before->party_count < 2)
            continue;
        const struct party *a = before->parties[0].party, *b = before->parties[1].party;
        const struct party *group = actor_is_group(a) ? a : b, *other = actor_is_group(a) ? b : a;
        const bool acts = they || group->begin < other->begin; /* not "A will see students" */
        return before->party_count == 2 && actor_is_group(group) && !actor_is_group(other) && acts
                   ? group
                   : NULL;
    }
    return NULL;
}
