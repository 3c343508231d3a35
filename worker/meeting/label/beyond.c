#include "annotate/look.h"
#include "annotate/party/party.h"
#include "meeting/clause/chunk_mark.h"
#include "meeting/label/phrase.h"

/* What a name has behind when and where it is: "la réunion, lundi à Lyon, des maires". */

/* Just behind a day or a place at token: "lundi", "à Bruxelles"; token: there is none. */
static uint32_t behind_circumstance(const struct document *document, uint32_t token)
{
    uint32_t t = token;
    while (document_is(document, t, CLASS(AT) | CLASS(DETERMINER)))
        t++;
    const struct annotation *told = look_at(document, t, ANNOTATION_DATE);
    if (!told && t > token)
        told = look_at(document, t, ANNOTATION_PLACE);
    return told ? told->end : token;
}

uint32_t label_beyond(const struct phrase *phrase, uint32_t token)
{
    enum { PIECES_MAX = 3 };
    const struct document *document = phrase->document;
    uint32_t t = token;
    for (unsigned i = 0; i < PIECES_MAX; i++)
        t = behind_circumstance(document, t);
    if (t == token || t >= phrase->end || !document_is(document, t, CLASS(OF)) ||
        !label_has_complement(phrase, t))
        return token;
    uint32_t who = t;
    while (document_is(document, who, CLASS(OF) | CLASS(DETERMINER)))
        who++;
    const bool whose = look_at(document, who, LEXICON_GROUPNOUN) ||
                       look_at(document, who, LEXICON_ORGANIZATION) ||
                       look_at(document, who, ANNOTATION_ORG);
    return whose ? label_complement(phrase, t) : token;
}

bool label_mark_goes_on(const struct phrase *phrase, uint32_t token)
{
    const struct document *document = phrase->document;
    const unsigned char byte = (unsigned char)look_byte(document, token);
    return look_flag(document, token, TOKEN_JOINED) && (byte == '\'' || byte == 0xE2) &&
           token + 1 < phrase->end && !look_flag(document, token + 1, TOKEN_JOINED) &&
           (look_at(document, token + 1, ANNOTATION_ROLE) ||
            look_at(document, token + 1, LEXICON_GROUPNOUN));
}

/* Whether a state, a body or a region is told at token, or where the token before it ends one. */
static bool is_side(const struct document *document, uint32_t token, bool ends)
{
    static const uint16_t kinds[] = {LEXICON_COUNTRY, LEXICON_ORGANIZATION, LEXICON_REGION};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (ends ? look_ends(document, token, kinds[i])
                 : look_at(document, token, kinds[i]) != NULL)
            return true;
    }
    return false;
}

uint32_t label_past_dash(const struct phrase *phrase, uint32_t token)
{
    const struct document *document = phrase->document;
    return token + 1 < phrase->end && mark_is_dash(document, token) &&
                   is_side(document, token, true) && is_side(document, token + 1, false)
               ? token + 1
               : token;
}

/* Whether a person is told at token: the name of an occasion ends before its participants. */
bool label_is_person(const struct document *document, uint32_t token)
{
    const struct annotation *annotation = look_at(document, token, ANNOTATION_PARTY);
    const struct party *party = annotation ? party_members(annotation)->at[0] : NULL;
    return party && party->type == PARTY_PERSON && !party->weak &&
           party->name_begin == annotation->begin && party->name_end > party->name_begin;
}
