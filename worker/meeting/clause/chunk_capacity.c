#include "meeting/clause/chunk_capacity.h"

#include "annotate/look.h"
#include "annotate/party/party.h"

bool chunk_is_capacity(const struct document *document, uint32_t token)
{
    const struct annotation *told = look_at(document, token + 1, ANNOTATION_PARTY);
    if (!told || document_is(document, token + 1, CLASS(DETERMINER) | CLASS(POSSESSIVE)))
        return false;
    const struct party_list *members = party_members(told);
    const struct party *party = members->at[0];
    return members->count == 1 && party->type == PARTY_PERSON && party->role_count > 0 &&
           !party->plural && party->name_begin == party->name_end &&
           !look_at(document, told->end, LEXICON_AUX) &&
           !look_at(document, told->end, ANNOTATION_VERB);
}
