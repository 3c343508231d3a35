#include "meeting/compare.h"

#include "annotate/look.h"
#include "meeting/resolve.h"

static bool is_identified(const struct party *party)
{
    return (party->type != PARTY_GROUP || party->delegation) && !party->weak && !party->companion;
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
             party->country[0] && strcmp(party->country, slots[i].party->country) == 0 &&
             (party->type == PARTY_COUNTRY || slots[i].party->type == PARTY_COUNTRY)))
            return true;
    }
    return false;
}

/* The words that a and b share, of the shorter one's, in per cent. */
static unsigned words_shared(const struct document *document, struct span a, struct span b)
{
    unsigned count_a = 0, shared = 0, count_b = 0;
    for (uint32_t t = a.begin; t < a.end; t++) {
        if (document_is(document, t, CLASS(STOPWORD) | CLASS(DETERMINER) | CLASS(OF)))
            continue;
        count_a++;
        for (uint32_t u = b.begin; u < b.end; u++) {
            if (look_token(document, t)->hash == look_token(document, u)->hash) {
                shared++;
                break;
            }
        }
    }
    for (uint32_t u = b.begin; u < b.end; u++)
        count_b += !document_is(document, u, CLASS(STOPWORD) | CLASS(DETERMINER) | CLASS(OF));
    const unsigned shorter = count_a < count_b ? count_a : count_b;
    return shorter ? shared * 100 / shorter : 0;
}

/* The name; of those who gathered their own, "les ministres de la Pêche se sont réunis", which the
 * meeting of them is called by. */
static struct span compare_name(const struct mention *mention)
{
    const struct party *party = mention->party_count ? mention->parties[0].party : NULL;
    const bool gathered = mention->verb && !mention->bilateral && !mention->hosting && party &&
                          party->plural && mention->kind != KIND_VISIT &&
                          mention->label.name.end <= mention->label.name.begin;
    return gathered ? (struct span){party->begin, party->end} : mention->label.name;
}

int compare_names(const struct story *story, const struct mention *mention,
                  const struct occasion *occasion)
{
    const struct span name = compare_name(mention);
    int best = 0;
    if (name.begin == name.end)
        return 0;
    if (mention->apposed &&
        mention->sentence == occasion->mentions[occasion->mention_count - 1]->sentence)
        return POINTS_NAME;
    for (unsigned i = 0; i < occasion->mention_count; i++) {
        const struct span other = occasion->mentions[i]->label.name;
        if (other.begin == other.end)
            continue;
        const unsigned shared = words_shared(story->document, name, other);
        const int points = shared >= 75 ? POINTS_NAME : shared >= 50 ? 4 : -POINTS_NAME;
        if (best == 0 || points > best)
            best = points;
    }
    /* "cette conférence de haut niveau", "the high-level conference" describe what has a name. */
    const bool described =
        mention->label.pointing || (mention->label.definite && mention->label.bare);
    const bool again = mention->label.pointing || (described && !mention->label.proper);
    return best < 0 && again ? 0 : best;
}

/* "des ministres belges en visite": the headline's, whom the story names one by one. */
static bool names_group(const struct story *story, const struct mention *mention,
                        const struct occasion *occasion)
{
    return occasion->party_count == 1 &&
           occasion_members(story, mention->parties, mention->party_count,
                            occasion->parties[0].party) > 1;
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

int compare_parties(const struct story *story, const struct mention *mention,
                    const struct occasion *occasion)
{
    const unsigned mine = compare_identified(mention->parties, mention->party_count);
    const unsigned its = compare_identified(occasion->parties, occasion->party_count);
    unsigned shared = 0;
    for (unsigned i = 0; i < mention->party_count; i++) {
        if (is_identified(mention->parties[i].party))
            shared += party_known(story, mention->parties[i].party, occasion->parties,
                                  occasion->party_count);
    }
    if (names_group(story, mention, occasion))
        return POINTS_ALL_PARTIES;
    if (mine == 0 || its == 0 || sent(mention->parties, mention->party_count) ||
        sent(occasion->parties, occasion->party_count))
        return 0;
    const unsigned smaller = mine < its ? mine : its;
    if (shared >= smaller)
        return POINTS_ALL_PARTIES;
    if (shared > 0 && mention->label.pointing)
        return POINTS_ALL_PARTIES; /* "A et B étaient présents à cette rencontre avec C" */
    if (shared > 0)
        return smaller > 2 ? POINTS_SOME_PARTIES * 2 : -POINTS_ENOUGH;
    if (mention->joining)
        return -4;
    return mention->label.definite && !mention->verb && occasion->kind != KIND_VISIT ? -4 : -100;
}
