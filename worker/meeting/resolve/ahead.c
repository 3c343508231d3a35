#include "annotate/look.h"
#include "meeting/clause/titled.h"
#include "meeting/resolve/resolve.h"

/*
 * Who a pronoun means in a clause that opens the sentence, where the main clause behind its comma
 * tells: "When they met on Monday, A assured B of her support".
 */

enum { COMMAS_MAX = 2, WORDS_BETWEEN = 6 };

/* The party that stands at token, behind an article or none, or NULL. */
static const struct annotation *party_from(const struct document *document, uint32_t token)
{
    const struct annotation *party = look_at(document, token, ANNOTATION_PARTY);
    const bool article = !party && document_is(document, token, CLASS(DETERMINER));
    return article ? look_at(document, token + 1, ANNOTATION_PARTY) : party;
}

bool clause_opens(const struct document *document, const struct mention *mention)
{
    enum { WORDS_MAX = 8 };
    const uint64_t person = CLASS(PRONOUN) | CLASS(PLURAL_PRONOUN);
    const uint32_t begin = document->sentences.at[mention->sentence].begin;
    for (uint32_t t = begin; t < mention->trigger.begin && t - begin < WORDS_MAX; t++) {
        const struct annotation *when = look_at(document, t, LEXICON_FOLLOWING);
        if (t > begin && (document_is(document, t, CLASS(WHERE)) ||
                          (when && document_is(document, when->end, person))))
            return true;
        const struct annotation *party = look_at(document, t, ANNOTATION_PARTY);
        const bool house = party && t > begin && document_is(document, t - 1, CLASS(OF)) &&
                           party_members(party)->at[0]->type == PARTY_COUNTRY; /* "de l'Élysée" */
        const bool who = party && !house && !look_at(document, t, ANNOTATION_PLACE) &&
                         !look_at(document, t, ANNOTATION_VERB); /* "Speaking in" */
        if (who || document_is(document, t, person))
            return false;
    }
    return false;
}

/* Who acts behind the comma that closes the clause of the trigger, or NULL. */
static const struct annotation *actor_ahead(const struct document *document,
                                            const struct mention *mention)
{
    const struct sentence *sentence = &document->sentences.at[mention->sentence];
    unsigned commas = 0;
    const uint32_t begin = sentence->begin;
    if (!document_is(document, begin, CLASS(SUBORDINATOR)) &&
        !document_is(document, begin + 1, CLASS(SUBORDINATOR)) && /* "alors qu'il" */
        !clause_opens(document, mention))
        return NULL;
    for (uint32_t t = mention->trigger.end; t < sentence->end && commas < COMMAS_MAX; t++) {
        if (!look_mark(document, t, ','))
            continue;
        commas++;
        const struct annotation *actor = party_from(document, t + 1);
        const struct party *first = actor ? party_members(actor)->at[0] : NULL;
        if (first && first->type == PARTY_PERSON && !first->weak && !party_speaks(first))
            return actor;
    }
    return NULL;
}

/* Whom the actor does something to, right behind the verb: one person whom nothing governs. */
static const struct party *other_ahead(const struct document *document,
                                       const struct annotation *actor, uint32_t end)
{
    for (uint32_t t = actor->end; t < end && t <= actor->end + WORDS_BETWEEN; t++) {
        const struct annotation *annotation = look_at(document, t, ANNOTATION_PARTY);
        const struct party *party = annotation ? party_members(annotation)->at[0] : NULL;
        if (party)
            return party->type == PARTY_PERSON && !party->weak && !party->plural &&
                           !party_is_governed(document, party)
                       ? party
                       : NULL;
        if (look_mark(document, t, ','))
            return NULL;
    }
    return NULL;
}

const struct party *person_ahead(const struct document *document, const struct mention *mention,
                                 bool speaking)
{
    const struct annotation *actor = actor_ahead(document, mention);
    return actor && party_members(actor)->count == 1 && !party_members(actor)->at[0]->plural &&
                   (speaking || !look_at(document, actor->end, LEXICON_SPEECHVERB))
               ? party_members(actor)->at[0]
               : NULL;
}

/* Who says what ends at token with a quotation mark: "…,” A said", "…”, said A"; or NULL. */
static const struct party *speaker_at(const struct document *document, uint32_t token)
{
    const uint32_t begin = token + 1 + look_mark(document, token + 1, ',');
    const struct annotation *says = look_at(document, begin, LEXICON_SPEECHVERB);
    const struct annotation *who = party_from(document, says ? says->end : begin);
    const struct party *first = who ? party_members(who)->at[0] : NULL;
    return first && first->type == PARTY_PERSON && !first->plural && !party_speaks(first) &&
                   (says || look_at(document, who->end, LEXICON_SPEECHVERB))
               ? first
               : NULL;
}

const struct party *speaker_behind(const struct document *document, const struct mention *mention)
{
    enum { SENTENCES_MAX = 4 };
    const struct sentence *own = &document->sentences.at[mention->sentence];
    const struct sentence *all = document->sentences.at + document->sentences.count;
    if (mention->gender != GENDER_UNKNOWN || !titled_mark(document, own->begin))
        return NULL;
    for (const struct sentence *at = own; at < all && at < own + SENTENCES_MAX; at++) {
        for (uint32_t t = at->begin + (at == own); t < at->end; t++) {
            if (titled_mark(document, t))
                return at == own ? NULL : speaker_at(document, t);
        }
    }
    return NULL;
}

bool resolve_ahead(const struct story *story, struct mention *mention)
{
    const struct document *document = story->document;
    const struct annotation *actor = actor_ahead(document, mention);
    if (!actor)
        return false;
    const struct party_list *list = party_members(actor);
    const struct party *other =
        other_ahead(document, actor, document->sentences.at[mention->sentence].end);
    if (list->count == 1 && !other)
        return false;
    for (unsigned i = 0; i < list->count; i++)
        mention_take_party(mention, list->at[i], PART_ATTENDEE);
    if (list->count == 1)
        mention_take_party(mention, other, PART_ATTENDEE);
    return true;
}
