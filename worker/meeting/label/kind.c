#include "meeting/label/phrase.h"

#include "annotate/look.h"
#include "annotate/party/party.h"
#include "meeting/mention/occasion.h"

/* "the 26th session of the AU Summit" is the summit. */
static bool is_summit(const struct phrase *phrase)
{
    bool of = false;
    for (uint32_t t = phrase->label.name.begin + 1; t < phrase->label.name.end; t++) {
        of |= document_is(phrase->document, t, CLASS(OF));
        const struct annotation *noun = of ? look_at(phrase->document, t, LEXICON_MEETNOUN) : NULL;
        if (noun)
            return look_lexeme(phrase->document, noun)->kind == KIND_SUMMIT;
    }
    return false;
}

/* "la première séance du forum": of the meeting whose part it is. */
static enum meeting_kind kind_inside(const struct phrase *phrase)
{
    /* The 43rd session of a conference is none of its parts. */
    enum { PARTS_MAX = 2, SITTINGS_MAX = 9 };
    const struct document *document = phrase->document;
    if (phrase->label.edition > SITTINGS_MAX && is_summit(phrase))
        return KIND_SUMMIT;
    if (phrase->label.edition > PARTS_MAX)
        return phrase->label.kind;
    for (uint32_t t = phrase->label.name.begin + 1; t < phrase->label.name.end; t++) {
        const struct annotation *noun = look_at(document, t, LEXICON_MEETNOUN);
        uint32_t of = t;
        while (of > phrase->label.name.begin && !document_is(document, of - 1, CLASS(OF)) &&
               document_is(document, of - 1, CLASS(DETERMINER) | CLASS(MEETADJECTIVE)))
            of--;
        if (noun && of > phrase->label.name.begin && document_is(document, of - 1, CLASS(OF)) &&
            look_lexeme(document, noun)->kind != KIND_VISIT &&
            !look_at(document, t, LEXICON_ORGHEAD))
            return look_lexeme(document, noun)->kind;
    }
    return phrase->label.kind;
}

/* "a virtual meeting of the 5th session": the gathering that was held so, else CALL. */
static enum meeting_kind kind_of_call(const struct phrase *phrase, const struct annotation *word)
{
    for (uint32_t t = word->end; t < phrase->label.name.end; t++) {
        const struct annotation *noun = look_at(phrase->document, t, LEXICON_MEETNOUN);
        const enum meeting_kind kind =
            noun ? look_lexeme(phrase->document, noun)->kind : KIND_OTHER;
        if (kind_is_gathering(kind) && noun->tag != TAG_PLUR)
            return kind;
    }
    return KIND_CALL;
}

bool label_of_ministers(const struct document *document, struct span name)
{
    bool ministers = false, states = false;
    for (uint32_t t = name.begin; t < name.end; t++) {
        const struct annotation *people = look_at(document, t, LEXICON_GROUPNOUN);
        const enum rank rank = people ? look_lexeme(document, people)->rank : RANK_NONE;
        if (rank == RANK_FOREIGN_MINISTER)
            return true;
        ministers |= rank == RANK_MINISTER;
        const struct annotation *body = look_at(document, t, LEXICON_ORGANIZATION);
        states |= look_at(document, t, LEXICON_PORTFOLIO) != NULL ||
                  (body && look_lexeme(document, body)->body == BODY_BODY);
    }
    return ministers && states;
}

/* Whether people told at token lead states: "dirigeants", behind or before three of them, a region
 * or a body. */
static bool is_of_leaders(const struct phrase *phrase, const struct annotation *leaders)
{
    enum { STATES = 3 };
    unsigned states = 0;
    if (leaders->kind != LEXICON_OFFICE ||
        look_lexeme(phrase->document, leaders)->scope != SCOPE_LEADER)
        return false;
    for (uint32_t t = phrase->label.name.begin; t < phrase->label.name.end; t++) {
        const struct annotation *body = look_at(phrase->document, t, LEXICON_ORGANIZATION);
        if (look_at(phrase->document, t, LEXICON_REGION) ||
            (body && look_lexeme(phrase->document, body)->body == BODY_BODY))
            return true;
        states += look_at(phrase->document, t, LEXICON_COUNTRY) != NULL;
    }
    return states >= STATES;
}

/* "les deux Premiers ministres", "les présidents des fédérations": two make no summit, nor do those
 * who preside over something else than a state. */
