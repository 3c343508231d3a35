#include "meeting/clause/chunk_verb.h"

#include "annotate/look.h"
#include "annotate/party/party.h"
#include "annotate/verb.h"
#include "meeting/clause/chunk_mark.h"
#include "meeting/clause/titled.h"

bool chunk_numbered(const struct document *document, uint32_t token)
{
    for (uint32_t back = 1; back <= 2 && back <= token; back++) {
        const struct annotation *number = look_at(document, token - back, ANNOTATION_NUMBER);
        if (number && number->end == token)
            return true;
    }
    return false;
}

/* Whether a verb whose object a meeting is ends at token, "held talks by video link", "President
 * ends visit", or a participle behind an article, "a planned visit". */
static bool is_held(const struct document *document, uint32_t token)
{
    enum { WORDS_MAX = 3 };
    const struct annotation *word = look_at(document, token, LEXICON_MEETVERB);
    const bool bare = word && word->tag != TAG_GER; /* not "ruled out meeting B" */
    for (uint32_t back = 1; back <= WORDS_MAX && back <= token; back++) {
        const uint32_t begin = token - back;
        const struct annotation *verb = look_at(document, begin, LEXICON_EVENTVERB);
        if (!verb || verb->end != token)
            continue;
        const bool attribute =
            begin > 0 && document_is(document, begin - 1, CLASS(DETERMINER) | CLASS(POSSESSIVE));
        return attribute || (bare && (verb->tag == TAG_PRES || verb->tag == TAG_PAST)) ||
               look_lexeme(document, verb)->sense == SENSE_HOLD;
    }
    return false;
}

/* "le ministre grec | rencontre B": whether somebody told by office and state ends at token. */
static bool ends_office(const struct document *document, uint32_t token)
{
    enum { WORDS_MAX = 10 };
    for (uint32_t back = 2; back <= WORDS_MAX && back <= token; back++) {
        const struct annotation *party = look_at(document, token - back, ANNOTATION_PARTY);
        if (party)
            return party->end == token && party_members(party)->at[0]->role_count > 0;
    }
    return false;
}

/* Whether what stands before token makes a noun of a word that could be a verb too. */
static bool is_noun_here(const struct document *document, uint32_t token)
{
    const uint64_t before = CLASS(DETERMINER) | CLASS(POSSESSIVE) | CLASS(DEMONSTRATIVE) |
                            CLASS(OF) | CLASS(AT) | CLASS(ABOUT) | CLASS(QUANTIFIER) |
                            CLASS(MEETADJECTIVE);
    if (token == 0 || look_flag(document, token, TOKEN_SENTENCE))
        return false;
    if (document_is(document, token - 1, before | CLASS(EVENTUAL)) ||
        look_clitic(document, token - 1) || is_held(document, token))
        return true;
    const struct annotation *demonym = look_at(document, token - 1, LEXICON_DEMONYM);
    const struct annotation *ordinal = look_at(document, token - 1, LEXICON_ORDINAL);
    const struct annotation *sequence = look_at(document, token - 1, LEXICON_NEXTPREVIOUS);
    return (demonym && demonym->end == token && !ends_office(document, token)) ||
           (ordinal && ordinal->end == token) || (sequence && sequence->end == token) ||
           chunk_numbered(document, token);
}

/* "a pay offer", "a new 3% pay offer": whether before the token stands an article that only goes
 * with one, with words between that no file names, or figures. */
static bool is_of_one(const struct document *document, uint32_t token)
{
    enum { WORDS_MAX = 5 };
    for (uint32_t back = 1; back <= WORDS_MAX && back <= token; back++) {
        const uint32_t t = token - back;
        if (document_is(document, t, CLASS(INDEFINITE)))
            return back > 1;
        const bool unread = look_flag(document, t, TOKEN_WORD) &&
                            !look_flag(document, t, TOKEN_CAPITAL) && !document->first[t];
        if (!unread && !look_flag(document, t, TOKEN_NUMBER) && !look_mark(document, t, '%'))
            return false;
    }
    return false;
}

/* "had a successful visit", "the recent visit", "the May 16 call": a bare form behind an article
 * that only goes with one, or a word that judges; or behind a day. */
