#include "meeting/label_phrase.h"

#include "annotate/look.h"
#include "annotate/party.h"
#include "annotate/verb.h"

enum { COMPLEMENT_MAX = 18 };

static bool is_about(const struct document *document, uint32_t token)
{
    return document_is(document, token, CLASS(OF) | CLASS(ABOUT));
}

/* Whether a person is told at token: the name of an occasion ends before its participants. */
static bool is_person(const struct document *document, uint32_t token)
{
    const struct annotation *annotation = look_at(document, token, ANNOTATION_PARTY);
    const struct party *party = annotation ? party_members(annotation)->at[0] : NULL;
    return party && party->type == PARTY_PERSON && !party->weak &&
           party->name_begin == annotation->begin && party->name_end > party->name_begin;
}

/* Whether a complement ends before token. */
static bool complement_ends(const struct phrase *phrase, uint32_t token)
{
    const struct document *document = phrase->document;
    const uint64_t ends = CLASS(RELATIVE) | CLASS(SUBORDINATOR) | CLASS(NEGATION) | CLASS(PRONOUN) |
                          CLASS(PLURAL_PRONOUN) | CLASS(REFLEXIVE) | CLASS(BY) | CLASS(FROM) |
                          CLASS(TO) | CLASS(DEMONSTRATIVE);
    if (look_flag(document, token, TOKEN_PUNCT) || document_is(document, token, ends) ||
        is_person(document, token))
        return true;
    if (document_is(document, token, CLASS(AT)) && !document_is(document, token, CLASS(ABOUT)))
        return true;
    if (look_at(document, token, LEXICON_AUX) && !look_flag(document, token, TOKEN_CAPITAL))
        return true;
    static const uint16_t kinds[] = {ANNOTATION_DATE,    ANNOTATION_VERB,    LEXICON_WITH,
                                     LEXICON_BETWEEN,    LEXICON_FOLLOWING,  LEXICON_SIDELINE,
                                     LEXICON_HOST,       LEXICON_MODEPHRASE, ANNOTATION_TIME,
                                     ANNOTATION_DURATION};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (look_at(document, token, kinds[i]))
            return true;
    }
    return false;
}

/* "and" goes on with the complement only where it joins like with like. */
static bool and_goes_on(const struct phrase *phrase, uint32_t token)
{
    const struct document *document = phrase->document;
    uint32_t next = token + 1;
    if (next >= phrase->end)
        return false;
    if (is_about(document, next))
        return true;
    while (next < phrase->end && document_is(document, next, CLASS(DETERMINER)))
        next++;
    if (next >= phrase->end)
        return false;
    return look_at(document, next, LEXICON_COUNTRY) ||
           look_at(document, next, LEXICON_ORGANIZATION) ||
           look_at(document, next, LEXICON_PORTFOLIO) || look_at(document, next, ANNOTATION_ORG) ||
           look_at(document, next, LEXICON_GROUPNOUN) ||
           (look_at(document, next, LEXICON_DEMONYM) && !look_flag(document, next, TOKEN_CAPITAL));
}

/* The longest annotation at token that a complement swallows whole, or NULL. */
static const struct annotation *whole_at(const struct phrase *phrase, uint32_t token)
{
    static const uint16_t kinds[] = {LEXICON_ORGANIZATION, ANNOTATION_ORG,  LEXICON_PORTFOLIO,
                                     LEXICON_COUNTRY,      LEXICON_REGION,  LEXICON_GROUPNOUN,
                                     ANNOTATION_ROLE,      LEXICON_ORGHEAD, LEXICON_SERIES,
                                     LEXICON_CITY,         LEXICON_MEETNOUN};
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
    static const uint16_t kinds[] = {LEXICON_ORGANIZATION, LEXICON_SERIES, LEXICON_MEETNOUN};
    const bool place =
        look_at(document, token, LEXICON_COUNTRY) || look_at(document, token, LEXICON_CITY);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (look_flag(document, token, TOKEN_CAPITAL) && look_at(document, token, kinds[i]))
            return true;
    }
    const bool initials =
        look_flag(document, token, TOKEN_CAPITAL) &&
        look_token(document, token)->end - look_token(document, token)->begin == 1;
    return (look_flag(document, token, TOKEN_UPPER) || initials) && !place;
}

/* "le conseil de l'Union des lacs (UDL)": just behind the short form in brackets at token, or
 * token where there is none; a place in brackets is where. */
static uint32_t behind_short_form(const struct phrase *phrase, uint32_t token)
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

