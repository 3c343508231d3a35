#include "annotate/person/person.h"

#include "annotate/look.h"
#include "annotate/name/spelling.h"
#include "annotate/party/title_compare.h"
#include "annotate/person/home.h"
#include "annotate/person/namesake.h"
#include "annotate/person/nation.h"
#include "annotate/person/office.h"
#include "text/fold.h"

static bool is_named(const struct party *party)
{
    return party->type == PARTY_PERSON && party->name_end > party->name_begin;
}

/* The same word, or another spelling of the same name. */
static bool word_same(const struct document *document, uint32_t a, uint32_t b)
{
    char folded[2][64];
    struct str words[2];
    const struct token *tokens[2] = {look_token(document, a), look_token(document, b)};
    if (tokens[0]->hash == tokens[1]->hash)
        return true;
    const struct str written[2] = {token_text(tokens[0], document->texts),
                                   token_text(tokens[1], document->texts)};
    if (!spelling_possible(written[0], written[1]))
        return false;
    const struct fold *fold = pack_tokens(document->pack)->fold;
    for (unsigned i = 0; i < 2; i++)
        words[i] = str_make(folded[i], fold_text(fold, written[i], folded[i], sizeof folded[i]));
    return spelling_same(words[0], words[1]);
}

/* "KP Lund" beside "K P Lund": whether the capitals at token, which begin a name, are initials that
 * begin as the longer name does. */
static bool is_initials(const struct document *document, const struct party *longer, uint32_t token)
{
    enum { POINTS_MAX = 3 };
    return look_flag(document, token, TOKEN_UPPER) &&
           look_token(document, token)->points <= POINTS_MAX &&
           look_byte(document, token) == look_byte(document, longer->name_begin);
}

/* Whether the words of the shorter name all stand in the longer one, in order. */
static bool words_inside(const struct document *document, const struct party *longer,
                         const struct party *shorter)
{
    uint32_t at = longer->name_begin;
    for (uint32_t t = shorter->name_begin; t < shorter->name_end; t++) {
        const struct token *word = look_token(document, t);
        if ((word->flags & TOKEN_INITIAL) ||
            (t == shorter->name_begin && t + 1 < shorter->name_end &&
             is_initials(document, longer, t)))
            continue;
        while (at < longer->name_end && !word_same(document, at, t))
            at++;
        if (at++ >= longer->name_end)
            return false;
    }
    return true;
}

/* "Salman bin Harun" beside "Omar bin Salman bin Harun": whether the shorter name begins with that
 * of the father of whom the longer one names. */
static bool is_father(const struct document *document, const struct party *longer,
                      const struct party *shorter)
{
    const uint64_t patronymic = pack_optional(document->pack, OPTIONAL_PATRONYMIC);
    uint32_t at = longer->name_begin;
    while (at < longer->name_end && !word_same(document, at, shorter->name_begin))
        at++;
    return at > longer->name_begin && at < longer->name_end &&
           document_is(document, at - 1, patronymic);
}

static bool countries_differ(const char *a, const char *b)
{
    return a[0] && b[0] && strcmp(a, b) != 0;
}

/* The state that the party is told to serve, or is known to. */
static const char *state_served(const struct document *document, const struct party *party)
{
    return party->country[0] || !party->figure ? party->country
                                               : look_lexeme(document, party->figure)->country;
}

/* "le pape François" beside François Hollande, "President Mohamed" beside Mohamed bin Hamad, an
 * adviser: one word behind a title that is only where the other's name begins, of somebody who
 * serves another state or heads one. */
static bool is_forename_of_other(const struct document *document, const struct party *longer,
                                 const struct party *shorter)
{
    enum { HONORIFICS_MAX = 1 }; /* "President Sheikh Mohamed" */
    const bool titled = shorter->role_count &&
                        shorter->roles[0]->end >= shorter->name_begin - HONORIFICS_MAX &&
                        shorter->roles[0]->end <= shorter->name_begin;
    const bool heads = rank_is_head(shorter->rank) && longer->rank != RANK_NONE;
    return titled && shorter->name_end == shorter->name_begin + 1 &&
           !word_same(document, longer->name_end - 1, shorter->name_begin) &&
           ((heads && !rank_is_head(longer->rank)) ||
            (shorter->presumed && shorter->rank == RANK_HEAD_OF_STATE && !longer->presumed) ||
            countries_differ(state_served(document, longer), state_served(document, shorter)));
}