static bool is_described(const struct document *document, uint32_t token)
{
    enum { DATE_WORDS = 4 };
    const uint64_t epithets = pack_optional(document->pack, OPTIONAL_EPITHET);
    const bool epithet = token > 1 && document_is(document, token - 1, epithets) &&
                         (document_is(document, token - 2, CLASS(DETERMINER) | CLASS(POSSESSIVE)) ||
                          look_clitic(document, token - 2));
    if (epithet || is_of_one(document, token))
        return true;
    for (uint32_t back = 1; back <= DATE_WORDS && back < token; back++) {
        const struct annotation *date = look_at(document, token - back, ANNOTATION_DATE);
        if (date && date->end == token)
            return document_is(document, date->begin - 1, CLASS(DETERMINER) | CLASS(POSSESSIVE));
    }
    return false;
}

/* "President X's Kenya | visit", "his US trip": whether the name of a land or town stands between
 * whose it is and the word at token. */
static bool is_bound_for(const struct document *document, uint32_t token)
{
    enum { WORDS_MAX = 3 };
    for (uint32_t back = 1; back <= WORDS_MAX && back < token; back++) {
        const uint32_t begin = token - back;
        const struct annotation *land = look_at(document, begin, LEXICON_COUNTRY);
        if (!land)
            land = look_at(document, begin, LEXICON_CITY);
        if (land && land->end == token)
            return look_clitic(document, begin - 1) ||
                   document_is(document, begin - 1, CLASS(POSSESSIVE));
    }
    return false;
}

/* The word for several people that ends at token, or NULL. */
static const struct annotation *people_before(const struct document *document, uint32_t token)
{
    enum { WORDS_MAX = 3 };
    for (uint32_t back = 1; back <= WORDS_MAX && back <= token; back++) {
        for (const struct annotation *a = document->first[token - back]; a; a = a->next) {
            if (a->end == token && a->tag == TAG_PLUR &&
                (a->kind == LEXICON_GROUPNOUN || a->kind == LEXICON_OFFICE))
                return a;
        }
    }
    return NULL;
}

/* Whether a comma closes soon what is told of a meeting from token on, before any verb. */
static bool closes_aside(const struct document *document, uint32_t token)
{
    enum { WORDS_MAX = 8 };
    for (uint32_t t = token; t < document->tokens.count && t - token <= WORDS_MAX; t++) {
        if (look_mark(document, t, ','))
            return true;
        if (look_at(document, t, ANNOTATION_VERB) || look_at(document, t, LEXICON_AUX) ||
            look_flag(document, t, TOKEN_SENTENCE))
            return false;
    }
    return false;
}

/* Whether people of no body are told right before token, without an article, and where or when
 * right behind end: "delegates meeting in Lima", "negotiators, meeting since Monday". */
static bool is_participle(const struct document *document, uint32_t token, uint32_t end)
{
    const bool told = document_is(document, end, CLASS(AT)) ||
                      look_at(document, end, ANNOTATION_DATE) ||
                      look_at(document, end + 1, ANNOTATION_DATE);
    const bool first = token == 0 || look_flag(document, token, TOKEN_SENTENCE);
    const bool comma = !first && look_mark(document, token - 1, ',');
    if (told && (first || comma) && closes_aside(document, end))
        return true; /* "Meeting in Lima, the ministers", "the board, meeting on Monday, has" */
    const uint32_t behind = token - comma;
    const struct annotation *people = told ? people_before(document, behind) : NULL;
    return people &&
           (people->begin == 0 || (!document_is(document, people->begin - 1, CLASS(DETERMINER)) &&
                                   !look_flag(document, people->begin - 1, TOKEN_CAPITAL)));
}

