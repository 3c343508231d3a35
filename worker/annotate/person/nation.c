#include "annotate/person/nation.h"

#include "annotate/look.h"
#include "annotate/person/home.h"
#include "annotate/person/premier.h"
#include "annotate/role/role.h"

enum { CODE_STEP = 3 }; /* "PK GG": each code of a list with the space behind it */

/* Of namesakes who serve different states, whom the article means: the one whose state it names;
 * NULL when it names none of them, or two alike. */
static const char *state_of(const struct document *document, const struct annotation *figure)
{
    const char *best = NULL;
    unsigned most = 0, rivals = 0;
    struct home home;
    for (const struct annotation *a = figure; a; a = a->next) {
        if (a->kind != LEXICON_FIGURE || a->end != figure->end)
            continue;
        const char *code = look_lexeme(document, a)->country;
        if (!best) {
            best = code;
            continue;
        }
        if (rivals++ == 0) {
            home = home_count(document);
            most = home_times(&home, best);
        }
        const unsigned times = home_times(&home, code);
        if (times == most)
            best = "";
        if (times <= most)
            continue;
        most = times;
        best = code;
    }
    return rivals && most == 0 ? NULL : best;
}

/* Whether the person's office is in a body that serves no single state. */
static bool is_abroad(const struct document *document, const struct person *person)
{
    return person->titled && person->titled->organization &&
           !role_serves_state(document, person->titled->organization, true);
}

void nation_by_name(const struct document *document, struct people *people)
{
    for (uint16_t i = 1; i < people->count; i++) {
        struct person *person = &people->at[i];
        if (person->country[0] || person->stateless || !person->figure ||
            is_abroad(document, person))
            continue;
        const char *code = state_of(document, person->figure);
        if (!code)
            continue;
        if (code[0])
            memcpy(person->country, code, 3);
        person->stateless = !code[0];
    }
}

static bool is_public_office(enum rank rank)
{
    return rank != RANK_NONE && rank != RANK_EXECUTIVE && rank != RANK_AMBASSADOR &&
           rank != RANK_ENVOY && rank != RANK_OFFICIAL;
}

/* The article's own states, for each rank: asked for once. */
struct homes {
    struct home counted;
    bool passing; /* the state is named in passing, and the towns confirm it */
    bool towns;   /* no state is named: the towns alone tell it */
    const struct people *people;
    struct of_rank {
        char state[3];
        bool known;
    } of[2][RANK_COUNT]; /* the second: where nobody else holds the office */
};

/* Whether one alone has an office of that rank in a state, and not one of a field. */
static bool is_held_by_one(enum rank rank)
{
    return rank == RANK_HEAD_OF_STATE || rank == RANK_HEAD_OF_GOVERNMENT ||
           rank == RANK_FOREIGN_MINISTER;
}

/* The article's own country for an office of that rank: not one that has none, nor where somebody
 * else holds it, if one alone can. */
static const char *home_of_rank(struct homes *homes, enum rank rank, bool one)
{
    struct of_rank *own = &homes->of[one][rank];
    if (own->known)
        return own->state;
    struct home home = homes->counted;
    for (uint16_t i = 1; one && i < homes->people->count; i++) {
        if (homes->people->at[i].rank == rank && homes->people->at[i].country[0])
            home_exclude(&home, homes->people->at[i].country);
    }
    home_country(&home, own->state);
    if (rank == RANK_HEAD_OF_GOVERNMENT && premier_exclude(&home, own->state))
        home_country(&home, own->state);
    own->known = true;
    return own->state;
}

/* "the foreign secretary" in a story from India: of the states that have an office of that name the
 * one that the article names most, or "". */
static const char *state_sharing(const struct homes *homes, const struct party *titled)
{
    const char *best = titled->presumed;
    unsigned most = home_times(&homes->counted, best);
    bool shared = false;
    for (unsigned i = 0; i < titled->role_count; i++) {
        const struct str codes = titled->roles[i]->shared;
        for (size_t at = 0; at + 1 < codes.len; at += CODE_STEP) {
            const unsigned times = home_times(&homes->counted, codes.at + at);
            best = times > most ? codes.at + at : best;
            most = times > most ? times : most;
            shared = true;
        }
    }
    return shared && most > 0 ? best : "";
}

