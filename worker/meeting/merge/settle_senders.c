#include <string.h>

#include "annotate/look.h"
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

/* Whether nobody from there pays a visit to the place: "to Kenya", or to its capital. */
static bool is_seat_of_state(const struct story *story, const struct spot *spot)
{
    enum { CAPITAL_COLUMN = 6 };
    return !spot->city ||
           str_equal(pack_column(story->document->pack, spot->city->value, CAPITAL_COLUMN),
                     STR("CAPITAL"));
}

/* The one person from elsewhere among the parties, or NULL. */
static const struct party *only_guest(const struct story *story, const struct occasion *occasion,
                                      const char *home)
{
    const struct party *guest = NULL;
    for (unsigned i = 0; i < occasion->party_count; i++) {
        const struct party *party = occasion->parties[i].party;
        const char *country = actor_country(story, party);
        if (party->type != PARTY_PERSON || !country[0] || strcmp(country, home) == 0)
            continue;
        if (guest)
            return NULL;
        guest = party;
    }
    return guest;
}

/* "talks of the Kenyan president with A during a visit to Kenya": A pays it. */
static void turn_to_guest(const struct story *story, const struct occasion_list *occasions,
                          struct occasion *visit)
{
    const struct spot *spot = visit->placed ? visit->placed->place->detail : NULL;
    if (visit->kind != KIND_VISIT || visit->party_count != 1 || !spot || !spot->country[0] ||
        visit->parties[0].part != PART_VISITOR || visit->parties[0].party->type != PARTY_PERSON ||
        !is_seat_of_state(story, spot) ||
        strcmp(actor_country(story, visit->parties[0].party), spot->country) != 0)
        return;
    for (uint32_t i = 0; i < occasions->count; i++) {
        const struct occasion *talks = occasions->at[i];
        const struct party *guest = kind_is_generic(talks->kind) && talks->mentions[0]->sentence ==
                                                                        visit->mentions[0]->sentence
                                        ? only_guest(story, talks, spot->country)
                                        : NULL;
        if (guest)
            visit->parties[0].party = guest;
    }
}

void occasion_drop_senders(const struct story *story, struct occasion_list *occasions)
{
    for (uint32_t i = 0; i < occasions->count; i++) {
        struct occasion *occasion = occasions->at[i];
        uint16_t kept = 0;
        drop_at_home(story, occasion);
        turn_to_guest(story, occasions, occasion);
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
