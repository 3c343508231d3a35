#include <string.h>

#include "annotate/home.h"
#include "annotate/look.h"
#include "meeting/inherit.h"

/*
 * Where a meeting is that tells no place: with its host; at home, if all who meet are of the
 * article's own state; and in which town of its country, if the text has just spoken of one.
 */

static const char *country_told(const struct story *story, const struct party *party)
{
    return party->person ? story->people.at[party->person].country : party->country;
}

/* Where the words of a party place the occasion: in its country. */
static void place_with(const struct story *story, struct occasion *occasion,
                       const struct party *party)
{
    struct mention *carrier = ARENA_ARRAY(story->document->arena, struct mention, 1);
    struct annotation *words = ARENA_ARRAY(story->document->arena, struct annotation, 1);
    struct spot *spot = ARENA_ARRAY(story->document->arena, struct spot, 1);
    if (!carrier || !words || !spot) {
        story->document->memory_out = true;
        return;
    }
    *spot = (struct spot){.begin = party->begin, .end = party->end};
    memcpy(spot->country, country_told(story, party), 3);
    *words =
        (struct annotation){.kind = ANNOTATION_PARTY, .begin = party->begin, .end = party->end};
    words->detail = spot;
    carrier->place = words;
    occasion->placed = carrier;
}

static bool place_at_host(const struct story *story, struct occasion *occasion)
{
    for (unsigned i = 0; i < occasion->party_count; i++) {
        const struct slot *slot = &occasion->parties[i];
        if (slot->part != PART_HOST || !country_told(story, slot->party)[0])
            continue;
        place_with(story, occasion, slot->party);
        occasion->at_host = true;
        return true;
    }
    return false;
}

static bool is_public(enum rank rank)
{
    return rank != RANK_NONE && rank != RANK_EXECUTIVE && rank != RANK_AMBASSADOR &&
           rank != RANK_ENVOY;
}

/* The party whose state all are of, or NULL: of one state and in office there. */
static const struct party *of_one_state(const struct story *story, const struct occasion *occasion)
{
    const struct party *found = NULL;
    bool office = false;
    for (unsigned i = 0; i < occasion->party_count; i++) {
        const struct party *party = occasion->parties[i].party;
        const char *country = country_told(story, party);
        if (!country[0])
            continue;
        if (found && strcmp(country_told(story, found), country) != 0)
            return NULL;
        office |= party->type == PARTY_PERSON &&
                  is_public(party->person ? story->people.at[party->person].rank : party->rank);
        found = party;
    }
    return office ? found : NULL;
}

static void place_at_home(const struct story *story, struct occasion *occasion, const char *home)
{
    const struct party *party = of_one_state(story, occasion);
    if (party && strcmp(country_told(story, party), home) == 0)
        place_with(story, occasion, party);
}

/* A town of that country that the sentence places something in, or NULL. */
static const struct annotation *town_of(const struct document *document,
                                        const struct sentence *sentence, const char *country)
{
    for (uint32_t t = sentence->begin; t < sentence->end; t++) {
        const struct annotation *place = look_at(document, t, ANNOTATION_PLACE);
        const struct spot *spot = place ? place->detail : NULL;
        if (spot && spot->city && (spot->governor & CLASS(AT)) &&
            strcmp(spot->country, country) == 0)
            return place;
    }
    return NULL;
}

/* "est arrivé en Arménie", under a headline that says "à Erevan". */
static void place_in_town(const struct story *story, struct occasion *occasion)
{
    const struct document *document = story->document;
    const struct spot *spot = occasion->placed->place->detail;
    const struct annotation *town = NULL;
    for (unsigned i = 0; i < occasion->mention_count && !town; i++)
        town = town_of(document, &document->sentences.at[occasion->mentions[i]->sentence],
                       spot->country);
    if (!town && document->sentences.count && (document->sentences.at[0].flags & SENTENCE_TITLE))
        town = town_of(document, &document->sentences.at[0], spot->country);
    struct mention *carrier = town ? ARENA_ARRAY(document->arena, struct mention, 1) : NULL;
    if (!carrier)
        return;
    carrier->place = town;
    occasion->placed = carrier;
}

void places_at_home(const struct story *story, struct occasion_list *occasions)
{
    char home[3] = "";
    const struct home counted = home_count(story->document);
    home_country(&counted, home);
    for (uint32_t i = 0; i < occasions->count; i++) {
        struct occasion *occasion = occasions->at[i];
        const bool planned =
            status_has_begun(occasion->status) || occasion->status == STATUS_SCHEDULED;
        if (occasion->kind == KIND_CALL || occasion->mode == MODE_PHONE ||
            occasion->mode == MODE_VIDEO || !planned)
            continue;
        if (!occasion->placed && !place_at_host(story, occasion) && occasion->kind != KIND_VISIT)
            place_at_home(story, occasion, home);
        const struct spot *spot = occasion->placed ? occasion->placed->place->detail : NULL;
        if (spot && !spot->city && spot->country[0])
            place_in_town(story, occasion);
    }
}
