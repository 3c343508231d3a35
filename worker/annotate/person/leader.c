#include "annotate/look.h"
#include "annotate/person/office.h"

/* Who is called "the leader", of a state or of nothing that is told. */

uint32_t office_ranks_leading(void)
{
    return UINT32_C(1) << RANK_HEAD_OF_STATE | UINT32_C(1) << RANK_HEAD_OF_GOVERNMENT |
           UINT32_C(1) << RANK_EXECUTIVE | UINT32_C(1) << RANK_OFFICIAL |
           UINT32_C(1) << RANK_LEGISLATOR;
}

/* "the Vietnamese leader", "the top legislator": the only one told before who serves that state and
 * may be called so, where nobody is told to head it; 0: nobody or several. */
static uint16_t people_leading(const struct document *document, const struct people *people,
                               const struct party *party)
{
    const uint32_t meant =
        party->rank == RANK_OFFICIAL ? office_ranks_leading() : UINT32_C(1) << party->rank;
    uint16_t found = 0;
    for (uint16_t i = 1; i < people->count; i++) {
        const struct person *person = &people->at[i];
        if (strcmp(party->country, person->country) != 0 ||
            !office_is_told(document, person, party))
            continue;
        if (found || !(person->ranks & meant))
            return 0;
        found = i;
    }
    return found;
}

uint16_t person_leader(const struct document *document, const struct people *people,
                       const struct party *party)
{
    static const uint32_t heads =
        UINT32_C(1) << RANK_HEAD_OF_STATE | UINT32_C(1) << RANK_HEAD_OF_GOVERNMENT;
    uint16_t found = 0;
    unsigned count = 0;
    if (!party->roles[0]->leader || !party->country[0] || party->organization ||
        !office_points(document, party))
        return 0;
    for (uint16_t i = 1; i < people->count && party->rank == RANK_OFFICIAL; i++) {
        const struct person *person = &people->at[i];
        const bool untitled = person->rank == RANK_NONE && !person->titled;
        if (!(untitled || (person->ranks & heads)) || !office_is_told(document, person, party) ||
            strcmp(party->country, person->country) != 0)
            continue;
        if (person->rank == RANK_HEAD_OF_STATE || look_flag(document, party->begin, TOKEN_TITLE))
            return i;
        count++;
        found = i;
    }
    return count > 1 ? 0 : count ? found : people_leading(document, people, party);
}
