#include "annotate/person.h"

#include "annotate/look.h"
#include "annotate/nation.h"
#include "annotate/spelling.h"
#include "annotate/title.h"
#include "text/fold.h"

enum { PEOPLE_MAX = 512 };

static bool is_named(const struct party *party)
{
    return party->type == PARTY_PERSON && party->name_end > party->name_begin;
}

/* The same word, or another spelling of the same name. */
static bool word_same(const struct document *document, uint32_t a, uint32_t b)
{
    char folded[2][64];
    struct str words[2];
    if (look_token(document, a)->hash == look_token(document, b)->hash)
        return true;
    if (!spelling_possible(look_byte(document, a), look_byte(document, b)))
        return false;
    const struct fold *fold = pack_tokens(document->pack)->fold;
    for (unsigned i = 0; i < 2; i++) {
        const uint32_t token = i ? b : a;
        const struct str written = document_text(document, token, token + 1);
        words[i] = str_make(folded[i], fold_text(fold, written, folded[i], sizeof folded[i]));
    }
    return spelling_same(words[0], words[1]);
}

/* Whether the words of the shorter name all stand in the longer one, in order. */
static bool words_inside(const struct document *document, const struct party *longer,
                         const struct party *shorter)
{
    uint32_t at = longer->name_begin;
    for (uint32_t t = shorter->name_begin; t < shorter->name_end; t++) {
        const struct token *word = look_token(document, t);
        if (word->flags & TOKEN_INITIAL)
            continue;
        while (at < longer->name_end && !word_same(document, at, t))
            at++;
        if (at++ >= longer->name_end)
            return false;
    }
    return true;
}

/* Whether two parties, by their names, can be one person. */
static bool same_name(const struct document *document, const struct party *a, const struct party *b)
{
    const uint32_t words_a = a->name_end - a->name_begin, words_b = b->name_end - b->name_begin;
    const struct party *longer = words_a >= words_b ? a : b;
    const struct party *shorter = longer == a ? b : a;
    if (!words_inside(document, longer, shorter))
        return false;
    if (a->country[0] && b->country[0] && strcmp(a->country, b->country) != 0)
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
            !role->stateless && role->rank != RANK_NONE && role->rank <= RANK_DEPUTY_MINISTER;
    }
    if (!person->country[0])
        memcpy(person->country, party->country, 3);
    person->stateless = (person->stateless || party->stateless) && !person->serves;
    if (party->figure && (!person->figure || person->figure->end - person->figure->begin <
                                                 party->figure->end - party->figure->begin))
        person->figure = party->figure;
}

/* Who is meant by that name: of several who have it, the last told, but whoever is in office before
 * his wife. */
