#include "meeting/resolve/resolve.h"

#include <string.h>

#include "annotate/look.h"
#include "meeting/mention/occasion.h"
#include "meeting/resolve/delegation.h"
#include "meeting/resolve/group.h"

void mention_take_party(struct mention *mention, const struct party *party, enum part part)
{
    for (unsigned i = 0; i < mention->party_count; i++) {
        if (mention->parties[i].party == party)
            return;
    }
    if (mention->party_count < MENTION_PARTIES)
        mention->parties[mention->party_count++] = (struct slot){party, part};
}

enum rank person_rank(const struct story *story, const struct party *party)
{
    return party->person ? story->people.at[party->person].rank : party->rank;
}

/* Whether one of them has an office, told or known. */
static bool has_official(const struct story *story, const struct party_list *list)
{
    for (unsigned i = 0; i < list->count; i++) {
        if (person_rank(story, list->at[i]) != RANK_NONE || list->at[i]->figure)
            return true;
    }
    return false;
}

/* "Kenya and Peru said they would meet", "A and B said they would": whether all of them are states,
 * bodies or people with a name, with whom the sentence begins. */
static bool can_confer(const struct story *story, const struct mention *mention,
                       const struct party_list *list)
{
    const uint32_t begin = story->document->sentences.at[mention->sentence].begin;
    if (party_is_pair(story->document, list->at[0]) || group_can_meet(story, mention, list->at[0]))
        return list->at[0]->begin == begin; /* "The two countries said they would" */
    if (list->count < 2)
        return false;
    for (unsigned i = 0; i < list->count; i++) {
        const struct party *party = list->at[i];
        if (party->type == PARTY_GROUP || party->weak || party->name_end == party->name_begin)
            return false;
    }
    return list->at[0]->begin == begin;
}

/* Several of whom the sentence itself speaks before the trigger: "A and B will start at the church,
 * after which they will meet C".  Returns whether there are any. */
static bool take_several(const struct story *story, struct mention *mention)
{
    const struct document *document = story->document;
    for (uint32_t t = document->sentences.at[mention->sentence].begin; t < mention->trigger.begin;
         t++) {
        const struct annotation *annotation = look_at(document, t, ANNOTATION_PARTY);
        const struct party_list *list = annotation ? party_members(annotation) : NULL;
        if (!list || annotation->end > mention->trigger.begin ||
            !(can_confer(story, mention, list) || (list->count > 1 && has_official(story, list))))
            continue;
        for (unsigned i = 0; i < list->count; i++)
            mention_take_party(mention, list->at[i], PART_ATTENDEE);
        return true;
    }
    return false;
}

/* "The minister did not attend.  They will meet again": one person is no "they", unless the
 * sentence tells of his delegation. */
static bool is_alone(const struct document *document, const struct sentence *sentence,
                     const struct party_list *list)
{
    return list->count == 1 && list->at[0]->type == PARTY_PERSON && !list->at[0]->plural &&
           !look_within(document, sentence->begin, sentence->end, LEXICON_DELEGATION);
}

/* Those of whom the sentence before speaks first, if they can be expected to meet. */
static void take_before(const struct story *story, struct mention *mention)
{
    const struct document *document = story->document;
    const struct sentence *before =
        mention->sentence ? &document->sentences.at[mention->sentence - 1] : NULL;
    if (!before || (before->flags & SENTENCE_BOILERPLATE))
        return;
    for (uint32_t t = before->begin; t < before->end; t++) {
        const struct annotation *annotation = look_at(document, t, ANNOTATION_PARTY);
        if (!annotation || is_alone(document, before, party_members(annotation)))
            continue;
        const struct party_list *list = party_members(annotation);
        for (unsigned i = 0; has_official(story, list) && i < list->count; i++) {
            if (!list->at[i]->weak)
                mention_take_party(mention, list->at[i], PART_ATTENDEE);
        }
        return;
    }
}

/* Whether the slot of a meeting told before is of several who met another there, and not of him:
 * those of whom it is told. */
