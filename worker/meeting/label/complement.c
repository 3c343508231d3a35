#include "meeting/label/phrase.h"

#include "annotate/look.h"
#include "annotate/party/party.h"
#include "meeting/clause/titled.h"
#include "meeting/mention/occasion.h"

enum { COMPLEMENT_MAX = 18 };

static bool is_about(const struct document *document, uint32_t token)
{
    return document_is(document, token, CLASS(OF) | CLASS(ABOUT));
}

/* "the council adopted the budget": what was done or said at it. */
static bool is_deed(const struct document *document, uint32_t token)
{
    const struct annotation *deed = look_at(document, token, LEXICON_OUTCOMEVERB);
    if (!deed)
        deed = look_at(document, token, LEXICON_SPEECHVERB);
    return deed && deed->tag == TAG_PAST && !look_flag(document, token, TOKEN_CAPITAL);
}

/* "pour trouver un accord": what is to be done at it, and no part of its name. */
static bool is_aim(const struct phrase *phrase, uint32_t token)
{
    const struct document *document = phrase->document;
    const struct annotation *aims = look_at(document, token, LEXICON_ABSOLUTE);
    if (look_says(document, aims, STR("AIM")))
        return true; /* "aimed at" */
    const uint32_t verb = token + 1;
    return verb < phrase->end && document_is(document, token, CLASS(ABOUT)) &&
           !document_is(document, token, CLASS(OF) | CLASS(AT)) &&
           !(document->classes[verb] & ~CLASS(STOPWORD)) && look_flag(document, verb, TOKEN_WORD) &&
           !look_flag(document, verb, TOKEN_CAPITAL) &&
           pack_word_ends(document->pack, document_text(document, verb, verb + 1),
                          CLASS(INFINITIVEENDING));
}

/* "the council voted 6-3", "the board backed the plan": a word that no list has and whose object
 * follows at once. */
bool label_is_acting(const struct document *document, uint32_t token)
{
    const uint32_t next = token + 1;
    if (!look_flag(document, token, TOKEN_WORD) || look_flag(document, token, TOKEN_CAPITAL) ||
        document->first[token] || document_is(document, token, UINT64_MAX) ||
        next + 1 >= document->tokens.count || look_at(document, next, ANNOTATION_DATE) ||
        look_at(document, next + 1, ANNOTATION_DATE))
        return false;
    return look_flag(document, next, TOKEN_NUMBER) ||
           (document_is(document, next, CLASS(DETERMINER) | CLASS(POSSESSIVE)) &&
            !document_is(document, next, CLASS(OF) | CLASS(AT) | CLASS(TO)));
}

/* "la réunion de l'Otan pour des raisons de santé", "pour cause de grève": why somebody does what
 * the clause tells, and no part of the name. */
static bool is_reason(const struct phrase *phrase, uint32_t token)
{
    const struct document *document = phrase->document;
    uint32_t next = token + 1;
    while (next < phrase->end && document_is(document, next, CLASS(OF)))
        next++;
    return document_is(document, token, CLASS(ABOUT)) && next < phrase->end &&
           document_is(document, next, pack_optional(document->pack, OPTIONAL_REASON));
}

/* "of the party family the participants": an article right behind a word that governs nothing
 * begins what the clause is about. */
static bool is_subject(const struct phrase *phrase, uint32_t token)
{
    const struct document *document = phrase->document;
    const uint64_t governors = CLASS(STOPWORD) | CLASS(AND) | CLASS(OF) | CLASS(ABOUT) | CLASS(AT) |
                               CLASS(TO) | CLASS(BY) | CLASS(FROM) | CLASS(QUANTIFIER);
    return token > phrase->begin + 1 &&
           document_is(document, token, CLASS(DETERMINER) | CLASS(POSSESSIVE)) &&
           !document_is(document, token, CLASS(OF) | CLASS(AT) | CLASS(TO) | CLASS(ABOUT)) &&
           !look_flag(document, token, TOKEN_CAPITAL) &&
           !document_is(document, token - 1, governors) &&
           !look_flag(document, token - 1, TOKEN_PUNCT);
}

