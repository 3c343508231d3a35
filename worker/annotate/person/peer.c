#include "annotate/look.h"
#include "annotate/person/office.h"

/* Whom "his counterpart" means where nothing tells of which state: the other of two. */

/* Whether the person has the rank of the counterpart. */
static bool is_of_rank(const struct people *people, uint16_t person, const struct party *peer)
{
    return person && people->at[person].ranks >> peer->rank & 1;
}

/* Who is told last before the counterpart in its sentence and has its rank, or 0; behind "mon
 * homologue", which opens what is quoted, who says so. */
static uint16_t whose_peer(const struct document *document, const struct people *people,
                           const struct party *peer)
{
    const uint32_t begin = document->sentences.at[document_sentence(document, peer->begin)].begin;
    for (uint32_t t = peer->begin; t-- > begin;) {
        const struct party_list *list = party_list_at(document, t);
        for (unsigned i = list ? list->count : 0; i-- > 0;) {
            if (list->at[i]->begin < peer->begin && is_of_rank(people, list->at[i]->person, peer))
                return list->at[i]->person;
        }
    }
    const struct sentence *sentence =
        &document->sentences.at[document_sentence(document, peer->begin)];
    const uint32_t first = peer->begin - begin > 1 ? sentence->end : peer->end;
    for (uint32_t t = first; t < sentence->end; t++) {
        const struct party_list *list = party_list_at(document, t);
        for (unsigned i = 0; list && i < list->count; i++) {
            if (list->at[i]->begin == t && is_of_rank(people, list->at[i]->person, peer))
                return list->at[i]->person;
        }
    }
    return 0;
}

const struct party *person_titled(const struct people *people, uint16_t person)
{
    const struct person *known = &people->at[person];
    return known->titled && known->titled->counterpart ? people->at[known->peer].titled
                                                       : known->titled;
}

uint16_t person_peer(const struct document *document, const struct people *people,
                     const struct party *peer)
{
    const uint16_t whose =
        peer->country[0] || peer->organization ? 0 : whose_peer(document, people, peer);
    uint16_t other = 0;
    for (uint16_t i = 1; whose && i < people->count; i++) {
        if (i == whose || !is_of_rank(people, i, peer) || people->at[i].name->begin > peer->begin)
            continue;
        if (other)
            return 0;
        other = i;
    }
    return other;
}
