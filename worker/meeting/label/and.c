#include "annotate/look.h"
#include "annotate/party/party.h"
#include "meeting/label/phrase.h"
#include "meeting/mention/occasion.h"

/* "and" inside the name of a meeting: "on trade and investment", "the Trade and Investment Forum".
 */

/* Whether a name of one word that nobody is known by stands at token: "Nutrition". */
static bool is_mere_word(const struct document *document, uint32_t token)
{
    const struct annotation *annotation = look_at(document, token, ANNOTATION_PARTY);
    if (!annotation)
        return true;
    const struct party *party = party_members(annotation)->at[0];
    return annotation->end == token + 1 && party->type == PARTY_PERSON && !party->role_count &&
           !party->person && !party->figure;
}

/* Whether the word at token can be a matter beside another: nobody, no meeting, nothing done. */
static bool is_matter_word(const struct document *document, uint32_t token)
{
    static const uint16_t others[] = {ANNOTATION_VERB,   LEXICON_MEETNOUN,   LEXICON_AUX,
                                      LEXICON_EVENTVERB, LEXICON_SPEECHVERB, LEXICON_OFFICE,
                                      ANNOTATION_DATE,   LEXICON_EVENTNOUN,  LEXICON_CITY,
                                      LEXICON_DAYPERIOD, LEXICON_OUTCOMEVERB};
    const uint64_t plain = CLASS(MATTER) | CLASS(MUTUAL) | CLASS(MEETADJECTIVE);
    if (!look_flag(document, token, TOKEN_WORD) || label_is_acting(document, token) ||
        document_is(document, token, ~plain) || !is_mere_word(document, token))
        return false;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        if (look_at(document, token, others[i]))
            return false;
    }
    return true;
}

/* "on Food Security and | Nutrition", "sur l'eau et les | forêts": whether what a gathering is
 * about goes on with the word at next, behind the "and" at token. */
static bool is_joined_matter(const struct phrase *phrase, uint32_t start, uint32_t token,
                             uint32_t next)
{
    const struct document *document = phrase->document;
    const bool about =
        document_is(document, start, CLASS(ABOUT)) && !document_is(document, start, CLASS(OF));
    return about && !phrase->title && kind_is_gathering(phrase->label.kind) &&
           look_flag(document, next, TOKEN_CAPITAL) ==
               look_flag(document, token - 1, TOKEN_CAPITAL) &&
           is_matter_word(document, next);
}

/* Whether both words end alike, as adjectives of one noun do. */
static bool ends_alike(const struct document *document, uint32_t one, uint32_t other)
{
    const struct str a = document_text(document, one, one + 1);
    const struct str b = document_text(document, other, other + 1);
    return a.len > 0 && b.len > 0 && a.at[a.len - 1] == b.at[b.len - 1];
}

/* "des entrepreneurs chinois et | africains", "des ministres fédéraux et provinciaux de la Santé":
 * whether one adjective stands beside another. */
static bool is_joined_adjective(const struct document *document, uint32_t token)
{
    const uint32_t next = token + 1;
    const struct annotation *land = look_at(document, token - 1, LEXICON_DEMONYM);
    const bool alike = document_is(document, next + 1, CLASS(OF)) &&
                       is_matter_word(document, token - 1) && !document->first[token - 1] &&
                       ends_alike(document, token - 1, next);
    return ((land && land->end == token) || alike) &&
           !look_flag(document, token - 1, TOKEN_CAPITAL) &&
           !look_flag(document, next, TOKEN_CAPITAL) && is_matter_word(document, next);
}

bool label_joins_adjective(const struct document *document, uint32_t token)
{
    const uint32_t next = token + 1;
    if (!document_is(document, token, CLASS(AND)) || pack_adjectives_first(document->pack) ||
        look_flag(document, token - 1, TOKEN_CAPITAL) || look_flag(document, next, TOKEN_CAPITAL) ||
        look_at(document, token - 1, LEXICON_MEETNOUN) || !is_matter_word(document, next))
        return false; /* "sommet et débat" */
    static const uint16_t nouns[] = {LEXICON_PORTFOLIO, LEXICON_GROUPNOUN, LEXICON_ORGNOUN,
                                     LEXICON_ORGHEAD, 0};
    return !look_kinds(document, next, nouns);
}

bool label_of_two_lands(const struct document *document, uint32_t and_token)
{
    const struct annotation *one =
        and_token > 0 ? look_at(document, and_token - 1, LEXICON_DEMONYM) : NULL;
    const struct annotation *other = look_at(document, and_token + 1, LEXICON_DEMONYM);
    const struct annotation *office = one && one->end == and_token && other
                                          ? look_at(document, other->end, LEXICON_OFFICE)
                                          : NULL;
    return document_is(document, and_token, CLASS(AND)) && office && office->tag == TAG_PLUR;
}

bool label_and_goes_on(const struct phrase *phrase, uint32_t start, uint32_t token)
{
    const struct document *document = phrase->document;
    uint32_t next = token + 1;
    if (next >= phrase->end)
        return false;
    if (document_is(document, next, CLASS(OF) | CLASS(ABOUT)))
        return true;
    if (is_joined_adjective(document, token) || label_of_two_lands(document, token))
        return true;
    while (next < phrase->end && document_is(document, next, CLASS(DETERMINER)))
        next++;
    if (next >= phrase->end)
        return false;
    return is_joined_matter(phrase, start, token, next) ||
           look_at(document, next, LEXICON_COUNTRY) ||
           look_at(document, next, LEXICON_ORGANIZATION) ||
           look_at(document, next, LEXICON_PORTFOLIO) || look_at(document, next, ANNOTATION_ORG) ||
           look_at(document, next, LEXICON_GROUPNOUN) ||
           (look_at(document, next, LEXICON_DEMONYM) && !look_flag(document, next, TOKEN_CAPITAL));
}

/* Whether a plain word of a name, no state or body, stands at token. */
static bool is_name_word(const struct document *document, uint32_t token, bool capital)
{
    return look_flag(document, token, TOKEN_CAPITAL) == capital &&
           !look_at(document, token, LEXICON_COUNTRY) &&
           !look_at(document, token, LEXICON_ORGANIZATION) && is_matter_word(document, token);
}

uint32_t label_joined_before(const struct phrase *phrase, uint32_t token)
{
    const struct document *document = phrase->document;
    if (token < phrase->begin + 3 || !document_is(document, token - 1, CLASS(AND)) ||
        !kind_is_gathering(phrase->label.kind))
        return token;
    const bool capital = look_flag(document, token, TOKEN_CAPITAL);
    return !phrase->title && is_name_word(document, token - 2, capital) ? token - 2 : token;
}