/* "le sommet de l'Afrique de l'Est prévu lundi": what is told of it, and no part of the name. */
static bool is_planned(const struct document *document, uint32_t token)
{
    const struct annotation *word = look_at(document, token, LEXICON_EVENTVERB);
    return word && word->tag == TAG_PP && look_lexeme(document, word)->sense == SENSE_PLAN &&
           !look_flag(document, token, TOKEN_CAPITAL);
}

/* Whether a complement ends before token. */
static bool complement_ends(const struct phrase *phrase, uint32_t token)
{
    const struct document *document = phrase->document;
    if (is_aim(phrase, token) || is_reason(phrase, token) || is_subject(phrase, token))
        return true;
    const bool governed = token > phrase->begin && is_about(document, token - 1);
    if (governed && document_is(document, token, CLASS(AT) | CLASS(TO)))
        return false; /* "relatif à", "aimed at" */
    const uint64_t ends = CLASS(RELATIVE) | CLASS(SUBORDINATOR) | CLASS(NEGATION) | CLASS(PRONOUN) |
                          CLASS(PLURAL_PRONOUN) | CLASS(REFLEXIVE) | CLASS(BY) | CLASS(FROM) |
                          CLASS(TO) | CLASS(DEMONSTRATIVE);
    if (look_flag(document, token, TOKEN_PUNCT) || document_is(document, token, ends) ||
        label_is_person(document, token) || is_deed(document, token) ||
        label_is_acting(document, token))
        return true;
    const bool where =
        document_is(document, token, CLASS(AT)) && !document_is(document, token, CLASS(ABOUT));
    const struct annotation *unit = look_at(document, token, LEXICON_UNIT);
    const bool when = unit && unit->tag != TAG_PLUR && /* "le dernier sommet de l'année" */
                      document_is(document, token - 1, CLASS(DETERMINER));
    const bool acts = when || look_at(document, token, LEXICON_AUX);
    if (where || (acts && !look_flag(document, token, TOKEN_CAPITAL)) ||
        is_planned(document, token))
        return true;
    static const uint16_t kinds[] = {ANNOTATION_DATE,     ANNOTATION_VERB,     LEXICON_WITH,
                                     LEXICON_BETWEEN,     LEXICON_FOLLOWING,   LEXICON_SIDELINE,
                                     LEXICON_HOST,        LEXICON_MODEPHRASE,  ANNOTATION_TIME,
                                     ANNOTATION_DURATION, LEXICON_ACCOMPANIED, 0};
    return look_kinds(document, token, kinds) || look_at(document, token, LEXICON_ASIDE);
}

/* The longest annotation at token that a complement swallows whole, or NULL. */
const struct annotation *label_whole(const struct phrase *phrase, uint32_t token)
{
    static const uint16_t kinds[] = {LEXICON_ORGANIZATION, ANNOTATION_ORG,   LEXICON_PORTFOLIO,
                                     LEXICON_COUNTRY,      LEXICON_REGION,   LEXICON_GROUPNOUN,
                                     ANNOTATION_ROLE,      LEXICON_ORGHEAD,  LEXICON_SERIES,
                                     LEXICON_CITY,         LEXICON_MEETNOUN, LEXICON_TOPIC};
    const struct annotation *longest = NULL;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        const struct annotation *a = look_at(phrase->document, token, kinds[i]);
        if (a && a->end <= phrase->end && (!longest || a->end > longest->end))
            longest = a;
    }
    return longest;
}

/* ", de la France": the comma at token goes on with a list of those whose meeting it is. */
static bool comma_goes_on(const struct phrase *phrase, uint32_t token)
{
    const struct document *document = phrase->document;
    uint32_t next = token + 1;
    if (!look_mark(document, token, ',') || next >= phrase->end ||
        !document_is(document, next, CLASS(OF)))
        return false;
    while (next < phrase->end && document_is(document, next, CLASS(OF) | CLASS(DETERMINER)))
        next++;
    return next < phrase->end && (look_at(document, next, LEXICON_COUNTRY) ||
                                  look_at(document, next, LEXICON_ORGANIZATION) ||
                                  look_at(document, next, ANNOTATION_ORG));
}

