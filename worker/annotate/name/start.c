#include "annotate/name/start.h"

#include "annotate/date/schedule.h"

/* Lexicons whose capitalised words are no part of a person's or a company's name. */
/* clang-format off: one kind a line */
#define TAKEN_MAP(X)        \
    X(LEXICON_COUNTRY)      \
    X(LEXICON_DEMONYM)      \
    X(LEXICON_ORGANIZATION) \
    X(LEXICON_INSTITUTION)  \
    X(LEXICON_CITY)         \
    X(LEXICON_REGION)       \
    X(LEXICON_MEDIA)        \
    X(LEXICON_SERIES)       \
    X(LEXICON_OFFICE)       \
    X(LEXICON_HONORIFIC)    \
    X(LEXICON_MEETNOUN)     \
    X(LEXICON_PORTFOLIO)    \
    X(LEXICON_ORGHEAD)      \
    X(LEXICON_OFFICEPREFIX) \
    X(LEXICON_WEEKDAY)      \
    X(LEXICON_MONTH)        \
    X(LEXICON_GROUPNOUN)    \
    X(LEXICON_WITH)         \
    X(LEXICON_FOLLOWING)    \
    X(LEXICON_SPEECHVERB)   \
    X(LEXICON_SIDELINE)     \
    X(LEXICON_NEXTPREVIOUS) \
    X(LEXICON_ORDINAL)      \
    X(LEXICON_BETWEEN)      \
    X(LEXICON_COUNTERPART)  \
    X(ANNOTATION_DATE)
/* clang-format on */

static const bool TAKEN[KIND_FREE] = {TAKEN_MAP(KIND_TRUE)};
const uint64_t NAME_TAKEN_BITS = 0 TAKEN_MAP(KIND_OR_BIT);

const struct annotation *name_taken_at(const struct document *document, uint32_t token)
{
    if (!look_any(document, token, NAME_TAKEN_BITS))
        return NULL;
    for (const struct annotation *a = document->first[token]; a; a = a->next) {
        if (a->tag == TAG_PREFIX && !look_flag(document, a->end, TOKEN_HYPHEN))
            continue; /* "Stefano Russo", "Franco" */
        if (a->kind == LEXICON_SPEECHVERB && look_flag(document, token, TOKEN_CAPITAL) &&
            !look_flag(document, token, TOKEN_SENTENCE | TOKEN_TITLE))
            continue; /* "Omar Said" */
        if (a->kind == LEXICON_OFFICE && a->end == token + 1 &&
            document_is(document, a->end, pack_optional(document->pack, OPTIONAL_PATRONYMIC)))
            continue; /* "Sultan bin Ahmed" */
        if (a->kind < KIND_FREE && TAKEN[a->kind])
            return a;
    }
    return NULL;
}

bool name_is_given(const struct document *document, uint32_t token)
{
    return look_at(document, token, LEXICON_GIVENNAME) != NULL;
}

/* "Philippine President", "le Franco-Malien X": a given name that is a state's here. */
static bool is_of_state(const struct document *document, const struct annotation *taken)
{
    return (taken->kind == LEXICON_DEMONYM || taken->kind == LEXICON_COUNTRY) &&
           (look_at(document, taken->end, LEXICON_OFFICE) ||
            (taken->tag == TAG_PREFIX && look_at(document, taken->end, LEXICON_DEMONYM)) ||
            look_at(document, taken->end, LEXICON_PORTFOLIO) ||
            look_at(document, taken->end, LEXICON_OFFICEPREFIX));
}

/* "en présence de | Lamin Jallow", "et de | Lamin Jallow, ministre": whether people are told from
 * token on, though "of" stands before it; next: behind what may be the name. */
static bool is_of_people(const struct document *document, uint32_t token, uint32_t next)
{
    if (look_ends(document, token, LEXICON_WITH) || look_ends(document, token, LEXICON_ACCOMPANIED))
        return true;
    uint32_t t = next + 1;
    while (document_is(document, t, CLASS(DETERMINER)))
        t++;
    return look_mark(document, next, ',') &&
           (look_at(document, t, LEXICON_OFFICE) || look_at(document, t, LEXICON_OFFICEPREFIX));
}

