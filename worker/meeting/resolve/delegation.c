#include "meeting/resolve/delegation.h"

#include "annotate/look.h"
#include "meeting/mention/occasion.h"
#include "meeting/resolve/group.h"
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

/* "Holm's | delegation": the person whose it is, or NULL. */
static const struct party *owner_before(const struct document *document, const struct party *party)
{
    enum { WORDS_MAX = 10 };
    const uint32_t clitic = party->begin - 1;
    if (party->begin < 2 || !look_clitic(document, clitic))
        return NULL;
    for (uint32_t back = 1; back <= WORDS_MAX && back <= clitic; back++) {
        const struct annotation *annotation = look_at(document, clitic - back, ANNOTATION_PARTY);
        if (annotation)
            return annotation->end == clitic &&
                           party_members(annotation)->at[0]->type == PARTY_PERSON
                       ? party_members(annotation)->at[0]
                       : NULL;
    }
    return NULL;
}

const struct party *delegation_leader(const struct document *document, const struct party *party)
{
    const struct party *owner = is_delegation(party) ? owner_before(document, party) : NULL;
    if (owner)
        return owner;
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

/* The delegation that the sentence tells first, if nothing governs it. */
static const struct party *delegation_in(const struct document *document,
                                         const struct sentence *sentence)
{
    for (uint32_t t = sentence->begin; t < sentence->end; t++) {
        const struct annotation *annotation = look_at(document, t, ANNOTATION_PARTY);
        const struct party *party = annotation ? party_members(annotation)->at[0] : NULL;
        const struct annotation *noun =
            party ? look_at(document, party->name_begin, LEXICON_DELEGATION) : NULL;
        if (party && is_delegation(party) && !(noun && noun->tag == TAG_PLUR) &&
            !party_is_governed(document, party))
            return party;
    }
    return NULL;
}

const struct party *delegation_here(const struct document *document, const struct mention *mention)
{
    const struct party *party = delegation_in(document, &document->sentences.at[mention->sentence]);
    return party && party->end <= mention->trigger.begin ? party : NULL;
}

const struct party *delegation_before(const struct document *document,
                                      const struct mention *mention)
{
    for (uint32_t back = 1; back <= SENTENCES_BACK && back <= mention->sentence; back++) {
        const struct party *party =
            delegation_in(document, &document->sentences.at[mention->sentence - back]);
        if (party)
            return party;
    }
    return NULL;
}

bool party_is_the_delegation(const struct document *document, const struct party *party)
{
    const bool theirs = look_flag(document, party->begin, TOKEN_SENTENCE) && /* "Her delegation" */
                        document_is(document, party->begin, CLASS(POSSESSIVE));
    const bool known =
        document_is(document, party->begin, CLASS(DETERMINER) | CLASS(DEMONSTRATIVE)) &&
        !document_is(document, party->begin, CLASS(INDEFINITE));
    const struct annotation *noun =
        party->type == PARTY_GROUP && party->delegation && !party->country[0] && (known || theirs)
            ? look_at(document, party->name_begin, LEXICON_DELEGATION)
            : NULL;
    return noun && noun->end == party->name_end;
}

bool slot_is_traveller(const struct slot *slot)
{
    return slot->part == PART_VISITOR && slot->party->type != PARTY_GROUP;
}

const struct mention *visit_before(const struct mention_list *mentions, uint32_t index)
{
    for (uint32_t i = index; i-- > 0;) {
        const struct mention *before = mentions->at[i];
        for (unsigned p = 0; before->kind == KIND_VISIT && p < before->party_count; p++) {
            if (slot_is_traveller(&before->parties[p]))
                return before;
        }
    }
    return NULL;
}

void resolve_the_visit(const struct story *story, const struct mention_list *mentions,
                       uint32_t index)
{
    enum { OPENING_WORDS = 3 };
    struct mention *mention = mentions->at[index];
    const struct mention *visit = visit_before(mentions, index);
    const struct label *label = &mention->label;
    const uint32_t begin = story->document->sentences.at[mention->sentence].begin;
    if (mention->kind != KIND_VISIT || mention->verb || mention->party_count != 1 || !visit ||
        !label->definite || !label->bare || label->possessive || mention->date || mention->place ||
        mention->trigger.begin > begin + OPENING_WORDS ||
        mention->parties[0].party->begin < mention->trigger.end ||
        visit->sentence + GROUP_SENTENCES_BACK < mention->sentence)
        return;
    for (unsigned p = 0; p < visit->party_count; p++) {
        if (slot_is_traveller(&visit->parties[p]) &&
            actor_same(story, mention->parties[0].party, visit->parties[p].party))
            return;
    }
    mention->party_count = 0;
}

void resolve_delegation(const struct mention_list *mentions, uint32_t index, unsigned slot)
{
    const struct mention *visit = visit_before(mentions, index);
    struct mention *mention = mentions->at[index];
    const struct slot delegation = mention->parties[slot];
    const unsigned told = mention->party_count;
    for (unsigned p = 0; visit && p < visit->party_count; p++) {
        if (slot_is_traveller(&visit->parties[p]))
            mention_take_party(mention, visit->parties[p].party, delegation.part);
    }
    for (uint32_t i = 0; i < index; i++) {
        const struct mention *company = mentions->at[i];
        mention->members |= company->members;
        for (unsigned p = 0; company->company && p < company->party_count; p++)
            mention_take_party(mention, company->parties[p].party, delegation.part);
    }
    if (mention->party_count > told)
        mention_drop_slot(mention, slot);
}