/* Whether a short form stands at token: capitals, or a body or meeting known by one word. */
static bool is_short(const struct document *document, uint32_t token)
{
    static const uint16_t kinds[] = {LEXICON_ORGANIZATION, LEXICON_SERIES, LEXICON_MEETNOUN, 0};
    const bool place =
        look_at(document, token, LEXICON_COUNTRY) || look_at(document, token, LEXICON_CITY);
    if (look_flag(document, token, TOKEN_CAPITAL) && look_kinds(document, token, kinds))
        return true;
    const bool initials =
        look_flag(document, token, TOKEN_CAPITAL) &&
        look_token(document, token)->end - look_token(document, token)->begin == 1;
    return (look_flag(document, token, TOKEN_UPPER) || initials) && !place;
}

/* "le conseil de l'Union des lacs (UDL)": just behind the short form in brackets at token, or
 * token where there is none; a place in brackets is where. */
uint32_t label_short_form(const struct phrase *phrase, uint32_t token)
{
    enum { SHORT_MAX = 4 };
    const struct document *document = phrase->document;
    if (token + 2 >= phrase->end || !look_mark(document, token, '(') ||
        !is_short(document, token + 1))
        return token;
    for (uint32_t t = token + 2; t < phrase->end && t - token <= SHORT_MAX; t++) {
        if (look_mark(document, t, ')'))
            return t + 1;
        if (look_flag(document, t, TOKEN_WORD) && !look_flag(document, t, TOKEN_CAPITAL))
            return token;
    }
    return token;
}

/* "le sommet de Lomé divise", "the talks in Oslo stall": behind a place no plain word goes on. */
static bool is_past_place(const struct phrase *phrase, const struct annotation *last,
                          uint32_t token)
{
    const struct document *document = phrase->document;
    const uint64_t joins = CLASS(OF) | CLASS(ABOUT) | CLASS(AND) | CLASS(OR) | CLASS(DETERMINER) |
                           CLASS(MEETADJECTIVE);
    return last && last->end == token &&
           (last->kind == LEXICON_CITY || last->kind == LEXICON_COUNTRY) &&
           look_flag(document, token, TOKEN_WORD) && !look_flag(document, token, TOKEN_CAPITAL) &&
           !look_flag(document, token, TOKEN_JOINED) && !document_is(document, token, joins) &&
           !look_at(document, token, LEXICON_DEMONYM);
}

/* "the Conference of the Parties to the UN convention": "to" goes on with whose parties they are.
 */
static bool to_goes_on(const struct phrase *phrase, uint32_t token)
{
    const struct document *document = phrase->document;
    const struct annotation *parties =
        token > phrase->begin ? look_at(document, token - 1, LEXICON_GROUPNOUN) : NULL;
    uint32_t next = token + 1;
    if (!parties || look_lexeme(document, parties)->rank != RANK_NONE ||
        !look_flag(document, token - 1, TOKEN_CAPITAL) || !document_is(document, token, CLASS(TO)))
        return false;
    while (next < phrase->end && document_is(document, next, CLASS(DETERMINER)))
        next++;
    return next < phrase->end && look_flag(document, next, TOKEN_CAPITAL);
}

/* "la conférence sur l'eau en Afrique", "sur la paix en Ukraine", "on peace in Sudan": "in" goes on
 * with the region that the matter is of, or with the state behind a word for what happens there. */
static bool in_goes_on(const struct phrase *phrase, uint32_t start, uint32_t token)
{
    const struct document *document = phrase->document;
    uint32_t next = token + 1;
    bool about = false;
    for (uint32_t t = start; t < token; t++)
        about |= document_is(document, t, CLASS(ABOUT)) && !document_is(document, t, CLASS(OF));
    if (!about || !kind_is_gathering(phrase->label.kind) ||
        !document_is(document, token, CLASS(AT)))
        return false;
    while (next < phrase->end && document_is(document, next, CLASS(DETERMINER)))
        next++;
    return next < phrase->end && (look_at(document, next, LEXICON_REGION) ||
                                  (document_is(document, token - 1, CLASS(MATTER)) &&
                                   look_at(document, next, LEXICON_COUNTRY)));
}