static bool is_of_few(const struct phrase *phrase, const struct annotation *people)
{
    enum { WORDS_MAX = 6 };
    const struct document *document = phrase->document;
    const uint32_t begin = people->begin, end = people->end;
    const struct annotation *count =
        begin > 0 ? look_at(document, begin - 1, LEXICON_NUMBER) : NULL;
    if (count && look_lexeme(document, count)->number == 2)
        return true;
    uint32_t t = end;
    while (t < phrase->end && document_is(document, t, CLASS(OF) | CLASS(DETERMINER)))
        t++;
    /* "of the six European football federations" */
    while (t > end && t < phrase->end && t - end < WORDS_MAX &&
           look_flag(document, t, TOKEN_WORD) && !look_at(document, t, LEXICON_ORGNOUN) &&
           !look_at(document, t, LEXICON_COUNTRY) &&
           !document_is(document, t, CLASS(OF) | CLASS(AND) | CLASS(AT) | CLASS(DETERMINER)))
        t++;
    return t > end && t < phrase->end && look_at(document, t, LEXICON_ORGNOUN) &&
           !look_flag(document, t, TOKEN_CAPITAL);
}

/* What the people told at token make of a meeting: OTHER nothing, TALKS of people of lower rank. */
static enum meeting_kind kind_of_people(const struct phrase *phrase, uint32_t token)
{
    enum meeting_kind kind = KIND_OTHER;
    const struct annotation *longer =
        token > 0 ? look_at(phrase->document, token - 1, LEXICON_GROUPNOUN) : NULL;
    if ((longer && longer->end > token) || /* "premiers ministres" are no ministers */
        (token > 1 && phrase->label.kind == KIND_TALKS &&
         label_of_two_lands(phrase->document, token - 2)))
        return KIND_OTHER;
    for (const struct annotation *a = phrase->document->first[token]; a; a = a->next) {
        if (a->kind != LEXICON_GROUPNOUN && !(a->kind == LEXICON_OFFICE && a->tag == TAG_PLUR))
            continue;
        const enum rank rank = look_lexeme(phrase->document, a)->rank;
        if ((rank_is_head(rank) || is_of_leaders(phrase, a)) && !is_of_few(phrase, a))
            return KIND_SUMMIT;
        if (rank == RANK_MINISTER || rank == RANK_FOREIGN_MINISTER)
            return KIND_MINISTERIAL;
        if (rank == RANK_OFFICIAL || rank == RANK_AMBASSADOR || rank == RANK_ENVOY ||
            rank == RANK_DEPUTY_MINISTER)
            kind = KIND_TALKS;
    }
    return kind;
}

enum meeting_kind sitting_of_body(uint8_t body)
{
    static const enum meeting_kind by_body[BODY_COUNT] = {
        [BODY_BODY] = KIND_SESSION,          [BODY_ORGAN] = KIND_SESSION,
        [BODY_AGENCY] = KIND_SESSION,        [BODY_PARLIAMENT] = KIND_SESSION,
        [BODY_CENTRALBANK] = KIND_SESSION,   [BODY_HEADS] = KIND_SUMMIT,
        [BODY_MINISTERS] = KIND_MINISTERIAL,
    };
    return by_body[body];
}

/* What kind of body the party is. */
static uint8_t body_of_party(const struct document *document, const struct party *party)
{
    if (party->type != PARTY_ORGANIZATION || !party->organization)
        return BODY_NONE;
    const struct capture *head = look_capture(party->organization, CAPTURE_ORGANIZATION);
    const struct annotation *named =
        head && head->annotation ? head->annotation : party->organization;
    return look_lexeme(document, named)->body;
}

enum meeting_kind sitting_of_party(const struct document *document, const struct party *party)
{
    return sitting_of_body(body_of_party(document, party));
}

bool party_is_organ(const struct document *document, const struct party *party)
{
    const uint8_t body = body_of_party(document, party);
    return body == BODY_ORGAN || body == BODY_PARLIAMENT;
}

bool party_is_forces(const struct document *document, const struct party *party)
{
    return body_of_party(document, party) == BODY_MILITARY;
}

/* What a body that stands at token makes of a meeting, or OTHER. */
static enum meeting_kind kind_of_body(const struct phrase *phrase, uint32_t token)
{
    const struct annotation *organization = look_at(phrase->document, token, LEXICON_ORGANIZATION);
    const struct annotation *head = look_at(phrase->document, token, LEXICON_ORGHEAD);
    const struct annotation *told = organization ? organization : head;
    const uint8_t body = told ? look_lexeme(phrase->document, told)->body : BODY_NONE;
    return body == BODY_AGENCY || (body == BODY_BODY && !head) ||
                   (told && label_is_of_pair(phrase, told))
               ? KIND_OTHER /* "a meeting of the UN" is of anybody */
               : sitting_of_body(body);
}

/* "conseil des ministres": where the cabinet that stands at token ends, else 0; with a field or a
 * body of states it is no cabinet. */