static uint16_t people_find(const struct document *document, const struct people *people,
                            const struct party *party)
{
    uint16_t found = 0;
    for (uint16_t i = people->count; i-- > 1;) {
        const struct person *person = &people->at[i];
        if (!same_name(document, person->name, party) ||
            (person->country[0] && party->country[0] &&
             strcmp(person->country, party->country) != 0))
            continue;
        if (person->rank != RANK_NONE)
            return i;
        found = found ? found : i;
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

/* The only one of the people with that rank and country, "" any; 0: nobody or several. */
static uint16_t people_office(const struct people *people, enum rank rank, const char *country,
                              bool any)
{
    uint16_t found = 0;
    for (uint16_t i = 1; i < people->count; i++) {
        const struct person *person = &people->at[i];
        if ((person->rank != rank && !(person->ranks >> rank & 1)) ||
            (!any && strcmp(country, person->country) != 0) ||
            (any && person->titled && person->titled->counterpart))
            continue;
        if (found)
            return 0;
        found = i;
    }
    return found;
}

/* Which ranks those have who may be called by an office of that rank that tells no more. */
static uint32_t ranks_meant(enum rank rank)
{
    const uint32_t ministers = UINT32_C(1) << RANK_FOREIGN_MINISTER | UINT32_C(1) << RANK_MINISTER;
    if (rank == RANK_MINISTER)
        return ministers | UINT32_C(1) << RANK_DEPUTY_MINISTER;
    return ministers | UINT32_C(1) << RANK_DEPUTY_MINISTER | UINT32_C(1) << RANK_AMBASSADOR |
           UINT32_C(1) << RANK_ENVOY | UINT32_C(1) << RANK_OFFICIAL;
}

/* "the Kenyan diplomat", "the minister": the only one told before who can be meant; 0: nobody or
 * several. */
static uint16_t people_vague(const struct document *document, const struct people *people,
                             const struct party *party)
{
    const uint32_t meant = ranks_meant(party->rank);
    uint16_t found = 0;
    if (!party->roles[0]->vague || !document_is(document, party->begin, CLASS(DETERMINER)) ||
        document_is(document, party->begin, CLASS(INDEFINITE)))
        return 0;
    for (uint16_t i = 1; i < people->count; i++) {
        const struct person *person = &people->at[i];
        if (!(person->ranks & meant) || person->name->begin > party->begin ||
            (party->country[0] && strcmp(party->country, person->country) != 0))
            continue;
        if (found)
            return 0;
        found = i;
    }
    return found;
}

/* Of several with that rank the first whose own title leaves the state out, as the office does: the
 * article's own president; 0: nobody. */
static uint16_t people_at_home(const struct people *people, enum rank rank)
{
    for (uint16_t i = 1; i < people->count; i++) {
        const struct party *titled = people->at[i].titled;
        if (people->at[i].rank == rank && titled && !titled->organization && !titled->country[0])
            return i;
    }
    return 0;
}

/* Many hold an office of such a rank: the words of the title must be the same. */
static bool is_common(enum rank rank)
{
    return rank == RANK_OFFICIAL || rank == RANK_EXECUTIVE || rank == RANK_LEGISLATOR ||
           rank == RANK_MILITARY || rank == RANK_MINISTER || rank == RANK_DEPUTY_MINISTER;
}

/* Whether one state alone has that office and the person, whose title is another, serves another:
 * "le président de la Confédération" is not "le président X" of Kenya. */
static bool is_elsewhere(const struct person *person, const struct party *office)
{
    return office->presumed && !office->country[0] && person->country[0] &&
           strcmp(person->country, office->presumed) != 0 &&
           !(person->titled && person->titled->presumed);
}

/* Whether the person may be meant by the office alone. */
static bool can_be(const struct document *document, const struct people *people,
                   const struct party *party)
{
    const struct party *titled = people->at[party->person].titled;
    if (party->person && is_elsewhere(&people->at[party->person], party))
        return false;
    if (!party->person || !is_common(party->rank) || !titled || party->roles[0]->plural)
        return true;
    for (unsigned i = 0; i < titled->role_count; i++) {
        if (title_same(document, titled->roles[i], party->roles[0]))
            return true;
    }
    return false;
}

/* Of several with a rank that many hold the only one with that title; 0: nobody or several. */
static uint16_t people_titled(const struct document *document, const struct people *people,
                              struct party *party)
{
    uint16_t found = 0;
    if (!is_common(party->rank))
        return 0;
    for (uint16_t i = 1; i < people->count; i++) {
        const struct person *person = &people->at[i];
        party->person = i;
        if (person->rank != party->rank || !person->titled || person->titled->counterpart ||
            (party->country[0] && strcmp(person->country, party->country) != 0) ||
            !can_be(document, people, party))
            continue;
        if (found) {
            found = 0;
            break;
        }
        found = i;
    }
    party->person = 0;
    return found;
}

static void link_office(const struct document *document, struct people *people, struct party *party)
{
    if (party->rank == RANK_NONE || party->plural)
        return;
    if (party->counterpart) { /* "son homologue malien": whoever has that office there */
        if (party->country[0])
            party->person = people_office(people, party->rank, party->country, false);
        return;
    }
    party->person = people_office(people, party->rank, party->country, !party->country[0]);
    if (!party->person)
        party->person = people_titled(document, people, party);
    if (!party->person && !party->country[0] && !party->organization)
        party->person = people_at_home(people, party->rank);
    if (!party->person && (party->person = people_vague(document, people, party)))
        return;
    /* "le président de l'Italie" … "le président, M. X" */
    if (!party->person && !people_office(people, party->rank, "", true))
        return;
    if (!party->person && party->country[0])
        party->person = people_office(people, party->rank, "", false);
    if (!can_be(document, people, party))
        party->person = 0;
    struct person *person = &people->at[party->person];
    if (party->person && !person->country[0])
        memcpy(person->country, party->country, 3);
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

static void visit_office(const struct document *document, struct people *people,
                         struct party *party)
{
    if (party->type == PARTY_PERSON && !is_named(party))
        link_office(document, people, party);
}

static enum rank rank_known(const struct people *people, const struct party *party)
{
    return party->person ? people->at[party->person].rank : party->rank;
}

/* "son homologue": of the rank of the person told last before. */
static void rank_counterparts(struct document *document, struct people *people)
{
    enum rank last = RANK_NONE;
    for (uint32_t t = 0; t < document->tokens.count; t++) {
        const struct annotation *annotation = look_at(document, t, ANNOTATION_PARTY);
        if (!annotation)
            continue;
        const struct party_list *list = party_members(annotation);
        for (unsigned i = 0; i < list->count; i++) {
            struct party *party = list->at[i];
            if (party->type != PARTY_PERSON)
                continue;
            if (party->counterpart && party->rank == RANK_NONE)
                party->rank = last;
            if (party->person && people->at[party->person].rank == RANK_NONE)
                people->at[party->person].rank = party->rank;
            if (rank_known(people, party) != RANK_NONE)
                last = rank_known(people, party);
        }
    }
}

static void visit_parties(const struct document *document, struct people *people,
                          void (*visit)(const struct document *, struct people *, struct party *))
{
    for (uint32_t t = 0; t < document->tokens.count; t++) {
        const struct annotation *annotation = look_at(document, t, ANNOTATION_PARTY);
        if (!annotation)
            continue;
        const struct party_list *list = party_members(annotation);
        for (unsigned i = 0; i < list->count; i++)
            visit(document, people, list->at[i]);
    }
}

int person_link(struct document *document, struct people *ret_people)
{
    struct people people = {ARENA_ROOM(document->arena, struct person, PEOPLE_MAX), 1};
    if (!people.at)
        return FAULT_MEMORY;
    people.at[0] = (struct person){0};
    visit_parties(document, &people, visit_strong);
    visit_parties(document, &people, visit_weak);
    nation_by_name(document, &people);
    rank_counterparts(document, &people);
    nation_by_place(document, &people);
    visit_parties(document, &people, visit_office);
    nation_by_office(document, &people);
    *ret_people = people;
    return document_fault(document);
}
