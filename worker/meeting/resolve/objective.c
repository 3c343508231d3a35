#include "annotate/look.h"
#include "meeting/mention/occasion.h"
#include "meeting/resolve/delegation.h"
#include "meeting/resolve/group.h"
#include "meeting/resolve/resolve.h"

/* Who "him" is: whom somebody else met in the sentence before, else the last who was spoken of, and
 * who is not the one who met him. */

enum { OBJECTIVE_SENTENCES = 2 };

/* Whether words that govern what follows end at token. */
static bool governs(const struct document *document, uint32_t token)
{
    enum { WORDS_MAX = 4 };
    static const uint16_t kinds[] = {LEXICON_WITH,      LEXICON_BETWEEN,  LEXICON_HOST,
                                     LEXICON_FOLLOWING, LEXICON_SIDELINE, LEXICON_ACCOMPANIED};
    for (uint32_t back = 1; back <= WORDS_MAX && back <= token; back++) {
        for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
            const struct annotation *words = look_at(document, token - back, kinds[i]);
            if (words && words->end == token)
                return true;
        }
    }
    return false;
}

bool party_is_governed(const struct document *document, const struct party *party)
{
    const uint64_t prepositions =
        CLASS(OF) | CLASS(AT) | CLASS(TO) | CLASS(BY) | CLASS(FROM) | CLASS(ABOUT);
    uint32_t t = party->begin;
    if (document_is(document, t, CLASS(DETERMINER)) && document_is(document, t, prepositions))
        return true; /* "du ministre" */
    while (t > 0 && document_is(document, t - 1, CLASS(DETERMINER) | CLASS(POSSESSIVE)) &&
           !document_is(document, t - 1, prepositions))
        t--;
    return (t > 0 && document_is(document, t - 1, prepositions)) || governs(document, t);
}

/* Where "him" or "les" stands beside the trigger; or the end of its sentence. */
static uint32_t pronoun_beside(const struct document *document, const struct mention *mention)
{
    enum { WORDS_AHEAD = 8 };
    const uint32_t end = document->sentences.at[mention->sentence].end;
    const uint32_t begin = mention->trigger.begin;
    if (begin > 0 && document_is(document, begin - 1, CLASS(OBJECTIVE)))
        return begin - 1;
    for (uint32_t t = mention->trigger.end; t < end && t < mention->trigger.end + WORDS_AHEAD;
         t++) {
        if (document_is(document, t, CLASS(OBJECTIVE)))
            return t;
    }
    return end;
}

static enum gender gender_told(const struct document *document, const struct mention *mention)
{
    return gender_of_pronoun(document, pronoun_beside(document, mention));
}

/* "les avait reçus", "met with them": whether several were met. */
static bool tells_several(const struct document *document, const struct mention *mention)
{
    const struct annotation *pronoun =
        look_at(document, pronoun_beside(document, mention), LEXICON_GENDER);
    return pronoun && str_equal(pack_column(document->pack, pronoun->value, 1), STR("SEVERAL"));
}

/* The first person in the span who is not in the mention: whom nothing governs; else, if told
 * to, the last of all. */
static const struct party *person_in(const struct story *story, const struct mention *mention,
                                     struct span span, bool whoever)
{
    const enum gender gender = gender_told(story->document, mention);
    const struct party *found = NULL;
    for (uint32_t t = span.begin; t < span.end; t++) {
        const struct annotation *annotation = look_at(story->document, t, ANNOTATION_PARTY);
        if (!annotation || annotation->end > span.end)
            continue;
        const struct party *party = party_members(annotation)->at[0];
        if (party->type != PARTY_PERSON || party->plural || party->weak || party->companion ||
            actor_among(story, party, mention->parties, mention->party_count) ||
            !gender_agrees(gender, party_gender(story, party)))
            continue;
        if (!party_is_governed(story->document, party))
            return party;
        found = party;
    }
    return whoever ? found : NULL;
}

/* Whether the slot's party can be the one whom the mention tells by a pronoun. */
static bool can_be_met(const struct story *story, const struct mention *mention,
                       const struct slot *slot)
{
    return slot->party->type == PARTY_PERSON && !slot->party->plural && !slot->party->weak &&
           !actor_among(story, slot->party, mention->parties, mention->party_count) &&
           gender_agrees(gender_told(story->document, mention), party_gender(story, slot->party));
}

/* The first mention of the sentence before in which a verb tells that two or more met, or NULL. */
static const struct mention *meeting_before(const struct mention_list *mentions, uint32_t index)
{
    const uint32_t here = mentions->at[index]->sentence;
    const struct mention *before = NULL;
    for (uint32_t i = index; i-- > 0 && mentions->at[i]->sentence + 1 >= here;) {
        const struct mention *told = mentions->at[i];
        if (told->verb && told->sentence < here && told->party_count > 1 &&
            (told->hosting || told->bilateral))
            before = told;
    }
    return before;
}

/* "Premier A will meet B, and C will hold talks with him", where B is told to come: the guest, if
 * it is not he who acts; or NULL. */
static const struct party *guest_of(const struct story *story, const struct mention_list *mentions,
                                    uint32_t index)
{
    const struct mention *mention = mentions->at[index];
    const struct mention *visit = visit_before(mentions, index);
    if (!visit || visit->sentence + GROUP_SENTENCES_BACK < mention->sentence)
        return NULL;
    for (unsigned i = 0; i < visit->party_count; i++) {
        if (slot_is_traveller(&visit->parties[i]) && can_be_met(story, mention, &visit->parties[i]))
            return visit->parties[i].party;
    }
    return NULL;
}

