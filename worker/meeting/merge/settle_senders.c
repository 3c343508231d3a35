#include <string.h>

#include "annotate/place/spot.h"
#include "meeting/mention/occasion.h"
#include "meeting/merge/settle_parties.h"

/* Who is told one by one in the place of those who sent them, and who is no visitor at home. */

/* "La délégation comprend A et B": whether those who came are told one by one. */
static bool has_members(const struct occasion *occasion)
{
    for (unsigned i = 0; i < occasion->mention_count; i++) {
        if (occasion->mentions[i]->members)
            return true;
    }
    return false;
}

/* The members of a delegation, where their offices tell no state, are of the one that sent it. */
static void share_country(const struct story *story, const struct occasion *occasion,
                          const struct party *delegation)
{
    for (unsigned i = 0; i < occasion->mention_count; i++) {
        const struct mention *mention = occasion->mentions[i];
        for (unsigned p = 0; mention->company && mention->members && p < mention->party_count;
             p++) {
            struct person *person = &story->people.at[mention->parties[p].party->person];
            if (mention->parties[p].party->person && !person->country[0])
                memcpy(person->country, delegation->country, 3);
        }
    }
}

/* "A et B, en visite au Liban": whoever is at home there is no visitor, where the other is not. */
static void drop_at_home(const struct story *story, struct occasion *occasion)
{
    const struct spot *spot = occasion->placed ? occasion->placed->place->detail : NULL;
    unsigned guests = 0;
    if (occasion->kind != KIND_VISIT || !spot || !spot->country[0])
        return;
    for (unsigned i = 0; i < occasion->mention_count; i++) {
        if (occasion->mentions[i]->verb) /* "ont visité le barrage": both went there */
            return;
    }
    for (unsigned p = 0; p < occasion->party_count; p++) {
        const char *country = actor_country(story, occasion->parties[p].party);
        guests += occasion->parties[p].part == PART_VISITOR && country[0] &&
                  strcmp(country, spot->country) != 0;
    }
    uint16_t kept = 0;
    for (unsigned p = 0; p < occasion->party_count; p++) {
        const struct slot slot = occasion->parties[p];
        const bool home = slot.part == PART_VISITOR && slot.party->type == PARTY_PERSON &&
                          strcmp(actor_country(story, slot.party), spot->country) == 0;
        if (guests == 0 || !home)
            occasion->parties[kept++] = slot;
    }
    occasion->party_count = kept;
}

void occasion_drop_senders(const struct story *story, struct occasion_list *occasions)
{
    for (uint32_t i = 0; i < occasions->count; i++) {
        struct occasion *occasion = occasions->at[i];
        uint16_t kept = 0;
        drop_at_home(story, occasion);
        if (!has_members(occasion))
            continue;
        for (unsigned p = 0; p < occasion->party_count; p++) {
            const struct slot slot = occasion->parties[p];
            if (slot.party->delegation && slot.party->type != PARTY_PERSON)
                share_country(story, occasion, slot.party);
            else
                occasion->parties[kept++] = slot;
        }
        occasion->party_count = kept;
    }
}
