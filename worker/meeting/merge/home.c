#include <string.h>

#include "meeting/merge/compare.h"
#include "meeting/merge/home.h"

/*
 * "A arrived in Nepal on Sunday …  A is to leave for Japan on Tuesday": who goes home after a visit
 * pays none.
 */

/* The state that a mention of the journey tells for its place, without a town; or "". */
static const char *state_of(const struct occasion *journey)
{
    for (unsigned i = 0; i < journey->mention_count; i++) {
        const struct annotation *place = journey->mentions[i]->place;
        const struct spot *spot = place ? place->detail : NULL;
        if (spot && !spot->city && spot->country[0])
            return spot->country;
    }
    return "";
}

/* Whether the occasion is abroad, and whoever makes the journey is there. */
static bool is_abroad(const struct story *story, const struct occasion *occasion,
                      const struct occasion *journey, const char *home)
{
    bool abroad = false;
    for (unsigned i = 0; i < occasion->mention_count && !abroad; i++) {
        const struct annotation *place = occasion->mentions[i]->place;
        const struct spot *spot = place ? place->detail : NULL;
        abroad = spot && spot->country[0] && strcmp(spot->country, home) != 0;
    }
    return abroad && actors_share_person(story, journey->parties, journey->party_count,
                                         occasion->parties, occasion->party_count);
}

bool journey_goes_home(const struct story *story, const struct occasion_list *list,
                       const struct occasion *journey)
{
    const char *home = state_of(journey);
    if (!home[0] || journey->party_count == 0)
        return false;
    for (unsigned i = 0; i < journey->party_count; i++) {
        const char *own = actor_country(story, journey->parties[i].party);
        if (own[0] && strcmp(own, home) != 0)
            return false;
        if (!own[0] && journey->parties[i].party->type == PARTY_PERSON)
            return false;
    }
    for (uint32_t i = 0; i < list->count; i++) {
        if (list->at[i] != journey && is_abroad(story, list->at[i], journey, home))
            return true;
    }
    return false;
}

bool visit_elsewhere(const struct story *story, const struct occasion *occasion,
                     const struct occasion *visit)
{
    const struct spot *spot = visit->placed->place->detail;
    if (visit->kind != KIND_VISIT || !visit->mentions[0]->verb || occasion->party_count < 2 ||
        visit->mentions[0]->sentence <= occasion->mentions[0]->sentence)
        return false;
    for (unsigned i = 0; i < occasion->party_count; i++) {
        const char *country = actor_country(story, occasion->parties[i].party);
        if (!country[0] || strcmp(country, spot->country) == 0)
            return false;
    }
    return true;
}