/* Whether a form in -ing stands between an article and people: it describes them. */
static bool is_led_by_article(const struct document *document, const struct annotation *verb)
{
    const uint64_t people = KIND_BIT(LEXICON_DEMONYM) | KIND_BIT(LEXICON_DELEGATION) |
                            KIND_BIT(LEXICON_GROUPNOUN) | KIND_BIT(ANNOTATION_PARTY);
    return verb->end == verb->begin + 1 &&
           document_is(document, verb->begin - 1, CLASS(DETERMINER)) &&
           look_any(document, verb->end, people) &&
           !document_is(document, verb->end, CLASS(DETERMINER) | CLASS(OF)) &&
           (look_at(document, verb->end, LEXICON_DEMONYM) ||
            look_at(document, verb->end, LEXICON_DELEGATION) ||
            look_at(document, verb->end, LEXICON_GROUPNOUN) ||
            look_at(document, verb->end, ANNOTATION_PARTY));
}

/* "visited the disputed islands": a past form behind an article describes what follows; that of a
 * meeting tells of it, "the planned talks". */
static bool is_attributive(const struct document *document, const struct annotation *verb)
{
    enum { WORDS_MAX = 3 };
    const struct verb *told = verb->detail;
    const bool past =
        told->word && (told->word->tag == TAG_PAST ||
                       (told->word->tag == TAG_PP && look_flag(document, verb->end, TOKEN_WORD) &&
                        !document_is(document, verb->end,
                                     CLASS(OF) | CLASS(AT) | CLASS(TO) | CLASS(BY) | CLASS(AND) |
                                         CLASS(DETERMINER)))); /* "the frozen conflict" */
    if (!past || told->word->begin != verb->begin || verb->begin == 0)
        return false;
    const uint32_t before = verb->begin - 1 - titled_mark(document, verb->begin - 1);
    if (!document_is(document, before, CLASS(DETERMINER)))
        return false;
    for (uint32_t t = verb->end; t < verb->end + WORDS_MAX; t++) {
        if (look_at(document, t, LEXICON_MEETNOUN) || look_at(document, t, LEXICON_SERIES))
            return false;
        if (look_flag(document, t, TOKEN_PUNCT))
            break;
    }
    return true;
}

/* "X cancels visit", "confirm X visit to Oslo": a bare form right behind a finite verb of events,
 * or of a journey with "to" behind it, is no verb. */
static bool is_headline_noun(const struct document *document, const struct annotation *verb,
                             const struct annotation *noun)
{
    const uint32_t token = verb->begin;
    const struct annotation *before =
        token > 0 ? look_at(document, token - 1, LEXICON_EVENTVERB) : NULL;
    const bool object =
        before && before->end == token && !document_is(document, before->begin, CLASS(ADVERB));
    return object || (look_lexeme(document, noun)->kind == KIND_VISIT &&
                      document_is(document, verb->end, CLASS(TO)));
}

/* Whether a form in -ing stands right between a verb and a person with an office, and is not what
 * somebody "looks forward to", as "visiting" may not be. */
static bool is_of_guest(const struct document *document, const struct annotation *form)
{
    enum { WORDS_MAX = 4 };
    const struct annotation *party = look_at(document, form->end, ANNOTATION_PARTY);
    const struct party *guest = party ? party_members(party)->at[0] : NULL;
    if (!guest || guest->type != PARTY_PERSON || !guest->role_count)
        return false;
    for (uint32_t back = 1; back <= WORDS_MAX && back <= form->begin; back++) {
        const struct annotation *before = look_at(document, form->begin - back, ANNOTATION_VERB);
        if (before)
            return before->end == form->begin &&
                   (look_at(document, form->begin, LEXICON_VISITOR) ||
                    !document_is(document, form->begin - 1, CLASS(TO)));
    }
    return false;
}

/* "said so when visiting Minister B called on her": "visiting" before somebody who acts. */
static bool is_of_visitor(const struct document *document, const struct annotation *annotation)
{
    const struct annotation *guest = look_at(document, annotation->end, ANNOTATION_PARTY);
    const struct annotation *act = guest && guest->end < document->tokens.count
                                       ? look_at(document, guest->end, ANNOTATION_VERB)
                                       : NULL;
    const struct annotation *word = look_at(document, annotation->begin, LEXICON_VISITOR);
    if (!word || word->end != annotation->end || !act || annotation->begin == 0 ||
        !document_is(document, annotation->begin - 1, CLASS(SUBORDINATOR)))
        return false;
    const enum tense tense = ((const struct verb *)act->detail)->tense;
    return tense == TENSE_PAST || tense == TENSE_PRES || tense == TENSE_PERF;
}

