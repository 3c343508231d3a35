#include <string.h>

#include "annotate/look.h"
#include "annotate/party/read.h"

/*
 * "Négociations russo-turques", "Sino-Russian talks", "India-Pakistan talks": two states, or more,
 * told in one word beside a word for a meeting.  Beside others ("relations", "frontière") nobody in
 * particular is meant.
 */

enum { WORDS_BETWEEN = 1 }; /* "le prochain sommet annuel franco-italien" */

static const struct annotation *demonym_at(const struct reader *reader, uint32_t token, bool prefix)
{
    if (token >= reader->end || !look_maybe(reader->document, token, LEXICON_DEMONYM))
        return NULL;
    for (const struct annotation *a = reader->document->first[token]; a; a = a->next) {
        if (a->kind == LEXICON_DEMONYM && a->end <= reader->end && (a->tag == TAG_PREFIX) == prefix)
            return a;
    }
    return NULL;
}

static bool is_beside_meeting(const struct reader *reader, uint32_t begin, uint32_t end)
{
    enum { NOUN_MAX = 4 };
    for (uint32_t back = 1; back <= NOUN_MAX + WORDS_BETWEEN && back <= begin; back++) {
        const struct annotation *noun = look_at(reader->document, begin - back, LEXICON_MEETNOUN);
        if (noun && noun->end <= begin && begin - noun->end <= WORDS_BETWEEN)
            return true;
    }
    const bool headed = end < reader->end && look_mark(reader->document, end, ':');
    const uint32_t last = end + WORDS_BETWEEN + 3u * headed; /* "Chili-Pérou : un 3e sommet" */
    for (uint32_t t = end; t <= last; t++) {
        if (reader_look(reader, t, LEXICON_MEETNOUN))
            return true;
    }
    return false;
}

static bool keep_side(struct reader *reader, const struct annotation *side,
                      struct party **ret_party)
{
    reader->party = (struct party){.begin = side->begin};
    if (side->kind == LEXICON_ORGANIZATION)
        reader_body(reader, side);
    else
        reader_state(reader, side, side->kind == LEXICON_CITY);
    reader->party.end = side->end;
    struct party *party = ARENA_ARRAY(reader->document->arena, struct party, 1);
    if (!party) {
        reader->document->memory_out = true;
        return false;
    }
    *party = reader->party;
    *ret_party = party;
    return party->country[0] || party->type == PARTY_ORGANIZATION;
}

/* "russo-turque", "Russian-Turkish": the first of two peoples that a hyphen joins, or NULL. */
static const struct annotation *first_people(const struct reader *reader)
{
    const struct annotation *prefix = demonym_at(reader, reader->at, true);
    const struct annotation *people = prefix ? NULL : demonym_at(reader, reader->at, false);
    const bool joined = people && look_flag(reader->document, people->end, TOKEN_HYPHEN) &&
                        demonym_at(reader, people->end, false);
    return joined ? people : prefix;
}

/* A state at token, the capital that stands for it or a body; or NULL. */
static const struct annotation *side_at(const struct reader *reader, uint32_t token)
{
    const struct annotation *state = reader_look(reader, token, LEXICON_COUNTRY);
    const struct annotation *city = state ? NULL : reader_look(reader, token, LEXICON_CITY);
    const struct annotation *body = reader_look(reader, token, LEXICON_ORGANIZATION);
    if (!state && city && look_lexeme(reader->document, city)->stands[0])
        state = city;
    return state && !(body && body->end > state->end) ? state : body;
}

/* "US/China", "US - China": whether a mark joins one side to another. */
static bool is_link(const struct reader *reader, uint32_t token)
{
    const struct str mark = document_text(reader->document, token, token + 1);
    return look_flag(reader->document, token, TOKEN_PUNCT) &&
           (str_equal(mark, STR("/")) || str_equal(mark, STR("-")) ||
            str_equal(mark, STR("\u2013")));
}

