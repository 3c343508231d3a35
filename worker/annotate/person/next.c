#include "annotate/look.h"
#include "annotate/person/office.h"

/* Whom an office alone means, told by name at the beginning of the next sentence. */

/* Whether the sentence tells anybody else by office alone, or goes on to somebody by name. */
static bool tells_other(const struct document *document, const struct sentence *sentence,
                        const struct party *party)
{
    const uint64_t bit = KIND_BIT(ANNOTATION_PARTY);
    for (uint32_t t = look_next(document, sentence->begin, sentence->end, bit); t < sentence->end;
         t = look_next(document, t + 1, sentence->end, bit)) {
        const struct party_list *list = party_list_at(document, t);
        for (unsigned i = 0; list && i < list->count; i++) {
            const struct party *other = list->at[i];
            const bool named = other->name_end > other->name_begin;
            if (other != party && other->type == PARTY_PERSON &&
                (named ? other->begin > party->begin : !other->person))
                return true;
        }
    }
    return false;
}

/* Whether the name may be that of somebody of the office, who is told with no title anywhere. */
static bool is_newcomer(const struct people *people, const struct party *named,
                        const struct party *office)
{
    const struct person *person = &people->at[named->person];
    if (named->type != PARTY_PERSON || named->role_count)
        return false;
    if (!named->person) /* told but once */
        return named->name_end > named->name_begin + 1;
    return !person->titled && person->rank == RANK_NONE && person->name->begin > office->begin &&
           !(person->country[0] && office->country[0] &&
             strcmp(person->country, office->country) != 0);
}

/* "son porte-parole", "his spokesman": speaks for somebody, who may be the one named next. */
static bool is_ones_own(const struct document *document, const struct party *office)
{
    const uint64_t own = CLASS(POSSESSIVE);
    return party_speaks(office) &&
           (document_is(document, office->begin, own) ||
            (office->begin > 0 && document_is(document, office->begin - 1, own)));
}

void person_of_next(const struct document *document, struct people *people, struct party *party)
{
    const size_t here = document_sentence(document, party->begin);
    if (party->person || party->plural || party->rank == RANK_NONE ||
        look_flag(document, party->begin, TOKEN_TITLE) || here + 1 >= document->sentences.count ||
        is_ones_own(document, party) || tells_other(document, &document->sentences.at[here], party))
        return;
    const struct annotation *next =
        look_at(document, document->sentences.at[here + 1].begin, ANNOTATION_PARTY);
    struct party *named = next ? party_members(next)->at[0] : NULL;
    if (!named || party_members(next)->count > 1 || !is_newcomer(people, named, party) ||
        (!named->person && people->count == PEOPLE_MAX))
        return;
    if (!named->person) {
        named->person = people->count++;
        named->weak = false;
        people->at[named->person] = (struct person){.name = named};
    }
    struct person *person = &people->at[named->person];
    party->person = named->person;
    person->rank = party->rank;
    person->ranks |= UINT32_C(1) << party->rank;
    if (!party->counterpart)
        person->titled = party;
    if (!person->country[0])
        memcpy(person->country, party->country, 3);
}