/* "brève rencontre | entre A et B"; not "met, among others, A". */
static bool has_parties(const struct document *document, uint32_t token)
{
    const struct annotation *between = look_at(document, token, LEXICON_BETWEEN);
    return between && (look_at(document, between->end, ANNOTATION_PARTY) ||
                       document_is(document, between->end, CLASS(DETERMINER) | CLASS(POSSESSIVE)));
}

/* "à une importante rencontre | sur", "sa courte visite | à": whether a word that no list has
 * stands between the word and an article that only goes with one, or "this", and no object behind
 * it. */
static bool is_judged(const struct document *document, const struct annotation *noun)
{
    const uint32_t token = noun->begin, next = noun->end;
    if (token < 2 || look_flag(document, token, TOKEN_SENTENCE) ||
        !look_flag(document, token - 1, TOKEN_WORD) ||
        look_flag(document, token - 1, TOKEN_CAPITAL | TOKEN_SENTENCE) ||
        document->first[token - 1] ||
        !document_is(document, token - 2,
                     CLASS(INDEFINITE) | CLASS(DEMONSTRATIVE) | CLASS(POSSESSIVE)) ||
        document_is(document, token - 2, CLASS(SUBORDINATOR)))
        return false;
    return next >= document->tokens.count || look_flag(document, next, TOKEN_SENTENCE) ||
           look_mark(document, next, '.') || look_at(document, next, LEXICON_WITH) ||
           look_at(document, next, LEXICON_BETWEEN) ||
           document_is(document, next, CLASS(OF) | CLASS(ABOUT) | CLASS(AND) | CLASS(AT));
}

/* "his ally", "a visit", "the host", "the conference host": whether what could be a verb of meeting
 * is a noun by the words before it; not "le recevoir". */
static bool is_behind_article(const struct document *document, uint32_t begin)
{
    uint32_t t = begin - 1;
    if (document_is(document, t, CLASS(POSSESSIVE) | CLASS(INDEFINITE)))
        return true;
    const bool meets = look_at(document, begin, LEXICON_MEETVERB) != NULL;
    t -= meets && t > 0 && look_at(document, t, LEXICON_MEETNOUN);
    return meets && document_is(document, t, CLASS(DETERMINER)) &&
           !document_is(document, t, CLASS(OBJECTIVE) | CLASS(OF) | CLASS(TO));
}

bool chunk_cuts_party(const struct document *document, const struct annotation *friend)
{
    const uint32_t last = friend->end - 1;
    if (last == friend->begin || !look_flag(document, last, TOKEN_CAPITAL) ||
        !look_at(document, friend->begin, ANNOTATION_VERB))
        return false;
    const struct annotation *party = look_at(document, last, ANNOTATION_PARTY);
    return party && party->begin == last && party->end > friend->end;
}

/* Whether the form in -ing only says of whom or what it tells. */
static bool is_guests(const struct document *document, const struct annotation *annotation)
{
    const uint32_t begin = annotation->begin;
    if (begin > 0 && look_at(document, begin - 1, LEXICON_WITH) &&
        look_at(document, annotation->end, ANNOTATION_PARTY))
        return true; /* "talks with visiting President X" */
    if (begin > 0 && is_of_guest(document, annotation))
        return true; /* "told visiting President X" */
    return is_of_visitor(document, annotation) ||
           (begin > 0 && is_led_by_article(document, annotation)); /* "a visiting delegation" */
}

bool chunk_comes(const struct document *document, const struct annotation *noun)
{
    const uint32_t token = noun->begin;
    if (noun->kind != LEXICON_MEETNOUN || noun->tag != TAG_PP || token == 0 ||
        look_flag(document, token, TOKEN_SENTENCE | TOKEN_TITLE))
        return false;
    return look_at(document, token - 1, LEXICON_DEMONYM) ||
           (!is_noun_here(document, token) && !is_described(document, token));
}