static uint32_t cabinet_end(const struct phrase *phrase, uint32_t token)
{
    const struct annotation *head = look_at(phrase->document, token, LEXICON_ORGHEAD);
    return head && head->end > token + 1 && head->end <= phrase->label.name.end &&
                   look_at(phrase->document, head->end - 1, LEXICON_GROUPNOUN) &&
                   !label_of_ministers(phrase->document, phrase->label.name)
               ? head->end
               : 0;
}

/* "UN-led talks": who leads them stands before a hyphen, so others negotiate. */
static bool is_mediated(const struct phrase *phrase, const struct annotation *noun)
{
    const uint32_t before = noun->begin - (noun->begin > phrase->begin);
    const struct annotation *verb = look_at(phrase->document, before, LEXICON_EVENTVERB);
    const enum sense sense = verb ? look_lexeme(phrase->document, verb)->sense : SENSE_NONE;
    return noun->tag == TAG_PLUR && look_flag(phrase->document, before, TOKEN_HYPHEN) &&
           (sense == SENSE_CHAIR || sense == SENSE_MEDIATE);
}

/* "the annual meeting between A and B": a meeting that is no assembly of a body. */
static bool is_of_two(const struct phrase *phrase, const struct annotation *word)
{
    const struct annotation *meeting = look_at(phrase->document, word->end - 1, LEXICON_MEETNOUN);
    return word->end > word->begin + 1 && phrase->label.name.end == word->end && meeting &&
           look_lexeme(phrase->document, meeting)->kind == KIND_TALKS &&
           look_at(phrase->document, word->end, LEXICON_BETWEEN);
}

enum meeting_kind label_kind(const struct phrase *phrase, const struct annotation *word)
{
    const struct label *label = &phrase->label;
    enum meeting_kind kind = label->kind == KIND_SESSION ? kind_inside(phrase)
                             : label->kind == KIND_CALL  ? kind_of_call(phrase, word)
                                                         : label->kind;
    enum meeting_kind held_by = KIND_OTHER; /* "une réunion du G20": of no ministers or officials */
    if (kind == KIND_TALKS && is_mediated(phrase, word))
        return KIND_NEGOTIATION;
    if (kind != KIND_TALKS && kind != KIND_CONFERENCE)
        return kind;
    if (kind == KIND_CONFERENCE && is_of_two(phrase, word))
        return KIND_TALKS;
    const enum meeting_kind called = kind; /* "a meeting of the Union's heads of state" */
    bool officials = false;
    for (uint32_t t = label->name.begin; t < label->name.end; t++)
        officials |= kind_of_people(phrase, t) == KIND_TALKS;
    for (uint32_t t = label->name.begin; t < label->name.end; t++) {
        const struct annotation *seat = look_at(phrase->document, t, LEXICON_INSTITUTION);
        if (seat && seat->end == label->name.end && seat->begin < word->begin &&
            look_lexeme(phrase->document, seat)->body == BODY_PARLIAMENT)
            return KIND_SESSION; /* "the Spanish Congress" */
        if (seat && seat->end < label->name.end) {
            t = seat->end - 1; /* "a White House meeting": no house sits */
            continue;
        }
        const uint32_t cabinet = cabinet_end(phrase, t);
        if (cabinet && kind == KIND_TALKS) {
            kind = KIND_SESSION;
            t = cabinet - 1;
            continue;
        }
        const enum meeting_kind people = kind_of_people(phrase, t);
        if (people == KIND_MINISTERIAL || people == KIND_SUMMIT)
            return called == KIND_TALKS || people == KIND_MINISTERIAL ? people : kind;
        const struct annotation *series = look_at(phrase->document, t, LEXICON_SERIES);
        const struct annotation *same = look_at(phrase->document, t, LEXICON_ORGANIZATION);
        if (series && series->end <= label->name.end && same && same->end == series->end)
            held_by = look_lexeme(phrase->document, series)->kind; /* "G7 trade ministers" */
        else if (series && series->end <= label->name.end && !officials)
            return look_lexeme(phrase->document, series)->kind;
        const enum meeting_kind body = kind_of_body(phrase, t);
        if (kind == KIND_TALKS && body != KIND_OTHER)
            kind = body;
    }
    return kind == KIND_TALKS && !officials && held_by != KIND_OTHER ? held_by : kind;
}

bool label_counts(const struct phrase *phrase)
{
    const struct label *label = &phrase->label;
    switch (label->kind) {
    case KIND_VISIT:
        return false;
    case KIND_CALL:
        return phrase->complemented;
    case KIND_TALKS:
    case KIND_NEGOTIATION: /* "their first meeting" has no name */
        /* Nor have "talks on tourism". */
        return label->edition > 1 || phrase->premodified ||
               (phrase->complemented &&
                !(label->about && label->plural && label->kind == KIND_TALKS));
    default:
        return phrase->complemented || phrase->premodified || label->edition > 0;
    }
}

