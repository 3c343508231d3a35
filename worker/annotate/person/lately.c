#include "annotate/look.h"
#include "annotate/party/title_compare.h"
#include "annotate/person/office.h"
#include "annotate/role/role.h"

/* Whom an office alone means, of several told before who have it: "The president then met B". */

bool person_beside(const struct document *document, const struct party *office, uint16_t person,
                   bool titled)
{
    const struct sentence *sentence =
        &document->sentences.at[document_sentence(document, office->begin)];
    for (uint32_t t = office->end; t < sentence->end; t++) {
        const struct party_list *list = party_list_at(document, t);
        if (titled && look_mark(document, t, ','))
            break; /* "the premier's visit ended in talks, at which Premier X": the same */
        for (unsigned i = 0; list && i < list->count; i++) {
            const struct party *told = list->at[i];
            if (told->person == person && told->name_end > told->name_begin &&
                (!titled || (told->role_count && !office->organization)))
                return true;
        }
    }
    return false;
}

/* Whether one of the people has that rank in the article's own state. */
static bool is_held_at_home(const struct people *people, enum rank rank)
{
    for (uint16_t i = 1; people->home[0] && i < people->count; i++) {
        if (people->at[i].ranks >> rank & 1 && strcmp(people->at[i].country, people->home) == 0)
            return true;
    }
    return false;
}

/* Whether the person has the office of the party: "the queen" is no president. */
static bool has_office(const struct document *document, const struct person *person,
                       const struct party *office)
{
    const struct party *titled = person->titled;
    for (unsigned i = 0; titled && i < titled->role_count; i++) {
        if (title_same(document, titled->roles[i], office->roles[0]))
            return true;
    }
    return false;
}

/* The first whom the sentence tells of that rank, and not beside the office, 0: nobody; and
 * whether he is the only one. */
static uint16_t first_of_rank(const struct document *document, const struct people *people,
                              const struct sentence *sentence, const struct party *office,
                              bool *ret_only)
{
    uint16_t first = 0;
    *ret_only = true;
    for (uint32_t t = sentence->begin; t < sentence->end; t++) {
        const struct party_list *list = party_list_at(document, t);
        for (unsigned i = 0; list && i < list->count; i++) {
            const uint16_t person = list->at[i]->person;
            if (person && people->at[person].ranks >> office->rank & 1 &&
                has_office(document, &people->at[person], office) &&
                !person_beside(document, office, person, true)) {
                *ret_only &= !first || first == person;
                first = first ? first : person;
            }
        }
    }
    return first;
}

uint16_t person_lately(const struct document *document, const struct people *people,
                       const struct party *office)
{
    enum { SENTENCES_BACK = 4 };
    const size_t here = document_sentence(document, office->begin);
    uint16_t found = 0;
    bool only = false;
    size_t back = 0;
    if (office->country[0] || office->organization)
        return 0;
    while (back < here && back < SENTENCES_BACK && !found) {
        back++;
        found =
            first_of_rank(document, people, &document->sentences.at[here - back], office, &only);
    }
    if (back == 1 && only)
        return found;
    const bool away = found && strcmp(people->at[found].country, people->home) != 0;
    return away && is_held_at_home(people, office->rank) ? 0 : found;
}

bool person_serves_none(const struct document *document, const struct person *person)
{
    const struct annotation *body = person->titled ? person->titled->organization : NULL;
    return !person->country[0] &&
           ((body && !role_serves_state(document, body, true)) ||
            (person->figure && !look_lexeme(document, person->figure)->country[0]));
}

bool person_is_met(const struct document *document, const struct party *party)
{
    const uint32_t begin =
        party->begin - document_is(document, party->begin - 1, CLASS(DETERMINER));
    return document_is(document, begin - 1, CLASS(BY)) ||
           look_ends(document, begin, LEXICON_WITH) || look_ends(document, begin, ANNOTATION_VERB);
}