/* "3 mai : rencontre", "Lundi, rencontre": whether nobody stands before token who could do it. */
static bool opens_line(const struct document *document, uint32_t token)
{
    const uint32_t mark = token - 1;
    const bool dated =
        (mark_stops(document, mark) || (look_mark(document, mark, ',') && mark > 0 &&
                                        look_flag(document, mark - 1, TOKEN_SENTENCE))) &&
        look_ends(document, mark, ANNOTATION_DATE);
    return dated || look_flag(document, token, TOKEN_SENTENCE) || look_mark(document, mark, ':') ||
           (look_flag(document, mark, TOKEN_PUNCT) && look_flag(document, mark, TOKEN_SENTENCE));
}

bool chunk_hidden_verb(const struct document *document, const struct annotation *annotation)
{
    if (annotation->kind != ANNOTATION_VERB)
        return false;
    const struct verb *verb = annotation->detail;
    const uint32_t begin = annotation->begin;
    const struct annotation *friend =
        verb->word ? look_at(document, verb->word->begin, LEXICON_FALSEFRIEND) : NULL;
    if (friend && !chunk_cuts_party(document, friend))
        return true;
    if (verb->tense == TENSE_GER && is_guests(document, annotation))
        return true;
    const uint64_t articles = CLASS(DETERMINER) | CLASS(POSSESSIVE);
    if (begin > 0 && look_at(document, begin, ANNOTATION_DATE) &&
        document_is(document, begin - 1, articles))
        return true; /* "at its May meeting" */
    const bool bare = verb->word && verb->word->tag == TAG_INF && verb->word->begin == begin;
    if (bare && begin > 0 && look_clitic(document, begin - 1))
        return true; /* "at Kenya's request" */
    if (bare && begin > 0 && is_behind_article(document, begin) &&
        verb->word->end == annotation->end)
        return true; /* "his close ally", "the host" */
    if (is_attributive(document, annotation))
        return true;
    const bool past = verb->word && verb->word->tag == TAG_PP && verb->word->begin == begin;
    const bool named = look_at(document, begin, LEXICON_EVENTNOUN) ||
                       (past && look_at(document, begin, LEXICON_OUTCOME));
    if ((bare || past) && named &&
        (is_noun_here(document, begin) || (bare && is_of_one(document, begin))))
        return true; /* "presented the plan at", "la tenue d'un sommet", "a permis des avancées" */
    const struct annotation *noun = look_at(document, begin, LEXICON_MEETNOUN);
    if (!noun || (verb->tense == TENSE_GER && is_participle(document, begin, annotation->end)))
        return false;
    /* "Rencontre entre A et B à Lomé": no present opens a sentence. */
    if (opens_line(document, begin) && verb->tense == TENSE_PRES &&
        verb->modality == MODALITY_NONE && noun->end >= annotation->end)
        return true;
    if (begin > 0 && look_mark(document, begin - 1, ',') && verb->tense == TENSE_PRES &&
        noun->end == annotation->end && document_is(document, annotation->end, CLASS(RELATIVE)))
        return true; /* "la réunion de A et de B, rencontre qui s'est tenue à Lomé" */
    if (noun->end >= annotation->end &&
        (has_parties(document, noun->end) ||
         (verb->tense == TENSE_PRES && !bare && is_judged(document, noun))))
        return true;
    const bool aims = verb->tense == TENSE_GER && begin > 0 && /* "spoke of meeting President X" */
                      document_is(document, begin - 1, CLASS(OF) | CLASS(ABOUT)) &&
                      look_at(document, annotation->end, ANNOTATION_PARTY);
    if ((!aims && is_noun_here(document, begin)) ||
        (bare && (is_described(document, begin) || is_bound_for(document, begin))))
        return true;
    if (bare && noun->end >= annotation->end && is_headline_noun(document, annotation, noun))
        return true;
    /* "meeting" takes an object or is a noun; "X call with Y" is no verb either. */
    return noun->end >= annotation->end &&
           ((verb->tense == TENSE_GER && !look_at(document, annotation->end, ANNOTATION_PARTY)) ||
            (bare && look_at(document, annotation->end, LEXICON_WITH)));
}