/* Where the side may begin that a mark joins to the one that ends at token. */
static uint32_t behind_link(const struct reader *reader, uint32_t token)
{
    return token + (token < reader->end && is_link(reader, token));
}

/* "India-Pakistan", "EU-Kenya": the side that a hyphen joins to the first, or NULL. */
static const struct annotation *other_side(const struct reader *reader,
                                           const struct annotation *first)
{
    const struct annotation *second = side_at(reader, behind_link(reader, first->end));
    const bool bodies =
        second && first->kind == LEXICON_ORGANIZATION && second->kind == LEXICON_ORGANIZATION;
    return bodies ? NULL : second;
}

/* Whether a hyphen or a mark joins the side to what stands before it. */
static bool is_joined(const struct reader *reader, const struct annotation *side)
{
    return side && (look_flag(reader->document, side->begin, TOKEN_HYPHEN) ||
                    is_link(reader, side->begin - 1));
}

/* "the two Koreas", "North and South Korea": each of the states that one name means. */
static unsigned read_namesakes(struct reader *reader, struct party **members, uint32_t *ret_end)
{
    enum { STATES_MAX = 2 };
    const uint32_t token = reader_skip(reader, reader->at, CLASS(DETERMINER));
    const struct annotation *first = reader_look(reader, token, LEXICON_COUNTRY);
    unsigned count = 0;
    if (!first || first->tag != TAG_PLUR)
        return 0;
    for (const struct annotation *a = first; a && count < STATES_MAX; a = a->next) {
        if (a->kind != LEXICON_COUNTRY || a->end != first->end)
            continue;
        reader->party = (struct party){.begin = reader->at};
        reader_state(reader, a, false);
        memcpy(reader->party.country, look_lexeme(reader->document, a)->country, 3);
        reader->party.end = a->end;
        struct party *party = ARENA_ARRAY(reader->document->arena, struct party, 1);
        if (!party) {
            reader->document->memory_out = true;
            return 0;
        }
        *party = reader->party;
        members[count++] = party;
    }
    *ret_end = first->end;
    return count == STATES_MAX ? count : 0;
}

/* Whether a people, a state, a capital or a body may stand where reading does: cheap. */
static bool may_pair(const struct reader *reader, uint32_t bare)
{
    static const uint64_t sides =
        KIND_BIT(LEXICON_COUNTRY) | KIND_BIT(LEXICON_CITY) | KIND_BIT(LEXICON_ORGANIZATION);
    return look_any(reader->document, bare, sides) ||
           look_maybe(reader->document, reader->at, LEXICON_DEMONYM);
}

unsigned reader_pair(struct reader *reader, struct party **members, uint32_t *ret_end)
{
    enum { SIDES_MAX = 5 };
    const uint32_t bare = reader_skip(reader, reader->at, CLASS(DETERMINER));
    if (!may_pair(reader, bare))
        return 0;
    const struct annotation *sides[SIDES_MAX] = {first_people(reader)};
    const unsigned namesakes = read_namesakes(reader, members, ret_end);
    if (namesakes)
        return namesakes;
    const bool adjective = sides[0];
    if (!adjective)
        sides[0] = side_at(reader, bare);
    if (!sides[0])
        return 0;
    sides[1] = adjective ? demonym_at(reader, sides[0]->end, false) : other_side(reader, sides[0]);
    unsigned count = 1;
    while (count < SIDES_MAX && is_joined(reader, sides[count])) {
        count++;
        if (count < SIDES_MAX)
            sides[count] =
                adjective ? NULL : side_at(reader, behind_link(reader, sides[count - 1]->end));
    }
    if (count < 2 || !is_beside_meeting(reader, sides[0]->begin, sides[count - 1]->end))
        return 0;
    for (unsigned i = 0; i < count; i++) {
        if (!keep_side(reader, sides[i], &members[i]))
            return 0;
    }
    *ret_end = sides[count - 1]->end;
    return count;
}
