#include "annotate/look.h"
#include "annotate/party/read.h"

/* The title that stands behind whose it is: "Norway's finance minister". */

/* clang-format off: one kind a line */
#define OWNER_MAP(X)        \
    X(LEXICON_COUNTRY)      \
    X(LEXICON_DEMONYM)      \
    X(LEXICON_ORGANIZATION) \
    X(ANNOTATION_ORG)       \
    X(LEXICON_INSTITUTION)  \
    X(LEXICON_CITY)         \
    X(LEXICON_REGION)       \
    X(LEXICON_GROUPNOUN)
/* clang-format on */

/* "Kenyan", or "Kenya" of a headline. */
static const struct annotation *state_at(const struct reader *reader, uint32_t token)
{
    const struct annotation *demonym = reader_look(reader, token, LEXICON_DEMONYM);
    return demonym ? demonym : reader_look(reader, token, LEXICON_COUNTRY);
}

/* "the French, Swiss and German ministers": the office behind the states that share it, or NULL. */
static const struct annotation *shared_office(const struct reader *reader, uint32_t token)
{
    unsigned states = 0;
    const struct annotation *state;
    while ((state = state_at(reader, token))) {
        states++;
        token = state->end;
        const uint32_t joint = reader_skip(reader, token + reader_comma(reader, token), CLASS(AND));
        if (!state_at(reader, joint))
            break;
        token = joint;
    }
    const struct annotation *role = states > 1 ? reader_look(reader, token, ANNOTATION_ROLE) : NULL;
    return role && ((const struct role *)role->detail)->country_count == states ? role : NULL;
}

const struct annotation *reader_owned(const struct reader *reader, uint32_t token)
{
    static const uint16_t owners[] = {OWNER_MAP(KIND_ITEM)};
    static const uint64_t bits = 0 OWNER_MAP(KIND_OR_BIT);
    if (token >= reader->end || !look_any(reader->document, token, bits))
        return NULL;
    const struct annotation *shared = shared_office(reader, token);
    if (shared)
        return shared;
    for (size_t i = 0; i < sizeof owners / sizeof *owners; i++) {
        const struct annotation *owner = reader_look(reader, token, owners[i]);
        const bool town = owners[i] == LEXICON_CITY || owners[i] == LEXICON_REGION;
        const bool group = owners[i] == LEXICON_GROUPNOUN; /* "the Greens' leader X" */
        if (!owner || (group && (owner->tag != TAG_PLUR || !reader_behind_owner(reader, owner))) ||
            (town && !(token > 0 && document_is(reader->document, token - 1, READER_ARTICLES))))
            continue;                                        /* "in Lima President X said" */
        uint32_t t = reader_behind_word(reader, owner->end); /* "the Republic of X (RX)" */
        t += t < reader->end && (group || look_clitic(reader->document, t));
        const struct annotation *role = reader_look(reader, t, ANNOTATION_ROLE);
        if (role)
            return role;
    }
    return NULL;
}

const struct annotation *reader_owned_small(const struct reader *reader, uint32_t token)
{
    const bool owner = token + 2 < reader->end && look_flag(reader->document, token, TOKEN_WORD) &&
                       !look_flag(reader->document, token, TOKEN_CAPITAL) &&
                       look_clitic(reader->document, token + 1);
    return owner ? reader_look(reader, token + 2, ANNOTATION_ROLE) : NULL;
}

void reader_take_owned_small(struct reader *reader, const struct annotation *office)
{
    const struct role *told = office->detail;
    struct role *role = told ? ARENA_ARRAY(reader->document->arena, struct role, 1) : NULL;
    if (!role) {
        reader->document->memory_out |= told != NULL;
        return;
    }
    const uint32_t owner = office->begin - 2;
    const bool body =
        reader_look(reader, owner, LEXICON_ORGNOUN) || reader_look(reader, owner, LEXICON_ORGHEAD);
    *role = *told;
    if (body && role->rank == RANK_HEAD_OF_STATE) /* not "the country's president" */
        role->rank = RANK_OFFICIAL;
    party_take_role(&reader->party, role);
}