static bool is_of_side(const struct story *story, const struct mention *before,
                       const struct slot *slot)
{
    const uint32_t begin = slot->party->begin;
    if (before->plural_pronoun) /* "They met C.  They met D" */
        return begin < story->document->sentences.at[before->sentence].begin;
    return before->hosting ? slot->part != PART_HOST : begin < before->trigger.begin;
}

/* "A and B were received by C.  They met D", "The senators were received by C": takes those of one
 * side, if they are several and met somebody again; returns whether they did. */
static bool take_side(const struct story *story, const struct mention *before,
                      struct mention *mention)
{
    enum { SEVERAL = 2 };
    unsigned count = 0;
    if (!mention->verb || !before->verb || mention->party_count == 0)
        return false;
    for (unsigned p = 0; p < before->party_count; p++) {
        const struct party *party = before->parties[p].party;
        const bool group = (party->plural || party->type == PARTY_GROUP) && mention_meets(mention);
        count += is_of_side(story, before, &before->parties[p]) ? 1 + group : 0;
    }
    if (count < SEVERAL)
        return false;
    for (unsigned p = 0; p < before->party_count; p++) {
        if (is_of_side(story, before, &before->parties[p]))
            mention_take_party(mention, before->parties[p].party, PART_ATTENDEE);
    }
    return true;
}

/* "The ministers met on Friday.  They will meet again": the group whose meeting was told last. */
static void take_group(const struct story *story, const struct mention_list *mentions,
                       uint32_t index)
{
    struct mention *mention = mentions->at[index];
    for (uint32_t i = index; i-- > 0;) {
        const struct mention *before = mentions->at[i];
        const struct slot *first = before->party_count > 0 ? &before->parties[0] : NULL;
        if (before->sentence + SENTENCES_BACK < mention->sentence)
            return;
        const bool several = first && (first->party->type == PARTY_GROUP || first->party->plural);
        if (!several || before->sentence == mention->sentence ||
            person_rank(story, first->party) == RANK_NONE)
            continue;
        mention_take_party(mention, first->party, first->part);
        return;
    }
}

/* Those whom the last meeting told before brought together, so many sentences back at most; returns
 * whether there are any. */
static bool take_met(const struct story *story, const struct mention_list *mentions, uint32_t index,
                     uint32_t back)
{
    struct mention *mention = mentions->at[index];
    for (uint32_t i = index; i-- > 0;) {
        const struct mention *before = mentions->at[i];
        if (before->sentence + back < mention->sentence)
            return false;
        const bool apart = before->sentence == mention->sentence &&
                           before->trigger.begin == mention->trigger.begin;
        if (before->party_count < 2 || apart || /* "met A and separately B": not with A again */
            mention_adds(mentions, i))
            continue;
        before = resolve_main(mentions, i);
        if (take_side(story, before, mention))
            return true;
        for (unsigned p = 0; p < before->party_count; p++)
            mention_take_party(mention, before->parties[p].party, PART_ATTENDEE);
        return true;
    }
    return false;
}

/* "They": who the last meeting told before brought together, else the last who were spoken of. */
static void resolve_plural(const struct story *story, const struct mention_list *mentions,
                           uint32_t index)
{
    struct mention *mention = mentions->at[index];
    if (resolve_two(story, mention) || resolve_ahead(story, mention) ||
        take_several(story, mention))
        return;
    const struct party *group =
        mention_meets(mention) ? group_in_series(mentions, index, true) : NULL;
    if (group) {
        mention_take_party(mention, group, PART_ATTENDEE);
        return;
    }
    if (take_met(story, mentions, index, SENTENCES_BACK))
        return;
    take_before(story, mention);
    if (mention->party_count == 0)
        take_group(story, mentions, index);
    if (mention->party_count == 0 && mention->date) /* "A met B. … They will meet again in May" */
        take_met(story, mentions, index, GROUP_SENTENCES_BACK);
}

bool rank_fits(enum rank group, enum rank rank)
{
    if (group == RANK_NONE || group == RANK_OFFICIAL)
        return true;
    return group == rank || (rank_is_minister(group) && rank_is_minister(rank));
}

void mention_drop_slot(struct mention *mention, unsigned slot)
{
    memmove(&mention->parties[slot], &mention->parties[slot + 1],
            (mention->party_count - slot - 1u) * sizeof *mention->parties);
    mention->party_count--;
}

