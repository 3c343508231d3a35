#include <string.h>

#include "annotate/look.h"
#include "annotate/person/office.h"

/* Who holds an office, where the article names him without any. */

/* Whether the person of that state is told by name alone. */
static bool is_untitled(const struct people *people, uint16_t person, const char *state)
{
    const struct person *known = &people->at[person];
    return !known->titled && strcmp(known->country, state) == 0;
}

/* The untitled person of that state with whom the sentence before the party's begins, or 0. */
static uint16_t untitled_before(const struct document *document, const struct people *people,
                                const struct party *party, const char *state)
{
    const size_t here = document_sentence(document, party->begin);
    const struct annotation *annotation =
        here ? look_at(document, document->sentences.at[here - 1].begin, ANNOTATION_PARTY) : NULL;
    const struct party *first = annotation ? party_members(annotation)->at[0] : NULL;
    return first && first->person && is_untitled(people, first->person, state) ? first->person : 0;
}

/* The only person whom the headline names, of that state or of any where it is NULL; or 0. */
static uint16_t only_in_title(const struct document *document, const struct people *people,
                              const char *state)
{
    const uint32_t end = (uint32_t)document->tokens.count;
    uint16_t found = 0;
    for (uint32_t t = 0; t < end && look_flag(document, t, TOKEN_TITLE); t++) {
        const struct party_list *list = party_list_at(document, t);
        for (unsigned i = 0; list && i < list->count; i++) {
            if (list->at[i]->type != PARTY_PERSON ||
                (state && strcmp(people->at[list->at[i]->person].country, state) != 0))
                continue;
            if (!list->at[i]->person || (found && found != list->at[i]->person))
                return 0;
            found = list->at[i]->person;
        }
    }
    return found;
}

/* Whether the body names the person first in the sentence before the office, or only behind it. */
static bool is_named_so(const struct document *document, uint16_t person,
                        const struct party *office)
{
    const size_t here = document_sentence(document, office->begin);
    for (uint32_t t = 0; t < office->begin; t++) {
        const struct party_list *list =
            look_flag(document, t, TOKEN_TITLE) ? NULL : party_list_at(document, t);
        const bool before = here && t >= document->sentences.at[here - 1].begin;
        if (list && list->at[0]->type == PARTY_PERSON && before)
            return list->at[0]->person == person && office->rank != RANK_MINISTER;
        for (unsigned i = 0; list && i < list->count; i++) {
            if (list->at[i]->person == person && !before)
                return false;
        }
    }
    return true;
}

/* "Kos de retour à Oran … La ministre de l'Intérieur a reçu": the only person of the headline, who
 * is known from the news and told by name alone all through the article; or 0. */
static uint16_t untitled_topic(const struct document *document, const struct people *people,
                               const struct party *party, const char *state)
{
    const uint16_t found = only_in_title(document, people, NULL);
    const enum gender gender = people->at[found].gender, office = gender_of_party(document, party);
    const bool other = gender != office && gender != GENDER_UNKNOWN && office != GENDER_UNKNOWN;
    const bool can = found && !other && people->at[found].figure &&
                     is_untitled(people, found, state) && office_points(document, party) &&
                     !person_beside(document, party, found, false);
    return can && is_named_so(document, found, party) ? found : 0;
}

/* Whether somebody of that state is told with the office. */
static bool is_held(const struct people *people, enum rank rank, const char *state)
{
    for (uint16_t i = 1; i < people->count; i++) {
        const struct person *person = &people->at[i];
        if (strcmp(person->country, state) == 0 &&
            (person->rank == rank || (person->ranks >> rank & 1)))
            return true;
    }
    return false;
}

/* Of several of that state who are told by name alone, the one with whom the sentence before
 * begins, or whom alone the headline names, "Macron", who is "le président français"; or 0. */
static uint16_t untitled_of_state(const struct document *document, const struct people *people,
                                  const struct party *party, const char *state)
{
    const uint16_t before = untitled_before(document, people, party, state);
    const uint16_t topic =
        before || !rank_is_head(party->rank) ? before : only_in_title(document, people, state);
    return topic && is_untitled(people, topic, state) &&
                   !person_beside(document, party, topic, false)
               ? topic
               : 0;
}

/* The one of that state who is told by name alone, if nobody else there is told with the office:
 * "Macron" is "le président français"; of several the one told first in the sentence before, or of
 * whom the headline tells, who may also be a minister; 0: nobody. */
