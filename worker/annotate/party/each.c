#include "annotate/country.h"
#include "annotate/look.h"
#include "annotate/party/read.h"
#include "annotate/party/title_compare.h"

/* One party that was read as those for whom it stands: each of the ministers of two states. */

/* Copies the party that was read into the arena, its end at what was read. */
static struct party *party_keep(struct reader *reader)
{
    struct party *party = ARENA_ROOM(reader->document->arena, struct party, 1);
    if (!party) {
        reader->document->memory_out = true;
        return NULL;
    }
    *party = reader->party;
    party->end = reader->at;
    return party;
}

/* The words from begin to the title's end that name the state of that code, or NULL. */
static const struct annotation *state_in(const struct document *document, uint32_t begin,
                                         const struct role *role, const char *country)
{
    static const uint16_t kinds[] = {LEXICON_COUNTRY, LEXICON_DEMONYM};
    for (uint32_t t = begin; t < role->end; t++) {
        for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
            const struct annotation *state = look_at(document, t, kinds[i]);
            if (state && country_can_be(document, state, country))
                return state;
        }
    }
    return NULL;
}

void party_stand_for(struct party *party, const struct annotation *state)
{
    party->type = PARTY_COUNTRY;
    party->name_begin = state->begin;
    party->name_end = state->end;
    party->role_count = 0;
    party->rank = RANK_NONE;
    party->plural = true; /* "avec des envoyés du Tchad" */
    party->state = NULL;
}

/* "délégués du | gouvernement togolais": the body in the title that its state tells whose it is,
 * else the state. */
static const struct annotation *body_of(const struct reader *reader, const struct role *role,
                                        const struct annotation *state)
{
    for (uint32_t t = role->begin; t <= state->begin; t++) {
        const struct annotation *body = reader_look(reader, t, ANNOTATION_ORG);
        if (body && body->end >= state->end)
            return body;
    }
    return state;
}

/* "des envoyés du Tchad", "les dirigeants de A et de B": nobody in particular stands for each
 * state; "the leaders of A and B, X and Y" are told by name. */
static void party_become_state(const struct reader *reader, const struct role *role,
                               struct party *party)
{
    const struct annotation *state = state_in(reader->document, party->begin, role, party->country);
    uint32_t behind = reader->at + reader_comma(reader, reader->at);
    while (reader_dash(reader, behind)) /* "the leaders of A and B -- X and Y --" */
        behind++;
    if (!state || (role->rank != RANK_ENVOY && role->rank != RANK_OFFICIAL) ||
        reader_look(reader, behind, ANNOTATION_NAME))
        return;
    if (role->leader && role->country_count == 2 && state->kind == LEXICON_DEMONYM)
        party->state = state; /* unless the story names its leader */
    else
        party_stand_for(party, body_of(reader, role, state));
}

/* What stands between a title and its state. */
#define STATE_WORDS (READER_ARTICLES | CLASS(OF) | CLASS(FROM))

/* Where the states begin with which the title ends, "ministres de la Défense | du Togo et du
 * Ghana"; its end when it does not. */
static uint32_t states_begin(const struct reader *reader, const struct role *role)
{
    const struct document *document = reader->document;
    uint32_t begin = role->end;
    for (uint32_t t = role->begin + 1; t < role->end;) {
        const struct annotation *state = look_at(document, t, LEXICON_COUNTRY);
        if (!state)
            state = look_at(document, t, LEXICON_DEMONYM);
        if (state) {
            begin = begin < t ? begin : t;
            t = state->end;
        } else if (reader_comma(reader, t) || reader_is(reader, t, STATE_WORDS | CLASS(AND))) {
            t++;
        } else {
            begin = role->end;
            t++;
        }
    }
    while (begin > role->begin && reader_is(reader, begin - 1, STATE_WORDS))
        begin--;
    return begin;
}

/* Whether each state is told by words that can stand behind the title alone: "serbe", "du Togo",
 * not "of Peru and Chile". */
static bool has_own_words(const struct reader *reader, const struct role *role)
{
    for (unsigned i = 0; i < role->country_count; i++) {
        const struct annotation *own =
            state_in(reader->document, role->begin, role, role->countries[i]);
        if (!own || (own->kind != LEXICON_DEMONYM &&
                     !reader_is(reader, own->begin - 1, READER_ARTICLES | CLASS(OF))))
            return false;
    }
    return true;
}

/* The title as that of each: without the states of all, with the words for his own if those can
 * stand alone, or if without them it has one word: "presidents of Peru". */
static const struct role *title_of_each(const struct reader *reader, const struct role *role,
                                        const char *country)
{
    const uint32_t end = states_begin(reader, role);
    const struct annotation *own = state_in(reader->document, role->begin, role, country);
    struct role *bare = ARENA_ARRAY(reader->document->arena, struct role, 1);
    if (!bare) {
        reader->document->memory_out = true;
        return role;
    }
    *bare = *role;
    bare->end = end;
    if (!own || own->begin < end)
        return bare;
    uint32_t begin = own->begin;
    if (has_own_words(reader, role)) {
        while (begin > end && reader_is(reader, begin - 1, STATE_WORDS))
            begin--;
    } else if (end == role->begin + 1) {
        bare->end = reader_skip(reader, end, STATE_WORDS); /* "presidents of | Peru and Chile" */
    } else {
        return bare;
    }
    if (begin > bare->end) {
        bare->own_begin = begin;
        bare->own_end = own->end;
    } else {
        bare->end = own->end;
    }
    return bare;
}

/* Whether another state, or the last of a list, stands behind a comma or "and" at token. */
static bool is_listed(const struct reader *reader, uint32_t token)
{
    const uint32_t joint = reader_skip(reader, token + reader_comma(reader, token), CLASS(AND));
    const uint32_t bare = reader_skip(reader, joint, READER_ARTICLES);
    return joint > token && reader_look(reader, bare, LEXICON_COUNTRY);
}

/* Whether people told by an office that one state has stand for it: those whom it sent, and "the
 * leaders of Norway" beside another state. */
static bool stands_for_one(const struct reader *reader, const struct role *role)
{
    const struct party *party = &reader->party;
    return role && role->plural && role->country_count == 1 && !role->organization &&
           !title_tells_whose(reader->document, role) && party->name_begin == party->name_end &&
           (role->rank == RANK_ENVOY ||
            (role->rank == RANK_OFFICIAL && is_listed(reader, reader->at)));
}

/* "les présidents serbe et azerbaïdjanais": one person for each country of a plural office. */
unsigned party_each(struct reader *reader, struct party **members, unsigned count)
{
    const struct role *role = reader->party.role_count ? reader->party.roles[0] : NULL;
    const bool several = role && role->plural && role->country_count > 1 &&
                         reader->party.name_begin == reader->party.name_end;
    const unsigned times = several ? role->country_count : 1;
    for (unsigned i = 0; i < times && count < PARTY_MEMBERS; i++) {
        struct party *party = party_keep(reader);
        if (!party)
            break;
        if (several) {
            memcpy(party->country, role->countries[i], 3);
            party->plural = false;
            party->roles[0] = title_of_each(reader, role, role->countries[i]);
            party_become_state(reader, role, party);
        } else if (stands_for_one(reader, role)) {
            party_become_state(reader, role, party);
        }
        members[count++] = party;
    }
    return count;
}
