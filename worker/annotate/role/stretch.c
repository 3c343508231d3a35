#include "annotate/role/stretch.h"

#include "annotate/country.h"
#include "annotate/look.h"
#include "annotate/name/name.h"

enum { WORDS_MAX = 30 };

/* What no office goes on behind: somebody else, what he does, or on which day.  Behind an article
 * stands a noun: "et du dialogue". */
bool stretch_is_other(const struct document *document, uint32_t token)
{
    static const uint64_t classes = CLASS(RELATIVE) | CLASS(PRONOUN) | CLASS(SUBORDINATOR);
    const bool noun = document_is(document, token - 1, CLASS(OF) | CLASS(DETERMINER));
    const bool next = document_is(document, token - 2, CLASS(AND)) && /* "et le maire" */
                      !document_is(document, token - 1, CLASS(OF));
    const bool office = look_at(document, token, ANNOTATION_ROLE) && (!noun || next);
    return office || document_is(document, token, classes) ||
           (look_at(document, token, ANNOTATION_VERB) && !noun) ||
           (look_at(document, token, LEXICON_DELEGATION) && /* "de l'ambassade" */
            !(noun && look_at(document, token, LEXICON_ORGHEAD))) ||
           look_at(document, token, LEXICON_HONORIFIC) || look_at(document, token, LEXICON_WEEKDAY);
}

/* "…, et de", ", des", "de la": where a further field begins behind token, or token itself.  "Et du
 * ministre" is the next of a list. */
static uint32_t joint_end(const struct document *document, uint32_t token, uint32_t end)
{
    uint32_t t = token;
    if (t < end && look_mark(document, t, ','))
        t++;
    while (t < end && document_is(document, t, CLASS(AND)))
        t++;
    if (t + 1 >= end || !document_is(document, t, CLASS(OF)) || country_side(document, t) ||
        look_at(document, t, LEXICON_ASIDE)) /* "d'une part" */
        return token;
    const uint32_t field = t + 1;
    for (t = field; t < end && document_is(document, t, CLASS(DETERMINER)); t++)
        ;
    const struct annotation *named = t < end ? look_at(document, t, ANNOTATION_NAME) : NULL;
    const bool next = field > token + 1 && t < end &&
                      (look_at(document, t, ANNOTATION_ROLE) ||
                       (named && ((const struct name *)named->detail)->words > 1));
    return next ? token : field;
}

uint32_t stretch_bracket_end(const struct document *document, uint32_t token, uint32_t end)
{
    enum { BRACKET_MAX = 6 };
    const bool bracket = look_mark(document, token, '(');
    if (!bracket && !look_quote(document, token))
        return token;
    for (uint32_t t = token + 1; t < end && t - token <= BRACKET_MAX; t++) {
        if (bracket ? look_mark(document, t, ')') : look_quote(document, t))
            return t + 1;
    }
    return token;
}

/* Whether a field, a state or a region ends at token, or a word of address or a given name begins
 * there: "for Lake Affairs | Dr X". */
static bool is_closed(const struct document *document, uint32_t office, uint32_t token)
{
    static const uint16_t kinds[] = {LEXICON_COUNTRY, LEXICON_REGION, LEXICON_PORTFOLIO};
    if (look_at(document, token, LEXICON_HONORIFIC) || look_at(document, token, LEXICON_GIVENNAME))
        return true;
    for (uint32_t t = office; t < token; t++) {
        for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
            const struct annotation *closing = look_at(document, t, kinds[i]);
            if (closing && closing->end == token)
                return true;
        }
    }
    return false;
}

/* Whether what stands before the name lets it be somebody's: "de l'Assemblée nationale X", not "des
 * amis de X", "du président X". */
