#include <string.h>

#include "annotate/look.h"
#include "meeting/merge/compare_crowd.h"
#include "meeting/merge/settle_parties.h"
#include "meeting/resolve/resolve.h"

/* Who was told by no name before, or is not now: the story tells them one by one. */

/* Who met others of whom nothing is told but that they were several, "Arab diplomats", by slot; or
 * no slot. */
static unsigned crowd_of(const struct occasion *occasion)
{
    unsigned crowd = MENTION_PARTIES;
    for (unsigned i = 0; i < occasion->party_count; i++) {
        const struct party *party = occasion->parties[i].party;
        const bool unnamed = !party->delegation && actor_is_crowd(party);
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

bool compare_names_crowd(const struct story *story, const struct mention *mention,
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
    /* "he met B and C", of whom nobody was found to be "he" */
    const unsigned unseen = known == 0 && mention->pronoun && !mention->plural_pronoun;
    const bool among = known + unseen > 0 || (!mention->bilateral && !mention->hosting);
    return members > 1 && among && known + unseen == occasion->party_count - 1u &&
           members + known == mention->party_count;
}

/* Who is told by an office alone, "the prime minister". */
static bool is_unnamed(const struct party *party)
{
    return party->type == PARTY_PERSON && !party->person && party->name_end == party->name_begin &&
           !party->plural && !party->weak && !party->companion && party->role_count > 0;
}

/* Whether who is told by an office alone can be the one told by name, of whom no other is told. */
static bool can_be(const struct story *story, const struct party *unnamed,
                   const struct party *named)
{
    if (named->type != PARTY_PERSON || named->name_end == named->name_begin || named->weak ||
        named->plural || named->companion || (unnamed->counterpart && !named->counterpart))
        return false;
    const char *here = unnamed->country, *there = actor_country(story, named);
    const enum rank rank = person_rank(story, named);
    const bool local = rank == RANK_NONE || (unnamed->rank == RANK_OFFICIAL &&
                                             (rank == RANK_OFFICIAL || rank == RANK_EXECUTIVE));
    return gender_agrees(party_gender(story, unnamed), party_gender(story, named)) &&
           (!here[0] || !there[0] || strcmp(here, there) == 0) &&
           (local ? actor_offices_fit(story, unnamed, named) : rank_fits(unnamed->rank, rank));
}

/* The one of slots who is not in others, or NULL. */
static const struct party *left_over(const struct story *story, const struct slot *slots,
                                     unsigned count, const struct slot *others,
                                     unsigned other_count)
{
    for (unsigned i = 0; i < count; i++) {
        if (slots[i].party->type != PARTY_GROUP &&
            !actor_among(story, slots[i].party, others, other_count))
            return slots[i].party;
    }
    return NULL;
}

static bool is_small(enum meeting_kind kind)
{
    return kind_is_generic(kind) || kind == KIND_CALL;
}

bool compare_names_last(const struct story *story, const struct mention *mention,
                        const struct occasion *occasion)
{
    const struct party *mine = left_over(story, mention->parties, mention->party_count,
                                         occasion->parties, occasion->party_count);
    const struct party *its = left_over(story, occasion->parties, occasion->party_count,
                                        mention->parties, mention->party_count);
    const bool talks = is_small(mention->kind) && is_small(occasion->kind);
    if (!mine || !its || !talks || mention->further)
        return false;
    const bool known = !document_is(story->document, mine->begin, CLASS(INDEFINITE));
    return (is_unnamed(its) && can_be(story, its, mine)) ||
           (known && is_unnamed(mine) && can_be(story, mine, its)) ||
           party_represents(story, mine, its) || party_represents(story, its, mine);
}

/* "after meeting B": whether the verb stands behind such a word. */
static bool is_after(const struct story *story, const struct mention *mention)
{
    const uint32_t begin = mention->trigger.begin;
    const struct annotation *after =
        mention->verb && begin > story->document->sentences.at[mention->sentence].begin
            ? look_at(story->document, begin - 1, LEXICON_FOLLOWING)
            : NULL;
    return after && after->end == begin && look_says(story->document, after, STR("AFTER"));
}

/* The delegation that was there, where nobody else was but whom the mention names too, or NULL. */
static const struct party *only_delegation(const struct story *story, const struct mention *mention,
                                           const struct occasion *occasion)
{
    const struct party *sent = NULL;
    for (unsigned i = 0; i < occasion->party_count; i++) {
        const struct party *party = occasion->parties[i].party;
        if (actor_among(story, party, mention->parties, mention->party_count))
            continue;
        if (sent || !party->delegation || party->type == PARTY_PERSON)
            return NULL;
        sent = party;
    }
    return sent;
}

bool compare_names_speaker(const struct story *story, const struct mention *mention,
                           const struct occasion *occasion)
{
    const struct party *mine = left_over(story, mention->parties, mention->party_count,
                                         occasion->parties, occasion->party_count);
    const struct party *its = only_delegation(story, mention, occasion);
    if (!mine || !its || mention->party_count != 2 || mention->date || mention->place ||
        !is_small(mention->kind) || !is_small(occasion->kind) || !is_after(story, mention))
        return false;
    const char *here = mine->country, *there = its->country;
    return mine->type == PARTY_PERSON && mine->name_end > mine->name_begin &&
           (!here[0] || !there[0] || strcmp(here, there) == 0);
}

bool compare_names_visitor(const struct story *story, const struct mention *mention,
                           const struct occasion *occasion)
{
    const struct party *mine = left_over(story, mention->parties, mention->party_count,
                                         occasion->parties, occasion->party_count);
    const struct party *its = left_over(story, occasion->parties, occasion->party_count,
                                        mention->parties, mention->party_count);
    if (!mine || !its || mention->kind != KIND_VISIT || occasion->kind != KIND_VISIT ||
        !is_unnamed(mine) || document_is(story->document, mine->begin, CLASS(INDEFINITE)))
        return false;
    return mine->country[0] && actor_country(story, its)[0] && can_be(story, mine, its);
}

/* Puts the party in the place of the other in the mention. */
static void replace(struct mention *mention, const struct party *other, const struct party *party)
{
    for (unsigned i = 0; i < mention->party_count; i++) {
        if (mention->parties[i].party == other)
            mention->parties[i].party = party;
    }
}

void compare_take_name(const struct story *story, struct mention *mention,
                       struct occasion *occasion)
{
    if (!compare_names_last(story, mention, occasion) &&
        !compare_names_visitor(story, mention, occasion))
        return;
    const struct party *mine = left_over(story, mention->parties, mention->party_count,
                                         occasion->parties, occasion->party_count);
    const struct party *its = left_over(story, occasion->parties, occasion->party_count,
                                        mention->parties, mention->party_count);
    if (is_unnamed(mine) || mine->type == PARTY_ORGANIZATION) {
        replace(mention, mine, its);
        return;
    }
    for (unsigned i = 0; i < occasion->mention_count; i++)
        replace(occasion->mentions[i], its, mine);
}