/* "the foreign minister" in a story from Washington: whether the state has no office so called. */
static bool is_unknown_in(const struct party *titled, const char *state)
{
    for (unsigned i = 0; titled && i < titled->role_count; i++) {
        const struct str codes = titled->roles[i]->unknown;
        for (size_t at = 0; at + 1 < codes.len; at += CODE_STEP) {
            if (memcmp(codes.at + at, state, 2) == 0)
                return true;
        }
    }
    return false;
}

/* Whether it is told which other states have an office of that name. */
static bool is_listed(const struct party *titled)
{
    for (unsigned i = 0; i < titled->role_count; i++) {
        if (titled->roles[i]->shared.len > 0)
            return true;
    }
    return false;
}

/* The state that alone has such an office, unless the article is at home in another one and never
 * speaks of it, or names another one more that has it too. */
static const char *presumed_state(struct homes *homes, enum rank rank, const struct party *titled)
{
    const char *presumed = titled ? titled->presumed : NULL;
    if (!presumed || rank == RANK_HEAD_OF_STATE) /* there is one pope */
        return presumed ? presumed : "";
    const char *sharing = state_sharing(homes, titled);
    if (sharing[0])
        return sharing;
    if (homes->passing || is_listed(titled))
        return presumed;
    const char *home =
        is_public_office(rank) ? home_of_rank(homes, rank, rank != RANK_LEGISLATOR) : "";
    const bool here = home[0] && home_times(&homes->counted, presumed) == 0;
    return here && !is_unknown_in(titled, home) ? home : presumed;
}

static bool is_unsettled(const struct party *titled)
{
    for (unsigned i = 0; titled && i < titled->role_count; i++) {
        if (titled->roles[i]->unsettled)
            return true;
    }
    return false;
}

/* Whether the sentence of the party tells of a delegation, who may be of any state. */
static bool is_among_sent(const struct document *document, const struct party *party)
{
    const struct sentence *sentence =
        &document->sentences.at[document_sentence(document, party->begin)];
    return look_within(document, sentence->begin, sentence->end, LEXICON_DELEGATION);
}

/* Whether such a body is a state's: its government; the central bank, the army or the court, where
 * the article names a state. */
static bool is_of_state(const struct homes *homes, enum body body)
{
    return BODY_GOVERNS(body) || (!homes->towns && (body == BODY_CENTRALBANK ||
                                                    body == BODY_COURT || body == BODY_MILITARY));
}

/* "directeur de cabinet à la Présidence", "secrétaire général du ministère": whether a title tells
 * that its holder serves a government, of whatever state. */
static bool is_of_government(const struct document *document, const struct homes *homes,
                             const struct party *titled)
{
    const bool official = titled && titled->rank == RANK_OFFICIAL && titled->role_count &&
                          !is_among_sent(document, titled);
    bool governs = false;
    for (uint32_t t = official ? titled->roles[0]->begin : 0; official && t < titled->roles[0]->end;
         t++) {
        const struct annotation *head = look_at(document, t, LEXICON_ORGHEAD);
        governs |= head && is_of_state(homes, look_lexeme(document, head)->body);
        if (look_at(document, t, LEXICON_COUNTRY) || look_at(document, t, LEXICON_DEMONYM))
            return false; /* "adviser to the US government" */
    }
    return governs;
}

/* "Parliament Speaker X": whether the body is a parliament, of whatever state. */
static bool is_of_parliament(const struct document *document, const struct party *titled)
{
    const struct capture *head = look_capture(titled->organization, CAPTURE_ORGANIZATION);
    const struct annotation *known = head ? head->annotation : NULL;
    return known && known->kind == LEXICON_ORGHEAD &&
           look_lexeme(document, known)->body == BODY_PARLIAMENT;
}