static bool is_told_in(const struct story *story, const struct party *party, struct span span)
{
    for (uint32_t t = span.begin; t < span.end; t++) {
        const struct annotation *told = look_at(story->document, t, ANNOTATION_PARTY);
        if (told && actor_same(story, party_members(told)->at[0], party))
            return true;
    }
    return false;
}

/* Whether the verb of the mention has the slot's party as its object. */
static bool is_met(const struct mention *mention, const struct slot *slot)
{
    return mention->hosting ? slot->part == PART_VISITOR
                            : slot->party->begin >= mention->trigger.end;
}

/* "A received B.  C had met him": whom the verb of the sentence before has as its object; or, where
 * one of the two is told to travel, him.  NULL: nobody, or several. */
static const struct party *met_before(const struct story *story,
                                      const struct mention_list *mentions, uint32_t index)
{
    const struct mention *mention = mentions->at[index];
    const struct mention *before = meeting_before(mentions, index);
    const struct mention *visit = before ? visit_before(mentions, index) : NULL;
    const struct party *met = NULL;
    unsigned count = 0;
    const bool two = before && (before->party_count == 2 || before->hosting);
    for (unsigned i = 0; two && i < before->party_count; i++) {
        const struct slot *slot = &before->parties[i];
        if (!can_be_met(story, mention, slot))
            continue;
        for (unsigned k = 0; visit && k < visit->party_count; k++) {
            if (slot_is_traveller(&visit->parties[k]) &&
                actor_same(story, visit->parties[k].party, slot->party))
                return slot->party;
        }
        met = is_met(before, slot) ? slot->party : met;
        count += is_met(before, slot);
    }
    return count == 1 ? met : NULL;
}

/* The first in the span of whom several are told and whom nothing governs, and who are not in the
 * mention: "The farmers are angry. | The minister met them"; or NULL. */
static const struct party_list *several_in(const struct story *story, const struct mention *mention,
                                           struct span span)
{
    for (uint32_t t = span.begin; t < span.end; t++) {
        const struct party_list *list = party_list_at(story->document, t);
        const struct party *first = list ? list->at[0] : NULL;
        const bool people = first && (first->type == PARTY_GROUP || first->type == PARTY_PERSON);
        if (people && !first->weak && (list->count > 1 || first->plural) &&
            !party_is_governed(story->document, first) &&
            !actor_among(story, first, mention->parties, mention->party_count))
            return list;
    }
    return NULL;
}

static void take_several(const struct story *story, struct mention *mention,
                         const struct party *party)
{
    if (!actor_among(story, party, mention->parties, mention->party_count))
        mention_take_party(mention, party, mention->hosting ? PART_VISITOR : PART_ATTENDEE);
}

/* "A received B and C.  D had met them": all of them; else those of whom the sentence before tells;
 * or the mention tells no meeting of its own. */
static void resolve_several(const struct story *story, const struct mention_list *mentions,
                            uint32_t index)
{
    struct mention *mention = mentions->at[index];
    const struct sentence *at = &story->document->sentences.at[mention->sentence];
    const struct mention *before = meeting_before(mentions, index);
    const unsigned own = mention->party_count;
    for (unsigned i = 0; before && own > 0 && i < before->party_count; i++) {
        if (is_met(before, &before->parties[i]))
            take_several(story, mention, before->parties[i].party);
    }
    const struct party_list *list = NULL;
    if (own > 0 && mention->party_count == own)
        list = several_in(story, mention, (struct span){at->begin, mention->trigger.begin});
    if (own > 0 && mention->party_count == own && !list && mention->sentence > 0)
        list = several_in(story, mention, (struct span){at[-1].begin, at[-1].end});
    for (unsigned i = 0; list && i < list->count; i++)
        take_several(story, mention, list->at[i]);
    mention->joining |= mention->party_count == own;
}

static bool has_office(const struct story *story, const struct party *party)
{
    const enum rank rank = party->person ? story->people.at[party->person].rank : party->rank;
    return rank != RANK_NONE;
}

void resolve_objective(const struct story *story, const struct mention_list *mentions,
                       uint32_t index)
{
    struct mention *mention = mentions->at[index];
    const struct sentence *sentences = story->document->sentences.at;
    const uint32_t here = mention->sentence;
    if (tells_several(story->document, mention)) {
        resolve_several(story, mentions, index);
        return;
    }
    const struct span ahead = {sentences[here].begin, mention->trigger.begin};
    const struct party *guest = guest_of(story, mentions, index);
    const struct party *person =
        guest && is_told_in(story, guest, ahead) ? guest : person_in(story, mention, ahead, true);
    if (!person)
        person = met_before(story, mentions, index);
    person = person ? person : guest;
    for (uint32_t back = 1; !person && back <= OBJECTIVE_SENTENCES && back <= here; back++) {
        const struct sentence *at = &sentences[here - back];
        if (!(at->flags & SENTENCE_BOILERPLATE))
            person = person_in(story, mention, (struct span){at->begin, at->end}, back == 1);
    }
    bool office = person && has_office(story, person);
    for (unsigned i = 0; i < mention->party_count; i++)
        office |= has_office(story, mention->parties[i].party);
    if (!person || !office || mention->party_count == 0 ||
        mention->party_count == MENTION_PARTIES) {
        mention->joining |= mention->verb || mention->kind == KIND_VISIT;
        return;
    }
    const enum part part = mention->hosting ? PART_VISITOR : PART_ATTENDEE;
    mention->parties[mention->party_count++] = (struct slot){person, part};
}
