#include "meeting/find/name.h"

#include <string.h>

#include "annotate/look.h"
#include "meeting/find/when.h"

/* Whether a city there is where the meeting is: before the word for it, or behind "of" or "in"; not
 * "une conférence sur Lyméa", "consacrée à Lyméa". */
static bool is_seat(const struct finder *finder, const struct annotation *noun,
                    const struct annotation *place)
{
    const uint64_t inside = CLASS(OF) | CLASS(AT);
    const uint64_t governor = ((const struct spot *)place->detail)->governor;
    if (place->begin > noun->end && town_of_outcome(finder->document, place->begin))
        return false; /* "le suivi des accords de Lyméa" */
    return place->begin <= noun->end || document_is(finder->document, place->begin, inside) ||
           ((governor & inside) && !(governor & CLASS(ABOUT)));
}

void name_place(const struct finder *finder, const struct annotation *noun, struct mention *mention)
{
    for (uint32_t t = mention->label.name.begin; t < mention->label.name.end; t++) {
        const struct annotation *place = look_at(finder->document, t, ANNOTATION_PLACE);
        const struct spot *spot = place ? place->detail : NULL;
        if (spot && (spot->city || look_at(finder->document, t, LEXICON_CITY)) &&
            (!mention->place || mention->place->end <= mention->label.name.begin) &&
            is_seat(finder, noun, place) &&
            !look_flag(finder->document, place->begin, TOKEN_HYPHEN) && /* "Lima-Quito talks" */
            !look_flag(finder->document, place->end < mention->label.name.end ? place->end : t,
                       TOKEN_HYPHEN))
            mention->place = place;
    }
}

/* "les pourparlers de Nairobi": the town after which talks are called is where they are; not that
 * of a state, "les négociations de Londres avec Lima". */
void name_town(const struct finder *finder, uint32_t noun, struct mention *mention)
{
    const struct document *document = finder->document;
    const struct label *label = &mention->label;
    const uint32_t before = clause_preposition(&finder->clause, noun);
    const uint32_t of = mention->trigger.end;
    const struct annotation *place =
        document_is(document, of, CLASS(OF)) ? look_at(document, of + 1, ANNOTATION_PLACE) : NULL;
    const struct spot *spot = place ? place->detail : NULL;
    if (spot && spot->city && label->plural && label->definite && !mention->place &&
        (mention->kind == KIND_TALKS || mention->kind == KIND_NEGOTIATION) &&
        document_is(document, label->words.begin - 1, CLASS(DETERMINER)) && /* no "offre de" */
        !clause_is_frame(&finder->clause, before) && label->name.end <= label->name.begin &&
        !look_at(document, place->end, LEXICON_WITH) &&
        !look_flag(document, place->end, TOKEN_HYPHEN))
        mention->place = place;
}

/* "Lors de la rencontre Mali-Sénégal, le ministre A a dit": whether those told are fewer than the
 * two whom a name can tell. */
static bool lacks_side(const struct mention *mention)
{
    unsigned sides = 0;
    for (unsigned i = 0; i < mention->party_count; i++)
        sides += mention->parties[i].party->type != PARTY_GROUP;
    return sides < 2;
}

/* Whether the only party is the state told before: "China put off the EU-China summit". */
static bool is_state_of(const struct mention *mention, const struct party *party)
{
    const struct party *told = mention->party_count ? mention->parties[0].party : NULL;
    return told && told->type == PARTY_COUNTRY && party->type == PARTY_COUNTRY &&
           strcmp(told->country, party->country) == 0;
}

/* "Kenya, Peru trade talks": takes the two with whom the name begins. */
static void name_pair(const struct finder *finder, struct mention *mention)
{
    const struct document *document = finder->document;
    const struct annotation *one = look_at(document, mention->label.name.begin, ANNOTATION_PARTY);
    const struct annotation *other =
        one && one->end < mention->label.name.end && !look_flag(document, one->end, TOKEN_HYPHEN)
            ? look_at(document, one->end + 1, ANNOTATION_PARTY)
            : NULL;
    if (!other || other->end >= mention->label.name.end ||
        look_flag(document, one->end, TOKEN_WORD))
        return;
    if (mention->party_count && mention->parties[0].party->type == PARTY_COUNTRY)
        mention->party_count = 0; /* "Kenya put off the Kenya, Peru talks" */
    mention->parties[mention->party_count++] =
        (struct slot){party_members(one)->at[0], PART_ATTENDEE};
    mention->parties[mention->party_count++] =
        (struct slot){party_members(other)->at[0], PART_ATTENDEE};
}

static void name_members(const struct finder *finder, struct mention *mention)
{
    uint32_t t = mention->label.name.begin;
    t -= t > 0 && document_is(finder->document, t - 1, CLASS(DETERMINER)); /* "the A and B" */
    for (; t < mention->label.name.end; t++) {
        const struct annotation *annotation = look_at(finder->document, t, ANNOTATION_PARTY);
        if (!annotation || party_members(annotation)->count < 2 ||
            annotation->end > mention->label.name.end)
            continue;
        for (unsigned i = 0; i < party_members(annotation)->count; i++) {
            if (mention->party_count < MENTION_PARTIES &&
                !is_state_of(mention, party_members(annotation)->at[i]))
                mention->parties[mention->party_count++] =
                    (struct slot){party_members(annotation)->at[i], PART_ATTENDEE};
        }
        return;
    }
}

void name_parties(const struct finder *finder, struct mention *mention)
{
    if (!lacks_side(mention))
        return;
    name_members(finder, mention);
    if (mention->party_count < 2)
        name_pair(finder, mention);
}
