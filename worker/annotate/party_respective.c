#include "annotate/look.h"
#include "annotate/party_read.h"

/* "A et B, respectivement ministre de X et chef de Y": each of a row of names takes the title at
 * its own place of the row behind them, which was read as all the last one's. */

/* Where the word ends that says so before the first title or behind the last, or end where a comma
 * goes before it; 0: there is none. */
static uint32_t respective_end(const struct reader *reader, const struct party *last, uint32_t end)
{
    const uint64_t respective = CLASS(RESPECTIVE);
    uint32_t t = last->roles[0]->begin;
    while (t > last->name_end && reader_is(reader, t - 1, READER_ARTICLES))
        t--;
    t -= t > last->name_end && reader_comma(reader, t - 1);
    if (t > last->name_end && reader_is(reader, t - 1, respective))
        return end;
    const uint32_t behind = end + reader_comma(reader, end);
    return reader_is(reader, behind, respective) ? behind + 1 : 0;
}

static bool is_bare(const struct party *party)
{
    return party->type == PARTY_PERSON && party->role_count == 0 &&
           party->name_end > party->name_begin;
}

uint32_t party_respective(const struct reader *reader, struct party **members, unsigned count,
                          uint32_t end)
{
    struct party *last = members[count - 1];
    if (last->type != PARTY_PERSON || last->role_count != count)
        return end;
    for (unsigned i = 0; i + 1 < count; i++) {
        if (!is_bare(members[i]))
            return end;
    }
    const uint32_t behind = respective_end(reader, last, end);
    if (!behind)
        return end;
    const struct party told = *last;
    last->role_count = 0;
    last->rank = RANK_NONE;
    last->organization = NULL;
    last->presumed = NULL;
    last->country[0] = '\0';
    for (unsigned i = 0; i < count; i++) {
        party_take_role(members[i], told.roles[i]);
        members[i]->weak = false;
    }
    return behind;
}