/* "par Hun Manet": the name of a small town before another capitalised word that nothing claims. */
static bool is_hamlet(const struct document *document, const struct annotation *taken)
{
    const uint32_t next = taken->end;
    return taken->kind == LEXICON_CITY && next == taken->begin + 1 &&
           (look_lexeme(document, taken)->population < NAME_TOWN_MAX ||
            look_at(document, next, LEXICON_SURNAME)) && /* "Paris Hilton" */
           !document_is(document, taken->begin - 1, CLASS(AT)) &&
           (!document_is(document, taken->begin - 1, CLASS(OF)) ||
            is_of_people(document, taken->begin, next + 1)) &&
           name_is_capital(document, next) && !name_taken_at(document, next) &&
           !document_is(document, next, NAME_FUNCTION_WORDS);
}

static bool is_one_capital(const struct document *document, uint32_t token)
{
    return name_is_capital(document, token) && look_token(document, token)->points == 1;
}

bool name_is_letter(const struct document *document, uint32_t token)
{
    if (!is_one_capital(document, token) || !name_is_capital(document, token + 1) ||
        (look_at(document, token, LEXICON_HONORIFIC) && !is_one_capital(document, token + 1)))
        return false; /* "M Paul Sy" */
    if (is_one_capital(document, token + 1) || (token > 0 && is_one_capital(document, token - 1)))
        return true;
    return !look_flag(document, token, TOKEN_SENTENCE | TOKEN_TITLE) &&
           (look_ends(document, token, LEXICON_OFFICE) ||
            look_ends(document, token, LEXICON_HONORIFIC));
}

bool name_is_elided(const struct document *document, uint32_t token)
{
    const uint32_t next = token + 1;
    const bool letter =
        look_token(document, token)->points == 2 && name_is_capital(document, token) &&
        !look_flag(document, token, TOKEN_ABBREVIATION | TOKEN_INITIAL); /* "M.Ba" */
    return letter && next < document->tokens.count && look_flag(document, next, TOKEN_JOINED) &&
           look_flag(document, next, TOKEN_WORD) &&
           (look_flag(document, next, TOKEN_CAPITAL) || !look_token(document, next)->word);
}

/* "Sheikh Hasina": whether a man's word of address stands before a woman's name. */
static bool is_in_name(const struct document *document, const struct annotation *address)
{
    const struct pack *pack = document->pack;
    const struct annotation *given = address->end < document->tokens.count
                                         ? look_at(document, address->end, LEXICON_GIVENNAME)
                                         : NULL;
    return given && str_equal(pack_column(pack, address->value, 0), STR("M")) &&
           str_equal(pack_column(pack, given->value, 0), STR("F"));
}

const struct annotation *name_figure_at(const struct document *document, uint32_t token)
{
    const struct annotation *figure = look_at(document, token, LEXICON_FIGURE);
    const struct annotation *taken = figure ? name_taken_at(document, token) : NULL;
    const bool titled = taken && figure->end > taken->end &&
                        (taken->kind == LEXICON_OFFICE ||
                         (taken->kind == LEXICON_HONORIFIC && !is_in_name(document, taken)));
    return titled || (taken && taken->end > figure->end) ? NULL : figure;
}

/* "President Lincoln", "Mr. Houston": a town right behind a title or an address is a person, unless
 * it stands for a state; in a headline "Premier Oslo visit" may be any of both. */
static bool is_addressed(const struct document *document, const struct annotation *taken)
{
    return !look_lexeme(document, taken)->stands[0] &&
           !look_flag(document, taken->begin, TOKEN_TITLE) &&
           !look_flag(document, taken->end, TOKEN_HYPHEN);
}

/* "Minister Chanda Phiri", where Chanda is a town too: behind a title a name begins; "President
 * Chanda met": and that of a small town is one by itself. */
