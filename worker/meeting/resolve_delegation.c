#include "annotate/look.h"
#include "meeting/resolve.h"

enum { TOKENS_BACK = 600 };

/* Who leads the people told at annotation: "a delegation, led by X"; or NULL. */
static const struct party *led_by(const struct document *document,
                                  const struct annotation *annotation)
{
    uint32_t t = annotation->end;
    t += t < document->tokens.count && look_mark(document, t, ',');
    const struct annotation *leads =
        t < document->tokens.count ? look_at(document, t, LEXICON_HOST) : NULL;
    if (!leads || look_lexeme(document, leads)->part != PART_CHAIR ||
        leads->end >= document->tokens.count)
        return NULL;
    const struct annotation *who = look_at(document, leads->end, ANNOTATION_PARTY);
    const struct party *leader = who ? party_members(who)->at[0] : NULL;
    return leader && leader->type == PARTY_PERSON && !leader->weak ? leader : NULL;
}

static bool is_delegation(const struct party *party)
{
    return party->type == PARTY_GROUP && party->delegation;
}

const struct party *delegation_leader(const struct document *document, const struct party *party)
{
    if (!is_delegation(party) || party->country[0] ||
        !document_is(document, party->begin, CLASS(DETERMINER) | CLASS(DEMONSTRATIVE)))
        return NULL;
    const uint32_t first = party->begin > TOKENS_BACK ? party->begin - TOKENS_BACK : 0;
    for (uint32_t t = party->begin + 1; t-- > first;) {
        const struct annotation *annotation = look_at(document, t, ANNOTATION_PARTY);
        if (!annotation)
            continue;
        const struct party_list *list = party_members(annotation);
        const struct party *leader =
            is_delegation(list->at[list->count - 1]) ? led_by(document, annotation) : NULL;
        if (leader)
            return leader;
    }
    return NULL;
}
