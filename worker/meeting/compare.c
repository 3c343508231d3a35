#include "meeting/compare.h"

#include "meeting/resolve.h"
#include "meeting/settle_parties.h"

/* "White House aides": people of whom nothing tells who they are. */
static bool is_unnamed_group(const struct party *party)
{
    const bool office = party->rank != RANK_NONE && party->rank != RANK_OFFICIAL;
    return party->plural && party->type == PARTY_PERSON && !party->person &&
           !(party->country[0] && office) && party->name_end == party->name_begin;
}

static bool is_identified(const struct party *party)
{
    return (party->type != PARTY_GROUP || party->delegation) && !party->weak && !party->companion &&
           !is_unnamed_group(party);
}

unsigned compare_identified(const struct slot *slots, unsigned count)
{
    unsigned identified = 0;
    for (unsigned i = 0; i < count; i++)
        identified += is_identified(slots[i].party);
    return identified;
}

/* "les deux ministres béninois", once the story has named one of them. */
static bool is_one_of(const struct story *story, const struct party *group,
                      const struct party *party)
{
    const enum rank rank = party->person ? story->people.at[party->person].rank : party->rank;
    return group->plural && !group->person && group->type == PARTY_PERSON &&
           party->type == PARTY_PERSON && group->country[0] &&
           strcmp(group->country, party->country) == 0 && rank_fits(group->rank, rank);
}

static bool party_known(const struct story *story, const struct party *party,
                        const struct slot *slots, unsigned count)
{
    for (unsigned i = 0; i < count; i++) {
        if (actor_same(story, party, slots[i].party) || is_one_of(story, party, slots[i].party) ||
            (party->type != PARTY_GROUP && slots[i].party->type != PARTY_GROUP &&
             actor_country(story, party)[0] &&
             strcmp(actor_country(story, party), actor_country(story, slots[i].party)) == 0 &&
             (party->type == PARTY_COUNTRY || slots[i].party->type == PARTY_COUNTRY)))
            return true;
    }
    return false;
}

/* "des ministres belges en visite": the headline's, whom the story names one by one. */
static bool names_group(const struct story *story, const struct mention *mention,
                        const struct occasion *occasion)
{
    return occasion->party_count == 1 && !mention->beside &&
           occasion_members(story, mention->parties, mention->party_count,
                            occasion->parties[0].party) > 1;
}

/* Who met others of whom nothing is told but that they were several, "Arab diplomats", by slot; or
 * no slot. */
static unsigned crowd_of(const struct occasion *occasion)
{
    unsigned crowd = MENTION_PARTIES;
    for (unsigned i = 0; i < occasion->party_count; i++) {
        const struct party *party = occasion->parties[i].party;
        const bool unnamed =
            !party->delegation && (party->type == PARTY_GROUP ||
                                   (party->type == PARTY_PERSON && party->plural &&
                                    !party->person && party->name_end == party->name_begin));
        if (unnamed && crowd < MENTION_PARTIES)
            return MENTION_PARTIES;
        crowd = unnamed ? i : crowd;
    }
    return crowd;
}

/* Whether the party, an official of some state or somebody by name, may be one of the crowd. */
static bool is_of_crowd(const struct story *story, const struct party *party,
                        const struct party *crowd)
{
    const enum rank rank = person_rank(story, party);
    const char *country = actor_country(story, party);
    const bool somebody = party->type == PARTY_PERSON && !party->weak && !party->companion &&
                          (party->person || party->country[0]);
    return somebody &&
           (!crowd->country[0] || !country[0] || strcmp(crowd->country, country) == 0) &&
           (crowd->rank == RANK_NONE || crowd->rank == RANK_OFFICIAL || rank == RANK_NONE ||
            rank_fits(crowd->rank, rank) || rank_fits(rank, crowd->rank));
}

/* "A met Arab diplomats.  A met the foreign ministers B and C": those of whom the sentences before
 * told nothing but that they were several are told one by one. */
static bool names_crowd(const struct story *story, const struct mention *mention,
                        const struct occasion *occasion)
{
    enum { SENTENCES_BETWEEN = 4 };
    const struct mention *last = occasion->mentions[occasion->mention_count - 1];
    const unsigned crowd = crowd_of(occasion);
    unsigned members = 0, known = 0;
    if (crowd == MENTION_PARTIES || mention->further || mention->beside ||
        mention->kind == KIND_VISIT || mention->sentence == last->sentence ||
        mention->sentence - last->sentence > SENTENCES_BETWEEN)
        return false;
    for (unsigned i = 0; i < mention->party_count; i++) {
        const struct party *party = mention->parties[i].party;
        bool told = false;
        for (unsigned k = 0; k < occasion->party_count && !told; k++)
            told = k != crowd && actor_same(story, party, occasion->parties[k].party);
        known += told;
        members += !told && is_of_crowd(story, party, occasion->parties[crowd].party);
    }
    const bool among = known > 0 || (!mention->bilateral && !mention->hosting);
    return members > 1 && among && known == occasion->party_count - 1u &&
           members + known == mention->party_count;
}

/* Whether all that is told of who came is that it was a delegation, of no state in particular. */
static bool sent(const struct slot *slots, unsigned count)
{
    for (unsigned i = 0; i < count; i++) {
        const struct party *party = slots[i].party;
        if (!party->delegation || party->country[0] || party->organization ||
            party->name_end == party->name_begin)
            return false;
    }
    return count > 0;
}

/* How many groups of whom nothing is told stand beside others. */
static unsigned crowds(const struct slot *slots, unsigned count)
{
    unsigned groups = 0;
    for (unsigned i = 0; count > 1 && i < count; i++)
        groups += is_unnamed_group(slots[i].party);
    return groups;
}

int compare_parties(const struct story *story, const struct mention *mention,
                    const struct occasion *occasion)
{
    unsigned mine = compare_identified(mention->parties, mention->party_count);
    unsigned its = compare_identified(occasion->parties, occasion->party_count);
    unsigned shared = 0;
    for (unsigned i = 0; i < mention->party_count; i++) {
        if (is_identified(mention->parties[i].party))
            shared += party_known(story, mention->parties[i].party, occasion->parties,
                                  occasion->party_count);
    }
    if (names_group(story, mention, occasion) || names_crowd(story, mention, occasion))
        return POINTS_ALL_PARTIES;
    if (mine == 0 || its == 0 || sent(mention->parties, mention->party_count) ||
        sent(occasion->parties, occasion->party_count))
        return 0;
    /* "A met officials.  A met B": B is not they, be he one of them. */
    const unsigned my_crowds = crowds(mention->parties, mention->party_count);
    const unsigned its_crowds = crowds(occasion->parties, occasion->party_count);
    if ((!my_crowds && mine == shared + 1) || (!its_crowds && its == shared + 1)) {
        mine += my_crowds;
        its += its_crowds;
    }
    const unsigned smaller = mine < its ? mine : its;
    if (shared >= smaller)
        return POINTS_ALL_PARTIES + (mine == its ? POINTS_SAME_PARTIES : 0);
    if (shared > 0 && (mention->label.pointing || mention->joining || mention->entering))
        return POINTS_ALL_PARTIES; /* "A et B étaient présents à cette rencontre avec C" */
    if (shared > 0)
        return smaller > 2 ? POINTS_SOME_PARTIES * 2 : -POINTS_ENOUGH;
    if (mention->joining)
        return -4;
    const bool known = mention->label.definite || mention->label.pointing;
    return known && !mention->verb && occasion->kind != KIND_VISIT ? -4 : -100;
}
