#include <string.h>

#include "meeting/merge/compare_crowd.h"

#include "meeting/resolve/resolve.h"

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

/* "reçoit une délégation", "a reçu une importante délégation tunisienne": nothing tells that it is
 * another one. */
static bool is_same_delegation(const struct party *a, const struct party *b)
{
    return a->delegation && b->delegation && a->type == PARTY_GROUP && b->type == PARTY_GROUP &&
           !a->organization && !b->organization &&
           (!a->country[0] || !b->country[0] || strcmp(a->country, b->country) == 0);
}

static bool party_known(const struct story *story, const struct party *party,
                        const struct slot *slots, unsigned count)
{
    for (unsigned i = 0; i < count; i++) {
        if (actor_same(story, party, slots[i].party) || is_one_of(story, party, slots[i].party) ||
            is_same_delegation(party, slots[i].party) ||
            (party->type != PARTY_GROUP && slots[i].party->type != PARTY_GROUP &&
             actor_country(story, party)[0] &&
             strcmp(actor_country(story, party), actor_country(story, slots[i].party)) == 0 &&
             (party->type == PARTY_COUNTRY || slots[i].party->type == PARTY_COUNTRY)))
            return true;
    }
    return false;
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

/* How many groups of whom nothing is told but what they are stand beside others; not "envoys" where
 * "the meeting with envoy B" goes on. */
static unsigned crowds(const struct slot *slots, unsigned count, bool known)
{
    unsigned groups = 0;
    for (unsigned i = 0; count > 1 && i < count; i++) {
        const struct party *party = slots[i].party;
        groups +=
            (!known && party->type == PARTY_GROUP && !party->delegation) || is_unnamed_group(party);
    }
    return groups;
}

/* The only one of slots who has that part and is known to be somebody, or NULL: "A and her
 * delegation were welcomed". */
static const struct party *only_one(const struct slot *slots, unsigned count, enum part part)
{
    const struct party *only = NULL;
    for (unsigned i = 0; i < count; i++) {
        if (slots[i].part != part || slots[i].party->type == PARTY_GROUP ||
            !is_identified(slots[i].party))
            continue;
        if (only)
            return NULL;
        only = slots[i].party;
    }
    return only;
}

/* Whether two hosts are of two states, by more than an office that one state has. */
static bool hosts_elsewhere(const struct story *story, const struct party *a, const struct party *b)
{
    const char *here = a && !a->presumed ? actor_country(story, a) : "";
    const char *there = b && !b->presumed ? actor_country(story, b) : "";
    return here[0] && there[0] && strcmp(here, there) != 0;
}

/* "A arrived in Oslo. A was received at the airport by B": whether the only visitor of each is the
 * same, whoever of that state receives him; "B received A, on a courtesy visit.  His visit to the
 * town hall". */
static bool is_same_visitor(const struct story *story, const struct mention *mention,
                            const struct occasion *occasion)
{
    const bool received = mention->verb && (mention->opening || mention->hosting);
    if (mention->kind != KIND_VISIT ||
        !(occasion->kind == KIND_VISIT ? received : merge_courtesy(mention, occasion)))
        return false;
    const struct party *here = only_one(mention->parties, mention->party_count, PART_VISITOR);
    const struct party *there = only_one(occasion->parties, occasion->party_count, PART_VISITOR);
    return here && there && actor_same(story, here, there) &&
           !hosts_elsewhere(story, only_one(mention->parties, mention->party_count, PART_HOST),
                            only_one(occasion->parties, occasion->party_count, PART_HOST));
}

/* "A met the board.  A met B and C": whether those told of the occasion alone are bodies, whose
 * people the mention may name. */
static bool has_bodies(const struct story *story, const struct mention *mention,
                       const struct occasion *occasion)
{
    for (unsigned i = 0; i < occasion->party_count; i++) {
        const struct party *party = occasion->parties[i].party;
        if (party->type == PARTY_PERSON &&
            !actor_among(story, party, mention->parties, mention->party_count))
            return false;
    }
    return true;
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
    if (compare_names_crowd(story, mention, occasion) ||
        compare_names_speaker(story, mention, occasion))
        return POINTS_ALL_PARTIES;
    if (mine == 0 || its == 0 || sent(mention->parties, mention->party_count) ||
        sent(occasion->parties, occasion->party_count))
        return 0;
    if (is_same_visitor(story, mention, occasion))
        return POINTS_ALL_PARTIES;
    /* "A met officials.  A met B": B is not they, be he one of them. */
    const bool known = !mention->verb && mention->label.definite && !mention->label.indefinite;
    const unsigned my_crowds = crowds(mention->parties, mention->party_count, known);
    const unsigned its_crowds = crowds(occasion->parties, occasion->party_count, known);
    if ((!my_crowds && mine == shared + 1) || (!its_crowds && its == shared + 1)) {
        mine += my_crowds;
        its += its_crowds;
    }
    const unsigned smaller = mine < its ? mine : its;
    if (shared >= smaller)
        return POINTS_ALL_PARTIES + (mine == its ? POINTS_SAME_PARTIES : 0);
    if (shared > 0 && (mention->label.pointing || mention->joining || mention->entering))
        return POINTS_ALL_PARTIES; /* "A et B étaient présents à cette rencontre avec C" */
    if (shared > 0 && mine == shared + 1 && its == shared + 1 &&
        compare_names_last(story, mention, occasion))
        return POINTS_ALL_PARTIES;
    if (shared > 0 && (shared > 1 || has_bodies(story, mention, occasion)))
        return smaller > 2 ? POINTS_SOME_PARTIES * 2 : -POINTS_ENOUGH;
    if (shared > 0) /* "A met B and C.  Earlier, A met D and E" */
        return -POINTS_ENOUGH;
    if (mine == 1 && its == 1 && compare_names_visitor(story, mention, occasion))
        return POINTS_ALL_PARTIES;
    if (mention->joining)
        return -4;
    const bool told = mention->label.definite || mention->label.pointing;
    return told && !mention->verb && occasion->kind != KIND_VISIT ? -4 : -100;
}