bool label_is_proper(const struct phrase *phrase)
{
    static const uint16_t kinds[] = {LEXICON_COUNTRY, LEXICON_ORGANIZATION, ANNOTATION_ORG,
                                     LEXICON_REGION,  LEXICON_GROUPNOUN,    LEXICON_OFFICE,
                                     LEXICON_DEMONYM, LEXICON_PORTFOLIO,    LEXICON_SERIES,
                                     LEXICON_ORGHEAD, LEXICON_CITY};
    const struct label *label = &phrase->label;
    for (uint32_t t = label->name.begin; t < label->name.end; t++) {
        if (look_flag(phrase->document, t, TOKEN_CAPITAL) &&
            !look_flag(phrase->document, t, TOKEN_SENTENCE))
            return true;
        for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
            if (look_at(phrase->document, t, kinds[i]))
                return true;
        }
    }
    return label->edition > 0;
}

bool label_is_whose(const struct phrase *phrase)
{
    static const uint16_t kinds[] = {LEXICON_ORGANIZATION, ANNOTATION_ORG,  LEXICON_SERIES,
                                     LEXICON_DEMONYM,      LEXICON_COUNTRY, LEXICON_ORGHEAD};
    const struct label *label = &phrase->label;
    for (uint32_t t = label->name.begin; t < label->name.end; t++) {
        for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
            if (look_at(phrase->document, t, kinds[i]))
                return true;
        }
    }
    return label->edition > 0;
}

bool label_is_possessed(const struct phrase *phrase, const struct annotation *noun)
{
    for (uint32_t t = noun->begin; t < noun->end; t++) {
        if (look_mark(phrase->document, t, '\'') || look_clitic(phrase->document, t))
            return true;
    }
    return false;
}

/* "les négociations entre A et B": just behind the states and bodies between which they are, else
 * token. */
static uint32_t behind_parties(const struct phrase *phrase, uint32_t token)
{
    const struct document *document = phrase->document;
    const struct annotation *between =
        token < phrase->end ? look_at(document, token, LEXICON_BETWEEN) : NULL;
    uint32_t t = between ? between->end : phrase->end;
    while (t < phrase->end && document_is(document, t, CLASS(DETERMINER)) &&
           !look_at(document, t, ANNOTATION_PARTY))
        t++;
    const struct annotation *parties =
        t < phrase->end ? look_at(document, t, ANNOTATION_PARTY) : NULL;
    const bool told = parties && parties->end <= phrase->end && party_members(parties)->count > 1 &&
                      party_members(parties)->at[0]->type != PARTY_PERSON;
    return told ? parties->end : token;
}

struct span label_description(const struct phrase *phrase, struct span words)
{
    const struct document *document = phrase->document;
    const bool counted = phrase->label.kind == KIND_NEGOTIATION; /* "peace talks" is any talks */
    if (!kind_is_gathering(phrase->label.kind) && !counted)
        return (struct span){words.begin, words.begin};
    if (counted && behind_parties(phrase, words.end) > words.end)
        return (struct span){words.begin, behind_parties(phrase, words.end)};
    for (uint32_t t = words.begin; t < words.end; t++) {
        const bool tells = counted ? look_at(document, t, LEXICON_EDITIONWORD) != NULL
                                   : document_is(document, t, CLASS(MEETADJECTIVE));
        if (tells)
            return words;
    }
    return (struct span){words.begin, words.begin};
}

/* A small word or a number, before the unit of a length of time. */
static bool is_measure(const struct document *document, uint32_t token)
{
    const uint64_t small = CLASS(OF) | CLASS(DETERMINER) | CLASS(QUANTIFIER) | CLASS(ADVERB) |
                           CLASS(STOPWORD) | CLASS(AT);
    return document_is(document, token, small) || look_flag(document, token, TOKEN_NUMBER) ||
           look_at(document, token, LEXICON_NUMBER);
}

bool label_is_length(const struct document *document, uint32_t token)
{
    enum { WORDS_MAX = 6 };
    const struct annotation *number = look_at(document, token, LEXICON_NUMBER);
    const uint64_t hours = CLASS(HOURS);
    if (!document_is(document, token - 1, CLASS(OF)))
        return false;
    for (uint32_t t = token; t - token < WORDS_MAX; t++) {
        if (document_is(document, t, hours))
            return t > token;
        if (!is_measure(document, t))
            break;
    }
    return number && look_flag(document, number->end, TOKEN_WORD) &&
           !look_flag(document, number->end, TOKEN_CAPITAL) &&
           !look_at(document, number->end, LEXICON_GROUPNOUN) &&
           !look_at(document, number->end, LEXICON_ORGNOUN) &&
           !look_at(document, number->end, LEXICON_MEETNOUN);
}
