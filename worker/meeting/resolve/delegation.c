#include "annotate/look.h"
#include "meeting/resolve/resolve.h"

enum { TOKENS_BACK = 600 };

/* "qui était conduite par": behind the relative pronoun at token and its auxiliary, or token. */
static uint32_t behind_relative(const struct document *document, uint32_t token)
{
    const struct annotation *aux = document_is(document, token, CLASS(RELATIVE))
                                       ? look_at(document, token + 1, LEXICON_AUX)
                                       : NULL;
    return aux ? aux->end : token;
}

/* Whose the people are may stand between them and who leads them: "une délégation de l'Union des
 * femmes, conduite par X"; the next verb ends that. */
static const struct annotation *leads_behind(const struct document *document, uint32_t token)
{
    enum { WORDS_MAX = 14 };
    for (uint32_t t = token; t < document->tokens.count && t - token <= WORDS_MAX; t++) {
        const struct annotation *leads =
            look_at(document, behind_relative(document, t), LEXICON_HOST);
        if (leads && look_lexeme(document, leads)->part == PART_CHAIR)
            return leads;
        const bool stops = look_at(document, t, LEXICON_AUX) ||
                           look_at(document, t, LEXICON_DELEGATION) ||
                           look_at(document, t, LEXICON_MEETNOUN) ||
                           document_is(document, t, CLASS(RELATIVE) | CLASS(SUBORDINATOR)) ||
                           look_mark(document, t, '.') || look_mark(document, t, ';');
        if (leads || stops)
            break;
    }
    return NULL;
}

/* Who leads the people told at annotation: "a delegation, led by X"; or NULL. */
static const struct party *led_by(const struct document *document,
                                  const struct annotation *annotation)
{
    const struct annotation *leads = leads_behind(document, annotation->end);
    if (!leads || leads->end >= document->tokens.count)
        return NULL;
    const struct annotation *who = look_at(document, leads->end, ANNOTATION_PARTY);
    const struct party *leader = who ? party_members(who)->at[0] : NULL;
    return leader && leader->type == PARTY_PERSON ? leader : NULL;
}

static bool is_delegation(const struct party *party)
{
    return party->delegation && party->type != PARTY_PERSON;
}

/* Who leads the delegation told last from the token back to the first, or NULL. */
static const struct party *led_before(const struct document *document, uint32_t token,
                                      uint32_t first)
{
    for (uint32_t t = token + 1; t-- > first;) {
        const struct annotation *annotation = look_at(document, t, ANNOTATION_PARTY);
        if (!annotation)
            continue;
        const struct party *leader =
            is_delegation(party_last(annotation)) ? led_by(document, annotation) : NULL;
        if (leader)
            return leader;
    }
    return NULL;
}

/* "la cheffe de mission", "the head of the delegation": whether the office is that alone. */
static bool is_head(const struct document *document, const struct party *party)
{
    const struct role *role = party->role_count == 1 ? party->roles[0] : NULL;
    return party->type == PARTY_PERSON && role && !party->person && !party->plural &&
           party->name_end == party->name_begin && !party->country[0] &&
           look_ends(document, role->end, LEXICON_DELEGATION);
}

const struct party *delegation_leader(const struct document *document, const struct party *party)
{
    if (is_head(document, party))
        return led_before(document, party->begin,
                          party->begin > TOKENS_BACK ? party->begin - TOKENS_BACK : 0);
    if (!is_delegation(party) || party->country[0] ||
        !document_is(document, party->begin, CLASS(DETERMINER) | CLASS(DEMONSTRATIVE)))
        return NULL;
    const bool another = document_is(document, party->begin, CLASS(INDEFINITE));
    const uint32_t back = another ? 0 : TOKENS_BACK; /* "une délégation": of its own leader */
    return led_before(document, party->begin, party->begin > back ? party->begin - back : 0);
}

const struct party *delegation_before(const struct document *document,
                                      const struct mention *mention)
{
    const struct sentence *before =
        mention->sentence > 0 ? &document->sentences.at[mention->sentence - 1] : NULL;
    for (uint32_t t = before ? before->begin : 0; before && t < before->end; t++) {
        const struct annotation *annotation = look_at(document, t, ANNOTATION_PARTY);
        const struct party *party = annotation ? party_members(annotation)->at[0] : NULL;
        if (party && party->delegation && !party_is_governed(document, party))
            return party;
    }
    return NULL;
}
