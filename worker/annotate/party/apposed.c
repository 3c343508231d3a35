#include "annotate/party/apposed.h"

#include <string.h>

#include "annotate/look.h"
#include "annotate/party/field.h"
#include "annotate/party/read.h"

void party_share_title(struct party *party, const struct party *title)
{
    const bool elliptic = party->role_count > 0; /* "… et d'Angola, Y": of a state of its own */
    if (!elliptic)
        party->roles[party->role_count++] = title->roles[0];
    if (!party->elliptic) /* "ministres des Affaires étrangères, X, et | du Commerce, Y" */
        party->rank =
            party->partisan && title->rank == RANK_HEAD_OF_STATE ? RANK_OFFICIAL : title->rank;
    if (!elliptic || !party->organization)
        party->organization = title->organization;
    party->weak = false;
    if (!elliptic)
        party->presumed = title->presumed;
    if (!party->country[0] && !elliptic)
        memcpy(party->country, title->country, 3);
}

unsigned party_names_before(struct party *const *members, unsigned count)
{
    unsigned names = 0;
    while (names < count && members[count - 1 - names]->type == PARTY_PERSON &&
           members[count - 1 - names]->role_count == 0 &&
           members[count - 1 - names]->name_end > members[count - 1 - names]->name_begin)
        names++;
    return names;
}

bool reader_apposed(const struct reader *reader, struct party **members, unsigned count)
{
    const struct document *document = reader->document;
    const struct party *titles = members[count - 1];
    const unsigned names = party_names_before(members, count - 1);
    const uint32_t begin = titles->begin;
    if (names < 2 || !party_is_titles(titles) || titles->counterpart ||
        titles->roles[0]->begin != begin || !look_mark(document, begin - 1, ',') ||
        !reader_is(reader, members[count - 2]->begin - 1, CLASS(AND)) ||
        !reader_closed(reader, reader->at))
        return false;
    for (unsigned i = count - 1 - names; i < count - 1; i++)
        party_share_title(members[i], titles);
    return true;
}

void reader_noun_behind(struct reader *reader)
{
    struct party *party = &reader->party;
    const struct annotation *noun = reader_look(reader, reader->at, LEXICON_ORGNOUN);
    const bool named = party->type == PARTY_ORGANIZATION ||
                       (party->type == PARTY_PERSON && party->weak && party->role_count == 0);
    if (!noun || !named || !reader_is(reader, party->begin, CLASS(DETERMINER)) ||
        noun->tag == TAG_PLUR || look_lexeme(reader->document, noun)->body != BODY_NGO ||
        look_flag(reader->document, noun->begin, TOKEN_CAPITAL) ||
        look_flag(reader->document, noun->end, TOKEN_CAPITAL) ||
        reader_look(reader, noun->end, ANNOTATION_ROLE) ||
        reader_look(reader, noun->end, LEXICON_GROUPNOUN))
        return;
    party->type = PARTY_ORGANIZATION;
    party->weak = false;
    reader->at = noun->end;
}
