#include <string.h>

#include "annotate/look.h"
#include "meeting/mention/occasion.h"
#include "meeting/resolve/group.h"
#include "meeting/resolve/resolve.h"

/* Who "the two leaders" and "the ministers" are: those whom a meeting told before brought together.
 */

/* "the ministers | of the two countries", "des deux pays". */
static bool is_of_two(const struct document *document, const struct party *party)
{
    uint32_t t = party->end;
    if (!document_is(document, t, CLASS(OF)) ||
        !document_is(document, party->begin, CLASS(DETERMINER)))
        return false;
    t += document_is(document, t + 1, CLASS(DETERMINER)) ? 2 : 1;
    return document_is(document, t, CLASS(PAIR)) &&
           (!look_at(document, t, LEXICON_NUMBER) ||
            document_is(document, t - 1, CLASS(DETERMINER)));
}

bool party_is_pair(const struct document *document, const struct party *party)
{
    const uint64_t pair = CLASS(PAIR);
    uint32_t t = party->begin;
    if (party->type == PARTY_GROUP && !party->country[0] && !party->delegation &&
        is_of_two(document, party))
        return true;
    while (t < party->end && document_is(document, t, CLASS(DETERMINER) | CLASS(DEMONSTRATIVE)))
        t++;
    const bool known = t > party->begin || /* "the | two men" */
                       (t > 0 && document_is(document, t - 1, CLASS(DETERMINER)) &&
                        !document_is(document, t - 1, CLASS(INDEFINITE)));
    return party->type == PARTY_GROUP && !party->country[0] && t < party->end &&
           document_is(document, t, pair) &&
           (known || !look_at(document, t, LEXICON_NUMBER)); /* "both", not "two men" */
}

/* "the leaders of two firms": of somebody who is new, unlike "of the two countries". */
static bool is_of_others(const struct document *document, const struct party *party)
{
    return document_is(document, party->end, CLASS(OF)) &&
           !document_is(document, party->end, CLASS(DETERMINER)) &&
           !document_is(document, party->end + 1, CLASS(DETERMINER));
}

/* "Des experts sont attendus", "Mardi, des experts": some who were not told before. */
static bool is_of_some(const struct document *document, uint32_t token)
{
    return document_is(document, token, CLASS(OF)) &&
           document_is(document, token, CLASS(DETERMINER)) &&
           (look_flag(document, token, TOKEN_SENTENCE) ||
            (token > 0 && look_mark(document, token - 1, ',')));
}

bool group_refers_back(const struct document *document, const struct party *party)
{
    if (party_is_pair(document, party))
        return true;
    const bool group = party->type == PARTY_GROUP && !party->delegation;
    const bool office = party->type == PARTY_PERSON && party->plural && !party->organization &&
                        party->name_begin == party->name_end && party->role_count == 1 &&
                        party->roles[0]->country_count == 0;
    if (!(group || office) || party->country[0])
        return false;
    if (!document_is(document, party->begin, CLASS(DETERMINER) | CLASS(DEMONSTRATIVE)) ||
        document_is(document, party->begin, CLASS(INDEFINITE)) || is_of_others(document, party) ||
        is_of_some(document, party->begin))
        return false;
    const struct annotation *noun =
        group ? look_at(document, party->name_begin, LEXICON_GROUPNOUN) : NULL;
    return office || (noun && noun->tag == TAG_PLUR && noun->end == party->name_end &&
                      !look_at(document, noun->end - 1, LEXICON_DEMONYM));
}

bool group_is_new(const struct document *document, const struct mention *mention,
                  const struct party *party)
{
    return mention->verb && document_is(document, party->begin, CLASS(OF)) &&
           document_is(document, party->begin, CLASS(DETERMINER)) &&
           party->begin >= mention->trigger.end;
}

/* How many of the mention's parties the group can stand for; "les ministres russe et iranien" are
 * two. */
static unsigned members_of(const struct story *story, const struct mention *mention,
                           const struct party *group)
{
    unsigned count = 0;
    for (unsigned i = 0; i < mention->party_count; i++) {
        const struct party *party = mention->parties[i].party;
        const bool single = party->type != PARTY_GROUP && (!party->plural || party->country[0]);
        count += single && rank_fits(group->rank, person_rank(story, party));
    }
    return count;
}

static bool is_ranked(const struct party *group)
{
    return group->rank != RANK_NONE && group->rank != RANK_OFFICIAL;
}

/* "The two presidents will not meet", named further on: those of the rank whom the story names, of
 * two states; returns how many. */
static unsigned named_anywhere(const struct story *story, enum rank rank,
                               const struct party *ret_people[LATELY_PEOPLE])
{
    const struct person *people = story->people.at;
    const char *state = "";
    unsigned count = 0;
    for (unsigned i = 1; i < story->people.count && count < LATELY_PEOPLE; i++) {
        if (people[i].rank != rank || !people[i].name || !people[i].country[0])
            continue;
        if (strcmp(people[i].country, state) == 0)
            return 0;
        state = people[i].country;
        ret_people[count++] = people[i].name;
    }
    return count;
}