static void resolve_groups(const struct story *story, const struct mention_list *mentions,
                           uint32_t index)
{
    struct mention *mention = mentions->at[index];
    for (unsigned i = mention->party_count; i-- > 0;) {
        const struct slot slot = mention->parties[i];
        const struct party *leader = delegation_leader(story->document, slot.party);
        if (group_is_new(story->document, mention, slot.party))
            continue;
        const bool met = slot.party->begin >= mention->trigger.end && /* "will see the leaders" */
                         !mention->one_of_two && !party_is_pair(story->document, slot.party);
        if (group_refers_back(story->document, slot.party) && !met)
            resolve_group(story, mentions, index, i);
        else if (leader) {
            if (slot.party->type != PARTY_GROUP && slot.party->type != PARTY_COUNTRY)
                mention_drop_slot(mention, i); /* for which its leader stands */
            mention_take_party(mention, leader, slot.part);
        } else if (party_is_the_delegation(story->document, slot.party))
            resolve_delegation(mentions, index, i);
    }
}

/* "doit gagner Lyon pour y rencontrer B": the town told last before the mention, in its sentence or
 * the one before it; not that of an office, "maire de Lyon"; or NULL. */
static const struct annotation *town_before(const struct document *document,
                                            const struct mention *mention)
{
    const uint32_t number = mention->sentence - (mention->sentence > 0);
    for (uint32_t t = mention->trigger.begin; t-- > document->sentences.at[number].begin;) {
        const struct annotation *place = look_at(document, t, ANNOTATION_PLACE);
        const struct spot *spot = place ? place->detail : NULL;
        const bool name = look_flag(document, t - 1, TOKEN_CAPITAL) || /* "Mme Kos" */
                          look_ends(document, t, ANNOTATION_ROLE);
        if (spot && spot->city && !name && !(spot->governor & (CLASS(OF) | CLASS(FROM))))
            return place;
    }
    return NULL;
}

/* "There": where the last meeting told before took place, or in a town told since. */
static void resolve_place(const struct story *story, const struct mention_list *mentions,
                          uint32_t index)
{
    struct mention *mention = mentions->at[index];
    if (!mention->there || mention->place)
        return;
    for (uint32_t i = index; i-- > 0 && !mention->place;) {
        if (mentions->at[i]->sentence + SENTENCES_BACK < mention->sentence)
            break;
        mention->place = mentions->at[i]->place;
    }
    const struct annotation *town = town_before(story->document, mention);
    if (town && (!mention->place || town->begin > mention->place->begin))
        mention->place = town;
}

enum gender party_gender(const struct story *story, const struct party *party)
{
    return party->person ? story->people.at[party->person].gender
                         : gender_of_party(story->document, party);
}

/* "Sa tournée s'achèvera lundi": of who is told to travel, not of who received him on the way. */
static const struct party *traveller_before(const struct story *story,
                                            const struct mention_list *mentions, uint32_t index)
{
    const struct mention *mention = mentions->at[index];
    const struct mention *visit = visit_before(mentions, index);
    if (mention->kind != KIND_VISIT || !mention->label.possessive || !visit ||
        visit->sentence + GROUP_SENTENCES_BACK < mention->sentence)
        return NULL;
    for (unsigned p = 0; p < visit->party_count; p++) {
        if (slot_is_traveller(&visit->parties[p]) &&
            pronoun_can_mean(story, mention, visit->parties[p].party))
            return visit->parties[p].party;
    }
    return NULL;
}

/* Whether "his" stands before the word for the meeting, and nobody's name. */
static bool is_somebodys(const struct document *document, const struct mention *mention)
{
    enum { WORDS_BACK = 4 };
    for (uint32_t back = 1; back <= WORDS_BACK && back <= mention->trigger.begin; back++) {
        const uint32_t t = mention->trigger.begin - back;
        if (look_clitic(document, t) || look_flag(document, t, TOKEN_PUNCT))
            return false;
        if (document_is(document, t, CLASS(POSSESSIVE)))
            return true;
    }
    return false;
}