uint32_t label_complement(const struct phrase *phrase, uint32_t token)
{
    const struct annotation *last = NULL;
    const struct document *document = phrase->document;
    const uint32_t start = token;
    uint32_t solid = token; /* just behind the last word that can end a name */
    while (token < phrase->end && token - start < COMPLEMENT_MAX) {
        const struct annotation *whole = label_whole(phrase, token);
        uint32_t taken = whole ? whole->end : label_short_form(phrase, token);
        if (taken == token && token > start && /* "of the « Coalition »" */
            document_is(document, token - 1, CLASS(OF) | CLASS(DETERMINER)))
            taken = titled_quoted(document, token, phrase->end);
        if (taken > token) {
            token = solid = taken;
            last = whole;
            continue;
        }
        if (is_past_place(phrase, last, token) || label_is_length(document, token))
            break;
        if (label_mark_goes_on(phrase, token)) {
            token++;
            continue;
        }
        if (document_is(document, token, CLASS(AND))
                ? !label_and_goes_on(phrase, start, token)
                : complement_ends(phrase, token) && !comma_goes_on(phrase, token) &&
                      !to_goes_on(phrase, token) && !in_goes_on(phrase, start, token))
            break;
        token++;
        if (!document_is(document, token - 1,
                         CLASS(OF) | CLASS(ABOUT) | CLASS(DETERMINER) | CLASS(AND) | CLASS(ADVERB) |
                             CLASS(POSSESSIVE) | CLASS(AT) | CLASS(TO)))
            solid = token;
    }
    return solid;
}

/* Whether one person is told at token, by name or by office: "du chef de la diplomatie". */
static bool is_one_person(const struct document *document, uint32_t token)
{
    const struct annotation *annotation = look_at(document, token, ANNOTATION_PARTY);
    const struct party *party = annotation ? party_members(annotation)->at[0] : NULL;
    const bool several = party && (party_members(annotation)->count > 1 ||
                                   document_is(document, annotation->end, CLASS(AND)));
    return party && party->type == PARTY_PERSON && !party->plural && !party->weak &&
           (!several || party->name_end > party->name_begin); /* "entretien de X et de Y" */
}

/* "of the Kenyan and Ghanaian presidents": people by their office in each of several states. */
static bool is_shared_office(const struct document *document, uint32_t token)
{
    const struct annotation *annotation = look_at(document, token, ANNOTATION_PARTY);
    const struct party *party = annotation ? party_members(annotation)->at[0] : NULL;
    return party && party->type == PARTY_PERSON && party->role_count &&
           party->roles[0]->country_count == 2;
}

/* "of the Chad-Mali Joint Commission": states that a hyphen joins, with the body which is theirs.
 */
static bool is_joint_body(const struct document *document, uint32_t token)
{
    const struct annotation *first = look_at(document, token, LEXICON_COUNTRY);
    const uint32_t hyphen = first ? first->end : 0;
    const struct annotation *second = first && look_flag(document, hyphen, TOKEN_HYPHEN)
                                          ? look_at(document, hyphen, LEXICON_COUNTRY)
                                          : NULL;
    return second && look_flag(document, second->end, TOKEN_CAPITAL) &&
           !look_flag(document, second->end, TOKEN_HYPHEN) &&
           !look_at(document, second->end, ANNOTATION_DATE);
}

/* Whether the complement is only who takes part: "la visite de X", "meeting of our leaders". */
static bool is_party_complement(const struct phrase *phrase, uint32_t token)
{
    const struct document *document = phrase->document;
    uint32_t t = token;
    while (t < phrase->end && document_is(document, t, CLASS(OF) | CLASS(DETERMINER)) &&
           !is_one_person(document, t) && !is_shared_office(document, t))
        t++;
    if (t >= phrase->end || is_one_person(document, t) ||
        (phrase->label.edition <= 0 && is_shared_office(document, t)) ||
        document_is(document, t, CLASS(POSSESSIVE)))
        return true;
    if (look_at(document, t, ANNOTATION_ORG) || is_joint_body(document, t))
        return false;
    return look_at(document, t, LEXICON_COUNTRY) || look_at(document, t, ANNOTATION_NAME) ||
           look_at(document, t, LEXICON_HONORIFIC) || look_at(document, t, LEXICON_CITY);
}