/* Takes the one who is so-manieth of those for whom a group stands, if he is meant. */
static void take_one(struct mention *mention, const struct party *party, enum part part,
                     unsigned number)
{
    if (!mention->one_of_two || mention->one_of_two == number)
        mention_take_party(mention, party, part);
}

/* "Les deux présidents", whom no meeting told before brought together. */
static void resolve_pair(const struct story *story, struct mention *mention, unsigned slot)
{
    const struct slot group = mention->parties[slot];
    const struct party *people[LATELY_PEOPLE];
    unsigned count = told_lately(story, mention, group.party->rank, people);
    if (count != 2 && is_ranked(group.party) && party_is_pair(story->document, group.party))
        count = named_anywhere(story, group.party->rank, people);
    if (count != 2)
        return;
    mention_drop_slot(mention, slot);
    for (unsigned i = 0; i < count; i++)
        take_one(mention, people[i], group.part, i + 1);
}

/* Whether the two of the mention can be called by the rank of the group: none has another. */
static bool can_be_pair(const struct story *story, const struct mention *mention,
                        const struct party *group)
{
    for (unsigned i = 0; i < mention->party_count; i++) {
        const enum rank rank = person_rank(story, mention->parties[i].party);
        if (is_ranked(group) && rank != RANK_NONE && !rank_fits(group->rank, rank))
            return false;
    }
    return mention->party_count == 2;
}

/* How many single people the mention tells. */
static unsigned people_of(const struct mention *mention)
{
    unsigned people = 0;
    for (unsigned i = 0; i < mention->party_count; i++)
        people +=
            mention->parties[i].party->type == PARTY_PERSON && !mention->parties[i].party->plural;
    return people;
}

/* "President A met Minister B": whether one of two is a head of state or government, and the other
 * is not: hardly "the two leaders". */
static bool is_uneven(const struct story *story, const struct mention *mention)
{
    unsigned heads = 0, others = 0;
    for (unsigned i = 0; i < mention->party_count; i++) {
        const enum rank rank = person_rank(story, mention->parties[i].party);
        heads += rank_is_head(rank);
        others += rank != RANK_NONE && !rank_is_head(rank);
    }
    return heads == 1 && others == 1;
}

/* The last mention before that at index that tells who the group is, or NULL: two of its rank, or
 * for "the two" any two. */
static const struct mention *told_together(const struct story *story,
                                           const struct mention_list *mentions, uint32_t index,
                                           const struct party *group, bool pair)
{
    const struct mention *uneven = NULL;
    for (uint32_t i = index; i-- > 0;) {
        const struct mention *before = mentions->at[i];
        if (before->one_of_two && before->trigger.begin == mentions->at[index]->trigger.begin)
            continue; /* "met the two separately" */
        const bool far = before->sentence + GROUP_SENTENCES_BACK < mentions->at[index]->sentence;
        if (far && !party_is_pair(story->document, group))
            break;
        if (far && people_of(before) != 2) /* "the two men will meet again" ends the story */
            continue;
        if (!(pair && can_be_pair(story, before, group)) && members_of(story, before, group) < 2)
            continue;
        if (group->rank != RANK_OFFICIAL || !is_uneven(story, before))
            return before;
        uneven = uneven ? uneven : before;
    }
    return uneven;
}

void resolve_group(const struct story *story, const struct mention_list *mentions, uint32_t index,
                   unsigned slot)
{
    struct mention *mention = mentions->at[index];
    const struct slot group = mention->parties[slot];
    const bool two = party_is_pair(story->document, group.party);
    const bool ranked = is_ranked(group.party);
    if (!two && group.party->rank == RANK_NONE && mention->party_count > 1 && !mention->one_of_two)
        return; /* "a reçu les syndicats": whom somebody met, and not those who met before */
    const struct mention *before =
        told_together(story, mentions, index, group.party, two && !ranked);
    bool pair = two && before && !ranked && before->party_count == 2;
    if (!before && two && ranked) {
        before = told_together(story, mentions, index, group.party, true);
        pair = true;
    }
    if (before) {
        const bool people = two && !pair && people_of(before) == 2;
        unsigned number = 0;
        mention_drop_slot(mention, slot);
        for (unsigned p = 0; p < before->party_count; p++) {
            const struct party *party = before->parties[p].party;
            if (people && party->type != PARTY_PERSON)
                continue; /* "A et B préparent un sommet avec le Mali. Les deux dirigeants" */
            if (pair || (party->type != PARTY_GROUP &&
                         rank_fits(group.party->rank, person_rank(story, party))))
                take_one(mention, party, group.part, ++number);
        }
        return;
    }
    resolve_pair(story, mention, slot);
}

bool group_can_meet(const struct story *story, const struct mention *mention,
                    const struct party *party)
{
    const enum rank rank = person_rank(story, party);
    return party->plural && mention->verb && mention->party_count == 0 &&
           (rank_is_minister(rank) || rank_is_head(rank));
}