/* "Wang has also held talks with B during his visit", where B is told to be on one: it is B's. */
static void resolve_own_visit(const struct story *story, const struct mention_list *mentions,
                              uint32_t index)
{
    struct mention *mention = mentions->at[index];
    const struct mention *visit = visit_before(mentions, index);
    if (mention->kind != KIND_VISIT || mention->verb || mention->party_count != 1 || !visit ||
        mention->status == STATUS_SCHEDULED || !is_somebodys(story->document, mention))
        return;
    const struct sentence *sentence = &story->document->sentences.at[mention->sentence];
    for (uint32_t t = sentence->begin; t < mention->trigger.begin; t++) {
        const struct annotation *annotation = look_at(story->document, t, ANNOTATION_PARTY);
        const struct party *party = annotation ? party_members(annotation)->at[0] : NULL;
        for (unsigned p = 0; party && p < visit->party_count; p++) {
            if (!slot_is_traveller(&visit->parties[p]) ||
                actor_same(story, mention->parties[0].party, visit->parties[p].party) ||
                !actor_same(story, party, visit->parties[p].party))
                continue;
            mention->parties[0].party = visit->parties[p].party;
            return;
        }
    }
}

static void resolve_singular(const struct story *story, const struct mention_list *mentions,
                             uint32_t index)
{
    struct mention *mention = mentions->at[index];
    const struct party *body = body_meant(story, mention);
    if (body) {
        mention_take_party(mention, body, PART_ATTENDEE);
        return;
    }
    const bool untold = !mention->verb && !mention->label.possessive && !mention->latter &&
                        mention->gender == GENDER_UNKNOWN && mention->party_count == 1;
    const struct party *group =
        untold || mention->thing ? group_in_series(mentions, index, false) : NULL;
    if (group) {
        mention_take_party(mention, group, PART_ATTENDEE);
        return;
    }
    const bool opens = clause_opens(story->document, mention);
    const bool acts = (mention->verb || opens) && !mention->latter;
    const struct party *person = acts ? speaker_behind(story->document, mention) : NULL;
    person = !person && acts ? person_ahead(story->document, mention, opens) : person;
    if (!person)
        person = mention->latter ? told_last(story, mention) : person_before(story, mention);
    if (!person && acts)
        person = person_ahead(story->document, mention, true);
    const bool had = !mention->verb && !mention->label.possessive && !mention->latter;
    if (!person && (acts || had)) /* "Elle a eu une réunion avec B" */
        person = delegation_before(story->document, mention);
    const struct party *traveller = traveller_before(story, mentions, index);
    const uint32_t begin = story->document->sentences.at[mention->sentence].begin;
    const struct party *here = acts ? delegation_here(story->document, mention) : NULL;
    if (here && (!person || person->begin < begin))
        person = here;
    if (traveller && !mention->latter && (!person || person->begin < begin))
        person = traveller;
    if (!person)
        return;
    pronoun_is_another(story, mentions, index, person);
    mention_take_party(mention, person, mention->kind == KIND_VISIT ? PART_VISITOR : PART_ATTENDEE);
    if (person->type == PARTY_GROUP)
        resolve_groups(story, mentions, index); /* "the delegation": who it is */
}

void resolve_pronouns(const struct story *story, const struct mention_list *mentions)
{
    for (uint32_t i = 0; i < mentions->count; i++) {
        struct mention *mention = mentions->at[i];
        resolve_groups(story, mentions, i);
        resolve_the_visit(story, mentions, i);
        resolve_own_visit(story, mentions, i);
        resolve_standin(mentions, i);
        resolve_another(mentions, i);
        resolve_host(mentions, i);
        resolve_receiver(story, mentions, i);
        resolve_sequel(mentions, i);
        resolve_place(story, mentions, i);
        resolve_unnamed(story, mentions, i);
        if (mention->plural_pronoun) {
            resolve_plural(story, mentions, i);
            resolve_groups(story, mentions, i); /* "We met", behind "of the two ministers" */
        } else if (mention->pronoun)
            resolve_singular(story, mentions, i);
        if (mention->objective)
            resolve_objective(story, mentions, i);
        resolve_replanned(story, mentions, i);
    }
}