static bool is_titled(const struct document *document, const struct annotation *taken)
{
    static const uint16_t verbs[] = {LEXICON_AUX, LEXICON_MEETVERB, LEXICON_EVENTVERB,
                                     LEXICON_SPEECHVERB, 0};
    const uint32_t token = taken->begin, next = taken->end;
    if (taken->kind != LEXICON_CITY || next != token + 1)
        return false;
    if (!look_flag(document, token, TOKEN_HYPHEN) && name_first(document, token) < token)
        return true; /* "President von Halden" */
    if (!look_ends(document, token, LEXICON_OFFICE) &&
        !look_ends(document, token, LEXICON_HONORIFIC))
        return false;
    const struct annotation *second = name_taken_at(document, next);
    const bool hamlet = second && second->kind == LEXICON_CITY && second->end == next + 1 &&
                        look_lexeme(document, second)->population < NAME_TOWN_MAX;
    const bool small = look_lexeme(document, taken)->population < NAME_TOWN_MAX &&
                       look_kinds(document, next, verbs);
    return small || is_addressed(document, taken) ||
           (name_is_capital(document, next) && (!second || hamlet));
}

/* "General Secretary To Lam", "le vice-Premier ministre Le Hoang Nam": a small word with a capital
 * between a title and another name begins the name. */
static bool is_small_name(const struct document *document, uint32_t token)
{
    static const uint16_t kinds[] = {LEXICON_OFFICE, LEXICON_PORTFOLIO, LEXICON_ORGANIZATION,
                                     LEXICON_ORGHEAD};
    const struct token *word = look_token(document, token);
    if ((word->flags & (TOKEN_SENTENCE | TOKEN_TITLE | TOKEN_UPPER)) ||
        !name_is_capital(document, token + 1) || look_flag(document, token + 1, TOKEN_UPPER) ||
        document_is(document, token + 1, NAME_FUNCTION_WORDS) ||
        name_taken_at(document, token + 1) || /* not "President His Highness X" */
        name_taken_at(document, token))
        return false;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (look_ends(document, token, kinds[i]))
            return true;
    }
    return false;
}

/* "Ada Lincoln … Lincoln said": the town at token is the family name of somebody told before; a
 * small one may be so behind "to" and "of" too. */
static bool is_family(const struct document *document, const struct seen *seen,
                      const struct annotation *taken)
{
    const bool small = look_lexeme(document, taken)->population < NAME_TOWN_MAX;
    const uint64_t governors = CLASS(AT) | CLASS(FROM) | (small ? 0 : CLASS(OF) | CLASS(TO));
    return taken->kind == LEXICON_CITY && taken->end == taken->begin + 1 &&
           seen_has(&seen->family, look_token(document, taken->begin)->hash) &&
           !(taken->begin > 0 && document_is(document, taken->begin - 1, governors));
}

/* "à Santiago le ministre", "in Victoria": the town, though people are called so too; a large one
 * also before the given name that begins another's. */
static bool is_town_alone(const struct document *document, const struct annotation *taken)
{
    const uint32_t next = taken->end;
    return taken->kind == LEXICON_CITY && taken->begin > 0 &&
           document_is(document, taken->begin - 1, CLASS(AT)) &&
           (!name_is_capital(document, next) ||
            (look_lexeme(document, taken)->population >= NAME_TOWN_MAX &&
             name_is_given(document, next) && name_is_capital(document, next + 1)));
}

/* "Maoist-led": what is only the first half of an adjective. */
static bool is_half(const struct document *document, uint32_t token)
{
    static const uint16_t nouns[] = {LEXICON_GROUPNOUN, LEXICON_MEETNOUN, LEXICON_DELEGATION,
                                     LEXICON_ORGNOUN};
    if (!look_flag(document, token + 1, TOKEN_HYPHEN) ||
        look_flag(document, token + 1, TOKEN_CAPITAL))
        return false;
    if (look_at(document, token + 1, LEXICON_EVENTVERB)) /* "Jonathan-led" */
        return true;
    if (name_is_given(document, token))
        return false;
    for (size_t k = 0; k < sizeof nouns / sizeof *nouns; k++) {
        if (look_at(document, token + 2, nouns[k]))
            return true;
    }
    return false;
}

