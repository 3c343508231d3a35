#include "meeting/clause/chunk_gathering.h"

#include "annotate/look.h"
#include "annotate/party/party.h"
#include "annotate/place/spot.h"
#include "annotate/verb.h"

/* "le congrès de la FNSEA": what would be a body by itself, with a capital, is its gathering. */
static bool is_congress(const struct document *document, const struct annotation *noun,
                        const struct annotation *party)
{
    const struct party *body = party_members(party)->at[0];
    return body->type == PARTY_ORGANIZATION && body->name_begin == noun->begin &&
           body->name_end > noun->end && !look_flag(document, noun->begin, TOKEN_CAPITAL) &&
           look_lexeme(document, noun)->kind == KIND_CONFERENCE;
}

/* "in the G20 slowed", "at the G20 ministers' meeting": a word that no list of small words has goes
 * on with it. */
static bool goes_on(const struct document *document, const struct party *body)
{
    const uint32_t end = body->name_end;
    return look_flag(document, end, TOKEN_WORD) && !look_flag(document, end, TOKEN_CAPITAL) &&
           !look_at(document, end, LEXICON_AUX) && !document_is(document, end, UINT64_MAX);
}

/* "her trip to the General Assembly": whether a word for a visit and "to" stand before token. */
static bool is_goal(const struct document *document, uint32_t token)
{
    while (token > 0 && document_is(document, token - 1, CLASS(DETERMINER)) &&
           !document_is(document, token - 1, CLASS(TO)))
        token--;
    if (token < 2 || !document_is(document, token - 1, CLASS(TO)))
        return false;
    const struct annotation *visit = look_at(document, token - 2, LEXICON_MEETNOUN);
    return visit && visit->end == token - 1 && look_lexeme(document, visit)->kind == KIND_VISIT;
}

/* "gathered in Lima on Monday for the annual | Water Forum": whether a verb of coming together or
 * of travel, and what it is for, stand before token. */
static bool is_come_for(const struct document *document, uint32_t token)
{
    enum { WORDS_MAX = 12 };
    while (token > 0 &&
           document_is(document, token - 1, CLASS(DETERMINER) | CLASS(MEETADJECTIVE)) &&
           !document_is(document, token - 1, CLASS(ABOUT)))
        token--;
    if (token == 0 || !document_is(document, token - 1, CLASS(ABOUT)) ||
        document_is(document, token - 1, CLASS(AT)))
        return false;
    for (uint32_t back = 2; back <= WORDS_MAX && back <= token; back++) {
        const struct annotation *verb = look_at(document, token - back, LEXICON_MEETVERB);
        const enum frame frame = verb ? look_lexeme(document, verb)->frame : FRAME_WITH;
        if (frame == FRAME_JOINT || frame == FRAME_OBJECT || frame == FRAME_ARRIVE ||
            frame == FRAME_VISIT || look_flag(document, token - back, TOKEN_SENTENCE))
            return frame != FRAME_WITH;
    }
    return false;
}

/* A mark that may stand around a name: "the 'Youth Forum' opened". */
static bool is_quote(const struct document *document, uint32_t token)
{
    return look_flag(document, token, TOKEN_PUNCT) && !look_mark(document, token, ',') &&
           !look_mark(document, token, '(') && !look_mark(document, token, ')');
}

/* "a ouvert mardi le forum": where the day begins that ends at token, or token. */
static uint32_t before_day(const struct document *document, uint32_t token)
{
    enum { WORDS_MAX = 3 };
    for (uint32_t back = 1; back <= WORDS_MAX && back <= token; back++) {
        const struct annotation *date = look_at(document, token - back, ANNOTATION_DATE);
        if (date && date->end == token)
            return token - back;
    }
    return token;
}

/* "at the summit and the | Youth Forum": whether a word for a meeting and "and" end at token. */
static bool is_in_row(const struct document *document, uint32_t token)
{
    return document_is(document, token - 1, CLASS(AND)) &&
           look_ends(document, token - 1, LEXICON_MEETNOUN);
}