static void settle(const struct document *document, struct homes *homes, enum rank rank,
                   const struct party *titled, char country[3])
{
    const char *state = presumed_state(homes, rank, titled);
    const bool office = is_public_office(rank) &&
                        !(titled && titled->organization && !is_of_parliament(document, titled));
    if (!state[0] && (office || is_of_government(document, homes, titled)) &&
        !is_unsettled(titled)) {
        const bool bare = titled && titled->role_count && titled->roles[0]->vague; /* "ministre" */
        state = home_of_rank(homes, rank, bare || is_held_by_one(rank));
        state = state[0] && is_unknown_in(titled, state) ? "" : state;
    }
    if (state[0]) {
        memcpy(country, state, 2);
        country[2] = '\0';
    }
}

static bool is_office_alone(const struct party *party)
{
    return party->type == PARTY_PERSON && party->person == 0 && party->role_count &&
           party->name_end == party->name_begin && !party->counterpart && !party->plural;
}

/* "the Federal Government" without a state: the article's own. */
static void settle_government(const struct document *document, struct homes *homes,
                              struct party *party)
{
    const struct capture *head = party->type == PARTY_ORGANIZATION && party->organization
                                     ? look_capture(party->organization, CAPTURE_ORGANIZATION)
                                     : NULL;
    if (!head || !head->annotation || head->annotation->end != party->organization->end ||
        party->country[0] || !BODY_GOVERNS(look_lexeme(document, head->annotation)->body))
        return;
    char home[3];
    home_country(&homes->counted, home);
    if (!home[0])
        return;
    memcpy(party->country, home, 3);
    party->type = PARTY_COUNTRY;
}

/* "The President called Prime Minister X of Norway": whether the sentence tells the state of the
 * office as that of somebody else. */
static bool is_of_other(const struct document *document, const struct party *office)
{
    const struct sentence *sentence =
        &document->sentences.at[document_sentence(document, office->begin)];
    for (uint32_t t = office->end; t < sentence->end; t++) {
        const struct party_list *list = party_list_at(document, t);
        for (unsigned i = 0; list && i < list->count; i++) {
            const struct party *other = list->at[i];
            if (other != office && other->type == PARTY_PERSON && other->role_count &&
                other->name_end > other->name_begin && strcmp(other->country, office->country) == 0)
                return true;
        }
    }
    return false;
}

/* "the president and his wife X": she is of his state. */
static void settle_companion(struct people *people, const struct party *before,
                             const struct party *party)
{
    struct person *person = &people->at[party->person];
    if (party->companion && party->person && before->person && !person->country[0] &&
        !person->stateless)
        memcpy(person->country, people->at[before->person].country, 3);
}

static void settle_office(const struct document *document, struct homes *homes, struct party *party)
{
    settle(document, homes, party->rank, party, party->country);
    if (party->country[0] && is_of_other(document, party))
        party->country[0] = '\0';
}

void nation_by_office(struct document *document, struct people *people, const struct home *counted)
{
    struct homes homes = {.counted = *counted, .people = people, .towns = counted->count == 0};
    homes.passing = home_by_cities(document, &homes.counted);
    for (uint16_t i = 1; i < people->count; i++) {
        struct person *person = &people->at[i];
        if (person->country[0] || person->stateless || person->follows)
            continue;
        settle(document, &homes, person->rank, person->titled, person->country);
        if (person->abroad[0] && strcmp(person->country, person->abroad) == 0)
            person->country[0] = '\0';
    }
    const uint64_t bit = KIND_BIT(ANNOTATION_PARTY);
    const uint32_t end = (uint32_t)document->tokens.count;
    for (uint32_t t = look_next(document, 0, end, bit); t < end;
         t = look_next(document, t + 1, end, bit)) {
        const struct party_list *list = party_list_at(document, t);
        for (unsigned i = 0; list && i < list->count; i++) {
            struct party *party = list->at[i];
            if (i > 0)
                settle_companion(people, list->at[i - 1], party);
            settle_government(document, &homes, party);
            if (is_office_alone(party) && !party->country[0] && !party->stateless)
                settle_office(document, &homes, party);
        }
    }
}
