#include "annotate/look.h"
#include "annotate/party/party.h"
#include "meeting/resolve/resolve.h"

/* The body or state for which a pronoun stands that is the subject of a meeting. */

/* The body or state that the sentence names first before the trigger, "the union said it met B"; or
 * NULL. */
static const struct party *body_before(const struct document *document,
                                       const struct mention *mention)
{
    const uint64_t governors = CLASS(OF) | CLASS(AT) | CLASS(TO) | CLASS(FROM) | CLASS(BY);
    for (uint32_t t = document->sentences.at[mention->sentence].begin; t < mention->trigger.begin;
         t++) {
        const struct annotation *annotation = look_at(document, t, ANNOTATION_PARTY);
        const struct party *first = annotation ? party_members(annotation)->at[0] : NULL;
        if (!first || document_is(document, first->begin - 1, governors) ||
            document_is(document, first->begin, governors)) /* "Au Ghana, il a rencontré" */
            continue;
        return first->type == PARTY_ORGANIZATION || first->type == PARTY_COUNTRY ? first : NULL;
    }
    return NULL;
}

/* "qu'il tiendrait": whether the pronoun before the trigger opens what is said, and can stand for a
 * thing as well as for somebody. */
static bool can_be_thing(const struct document *document, const struct mention *mention)
{
    const uint32_t begin = document->sentences.at[mention->sentence].begin;
    for (uint32_t t = mention->trigger.begin; t-- > begin;) {
        const struct annotation *word = look_at(document, t, LEXICON_GENDER);
        if (word && !document_is(document, t, CLASS(DETERMINER)))
            return t > begin &&
                   document_is(document, t - 1, CLASS(SUBORDINATOR) | CLASS(RELATIVE)) &&
                   !document_is(document, t - 1, CLASS(WHERE)) &&
                   str_equal(pack_column(document->pack, word->value, 1), STR("THING"));
    }
    return false;
}

/* Whether the sentence tells a person before the trigger. */
static bool tells_person(const struct document *document, const struct mention *mention)
{
    for (uint32_t t = document->sentences.at[mention->sentence].begin; t < mention->trigger.begin;
         t++) {
        const struct annotation *annotation = look_at(document, t, ANNOTATION_PARTY);
        if (annotation && party_members(annotation)->at[0]->type == PARTY_PERSON)
            return true;
    }
    return false;
}

/* "L'Iran a indiqué qu'il tiendrait": a state by its name is meant, and a body where nobody was
 * told before; "le ministère", "le palais" speak for somebody. */
static const struct party *body_or_nobody(const struct story *story, const struct mention *mention)
{
    const struct document *document = story->document;
    const struct party *body = body_before(document, mention);
    if (!body || tells_person(document, mention))
        return NULL;
    const bool state = body->type == PARTY_COUNTRY && body->name_end > body->name_begin &&
                       look_at(document, body->name_begin, LEXICON_COUNTRY);
    return state || !person_before(story, mention) ? body : NULL;
}

const struct party *body_meant(const struct story *story, const struct mention *mention)
{
    const bool others = mention->party_count == 1; /* "X said it would hold talks with Y" */
    if (mention->thing)
        return mention->verb || others ? body_before(story->document, mention) : NULL;
    return others && !mention->latter && mention->kind != KIND_VISIT &&
                   can_be_thing(story->document, mention)
               ? body_or_nobody(story, mention)
               : NULL;
}