/* Whether a verb of which a gathering can be the object, or "at", ends at token. */
static bool goes_to_gathering(const struct document *document, uint32_t token)
{
    enum { WORDS_MAX = 4 }; /* "on the margins of" */
    token = before_day(document, token);
    while (token > 0 && look_flag(document, token - 1, TOKEN_CAPITAL) &&
           !look_flag(document, token - 1, TOKEN_SENTENCE) &&
           !look_at(document, token - 1, LEXICON_EVENTVERB)) /* "10:00 Attends" */
        token--;                                             /* "the African Health Forum" */
    token -= token > 0 && is_quote(document, token - 1);
    if (is_come_for(document, token) || is_in_row(document, token))
        return true;
    for (uint32_t back = 1; back <= WORDS_MAX && back <= token; back++) {
        const uint32_t begin = token - back;
        if (document_is(document, begin, CLASS(DETERMINER)) && back == 1 &&
            !document_is(document, begin, CLASS(AT)))
            return goes_to_gathering(document, begin);
        if (back == 1 && document_is(document, begin, CLASS(AT)))
            return true;
        const struct annotation *word = look_at(document, begin, LEXICON_EVENTVERB);
        if (!word)
            word = look_at(document, begin, LEXICON_FOLLOWING);
        if (!word)
            word = look_at(document, begin, LEXICON_SIDELINE);
        if (word && word->end == token)
            return true;
    }
    return false;
}

/* "attended the World Economic Forum", "is in Davos for it": whether who is there is told, and
 * then what for, before token. */
static bool is_attended(const struct document *document, uint32_t token)
{
    enum { WORDS_MAX = 3 };
    if (document_is(document, token - 1, CLASS(ABOUT)) &&
        !document_is(document, token - 1, CLASS(AT))) {
        const struct annotation *place = NULL;
        for (uint32_t back = 2; back <= WORDS_MAX + 1 && back <= token && !place; back++) {
            place = look_at(document, token - back, ANNOTATION_PLACE);
            place = place && place->end == token - 1 ? place : NULL;
        }
        return place && (((const struct spot *)place->detail)->governor & CLASS(AT));
    }
    for (uint32_t back = 1; back <= WORDS_MAX && back <= token; back++) {
        const struct annotation *verb = look_at(document, token - back, LEXICON_EVENTVERB);
        if (verb && verb->end == token)
            return look_lexeme(document, verb)->sense == SENSE_ATTEND &&
                   !look_lexeme(document, verb)->joins; /* not "joined it as a member" */
    }
    return false;
}

/* "pendant le Forum économique mondial": a body that is also a gathering, where one can be. */
bool chunk_gathering_here(const struct document *document, const struct annotation *party)
{
    enum { WORDS_MAX = 4 };
    const struct party *body = party_members(party)->at[0];
    const struct annotation *series = look_at(document, body->name_begin, LEXICON_SERIES);
    if (!series || series->end < body->name_end || body->type != PARTY_ORGANIZATION)
        return false;
    if (document_is(document, party->end, CLASS(OF)) &&
        look_at(document, party->end + 1, LEXICON_CITY))
        return true; /* "le G20 de Lyon" */
    const struct annotation *verb = look_at(document, party->end, ANNOTATION_VERB);
    if (verb && ((const struct verb *)verb->detail)->reflexive &&
        verb_reading(document, verb->detail, LEXICON_EVENTVERB))
        return true; /* "le Forum de Davos s'est ouvert" */
    if (document_is(document, party->begin, CLASS(AT)) ||
        (party->begin > 0 && document_is(document, party->begin - 1, CLASS(AT))))
        return !goes_on(document, body);
    if (is_goal(document, party->begin) || is_come_for(document, party->begin) ||
        is_come_for(document, body->name_begin) || is_attended(document, party->begin))
        return true;
    for (uint32_t back = 1; back <= WORDS_MAX && back <= party->begin; back++) {
        const struct annotation *during = look_at(document, party->begin - back, LEXICON_FOLLOWING);
        if (!during)
            during = look_at(document, party->begin - back, LEXICON_SIDELINE);
        if (during && during->end == party->begin)
            return true;
    }
    return false;
}

