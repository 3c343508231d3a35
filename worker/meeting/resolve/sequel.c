#include "meeting/mention/occasion.h"
#include "meeting/resolve/resolve.h"

/* Who met those whose turn came before: "A receives B.  Then it is the turn of C". */

/* The one who meets the others: who receives them, else who is told first; or NULL. */
static const struct slot *host_of(const struct mention *mention)
{
    const struct slot *first = NULL;
    for (unsigned i = 0; i < mention->party_count; i++) {
        const struct slot *slot = &mention->parties[i];
        if (slot->part == PART_HOST)
            return slot;
        if (!first || slot->party->begin < first->party->begin)
            first = slot;
    }
    return first && first->party->type == PARTY_PERSON ? first : NULL;
}

/* The last meeting told before that at index to which its people may be a sequel, or NULL. */
static const struct mention *round_before(const struct mention_list *mentions, uint32_t index)
{
    enum { ROUND_SENTENCES_BACK = 4 };
    for (uint32_t i = index; i-- > 0;) {
        const struct mention *before = mentions->at[i];
        if (before->sentence + ROUND_SENTENCES_BACK < mentions->at[index]->sentence)
            break;
        if (kind_is_generic(before->kind) && !before->joining && host_of(before))
            return before;
    }
    return NULL;
}

/* "The first to be received was B.  She then received C": she who received B, not B. */
static void go_on_receiving(const struct mention_list *mentions, uint32_t index)
{
    struct mention *mention = mentions->at[index];
    const struct mention *before = index > 0 ? mentions->at[index - 1] : NULL;
    if (!before || !before->sequel || before->party_count < 2 ||
        before->sentence + 1 != mention->sentence || !mention->verb || !mention->hosting ||
        !mention->pronoun || mention->party_count == 0 || mention->parties[0].part == PART_HOST)
        return;
    mention_take_party(mention, before->parties[before->party_count - 1].party, PART_HOST);
    mention->pronoun = false;
}

void resolve_sequel(const struct mention_list *mentions, uint32_t index)
{
    struct mention *mention = mentions->at[index];
    if (!mention->sequel) {
        go_on_receiving(mentions, index);
        return;
    }
    const struct mention *before = round_before(mentions, index);
    if (!before) {
        mention->party_count = 0;
        mention->date = mention->time = mention->place = NULL;
        mention->joining = true;
        return;
    }
    const struct slot *host = host_of(before);
    mention_take_party(mention, host->party, host->part);
    if (!mention->status_told)
        mention->status = before->status;
    if (!mention->date && before->date && before->sentence + 1 >= mention->sentence)
        mention->date = before->date; /* "lundi A à 9h.  Suivra B à 10h" */
}
