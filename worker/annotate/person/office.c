#include "annotate/person/office.h"

#include "annotate/date/schedule.h"
#include "annotate/look.h"
#include "annotate/party/title_compare.h"

/* Whether the person has left the office, and so is no "president", but for "the ex-president". */
static bool has_left(const struct person *person, const struct party *party)
{
    const struct party *titled = person->titled;
    const bool gone = titled && titled->role_count && titled->roles[0]->former;
    return gone && !(party->role_count && party->roles[0]->former);
}

/* The only one of the people with the office's rank and that country, "" any; 0: nobody or several.
 */
static uint16_t people_office(const struct people *people, const struct party *party,
                              const char *country, bool any)
{
    const enum rank rank = party->rank;
    uint16_t found = 0;
    for (uint16_t i = 1; i < people->count; i++) {
        const struct person *person = &people->at[i];
        if ((person->rank != rank && !(person->ranks >> rank & 1)) || has_left(person, party) ||
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

static bool in_title(const struct document *document, const struct party *party)
{
    return look_flag(document, party->begin, TOKEN_TITLE);
}

bool office_points(const struct document *document, const struct party *party)
{
    enum { WORDS_BACK = 2 };
    if (in_title(document, party))
        return true;
    for (uint32_t back = 0; back <= WORDS_BACK && back <= party->begin; back++) {
        const uint32_t t = party->begin - back;
        if (document_is(document, t, CLASS(DETERMINER)))
            return !document_is(document, t, CLASS(INDEFINITE));
        if (back > 0 && (!look_flag(document, t, TOKEN_WORD) ||
                         look_flag(document, t, TOKEN_CAPITAL | TOKEN_SENTENCE) ||
                         document_is(document, t, CLASS(STOPWORD) | CLASS(OF) | CLASS(AT))))
            break;
    }
    return false;
}

bool office_is_told(const struct document *document, const struct person *person,
                    const struct party *party)
{
    return in_title(document, party) || person->name->begin <= party->begin;
}

/* "the Kenyan diplomat", "the minister": the only one told before who can be meant, of a headline
 * with a state the one told first; 0: nobody or several. */
static uint16_t people_vague(const struct document *document, const struct people *people,
                             const struct party *party)
{
    const uint32_t meant = ranks_meant(party->rank);
    uint16_t found = 0;
    if (!party->roles[0]->vague || !office_points(document, party))
        return 0;
    for (uint16_t i = 1; i < people->count; i++) {
        const struct person *person = &people->at[i];
        if (!(person->ranks & meant) || !office_is_told(document, person, party) ||
            (party->country[0] && strcmp(party->country, person->country) != 0))
            continue;
        if (found && !(party->country[0] && in_title(document, party)))
            return 0;
        if (!found || person->name->begin < people->at[found].name->begin)
            found = i;
    }
    return found;
}

/* The first whom the sentence tells of those ranks; 0: nobody. */
static uint16_t first_told(const struct document *document, const struct people *people,
                           const struct sentence *sentence, uint32_t ranks)
{
    const uint64_t bit = KIND_BIT(ANNOTATION_PARTY);
    for (uint32_t t = look_next(document, sentence->begin, sentence->end, bit); t < sentence->end;
         t = look_next(document, t + 1, sentence->end, bit)) {
        const struct annotation *annotation = look_at(document, t, ANNOTATION_PARTY);
        if (!annotation || annotation->begin != t)
            continue;
        const struct party_list *list = party_members(annotation);
        for (unsigned i = 0; i < list->count; i++) {
            if (list->at[i]->person && (people->at[list->at[i]->person].ranks & ranks))
                return list->at[i]->person;
        }
    }
    return 0;
}

/* Of several with that rank the first whose own title leaves the state out, as the office does: the
 * article's own president; 0: nobody. */
static uint16_t people_at_home(const struct people *people, const struct party *party)
{
    for (uint16_t i = 1; i < people->count; i++) {
        const struct party *titled = people->at[i].titled;
        if (people->at[i].rank == party->rank && titled && !titled->organization &&
            !titled->country[0] && !has_left(&people->at[i], party))
            return i;
    }
    return 0;
}

/* "the visiting president": of several with that rank the only one whose title tells his state, or
 * 0; where no such word stands before the office, 0 too. */
static uint16_t people_visiting(const struct document *document, const struct people *people,
                                const struct party *party)
{
    uint16_t found = 0;
    const uint32_t begin = party->role_count ? party->roles[0]->begin : 0;
    if (begin == 0 || !look_at(document, begin - 1, LEXICON_VISITOR))
        return 0;
    for (uint16_t i = 1; i < people->count; i++) {
        const struct party *titled = people->at[i].titled;
        if (people->at[i].rank != party->rank || !titled || !titled->country[0] ||
            strcmp(people->at[i].country, people->home) == 0)
            continue;
        if (found)
            return 0;
        found = i;
    }
    return found;
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

/* Whether one of the titles is that office, told more or less fully. */
static bool has_title(const struct document *document, const struct party *titled,
                      const struct role *office)
{
    for (unsigned i = 0; i < titled->role_count; i++) {
        if (title_same(document, titled->roles[i], office) ||
            title_heads(document, titled->roles[i], office))
            return true;
    }
    return false;
}

/* Whether the person may be meant by the office alone. */
static bool can_be(const struct document *document, const struct people *people,
                   const struct party *party)
{
    const struct party *titled = person_titled(people, party->person);
    if (party->person && (is_elsewhere(&people->at[party->person], party) ||
                          has_left(&people->at[party->person], party)))
        return false;
    if (party->presumed && party->presumed[0] && titled && !people->at[party->person].country[0] &&
        !has_title(document, titled, party->roles[0]))
        return false; /* "le président de la Confédération" is no "roi X" of an untold state */
    if (!party->person || !is_common(party->rank) || !titled || party->roles[0]->plural)
        return true;
    return has_title(document, titled, party->roles[0]);
}

/* Of several with that rank the only one with that title: "the king" beside a president; 0: nobody
 * or several. */
static uint16_t people_titled(const struct document *document, const struct people *people,
                              struct party *party)
{
    uint16_t found = 0;
    for (uint16_t i = 1; i < people->count; i++) {
        const struct person *person = &people->at[i];
        party->person = i;
        const struct party *titled = person_titled(people, i);
        if (person->rank != party->rank || !titled ||
            (titled != person->titled && !party->country[0]) ||
            (party->country[0] && strcmp(person->country, party->country) != 0) ||
            !can_be(document, people, party) || !has_title(document, titled, party->roles[0]))
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

/* "The president left.  He met | Emir X": whether whom the sentence calls "he" comes before the
 * person, whom it tells as the other side. */
static bool is_met_by_pronoun(const struct document *document, const struct party *named)
{
    const struct sentence *sentence =
        &document->sentences.at[document_sentence(document, named->begin)];
    uint32_t t = named->begin;
    while (t > sentence->begin &&
           (!document_is(document, t, CLASS(PRONOUN)) || look_at(document, t, ANNOTATION_DATE))) {
        const struct party_list *list = party_list_at(document, --t);
        if (list && list->at[0]->type == PARTY_PERSON)
            return false;
    }
    const bool pronoun =
        document_is(document, t, CLASS(PRONOUN)) && !look_at(document, t, ANNOTATION_DATE);
    return pronoun && person_is_met(document, named);
}

/* "10h30 : Entretien avec X, président du Ghana": of another state than whose agenda it is. */
static bool is_agenda_guest(const struct document *document, const struct person *person)
{
    return person->titled && person->titled->country[0] &&
           sentence_is_timed(document, (uint32_t)document_sentence(document, person->name->begin));
}

/* "Le chef de l'État a reçu … du président grec X": whether that person of another state than the
 * article's is told only later, and with his state; in the same sentence of whatever state. */
static bool is_guest(const struct document *document, const struct people *people,
                     const struct party *party)
{
    const struct person *person = &people->at[party->person];
    const struct party *titled = person->titled;
    if (!party->country[0] && is_agenda_guest(document, person))
        return true;
    if (party->country[0] || in_title(document, party))
        return false;
    if (person_beside(document, party, party->person, true))
        return true; /* "The President met President X" */
    if (titled && titled->begin < party->begin && person_is_met(document, party) &&
        document_sentence(document, titled->begin) == document_sentence(document, party->begin) &&
        !has_title(document, titled, party->roles[0]))
        return true; /* "President X met the king" */
    if (person->name->begin > party->begin && is_met_by_pronoun(document, person->name))
        return true;
    if (!person->country[0] || !titled || !titled->country[0] ||
        person->name->begin <= party->begin)
        return false;
    const bool beside =
        document_sentence(document, titled->begin) == document_sentence(document, party->begin);
    return beside || (people->home[0] && strcmp(person->country, people->home) != 0);
}

static bool is_highest(enum rank rank)
{
    return rank == RANK_HEAD_OF_STATE || rank == RANK_HEAD_OF_GOVERNMENT ||
           rank == RANK_FOREIGN_MINISTER;
}

void person_of_vague(const struct document *document, struct people *people, struct party *party)
{
    enum { SENTENCES_BACK = 8 };
    const struct annotation *office =
        party->role_count ? look_at(document, party->roles[0]->begin, LEXICON_OFFICE) : NULL;
    const bool leader = office && party->roles[0]->leader && /* of nothing told */
                        party->roles[0]->end == office->end &&
                        (!document_is(document, party->roles[0]->end, CLASS(OF)) ||
                         look_flag(document, party->roles[0]->end + 1, TOKEN_NUMBER));
    if (party->role_count == 0 || party->plural || party->counterpart ||
        !(party->roles[0]->vague || leader) || party->name_end > party->name_begin ||
        party->country[0] || party->organization || in_title(document, party) ||
        !office_points(document, party))
        return;
    const size_t here = document_sentence(document, party->begin);
    for (size_t back = 1; back <= here && back <= SENTENCES_BACK && !party->person; back++)
        party->person = first_told(document, people, &document->sentences.at[here - back],
                                   leader ? office_ranks_leading() : ranks_meant(party->rank));
}

/* "the Secretary-General" of an article that tells of several, each of another body: its own, who
 * is told first; 0: nobody. */
static uint16_t people_of_bodies(const struct document *document, const struct people *people,
                                 const struct party *party)
{
    uint16_t found = 0;
    if (party->rank != RANK_OFFICIAL || party->country[0] || party->organization ||
        in_title(document, party) || !office_points(document, party))
        return 0;
    for (uint16_t i = 1; i < people->count; i++) {
        const struct person *person = &people->at[i];
        if (person->rank != party->rank || !person->titled || person->name->begin > party->begin ||
            !has_title(document, person->titled, party->roles[0]))
            continue;
        if (person->country[0])
            return 0;
        if (!found || person->name->begin < people->at[found].name->begin)
            found = i;
    }
    return found;
}

/* Links the office to whom the story tells with that rank, that title or as at home, if he is no
 * guest whom it tells later. */
static void take_known(const struct document *document, struct people *people, struct party *party)
{
    party->person =
        in_title(document, party) && party->country[0] ? people_vague(document, people, party) : 0;
    if (!party->person)
        party->person = people_office(people, party, party->country, !party->country[0]);
    if (party->person && is_guest(document, people, party))
        party->person = 0;
    if (!party->person)
        party->person = people_titled(document, people, party);
    if (party->person && is_guest(document, people, party))
        party->person = 0;
    if (!party->person && !party->country[0] && !party->organization)
        party->person = people_visiting(document, people, party);
    if (!party->person && !party->country[0] && !party->organization)
        party->person = people_at_home(people, party);
    if (party->person && is_guest(document, people, party))
        party->person = 0;
}

/* "the last visit of a French president": whoever has the office, and nobody whom the story names.
 */
static bool is_anyone(const struct document *document, const struct party *party)
{
    const uint32_t article = party->begin + document_is(document, party->begin, CLASS(OF));
    return document_is(document, article, CLASS(INDEFINITE)) && !in_title(document, party) &&
           is_highest(party->rank);
}

void person_of_office(const struct document *document, struct people *people, struct party *party)
{
    if (party->rank == RANK_NONE || party->plural || party->person || is_anyone(document, party))
        return;
    if (party->counterpart) { /* "son homologue malien": whoever has that office there */
        if (party->country[0])
            party->person = people_office(people, party, party->country, false);
        if (!party->person)
            person_take_untitled(document, people, party);
        if (!party->person)
            party->person = person_peer(document, people, party);
        return;
    }
    take_known(document, people, party);
    if (party->roles[0]->leader && !can_be(document, people, party))
        party->person = 0;
    if (!party->person && is_highest(party->rank) && office_points(document, party))
        party->person = person_lately(document, people, party);
    if (!party->person && ((party->person = people_vague(document, people, party)) ||
                           (party->person = people_of_bodies(document, people, party))))
        return;
    if (!party->person && (party->person = person_leader(document, people, party))) {
        struct person *leader = &people->at[party->person];
        if (!leader->titled) /* told by his name alone before */
            leader->titled = party;
        return;
    }
    if (!party->person && (is_highest(party->rank) || party->rank == RANK_MINISTER)) {
        person_take_untitled(document, people, party);
        if (party->person)
            return;
    }
    if (!(party->person && can_be(document, people, party)) &&
        person_take_introduced(document, people, party))
        return;
    /* "le président de l'Italie" … "le président, M. X" */
    if (!party->person && !people_office(people, party, "", true))
        return;
    if (!party->person && party->country[0])
        party->person = people_office(people, party, "", false);
    const struct party *titled = person_titled(people, party->person);
    const bool beside = /* "President A received the brother of the Chadian president" */
        titled && !titled->country[0] &&
        document_sentence(document, titled->begin) == document_sentence(document, party->begin);
    if (party->person && party->country[0] &&
        (beside || person_serves_none(document, &people->at[party->person])))
        party->person = 0; /* "a Serbian negotiator" is no mediator of the EU */
    if (!can_be(document, people, party))
        party->person = 0;
    struct person *person = &people->at[party->person];
    if (party->person && !person->country[0])
        memcpy(person->country, party->country, 3);
}