static uint16_t people_untitled(const struct document *document, const struct people *people,
                                const struct party *party, const char *state)
{
    uint16_t found = 0;
    if (is_held(people, party->rank, state))
        return 0;
    if (party->rank == RANK_MINISTER && !party->counterpart)
        return untitled_topic(document, people, party, state);
    for (uint16_t i = 1; i < people->count; i++) {
        if (!is_untitled(people, i, state) || person_beside(document, party, i, false))
            continue;
        if (found)
            return party->country[0] ? untitled_of_state(document, people, party, state)
                                     : untitled_topic(document, people, party, state);
        found = i;
    }
    return found;
}

/* The state whose office it is, told or the one that alone has it; "the president" without one is
 * the article's own. */
static const char *office_state(const struct people *people, const struct party *party)
{
    if (party->country[0])
        return party->country;
    if (party->presumed && party->presumed[0])
        return party->presumed;
    return party->organization || party->counterpart ? "" : people->home;
}

void person_take_untitled(const struct document *document, struct people *people,
                          struct party *party)
{
    const char *state = office_state(people, party);
    const uint16_t found = state[0] ? people_untitled(document, people, party, state) : 0;
    struct person *person = &people->at[found];
    party->person = found;
    if (!found)
        return;
    person->rank = party->rank;
    person->ranks |= UINT32_C(1) << party->rank;
    if (!party->counterpart)
        person->titled = party;
}

/* The one person of whom the sentence tells, by name alone and nowhere with an office; 0: nobody or
 * several. */
static uint16_t only_untitled(const struct document *document, const struct people *people,
                              const struct sentence *sentence, enum rank rank)
{
    const uint64_t bit = KIND_BIT(ANNOTATION_PARTY);
    uint16_t found = 0;
    for (uint32_t t = look_next(document, sentence->begin, sentence->end, bit); t < sentence->end;
         t = look_next(document, t + 1, sentence->end, bit)) {
        const struct party_list *list = party_list_at(document, t);
        for (unsigned i = 0; list && i < list->count; i++) {
            const uint16_t person = list->at[i]->person;
            if (list->at[i]->type != PARTY_PERSON || person == found)
                continue;
            const bool anothers = rank_is_head(rank) && t > sentence->begin &&
                                  document_is(document, t - 1, CLASS(OF)); /* "A's supporters" */
            if (found || !person || anothers || people->at[person].rank != RANK_NONE ||
                people->at[person].titled)
                return 0;
            found = person;
        }
    }
    return found;
}

/* "The head of Gazora", "the ex-minister", "the premier", and not "the prefect": whether the office
 * tells more than its word, or is the only one of its state. */
static bool tells_more(const struct document *document, const struct party *party)
{
    const struct role *role = party->role_count ? party->roles[0] : NULL;
    const struct annotation *office = role ? look_at(document, role->begin, LEXICON_OFFICE) : NULL;
    return role &&
           (role->former || !office || role->end > office->end || rank_is_head(party->rank));
}

/* "The premier met", "On Monday, the premier met": whether the office is told before any verb. */
static bool opens(const struct document *document, const struct sentence *sentence,
                  const struct party *party)
{
    const uint32_t begin =
        party->begin - document_is(document, party->begin - 1, CLASS(DETERMINER));
    const uint64_t verb = KIND_BIT(ANNOTATION_VERB);
    return begin <= sentence->begin || (look_mark(document, begin - 1, ',') &&
                                        look_next(document, sentence->begin, begin, verb) >= begin);
}

bool person_take_introduced(const struct document *document, struct people *people,
                            struct party *party)
{
    const size_t here = document_sentence(document, party->begin);
    const struct sentence *own = &document->sentences.at[here], *before = own - 1;
    const bool busy = party->rank == RANK_FOREIGN_MINISTER; /* speaks of people all the time */
    if (here == 0 || busy || !opens(document, own, party) || !office_points(document, party) ||
        !tells_more(document, party) || (own->flags & (SENTENCE_TITLE | SENTENCE_BOILERPLATE)) ||
        (before->flags & SENTENCE_TITLE))
        return false;
    const uint16_t found = only_untitled(document, people, before, party->rank);
    struct person *person = &people->at[found];
    const char *state = office_state(people, party);
    if (state[0] && person->country[0] && strcmp(state, person->country) != 0)
        return false; /* "Macron spoke. The Malian president" */
    if (!found || !gender_agrees(person->gender, gender_of_party(document, party)) ||
        person_beside(document, party, found, true))
        return false;
    party->person = found;
    person->titled = party;
    person->rank = party->rank;
    person->ranks |= UINT32_C(1) << party->rank;
    if (!person->country[0])
        memcpy(person->country, party->country, 3);
    return true;
}