static bool can_precede(const struct document *document, uint32_t office, uint32_t token)
{
    static const uint64_t never = CLASS(OF) | CLASS(DETERMINER) | CLASS(AND) | CLASS(STOPWORD) |
                                  CLASS(AT) | CLASS(TO) | CLASS(FROM) | CLASS(BY) | CLASS(ABOUT);
    if (document_is(document, token - 1, never) || look_at(document, token - 1, LEXICON_WITH))
        return false;
    for (uint32_t t = office; t < token; t++) {
        const struct annotation *role = look_at(document, t, ANNOTATION_ROLE);
        if (role && role->end == token)
            return false;
    }
    return !look_flag(document, token - 1, TOKEN_CAPITAL) || is_closed(document, office, token);
}

/* ", M. X", ", le Dr X", ", le général de brigade, X", ", le sud-africain X": where the name may
 * begin behind what goes before it. */
static uint32_t behind_rank(const struct document *document, uint32_t token, bool comma)
{
    uint32_t t = token;
    while (comma && document_is(document, t, CLASS(DETERMINER)))
        t++;
    const struct annotation *honorific = look_at(document, t, LEXICON_HONORIFIC);
    if (honorific || !comma)
        return honorific ? honorific->end : token;
    const struct annotation *role = look_at(document, t, ANNOTATION_ROLE);
    const struct annotation *people = t > token ? look_at(document, t, LEXICON_DEMONYM) : NULL;
    if (people)
        return people->end;
    return role ? role->end + look_mark(document, role->end, ',') : token;
}

/* A name of two words, closed again, behind a comma or the last word of the office that goes on
 * from token office: of the one who holds it. */
static bool holder_at(const struct document *document, uint32_t office, uint32_t token,
                      uint32_t end)
{
    const bool comma = look_mark(document, token, ',');
    if (token + 1 >= end || (!comma && !can_precede(document, office, token)))
        return false;
    const uint32_t begin = behind_rank(document, token + comma, comma);
    const struct annotation *found = begin < end ? look_at(document, begin, ANNOTATION_NAME) : NULL;
    const struct name *name = found ? found->detail : NULL;
    const bool introduced = begin > token + comma;
    if (!name || (name->words < 2 && !introduced) || (name->acronym && !name->figure))
        return false;
    return found->end >= end || look_flag(document, found->end, TOKEN_PUNCT) ||
           document_is(document, found->end,
                       CLASS(AND) | CLASS(AT) | CLASS(RELATIVE) | CLASS(REFLEXIVE)) ||
           look_at(document, found->end, LEXICON_JOINT) || /* "ainsi que" */
           look_at(document, found->end, ANNOTATION_VERB);
}

/* "… et de la bonne gouvernance du Togo;": where a state ends at token that the office closes with,
 * or token. */
static uint32_t closing_state(const struct document *document, uint32_t token, uint32_t end)
{
    const struct annotation *state = look_at(document, token, LEXICON_COUNTRY);
    const bool closes = state && document_is(document, token - 1, CLASS(OF) | CLASS(DETERMINER)) &&
                        (state->end >= end || look_flag(document, state->end, TOKEN_PUNCT));
    return closes ? state->end : token;
}

/* Whether the clause has its verb before the office that begins at token, or a preposition governs
 * it: what stands behind the office is no verb of its own then. */
static bool is_governed(const struct document *document, uint32_t token)
{
    enum { WORDS_BACK = 12 };
    const uint64_t governors = CLASS(OF) | CLASS(AT) | CLASS(TO) | CLASS(BY) | CLASS(FROM);
    const uint64_t joints = CLASS(AND) | CLASS(RELATIVE) | CLASS(SUBORDINATOR);
    uint32_t t = token;
    while (t > 0 && document_is(document, t - 1, CLASS(DETERMINER) | CLASS(POSSESSIVE)))
        t--;
    for (uint32_t at = t > 0 ? t - 1 : 0; at < token; at++) {
        if (document_is(document, at, governors) || look_at(document, at, LEXICON_WITH))
            return true;
    }
    for (unsigned back = 0; t-- > 0 && back < WORDS_BACK; back++) {
        if (look_flag(document, t, TOKEN_PUNCT) || document_is(document, t, joints))
            break;
        if (look_at(document, t, ANNOTATION_VERB) || look_at(document, t, LEXICON_AUX))
            return true;
        if (look_flag(document, t, TOKEN_SENTENCE))
            break;
    }
    return false;
}

