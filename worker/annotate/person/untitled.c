#include "annotate/look.h"
#include "annotate/person/office.h"

/* Who holds an office, where the article names him without any. */

/* Whether the person of that state is told by name alone. */
static bool is_untitled(const struct people *people, uint16_t person, const char *state)
{
    const struct person *known = &people->at[person];
    return known->rank == RANK_NONE && !known->titled && strcmp(known->country, state) == 0;
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

/* The one of that state who is told by name alone, if nobody else there is told with the office:
 * "Macron" is "le président français"; of several the one told first in the sentence before; 0:
 * nobody. */
static uint16_t people_untitled(const struct document *document, const struct people *people,
                                const struct party *party, const char *state)
{
    uint16_t found = 0;
    for (uint16_t i = 1; i < people->count; i++) {
        const struct person *person = &people->at[i];
        if (strcmp(person->country, state) == 0 &&
            (person->rank == party->rank || (person->ranks >> party->rank & 1)))
            return 0;
        if (!is_untitled(people, i, state) || person_beside(document, party, i, false))
            continue;
        if (found)
            return party->country[0] ? untitled_before(document, people, party, state) : 0;
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