/* "the 8th Amber Coast Forum", "the 8th annual": an ordinal ends at token. */
static bool is_numbered(const struct document *document, uint32_t token)
{
    enum { WORDS_MAX = 2 };
    while (token > 0 && look_flag(document, token - 1, TOKEN_CAPITAL) &&
           !look_at(document, token - 1, LEXICON_ORDINAL))
        token--; /* "the 8th African Health Forum" */
    while (token > 0 && document_is(document, token - 1, CLASS(MEETADJECTIVE)))
        token--;
    for (uint32_t back = 1; back <= WORDS_MAX && back <= token; back++) {
        const struct annotation *ordinal = look_at(document, token - back, LEXICON_ORDINAL);
        if (!ordinal)
            ordinal = look_at(document, token - back, ANNOTATION_NUMBER);
        if (ordinal && ordinal->end == token)
            return true;
    }
    return false;
}

/* "attended the African Health Forum", "the Youth Congress opened": a name that ends in a word for
 * a gathering and that no list knows is one, where it stands as one. */
static bool is_named_gathering(const struct document *document, const struct annotation *noun,
                               const struct annotation *party)
{
    const struct party *body = party_members(party)->at[0];
    const enum meeting_kind kind = look_lexeme(document, noun)->kind;
    if (noun->end != party->end || noun->begin <= body->name_begin || body->role_count ||
        body->name_end != noun->end || !look_flag(document, noun->begin, TOKEN_CAPITAL) ||
        (kind != KIND_CONFERENCE && kind != KIND_SUMMIT))
        return false;
    const struct annotation *head = look_at(document, body->name_begin, LEXICON_ORGHEAD);
    const bool sits =
        head && head->end == noun->end && look_lexeme(document, head)->body == BODY_PARLIAMENT;
    if ((sits && !document_is(document, body->name_begin - 1, CLASS(POSSESSIVE))) ||
        (body->organization && body->organization->value))
        return is_numbered(document, body->name_begin); /* "in the National Assembly" */
    return is_numbered(document, body->name_begin) ||
           gathering_told(document, party->end + is_quote(document, party->end)) ||
           gathering_told_beside(document, party->end) ||
           goes_to_gathering(document, party->begin) ||
           goes_to_gathering(document, body->name_begin);
}

/* "a tenu un congrès", "réunis en congrès": no body that there is but once. */
static bool is_one_of_many(const struct document *document, uint32_t token)
{
    return token > 0 && (document_is(document, token - 1, CLASS(INDEFINITE)) ||
                         (document_is(document, token - 1, CLASS(AT)) &&
                          !document_is(document, token - 1, CLASS(DETERMINER) | CLASS(TO))));
}

/* "the National Congress of the Union": by its word a gathering, of those who hold it; the one of a
 * state is its parliament. */
static bool is_strong_of(const struct document *document, const struct annotation *noun,
                         const struct party *body)
{
    uint32_t of = noun->end;
    while (document_is(document, of, CLASS(OF) | CLASS(DETERMINER)))
        of++;
    return look_lexeme(document, noun)->strong && of > noun->end && body->name_end > of &&
           !look_at(document, of, LEXICON_COUNTRY) && !look_at(document, of, LEXICON_DEMONYM);
}

/* "the Delegates Congress": the whole is one word for a gathering, which heads no body; nor is it a
 * delegate. */
static bool is_strong_alone(const struct document *document, const struct annotation *noun,
                            const struct annotation *party)
{
    const struct lexeme *lexeme = look_lexeme(document, noun);
    const struct party *body = party_members(party)->at[0];
    const bool known = body->organization && body->organization->value;
    return lexeme->strong && lexeme->kind == KIND_CONFERENCE && noun->end == party->end &&
           noun->begin <= party->begin + 2 && body->type != PARTY_COUNTRY &&
           body->name_end <= noun->end && !known &&
           !look_at(document, noun->begin, LEXICON_ORGHEAD);
}

