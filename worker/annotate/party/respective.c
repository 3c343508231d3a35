#include <string.h>

#include "annotate/look.h"
#include "annotate/party/read.h"

/* "A et B, respectivement ministre de X et chef de Y": each of a row of names takes the title at
 * its own place of the row behind them, which was read as all the last one's; and the other way
 * round, "le ministre de X et le chef de Y, MM. A et B". */

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

static void clear_titles(struct party *party)
{
    party->role_count = 0;
    party->rank = RANK_NONE;
    party->organization = NULL;
    party->presumed = NULL;
    party->country[0] = '\0';
}

/* "the chairman and ranking member of X, A and B": whether the two titles of the first stand before
 * a comma and both names, which "and" alone joins. */
static bool is_dealt(const struct reader *reader, struct party *const *members, unsigned count)
{
    const struct party *first = members[0];
    return count == 2 && first->type == PARTY_PERSON && first->role_count == 2 &&
           is_bare(members[1]) && reader_comma(reader, first->roles[1]->end) &&
           reader_is(reader, first->name_end, CLASS(AND));
}

uint32_t party_respective(const struct reader *reader, struct party **members, unsigned count,
                          uint32_t end)
{
    if (is_dealt(reader, members, count)) {
        const struct party told = *members[0];
        clear_titles(members[0]);
        for (unsigned i = 0; i < count; i++) {
            party_take_role(members[i], told.roles[i]);
        }
        const struct role *second = told.roles[1];
        if (!members[0]->country[0] && second->country_count == 1)
            memcpy(members[0]->country, second->countries[0], sizeof second->countries[0]);
        return end;
    }
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
    clear_titles(last);
    for (unsigned i = 0; i < count; i++) {
        party_take_role(members[i], told.roles[i]);
        members[i]->weak = false;
    }
    return behind;
}

static bool is_nameless(const struct party *party)
{
    return party->type == PARTY_PERSON && party->role_count == 1 && !party->plural &&
           !party->counterpart && party->name_end == party->name_begin;
}

/* How many members tell an office without a name, from the first on. */
static unsigned nameless_row(struct party *const *members, unsigned count)
{
    unsigned row = 0;
    while (row < count && is_nameless(members[row]))
        row++;
    return row;
}

/* "le ministre de X et le chef de Y, MM. A et B": whether A was read as the name of the last
 * office, behind a comma, and "and" alone joins the last name. */
static bool is_name_behind(const struct reader *reader, const struct party *party,
                           const struct party *last)
{
    uint32_t t = last->name_begin;
    while (t > party->name_end && !reader_is(reader, t - 1, CLASS(AND)))
        t--;
    return party->type == PARTY_PERSON && party->role_count == 1 && !party->plural &&
           party->name_begin > party->roles[0]->end && reader_comma(reader, party->roles[0]->end) &&
           t > party->name_end && !reader_comma(reader, t - 2);
}

unsigned party_paired(const struct reader *reader, struct party **members, unsigned count)
{
    const unsigned row = nameless_row(members, count);
    const bool told = row > 1 && count == 2 * row && /* "…, respectivement A et B" */
                      reader_is(reader, members[row - 1]->end + 1, CLASS(RESPECTIVE));
    const unsigned pairs = told ? row : row + 1;
    if (row == 0 || count != (told ? 2 * row : 2 * row + 1) ||
        !(told || is_name_behind(reader, members[row], members[count - 1])))
        return count;
    for (unsigned i = count - pairs + !told; i < count; i++) {
        if (!is_bare(members[i]))
            return count;
    }
    struct party told_by[PARTY_MEMBERS];
    for (unsigned i = 0; i < pairs; i++)
        told_by[i] = *members[i];
    const uint32_t begin = members[0]->begin;
    for (unsigned i = 0; i < pairs; i++) {
        members[i] = members[count - pairs + i];
        members[i]->weak = false;
        clear_titles(members[i]);
        memcpy(members[i]->country, told_by[i].country, sizeof told_by[i].country);
        party_take_role(members[i], told_by[i].roles[0]);
    }
    members[0]->begin = begin;
    return pairs;
}