/* "l'envoyé | est venu remettre": whether a verb's auxiliary begins at token. */
static bool is_acting(const struct document *document, uint32_t token)
{
    const struct annotation *aux = look_at(document, token, LEXICON_AUX);
    return aux && (aux->tag == TAG_PRES || aux->tag == TAG_PAST || aux->tag == TAG_IMPF) &&
           !look_flag(document, token, TOKEN_CAPITAL); /* "l'Est" */
}

/* "chef coutumier | et homme de culture, X": whether "and" joins a small word to the office at
 * token, with nothing between. */
static bool joins_noun(const struct document *document, uint32_t token)
{
    const uint64_t small = CLASS(STOPWORD) | CLASS(DETERMINER) | CLASS(POSSESSIVE) |
                           CLASS(DEMONSTRATIVE) | CLASS(OF) | CLASS(ADVERB) | CLASS(PRONOUN) |
                           CLASS(QUANTIFIER) | CLASS(BY) | CLASS(TO) | CLASS(AT) | CLASS(NEGATION);
    return document_is(document, token, CLASS(AND)) && look_flag(document, token + 1, TOKEN_WORD) &&
           !look_flag(document, token + 1, TOKEN_CAPITAL) &&
           !document_is(document, token + 1, small) && !stretch_is_other(document, token + 1) &&
           !look_at(document, token + 1, LEXICON_GROUPNOUN);
}

/* Where the office that ends at token really ends: before the name, or, apposed to one, behind a
 * state; or token. */
static uint32_t office_end(const struct document *document, const struct annotation *office,
                           uint32_t end)
{
    const uint32_t bracket = stretch_bracket_end(document, office->end, end); /* "(BM) pour" */
    const uint32_t token = document_is(document, bracket, CLASS(ABOUT)) ? bracket : office->end;
    const bool apposed = stretch_is_apposed(document, office->begin);
    uint32_t t = joint_end(document, token, end);
    const bool hyphen = look_flag(document, token, TOKEN_HYPHEN); /* "for the A-B dialogue, X" */
    const bool joined = joins_noun(document, token);
    const bool open =
        (look_flag(document, token, TOKEN_WORD) &&
         (hyphen || !look_flag(document, token, TOKEN_CAPITAL)) &&
         (document_is(document, token, CLASS(TO) | CLASS(ABOUT)) ||
          !document_is(document, token, CLASS(STOPWORD) | CLASS(AND) | CLASS(ADVERB)))) ||
        joined;
    const uint32_t closed =
        apposed ? stretch_closed_end(document, office->begin, token, end) : token;
    if (closed > token || (t == token && !open))
        return closed;
    /* "de l'Assemblée" … "nationale X"; behind a small word a comma must close it: "au Sénat, X" */
    const bool loose = (t == token && !stretch_is_field(document, token) &&
                        (!look_flag(document, token - 1, TOKEN_CAPITAL) ||
                         document_is(document, token, CLASS(TO) | CLASS(ABOUT))) &&
                        !is_governed(document, office->begin)) ||
                       joined;
    for (; t < end && t - token <= WORDS_MAX; t++) {
        if (holder_at(document, token, t, end) && (!loose || look_mark(document, t, ',')))
            return t;
        const uint32_t state = apposed ? closing_state(document, t, end) : t;
        if (state > t)
            return state;
        const uint32_t next = joint_end(document, t, end),
                       behind = stretch_bracket_end(document, t, end),
                       second = stretch_second_office(document, t);
        if (next > t || behind > t)
            t = (next > t ? next : behind) - 1;
        else if (second > t)
            t = second - 1;
        else if (stretch_next_field(document, t) > t)
            t = stretch_next_field(document, t) - 1;
        else if (!(look_flag(document, t, TOKEN_WORD) || look_clitic(document, t) ||
                   look_apostrophe(document, t)) || /* "head of the rebels' council" */
                 stretch_is_other(document, t) ||
                 is_acting(document, t))
            return token;
    }
    return token;
}

/* "président de la [République islamique d'Iran]": a state that begins inside the office ends it.
 */