/* "the International Youth | Forum for Peace": whether the noun stands first, or behind words in
 * capitals and is about something; "the Nordic Conference of Bishops" sits. */
static bool is_headed(const struct document *document, const struct annotation *noun,
                      uint32_t begin)
{
    if (begin < noun->begin && document_is(document, noun->end, CLASS(OF)))
        return false;
    while (begin < noun->begin && look_flag(document, begin, TOKEN_CAPITAL))
        begin++;
    return begin == noun->begin;
}

/* "a ouvert le Forum de l'eau", "tient son congrès": so too where the word stands first, or only
 * words in capitals before it. */
static bool is_headed_gathering(const struct document *document, const struct annotation *noun,
                                const struct annotation *party)
{
    const struct party *body = party_members(party)->at[0];
    const struct annotation *first = look_at(document, noun->begin, LEXICON_ORGHEAD);
    const struct annotation *head =
        first ? first : look_at(document, noun->end - 1, LEXICON_ORGHEAD);
    const enum meeting_kind kind = look_lexeme(document, noun)->kind;
    const bool whole = body->name_end == noun->end && is_one_of_many(document, body->name_begin);
    if (!head || body->type != PARTY_ORGANIZATION || !is_headed(document, noun, body->name_begin) ||
        look_at(document, noun->end, LEXICON_MEETNOUN)) /* "a European Council | meeting" */
        return false;
    if (kind == KIND_SESSION) /* "a présidé mercredi un Conseil de défense" */
        return whole && goes_to_gathering(document, party->begin);
    if (kind != KIND_CONFERENCE && kind != KIND_SUMMIT)
        return false;
    if (whole)
        return true;
    if (body->name_end == noun->end && head->end == noun->end)
        return document_is(document, party->begin, CLASS(POSSESSIVE)) &&
               goes_to_gathering(document, party->begin);
    if (is_numbered(document, body->name_begin))
        return true; /* "le 20e Congrès du Parti de la terre" */
    const bool about = document_is(document, party->end, CLASS(ABOUT)) &&
                       !document_is(document, party->end, CLASS(OF)); /* "sur la paix" */
    return (look_lexeme(document, head)->body == BODY_NGO || is_strong_of(document, noun, body)) &&
           (about || gathering_told(document, party->end) ||
            gathering_told_beside(document, party->end) ||
            goes_to_gathering(document, party->begin) ||
            document_is(document, party->begin, CLASS(AT))); /* "au Forum de l'eau" */
}

/* Whether "during the" ends at token, in two words or more: "lors du", "à l'issue du". */
static bool is_during(const struct document *document, uint32_t token)
{
    enum { WORDS_MAX = 4 };
    token -= token > 0 && document_is(document, token - 1, CLASS(INDEFINITE));
    for (uint32_t back = 2; back <= WORDS_MAX && back <= token; back++) {
        const struct annotation *during = look_at(document, token - back, LEXICON_FOLLOWING);
        if (during && during->end == token)
            return true;
    }
    return false;
}

/* "participera jeudi au | Conseil européen", "le prochain |": whether what ends at token makes a
 * sitting of the body told behind it. */
static bool is_sat_in(const struct document *document, uint32_t token)
{
    enum { WORDS_MAX = 4 };
    uint32_t at = token - (token > 0);
    const struct annotation *attended =
        at > 0 ? look_at(document, at - 1, LEXICON_EVENTVERB) : NULL;
    if (attended && attended->end == at && document_is(document, at, CLASS(DETERMINER)) &&
        look_lexeme(document, attended)->sense == SENSE_ATTEND &&
        !look_lexeme(document, attended)->joins)
        return true; /* "attended the | European Council" */
    const struct annotation *which = look_at(document, at, LEXICON_NEXTPREVIOUS);
    if (which && which->end == token && look_lexeme(document, which)->sequence == SEQUENCE_NEXT)
        return true;
    at -= at > 0 && !document_is(document, at, CLASS(AT)); /* "à l'" */
    const uint32_t end = before_day(document, at);
    for (uint32_t back = 1; back <= WORDS_MAX && back <= end; back++) {
        const struct annotation *verb = look_at(document, end - back, LEXICON_EVENTVERB);
        if (verb && verb->end == end && look_lexeme(document, verb)->sense == SENSE_ATTEND)
            return document_is(document, at, CLASS(AT));
    }
    return false;
}