/* "Lake party chief CS Rao": two capitals behind an office, before a name, are no other office. */
static bool is_initials(const struct document *document, const struct annotation *taken)
{
    return (taken->kind == LEXICON_OFFICE || taken->kind == LEXICON_MEDIA) &&
           look_flag(document, taken->begin, TOKEN_UPPER) &&
           look_token(document, taken->begin)->points == 2 &&
           name_is_capital(document, taken->end) &&
           look_ends(document, taken->begin, LEXICON_OFFICE);
}

/* "Prince Sultan bin Harun": a title behind another one, with the small word of a family behind it,
 * is a name. */
static bool is_of_house(const struct document *document, const struct annotation *taken)
{
    const uint32_t next = taken->end;
    return taken->kind == LEXICON_OFFICE && next == taken->begin + 1 &&
           document_is(document, next, CLASS(PARTICLE)) &&
           !document_is(document, next, NAME_FUNCTION_WORDS) &&
           !look_flag(document, next, TOKEN_CAPITAL) && name_is_capital(document, next + 1) &&
           look_ends(document, taken->begin, LEXICON_OFFICE);
}

/* "Départ de Xi Jinping": a word that begins a headline, before "of" and somebody who is known. */
static bool is_of_somebody(const struct document *document, uint32_t token)
{
    return token + 2 < document->tokens.count && document_is(document, token + 1, CLASS(OF)) &&
           (name_figure_at(document, token + 2) || name_is_given(document, token + 2));
}

/* "Cheikh Mohammed bin Khalid": an address that is a given name elsewhere, before somebody who is
 * known or a name with the small word of a family. */
static bool is_address(const struct document *document, uint32_t token)
{
    const struct annotation *address = look_at(document, token, LEXICON_HONORIFIC);
    const uint32_t next = token + 1;
    return address && address->end == next && next + 1 < document->tokens.count &&
           name_is_given(document, token) && name_is_capital(document, next) &&
           (name_figure_at(document, next) ||
            (document_is(document, next + 1, CLASS(PARTICLE)) &&
             !document_is(document, next + 1, NAME_FUNCTION_WORDS)));
}

/* "Présenter ses vœux, c'est": an infinitive that no list has opens the sentence. */
static bool begins_infinitive(const struct document *document, uint32_t token)
{
    const uint64_t objects = CLASS(DETERMINER) | CLASS(POSSESSIVE) | CLASS(DEMONSTRATIVE) |
                             CLASS(OF) | CLASS(TO) | CLASS(AT) | CLASS(QUANTIFIER);
    return !document->first[token] && document_is(document, token + 1, objects) &&
           !look_flag(document, token + 1, TOKEN_CAPITAL) &&
           pack_word_ends(document->pack, document_text(document, token, token + 1),
                          CLASS(INFINITIVEENDING));
}

/* "Recevant X, A a dit": a verb that tells what is done meanwhile opens the sentence. */
static bool begins_gerund(const struct document *document, uint32_t token)
{
    const struct annotation *verb = look_at(document, token, LEXICON_MEETVERB);
    return verb && verb->tag == TAG_GER && !name_is_given(document, token);
}

/* "la Direction de la Coopération | Multilatérale": an adjective of meetings goes on with a
 * title in capitals. */
static bool is_of_title(const struct document *document, uint32_t token)
{
    const uint64_t adjective = CLASS(MEETADJECTIVE);
    return document_is(document, token, adjective) && !look_flag(document, token, TOKEN_SENTENCE) &&
           look_flag(document, token - 1, TOKEN_CAPITAL) && !name_is_given(document, token) &&
           !look_at(document, token, LEXICON_SURNAME);
}

/* "le PCA Yao Kodjo": letters behind an article and before a name of two words stand for a title
 * that no list has. */