/* Whether two parties, by their names, can be one person. */
static bool same_name(const struct document *document, const struct party *a, const struct party *b)
{
    const uint32_t words_a = a->name_end - a->name_begin, words_b = b->name_end - b->name_begin;
    const struct party *longer = words_a >= words_b ? a : b;
    const struct party *shorter = longer == a ? b : a;
    if (countries_differ(a->country, b->country) || !words_inside(document, longer, shorter) ||
        is_father(document, longer, shorter) || is_forename_of_other(document, longer, shorter))
        return false;
    if (shorter->name_end - shorter->name_begin > 1)
        return true;
    /* One word alone must be the first or the last of the name: a family name. */
    return word_same(document, longer->name_end - 1, shorter->name_begin) ||
           word_same(document, longer->name_begin, shorter->name_begin) ||
           longer->name_end - longer->name_begin > 2;
}

static void person_take(const struct document *document, struct person *person,
                        const struct party *party)
{
    const bool fully = party->name_end > party->name_begin + 1;
    person->often = person->often || (fully && person->name);
    person->anothers = person->name ? person->anothers : namesake_is_anothers(document, party);
    if (!person->name ||
        party->name_end - party->name_begin > person->name->name_end - person->name->name_begin)
        person->name = party;
    if (party->role_count && (!person->titled || titles_better(document, party, person->titled)))
        person->titled = party;
    if (party->rank != RANK_NONE && (person->rank == RANK_NONE || party->rank < person->rank))
        person->rank = party->rank;
    for (unsigned i = 0; i < party->role_count; i++) {
        const struct role *role = party->roles[i];
        person->ranks |= UINT32_C(1) << role->rank;
        person->serves |=
            !role->stateless &&
            ((role->rank != RANK_NONE && role->rank <= RANK_DEPUTY_MINISTER) || role->presumed[0]);
    }
    const bool past = party->role_count == 1 && party->roles[0]->former && person->titled &&
                      person->titled->organization; /* "Holm, a former minister", now envoy */
    if (!person->country[0] && !past)
        memcpy(person->country, party->country, 3);
    person->stateless = (person->stateless || party->stateless) && !person->serves;
    if (party->figure && (!person->figure || person->figure->end - person->figure->begin <
                                                 party->figure->end - party->figure->begin))
        person->figure = party->figure;
}

/* Who is meant by that name: of several who have it, whom it goes with best, and the last told. */
static uint16_t people_find(const struct document *document, const struct people *people,
                            const struct party *party)
{
    uint16_t found = 0;
    int most = -1;
    for (uint16_t i = people->count; i-- > 1;) {
        const struct person *person = &people->at[i];
        if (countries_differ(person->country, party->country) ||
            !same_name(document, person->name, party))
            continue;
        const int points = namesake_points(document, person, party);
        if (points <= most)
            continue;
        found = i;
        most = points;
    }
    return found;
}

static void link_named(const struct document *document, struct people *people, struct party *party)
{
    uint16_t found = people_find(document, people, party);
    if (!found && !party->weak && people->count < PEOPLE_MAX) {
        found = people->count++;
        people->at[found] = (struct person){0};
    }
    if (!found)
        return;
    party->person = found;
    party->weak = false;
    person_take(document, &people->at[found], party);
}

static void visit_strong(const struct document *document, struct people *people,
                         struct party *party)
{
    if (is_named(party) && !party->weak)
        link_named(document, people, party);
}

static void visit_weak(const struct document *document, struct people *people, struct party *party)
{
    if (is_named(party) && party->weak && !party->person)
        link_named(document, people, party);
}

static void visit_vague(const struct document *document, struct people *people, struct party *party)
{
    if (party->type == PARTY_PERSON && !is_named(party))
        person_of_vague(document, people, party);
}

static void visit_office(const struct document *document, struct people *people,
                         struct party *party)
{
    if (party->type != PARTY_PERSON || is_named(party))
        return;
    person_of_office(document, people, party);
    struct person *person = &people->at[party->person];
    if (party->person && person->titled && title_spells_out(document, party, person->titled))
        person->titled = party;
}

static void visit_next(const struct document *document, struct people *people, struct party *party)
{
    if (party->type == PARTY_PERSON && !is_named(party))
        person_of_next(document, people, party);
}

static enum rank rank_known(const struct people *people, const struct party *party)
{
    return party->person ? people->at[party->person].rank : party->rank;
}

/* The parties of a document, in the order of the text. */
struct told {
    const struct party_list **at;
    size_t count;
};