/* "at the European Council on Thursday", "Monday's Foreign Affairs Council": whether its day stands
 * right before what is told, or behind it; not "the Council on Thursday agreed". */
static bool is_of_day(const struct document *document, const struct annotation *noun)
{
    uint32_t t = noun->begin, end = noun->end;
    if (t > 1 && look_clitic(document, t - 1) && look_ends(document, t - 1, ANNOTATION_DATE))
        return true;
    while (t > 0 && document_is(document, t - 1, CLASS(DETERMINER)))
        t--;
    const bool governed = t > 0 && t < noun->begin &&
                          (document_is(document, t - 1, CLASS(AT) | CLASS(ABOUT)) ||
                           look_ends(document, t, LEXICON_WITH));
    return governed &&
           look_at(document, end + document_is(document, end, CLASS(AT)), ANNOTATION_DATE);
}

/* "le Conseil européen de jeudi", "l'Eurogroupe de Lomé", "lors du conseil municipal": a body of a
 * day or town, or during which something is done, is its sitting. */
static bool is_dated_sitting(const struct document *document, const struct annotation *noun,
                             const struct annotation *party)
{
    const uint32_t behind = noun->end + 1;
    const bool sits = look_lexeme(document, noun)->kind != KIND_CONFERENCE;
    if (party_members(party)->at[0]->name_begin != noun->begin || noun->end != party->end)
        return false;
    if (is_during(document, noun->begin) || (sits && is_sat_in(document, noun->begin)) ||
        is_of_day(document, noun))
        return true;
    if (behind >= document->tokens.count || !document_is(document, noun->end, CLASS(OF)))
        return false;
    const struct annotation *place = look_at(document, behind, ANNOTATION_PLACE);
    return look_at(document, behind, ANNOTATION_DATE) ||
           (place && ((const struct spot *)place->detail)->city);
}

/* "attended the Youth Forum and the River Summit": whether each of several is called a gathering,
 * where gatherings can stand. */
static bool are_gatherings(const struct document *document, const struct annotation *party)
{
    const struct party_list *list = party_members(party);
    bool all = goes_to_gathering(document, party->begin);
    for (unsigned i = 0; i < list->count && all; i++) {
        const struct party *body = list->at[i];
        const struct annotation *inside = look_at(document, body->name_end - 1, LEXICON_MEETNOUN);
        const struct annotation *noun =
            inside ? inside : look_at(document, body->name_end, LEXICON_MEETNOUN);
        const enum meeting_kind kind = noun ? look_lexeme(document, noun)->kind : KIND_OTHER;
        all = body->type == PARTY_ORGANIZATION && !body->role_count &&
              (kind == KIND_CONFERENCE || kind == KIND_SUMMIT);
    }
    return all;
}

/* "G7 trade ministers' meeting": the party is part of the word for the meeting. */
bool chunk_of_noun(const struct document *document, const struct annotation *party)
{
    if (party_members(party)->count > 1)
        return are_gatherings(document, party);
    for (uint32_t t = party->begin; t < party->end; t++) {
        const struct annotation *noun = look_at(document, t, LEXICON_MEETNOUN);
        if (noun &&
            (noun->end > party->end || is_congress(document, noun, party) ||
             is_dated_sitting(document, noun, party) || is_named_gathering(document, noun, party) ||
             is_headed_gathering(document, noun, party) || is_strong_alone(document, noun, party)))
            return true;
    }
    return false;
}