static bool is_title_in_letters(const struct document *document, uint32_t token)
{
    enum { POINTS_MIN = 2, POINTS_MAX = 5 };
    const struct token *word = look_token(document, token);
    if (!(word->flags & TOKEN_UPPER) || word->points < POINTS_MIN || word->points > POINTS_MAX ||
        document->first[token] || token == 0 ||
        !document_is(document, token - 1, CLASS(DETERMINER)) ||
        document_is(document, token - 1, CLASS(OF))) /* "président de la CNVT", "du CNVT X" */
        return false;
    for (uint32_t t = token + 1; t <= token + 2; t++) {
        if (!name_is_capital(document, t) || look_flag(document, t, TOKEN_UPPER | TOKEN_HYPHEN))
            return false;
    }
    return true;
}

bool name_starts(const struct document *document, const struct seen *seen, uint32_t token)
{
    const struct token *word = look_token(document, token);
    if (!name_is_capital(document, token) || is_half(document, token) ||
        is_address(document, token))
        return false;
    if (name_figure_at(document, token) || name_is_letter(document, token))
        return true; /* "He Lifeng" */
    if (name_is_elided(document, token) && !(word->flags & (TOKEN_SENTENCE | TOKEN_TITLE)))
        return !name_taken_at(document, token) && /* "le Pr N'Dour", not "N'Djamena", "L'Union" */
               !name_taken_at(document, token + 1);
    if ((word->flags & TOKEN_INITIAL) && name_is_capital(document, token + 1) &&
        document_is(document, token, NAME_FUNCTION_WORDS))
        return true; /* "A. Nair" */
    if (document_is(document, token, NAME_FUNCTION_WORDS) && !name_is_given(document, token))
        return is_small_name(document, token);
    if (is_of_title(document, token) || is_title_in_letters(document, token))
        return false;
    const struct annotation *taken = name_taken_at(document, token);
    if (taken && (is_hamlet(document, taken) || is_titled(document, taken) ||
                  is_family(document, seen, taken) || is_initials(document, taken) ||
                  is_of_house(document, taken)))
        taken = NULL;
    if (taken && (!(name_is_given(document, token) && taken->end == token + 1 &&
                    !is_of_state(document, taken)) ||
                  is_town_alone(document, taken)))
        return false;
    if (!(word->flags & (TOKEN_SENTENCE | TOKEN_TITLE)))
        return !verb_opens_entry(document, token);
    if (begins_infinitive(document, token) || begins_gerund(document, token))
        return false;
    return name_is_given(document, token) || look_at(document, token, LEXICON_SURNAME) ||
           !(seen_has(&seen->lower, word->hash) || is_of_somebody(document, token));
}

/* "English | officials": whether what stands at token belongs to the word before it. */
static bool is_owned(const struct document *document, uint32_t token)
{
    static const uint16_t kinds[] = {LEXICON_OFFICE,     LEXICON_OFFICEPREFIX,
                                     LEXICON_PORTFOLIO,  LEXICON_ORGHEAD,
                                     LEXICON_ORGNOUN,    LEXICON_MEETNOUN,
                                     LEXICON_DELEGATION, LEXICON_COUNTERPART,
                                     LEXICON_GROUPNOUN,  0};
    return look_kinds(document, token, kinds);
}

bool name_is_of_given(const struct document *document, uint32_t begin, uint32_t token)
{
    if (token != begin + 1 || !name_is_given(document, begin) ||
        look_flag(document, begin, TOKEN_SENTENCE | TOKEN_TITLE) ||
        name_taken_at(document, begin) || !name_is_capital(document, token) ||
        look_flag(document, token, TOKEN_UPPER) || is_owned(document, token + 1) ||
        look_flag(document, token + 1, TOKEN_NUMBER))
        return false;
    const struct annotation *taken = name_taken_at(document, token);
    if (!taken || taken->end != token + 1)
        return false;
    const bool state = taken->kind == LEXICON_COUNTRY || taken->kind == LEXICON_DEMONYM;
    return taken->kind == LEXICON_OFFICEPREFIX || taken->kind == LEXICON_PORTFOLIO ||
           taken->kind == LEXICON_MONTH ||
           (state && (look_ends(document, begin, LEXICON_OFFICE) ||
                      look_ends(document, begin, LEXICON_HONORIFIC)));
}