static uint32_t read_complement(const struct phrase *phrase, uint32_t token)
{
    const struct annotation *last = NULL;
    const struct document *document = phrase->document;
    const uint32_t start = token;
    uint32_t solid = token; /* just behind the last word that can end a name */
    while (token < phrase->end && token - start < COMPLEMENT_MAX) {
        const struct annotation *whole = whole_at(phrase, token);
        const uint32_t taken = whole ? whole->end : behind_short_form(phrase, token);
        if (taken > token) {
            token = solid = taken;
            last = whole;
            continue;
        }
        if (is_past_place(phrase, last, token))
            break;
        if (document_is(document, token, CLASS(AND))
                ? !and_goes_on(phrase, token)
                : complement_ends(phrase, token) && !comma_goes_on(phrase, token) &&
                      !to_goes_on(phrase, token))
            break;
        token++;
        if (!document_is(document, token - 1,
                         CLASS(OF) | CLASS(ABOUT) | CLASS(DETERMINER) | CLASS(AND) | CLASS(ADVERB) |
                             CLASS(POSSESSIVE)))
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
           party->roles[0]->country_count > 1;
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
    return look_at(document, t, LEXICON_COUNTRY) || look_at(document, t, ANNOTATION_NAME) ||
           look_at(document, t, LEXICON_HONORIFIC) || look_at(document, t, LEXICON_CITY);
}

/* An adjective or two that no list knows, before a complement: "Conférence méditerranéenne sur". */
static uint32_t skip_adjectives(const struct phrase *phrase, uint32_t token)
{
    enum { ADJECTIVES_MAX = 2 };
    uint32_t t = token;
    while (t < phrase->end && t - token <= ADJECTIVES_MAX && !is_about(phrase->document, t)) {
        if (complement_ends(phrase, t) || !look_flag(phrase->document, t, TOKEN_WORD) ||
            look_flag(phrase->document, t, TOKEN_CAPITAL) ||
            document_is(phrase->document, t, CLASS(AND) | CLASS(DETERMINER) | CLASS(ADVERB)))
            return token;
        t++;
    }
    return t < phrase->end && is_about(phrase->document, t) ? t : token;
}

/* "à la réunion X, ministre de Y, et Z": people with their offices, or several, are no name. */
static bool is_presented(const struct document *document, uint32_t token)
{
    const struct annotation *annotation = look_at(document, token, ANNOTATION_PARTY);
    return is_person(document, token) &&
           (party_members(annotation)->count > 1 || party_members(annotation)->at[0]->role_count);
}

/* "le Forum « Ports d'Afrique »": just behind what its quotation marks call it, else token. */
static uint32_t behind_title(const struct phrase *phrase, uint32_t token)
{
    enum { TITLE_MAX = 7 };
    const enum meeting_kind kind = phrase->label.kind;
    if ((kind != KIND_CONFERENCE && kind != KIND_SUMMIT) || token + 2 >= phrase->end ||
        !label_quote(phrase, token) || !look_flag(phrase->document, token + 1, TOKEN_CAPITAL))
        return token;
    for (uint32_t t = token + 2; t < phrase->end && t - token <= TITLE_MAX; t++) {
        if (label_quote(phrase, t))
            return t + 1;
        if (look_flag(phrase->document, t, TOKEN_PUNCT))
            break;
    }
    return token;
}

/* Whether the complement at token is a part of the name. */
static bool has_complement(const struct phrase *phrase, uint32_t token)
{
    const enum meeting_kind kind = phrase->label.kind;
    if (token >= phrase->end)
        return false;
    return to_goes_on(phrase, token) ||
           (is_about(phrase->document, token) &&
            (!is_party_complement(phrase, token) || kind == KIND_SUMMIT ||
             kind == KIND_CONFERENCE || kind == KIND_SESSION));
}

static uint32_t read_after(struct phrase *phrase, uint32_t token)
{
    const struct document *document = phrase->document;
    uint32_t t = token;
    for (;;) {
        const struct annotation *sequence = look_at(document, t, LEXICON_NEXTPREVIOUS);
        if (t < phrase->end && document_is(document, t, CLASS(MEETADJECTIVE)))
            t++;
        else if (t < phrase->end && look_at(document, t, LEXICON_DEMONYM) &&
                 !look_flag(document, t, TOKEN_CAPITAL))
            t = look_at(document, t, LEXICON_DEMONYM)->end;
        else if (sequence && sequence->end <= phrase->end && t == token) {
            phrase->label.sequence = look_lexeme(document, sequence)->sequence;
            break;
        } else
            break;
    }
    t = skip_adjectives(phrase, t);
    const uint32_t proper = t;
    while (t < phrase->end && look_flag(document, t, TOKEN_CAPITAL) &&
           !look_at(document, t, LEXICON_HONORIFIC) && !look_at(document, t, LEXICON_OFFICE) &&
           !(phrase->title && look_at(document, t, ANNOTATION_VERB)) &&
           !party_hyphened(document, t) && !look_at(document, t, ANNOTATION_DATE) &&
           !is_presented(document, t)) {
        const struct annotation *whole = whole_at(phrase, t);
        t = whole ? whole->end : t + 1;
    }
    phrase->complemented |= t > proper;
    t = behind_title(phrase, t);
    if (has_complement(phrase, t)) {
        const uint32_t end = read_complement(phrase, t);
        phrase->complemented |= end > t;
        phrase->label.about |= end > t && !document_is(document, t, CLASS(OF) | CLASS(TO));
        t = end > t ? end : t;
    }
    const bool named = t > token || phrase->premodified || phrase->label.edition > 0;
    return named ? behind_short_form(phrase, t) : t;
}

/* Just behind the quotation mark at token that ends what one in the name begins, else token. */
static uint32_t behind_quote(const struct phrase *phrase, uint32_t token)
{
    unsigned marks = 0;
    for (uint32_t t = phrase->label.name.begin; t < token; t++)
        marks += label_quote(phrase, t);
    return marks % 2 && token < phrase->end && label_quote(phrase, token) ? token + 1 : token;
}

/* Where a name begins that begins with how long it is: "three-day conference". */
static uint32_t behind_length(const struct document *document, uint32_t begin, uint32_t end)
{
    const struct annotation *length = look_at(document, begin, ANNOTATION_DURATION);
    return length && length->end < end ? length->end : begin;
}

/* "COP21": the number that ends the id of a series; "G20SUMMIT" has none. */
static int32_t series_edition(const struct document *document, const struct annotation *noun)
{
    const struct str name = pack_column(document->pack, noun->value, 0);
    size_t begin = name.len;
    int32_t number = 0;
    while (begin > 0 && name.at[begin - 1] >= '0' && name.at[begin - 1] <= '9')
        begin--;
    for (size_t i = begin; i < name.len; i++)
        number = number * 10 + (name.at[i] - '0');
    return name.len - begin == 2 ? number : 0;
}

struct label label_read(const struct document *document, const struct sentence *sentence,
                        const struct annotation *noun)
{
    struct phrase phrase = {.document = document, .begin = sentence->begin, .end = sentence->end};
    struct label *label = &phrase.label;
    phrase.title = (sentence->flags & SENTENCE_TITLE) != 0;
    label->kind = label->word = look_lexeme(document, noun)->kind;
    label->plural = noun->tag == TAG_PLUR;
    phrase.outer = noun->end;
    label->name.begin = label_before(&phrase, noun->begin);
    label->name.end = behind_quote(&phrase, read_after(&phrase, noun->end));
    if (noun->kind == LEXICON_SERIES && label->edition <= 0)
        label->edition = series_edition(document, noun);
    if (noun->kind == LEXICON_SERIES && label->edition > 0 && label->ordinal.end == 0)
        label->ordinal = (struct span){noun->end - 1, noun->end};
    label->bare = !phrase.premodified && !phrase.complemented;
    const uint32_t begin = phrase.outer < label->name.begin ? phrase.outer : label->name.begin;
    if (begin > sentence->begin) {
        label->definite |=
            document_is(document, begin - 1, CLASS(DETERMINER) | CLASS(DEMONSTRATIVE)) ||
            document_is(document, begin - 1, CLASS(OF) | CLASS(AT));
        label->possessive = document_is(document, begin - 1, CLASS(POSSESSIVE));
        label->indefinite = document_is(document, begin - 1, CLASS(INDEFINITE));
        label->pointing = document_is(document, begin - 1, CLASS(DEMONSTRATIVE));
    }
    label->kind = label_kind(&phrase);
    label->name.begin = behind_length(document, label->name.begin, noun->end);
    const bool several_words = noun->end - label->name.begin > 1 &&
                               (label->kind == KIND_SESSION || label->kind == KIND_CONFERENCE ||
                                (label->kind == KIND_SUMMIT && label_is_proper(&phrase)) ||
                                label_is_possessed(&phrase, noun));
    const bool body = look_at(document, noun->begin, LEXICON_ORGANIZATION) != NULL;
    if (!label_counts(&phrase) && !several_words && !body && noun->kind != LEXICON_SERIES) {
        label->name = (struct span){noun->begin, noun->begin};
        return *label;
    }
    label->proper = label_is_proper(&phrase) || (several_words && !label->definite) || body ||
                    noun->kind == LEXICON_SERIES;
    label->series = label->name;
    if (label->ordinal.begin == label->name.begin && label->edition > 0 &&
        label->ordinal.end < label->name.end)
        label->series.begin = label->ordinal.end;
    return *label;
}

uint32_t label_end(const struct document *document, const struct sentence *sentence, uint32_t token)
{
    const struct phrase phrase = {
        .document = document, .begin = sentence->begin, .end = sentence->end};
    return read_complement(&phrase, token);
}