static uint32_t state_end(const struct document *document, const struct annotation *office)
{
    for (uint32_t t = office->begin + 1; t < office->end; t++) {
        const struct annotation *state = look_at(document, t, LEXICON_COUNTRY);
        if (state && state->end > office->end)
            return state->end;
    }
    return office->end;
}

/* "Deputy Head of the Lake National Border | Committee": where the capitalised word for a body ends
 * that goes on behind a capitalised one; or token. */
static uint32_t body_end(const struct document *document, uint32_t token, uint32_t end)
{
    const struct annotation *head = look_at(document, token, LEXICON_ORGHEAD);
    return head && head->end <= end && look_flag(document, token, TOKEN_CAPITAL) &&
                   look_flag(document, token - 1, TOKEN_CAPITAL)
               ? head->end
               : token;
}

/* "représentants de Paris | -Saclay": where the name ends that a hyphen joins to the last word of
 * the office; "Paris-Berlin" are two. */
static uint32_t hyphen_end(const struct document *document, uint32_t token)
{
    while (look_flag(document, token, TOKEN_HYPHEN) && look_flag(document, token, TOKEN_CAPITAL) &&
           !look_at(document, token, LEXICON_CITY) && !look_at(document, token, LEXICON_COUNTRY))
        token++;
    return token;
}

/* "directeur de l'ONG | Terre Nourricière, Marc Colin,": whether the name behind the word for a
 * body with which the office ends is the body's, since the holder's stands behind it. */
static bool is_of_body(const struct document *document, uint32_t end, const struct annotation *name)
{
    const struct name *body = name->detail;
    const uint32_t comma = name->end;
    if (body->given || body->figure || !look_mark(document, comma, ',') ||
        !(look_ends(document, end, LEXICON_ORGNOUN) || look_ends(document, end, LEXICON_GROUPNOUN)))
        return false;
    const struct annotation *honorific = look_at(document, comma + 1, LEXICON_HONORIFIC);
    const struct annotation *found =
        look_at(document, honorific ? honorific->end : comma + 1, ANNOTATION_NAME);
    const struct name *holder = found ? found->detail : NULL;
    return holder && (honorific || (holder->words > 1 && !holder->acronym));
}

/* "chargé des opérations de | Velumine": a name on which the office's last word depends belongs to
 * it. */
static uint32_t behind_owner(const struct document *document, const struct annotation *office)
{
    const uint32_t end = office->end;
    const struct annotation *name = look_at(document, end, ANNOTATION_NAME);
    return name && (document_is(document, end - 1, CLASS(OF)) || is_of_body(document, end, name))
               ? name->end
               : end;
}

static void stretch_sentence(struct document *document, const struct sentence *sentence)
{
    const uint64_t bit = KIND_BIT(ANNOTATION_ROLE);
    for (uint32_t t = look_next(document, sentence->begin, sentence->end, bit); t < sentence->end;
         t = look_next(document, t + 1, sentence->end, bit)) {
        struct annotation *longest = NULL;
        for (struct annotation *a = document->first[t]; a; a = a->next) {
            if (a->kind == ANNOTATION_ROLE && (!longest || a->end > longest->end))
                longest = a;
        }
        if (longest)
            longest->end = state_end(document, longest);
        if (longest)
            longest->end = hyphen_end(document, behind_owner(document, longest));
        if (longest && longest->end < sentence->end)
            longest->end = body_end(document, stretch_field_end(document, longest), sentence->end);
        if (longest && longest->end < sentence->end)
            longest->end = stretch_to_given(document, longest, sentence->end);
        if (longest && longest->end < sentence->end)
            longest->end = name_address(document, longest->begin,
                                        office_end(document, longest, sentence->end));
        if (longest && longest->end < sentence->end)
            longest->end = behind_owner(document, longest);
    }
}

void stretch_roles(struct document *document)
{
    for (size_t i = 0; i < document->sentences.count; i++) {
        stretch_sentence(document, &document->sentences.at[i]);
        stretch_lead(document, &document->sentences.at[i]);
    }
}