/* "des deux présidents", "of the two leaders": who was told before, by no more than their office.
 */
static bool is_of_pair(const struct phrase *phrase, uint32_t token)
{
    const struct document *document = phrase->document;
    while (token < phrase->end && document_is(document, token, CLASS(OF) | CLASS(DETERMINER)))
        token++;
    const struct annotation *office = look_at(document, token + 1, LEXICON_OFFICE);
    return document_is(document, token, CLASS(PAIR)) && office &&
           (office->end >= phrase->end || !label_whole(phrase, office->end)) &&
           !document_is(document, office->end, CLASS(OF));
}

/* An adjective or two that no list knows, before a complement, "Conférence méditerranéenne sur", or
 * with another one, "forum agricole et pastoral". */
uint32_t label_adjectives(const struct phrase *phrase, uint32_t token)
{
    const struct document *document = phrase->document;
    const uint32_t most = pack_adjectives_first(document->pack) ? 0 : 3; /* "summit focussed on" */
    uint32_t t = token;
    for (; t < phrase->end && t - token < most && !is_about(document, t); t++) {
        if (t > token && t + 1 < phrase->end && label_joins_adjective(document, t))
            return t + 2;
        if (complement_ends(phrase, t) || !look_flag(document, t, TOKEN_WORD) ||
            look_flag(document, t, TOKEN_CAPITAL) ||
            document_is(document, t, CLASS(AND) | CLASS(DETERMINER) | CLASS(ADVERB)))
            return token;
    }
    return t < phrase->end && is_about(document, t) ? t : token;
}

/* "a reçu hier en audience des élus", "à dîner des élus": how they were received, and whom. */
static bool is_manner(const struct phrase *phrase, uint32_t token)
{
    const struct document *document = phrase->document;
    const uint32_t before = phrase->label.name.begin - 1;
    return phrase->label.name.begin > phrase->begin && document_is(document, before, CLASS(AT)) &&
           !document_is(document, before, CLASS(DETERMINER)) &&
           document_is(document, token, CLASS(OF)) &&
           document_is(document, token, CLASS(DETERMINER));
}

/* "The meeting focused on trade": whether the word at token, behind a noun that the sentence begins
 * with or that stands behind a comma, is what the meeting does. */
static bool is_doing(const struct phrase *phrase, uint32_t token)
{
    const struct document *document = phrase->document;
    const uint32_t begin = phrase->label.name.begin;
    if (!document_is(document, token + 1, CLASS(ABOUT)) ||
        document_is(document, token, CLASS(AT)) || begin <= phrase->begin ||
        document_is(document, begin - 1, CLASS(INDEFINITE)) ||
        !document_is(document, begin - 1, CLASS(DETERMINER) | CLASS(DEMONSTRATIVE)))
        return false;
    return begin - 1 == phrase->begin || look_mark(document, begin - 2, ',');
}

/* "a qualifié cette rencontre de stérile": what somebody says that it was. */
static bool is_verdict(const struct phrase *phrase)
{
    const uint32_t begin = phrase->label.name.begin;
    return begin > phrase->begin + 1 &&
           look_says(phrase->document, look_at(phrase->document, begin - 2, LEXICON_SPEECHVERB),
                     STR("VERDICT"));
}

/* Whether the complement at token is a part of the name. */
bool label_has_complement(const struct phrase *phrase, uint32_t token)
{
    const enum meeting_kind kind = phrase->label.kind;
    if (token >= phrase->end || is_manner(phrase, token) || is_aim(phrase, token) ||
        is_doing(phrase, token) || is_of_pair(phrase, token) || is_verdict(phrase) ||
        titled_end(phrase->document, token, phrase->end) > token)
        return false;
    return to_goes_on(phrase, token) ||
           (is_about(phrase->document, token) &&
            (!is_party_complement(phrase, token) || kind == KIND_SUMMIT ||
             kind == KIND_CONFERENCE || kind == KIND_SESSION || kind == KIND_MINISTERIAL));
}
