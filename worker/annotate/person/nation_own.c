#include <string.h>

#include "annotate/country.h"
#include "annotate/look.h"
#include "annotate/person/gender.h"
#include "annotate/person/nation.h"
#include "annotate/place/spot.h"

/* "Kenya sent its foreign minister X", "le président malien a dépêché son ministre Y": whose
 * minister somebody is, is told by a word before the office. */

/* Whether such an office is one of a state. */
static bool serves_state(const struct party *party)
{
    const bool office = rank_is_head(party->rank) || party->rank == RANK_FOREIGN_MINISTER ||
                        party->rank == RANK_MINISTER || party->rank == RANK_DEPUTY_MINISTER ||
                        party->rank == RANK_DEPUTY_HEAD_OF_GOVERNMENT ||
                        party->rank == RANK_AMBASSADOR || party->rank == RANK_ENVOY;
    return party->type == PARTY_PERSON && office && party->role_count && !party->organization &&
           !party->counterpart;
}

/* Whether the words only say where: "in Lima". */
static bool is_where(const struct document *document, const struct party *party)
{
    const struct annotation *place = look_at(document, party->name_begin, ANNOTATION_PLACE);
    const struct spot *spot = place ? place->detail : NULL;
    return spot && (spot->governor & (CLASS(AT) | CLASS(TO) | CLASS(FROM) | CLASS(OF)));
}

/* Whether a word tells whose the office is: "its president", not "His Excellency the President". */
static bool is_owned(const struct document *document, const struct party *party)
{
    return document_is(document, party->begin, CLASS(POSSESSIVE)) &&
           !look_at(document, party->begin, LEXICON_HONORIFIC) && serves_state(party);
}

/* The state of whom the party may belong to: of a state, or of who holds an office in one. */
static const char *state_of_owner(const struct document *document, const struct people *people,
                                  const struct party *owner)
{
    const struct annotation *told = look_at(document, owner->name_begin, LEXICON_COUNTRY);
    const bool state = owner->type == PARTY_COUNTRY && !owner->plural &&
                       !country_is_self_styled(document, told) && /* "Abkhazia" */
                       !is_where(document, owner);
    if (state)
        return owner->country;
    return owner->type == PARTY_PERSON && rank_is_head(owner->rank) ? people_state(people, owner)
                                                                    : "";
}

/* Whose an office may be: of the state or the holder of an office told last; where the word for it
 * points to no person, of the state that acts first, "Kenya told Togo that its minister", or else
 * of the one told last, be it only where: "in Togo he met its president". */
struct owners {
    const char *any, *thing;
    bool told, acts; /* somebody is told, and a state was the first */
};

static void owners_tell(struct owners *owners, const struct document *document,
                        const struct people *people, const struct party *party)
{
    const char *state = state_of_owner(document, people, party);
    const bool country = party->type == PARTY_COUNTRY && !party->plural;
    owners->any = state[0] ? state : owners->any;
    owners->acts |= country && state[0] && !owners->told;
    if (country && (!owners->acts || !owners->told))
        owners->thing = party->country;
    else if (party->type == PARTY_ORGANIZATION)
        owners->thing = ""; /* "the union and its president" */
    owners->told |= !is_where(document, party);
}

/* Sets the state of who is told as somebody's minister, by whom the sentence names last before. */
static void settle_owned(const struct document *document, struct people *people,
                         const struct sentence *sentence)
{
    const uint64_t bit = KIND_BIT(ANNOTATION_PARTY);
    struct owners owners = {.any = "", .thing = "", .told = false, .acts = false};
    for (uint32_t t = look_next(document, sentence->begin, sentence->end, bit); t < sentence->end;
         t = look_next(document, t + 1, sentence->end, bit)) {
        const struct party_list *list = party_list_at(document, t);
        for (unsigned i = 0; list && i < list->count; i++) {
            struct party *party = list->at[i];
            if (!is_owned(document, party)) {
                owners_tell(&owners, document, people, party);
                continue;
            }
            char *country = party->person ? people->at[party->person].country : party->country;
            const bool thing = gender_is_nobody(document, party->begin);
            const char *owner = thing ? owners.thing : owners.any;
            if (owner[0] && !country[0] && !party->plural)
                memcpy(country, owner, 3);
        }
    }
}

void nation_by_owner(const struct document *document, struct people *people)
{
    for (size_t i = 0; i < document->sentences.count; i++)
        settle_owned(document, people, &document->sentences.at[i]);
}