static struct told parties_told(const struct document *document)
{
    struct told told = {
        ARENA_ROOM(document->arena, const struct party_list *, document->tokens.count), 0};
    const uint64_t bit = KIND_BIT(ANNOTATION_PARTY);
    const uint32_t end = told.at ? (uint32_t)document->tokens.count : 0;
    for (uint32_t t = look_next(document, 0, end, bit); t < end;
         t = look_next(document, t + 1, end, bit)) {
        const struct annotation *annotation = look_at(document, t, ANNOTATION_PARTY);
        if (annotation)
            told.at[told.count++] = party_members(annotation);
    }
    return told;
}

/* "A a vu le roi avant de recevoir son homologue": of the rank of whom the sentence tells first;
 * "A, B et son homologue": of the person told last before. */
static void rank_counterparts(const struct document *document, const struct told *told,
                              struct people *people)
{
    enum rank last = RANK_NONE, first = RANK_NONE;
    uint16_t whose_last = 0, whose_first = 0;
    size_t sentence = SIZE_MAX, opens = 0; /* the list that the sentence tells first */
    for (size_t n = 0; n < told->count; n++) {
        const size_t here = document_sentence(document, told->at[n]->at[0]->begin);
        opens = here == sentence ? opens : n;
        first = here == sentence ? first : RANK_NONE;
        sentence = here;
        for (unsigned i = 0; i < told->at[n]->count; i++) {
            struct party *party = told->at[n]->at[i];
            if (party->type != PARTY_PERSON)
                continue;
            struct person *person = &people->at[party->person];
            if (party->counterpart && party->rank == RANK_NONE) {
                const bool behind = first == RANK_NONE || i > 0;
                party->rank = behind ? last : first;
                if (party->person && !person->peer)
                    person->peer = behind ? whose_last : whose_first;
            }
            if (party->person && person->rank == RANK_NONE) {
                person->rank = party->rank;
                person->ranks |= UINT32_C(1) << party->rank;
            }
            if (rank_known(people, party) != RANK_NONE) {
                last = rank_known(people, party);
                whose_last = party->person;
            }
            if (first == RANK_NONE || n == opens) {
                first = last;
                whose_first = whose_last;
            }
        }
    }
}

static void visit_parties(const struct document *document, const struct told *told,
                          struct people *people,
                          void (*visit)(const struct document *, struct people *, struct party *))
{
    for (size_t n = 0; n < told->count; n++) {
        for (unsigned i = 0; i < told->at[n]->count; i++)
            visit(document, people, told->at[n]->at[i]);
    }
}

/* Whether a person is a man or a woman, by the first mention that tells it. */
static void visit_gender(const struct document *document, struct people *people,
                         struct party *party)
{
    struct person *person = &people->at[party->person];
    if (party->person && person->gender == GENDER_UNKNOWN)
        person->gender = gender_of_party(document, party);
}

/* "les dirigeants serbe et kosovar": of whom the story names nobody, his state stands for. */
static void visit_unnamed(const struct document *document, struct people *people,
                          struct party *party)
{
    (void)document;
    (void)people;
    if (party->state && !party->person)
        party_stand_for(party, party->state);
}

/* Whether there is somebody whose state is still to be found. */
static bool lack_state(const struct people *people)
{
    uint16_t i = 1;
    while (i < people->count && (people->at[i].country[0] || people->at[i].stateless))
        i++;
    return i < people->count;
}

int person_link(struct document *document, struct people *ret_people)
{
    struct people people = {ARENA_ROOM(document->arena, struct person, PEOPLE_MAX), 1, ""};
    const struct told told = parties_told(document);
    if (!people.at || !told.at)
        return FAULT_MEMORY;
    people.at[0] = (struct person){0};
    struct home home = home_count(document);
    home_country(&home, people.home);
    if (!people.home[0]) {
        home_add_known(document, &home);
        home_country(&home, people.home);
    }
    home_add_site(document, &home);
    visit_parties(document, &told, &people, visit_strong);
    visit_parties(document, &told, &people, visit_weak);
    nation_mark_abroad(document, &people);
    nation_by_name(document, &people);
    nation_by_side(document, &people);
    nation_by_company(document, &people);
    nation_by_owner(document, &people);
    visit_parties(document, &told, &people, visit_vague);
    rank_counterparts(document, &told, &people);
    if (lack_state(&people))
        nation_by_place(document, &people, &home);
    visit_parties(document, &told, &people, visit_office);
    visit_parties(document, &told, &people, visit_next);
    /* Whom an office was found to mean only further on, it may mean before. */
    visit_parties(document, &told, &people, visit_office);
    visit_parties(document, &told, &people, visit_unnamed);
    nation_by_office(document, &people, &home);
    if (lack_state(&people))
        nation_by_presence(document, &people);
    visit_parties(document, &told, &people, visit_gender);
    *ret_people = people;
    return document_fault(document);
}
