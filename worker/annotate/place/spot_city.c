#include "annotate/place/spot_city.h"

#include "annotate/country.h"
#include "annotate/look.h"

static bool code_is(const char *code)
{
    return code && code[0] >= 'A' && code[0] <= 'Z' && code[1] >= 'A' && code[1] <= 'Z';
}

void spot_named(const struct document *document, struct named *ret_named)
{
    const uint64_t bits = KIND_BIT(LEXICON_COUNTRY) | KIND_BIT(LEXICON_DEMONYM);
    const uint32_t end = (uint32_t)document->tokens.count;
    for (uint32_t t = look_next(document, 0, end, bits); t < end;
         t = look_next(document, t + 1, end, bits)) {
        for (const struct annotation *a = document->first[t]; a; a = a->next) {
            if (a->kind != LEXICON_COUNTRY && a->kind != LEXICON_DEMONYM)
                continue;
            const char *code = look_lexeme(document, a)->country;
            if (code_is(code))
                ret_named->first[code[0] - 'A'] |= 1u << (code[1] - 'A');
        }
    }
}

static bool named_has(const struct named *named, const char *code)
{
    return code_is(code) && (named->first[code[0] - 'A'] >> (code[1] - 'A') & 1);
}

static uint32_t skip_articles(const struct document *document, uint32_t token, uint32_t end)
{
    while (token < end && document_is(document, token, CLASS(DETERMINER)))
        token++;
    return token;
}

/* "in Doha, Kenya and Uganda signed", "à Doha, Kenya, Ouganda et Tchad ont signé": the first of
 * several, which are where no town is. */
static bool is_of_several(const struct document *document, const struct annotation *land)
{
    const uint32_t next = land->end + 1;
    return (document_is(document, land->end, CLASS(AND)) || look_mark(document, land->end, ',')) &&
           look_at(document, next + document_is(document, next, CLASS(DETERMINER)),
                   LEXICON_COUNTRY);
}

static const struct annotation *land_at(const struct document *document, uint32_t token)
{
    const struct annotation *land = look_at(document, token, LEXICON_COUNTRY);
    const struct annotation *part = look_at(document, token, ANNOTATION_LAND);
    const struct capture *told = part ? look_capture(part, CAPTURE_COUNTRY) : NULL;
    if (told) /* "à Leixo, dans le nord du Portugal", "à Leixo, capitale du Portugal" */
        return told->annotation;
    return land ? land : look_at(document, token, LEXICON_REGION);
}

/* "in northern | Uganda": just behind a plain word before a land, or token. */
static uint32_t behind_adjective(const struct document *document, uint32_t token, uint32_t end)
{
    const bool plain = token + 1 < end && look_unread(document, token);
    const uint32_t next = token + 1 +
                          (plain && look_flag(document, token + 1, TOKEN_HYPHEN) &&
                           !look_flag(document, token + 1, TOKEN_CAPITAL));
    return plain && next < end && land_at(document, next) ? next : token;
}

/* "in Leixo, a resort in | western Hungary": just behind a word for a town and "in", or token. */
static uint32_t behind_town(const struct document *document, uint32_t token, uint32_t end)
{
    enum { WORDS_MAX = 3 };
    if (token >= end || !document_is(document, token, CLASS(INDEFINITE)))
        return token;
    for (uint32_t t = token + 1; t + 1 < end && t <= token + WORDS_MAX; t++) {
        if (document_is(document, t, CLASS(TOWN)) && document_is(document, t + 1, CLASS(INSIDE)))
            return skip_articles(document, t + 2, end);
    }
    return token;
}

/* Whether nothing but the end of its phrase stands behind the land. */
static bool is_closed(const struct document *document, const struct annotation *land, uint32_t end)
{
    return land->end >= end || look_flag(document, land->end, TOKEN_PUNCT) ||
           look_at(document, land->end, ANNOTATION_DATE) ||
           document_is(document, land->end, CLASS(AND) | CLASS(AT));
}

/* "in Lusaka, US | Secretary of State X met": a land in front of an office or people is whose they
 * are. */
static bool is_whose(const struct document *document, const struct annotation *land, uint32_t end)
{
    static const uint16_t kinds[] = {LEXICON_OFFICE, LEXICON_OFFICEPREFIX, LEXICON_GROUPNOUN,
                                     LEXICON_PORTFOLIO, 0};
    return land->kind == LEXICON_COUNTRY && land->end < end &&
           look_kinds(document, land->end, kinds);
}

/* The first of the towns whose name ends at token, or NULL. */
static const struct annotation *city_before(const struct document *document, uint32_t token)
{
    enum { WORDS_MAX = 4 };
    for (uint32_t back = 1; back <= WORDS_MAX && back <= token; back++) {
        const struct annotation *city = look_at(document, token - back, LEXICON_CITY);
        if (city && city->end == token)
            return city;
    }
    return NULL;
}

/* "in Oslo, | Peru was represented": a state in which no town of the name before the comma lies,
 * and which more is told of, is no place. */
static bool is_elsewhere(const struct document *document, uint32_t comma,
                         const struct annotation *land, uint32_t end)
{
    const char *state = land->kind == LEXICON_COUNTRY ? country_of(document, land) : NULL;
    if (!state || is_closed(document, land, end))
        return false;
    const struct annotation *known = city_before(document, comma);
    for (const struct annotation *city = known; city; city = city->next) {
        if (city->kind == LEXICON_CITY && city->end == comma &&
            strcmp(look_lexeme(document, city)->country, state) == 0)
            return false;
    }
    return known;
}

const struct annotation *spot_beside(const struct document *document, uint32_t token, uint32_t end)
{
    uint32_t t = token;
    bool in = false;
    if (t < end && (look_mark(document, t, ',') || look_mark(document, t, '(')))
        t++;
    if (t < end && document_is(document, t, CLASS(ABOUT)))
        return NULL; /* "les pourparlers de Genève sur la Syrie" */
    if (t < end && document_is(document, t, CLASS(AT))) {
        t = skip_articles(document, t + 1, end);
        in = true;
    } else if (t > token && behind_town(document, t, end) > t) {
        t = behind_town(document, t, end);
        in = true;
    }
    if (t == token || t >= end)
        return NULL;
    const uint32_t land = behind_adjective(document, t, end);
    const struct annotation *found = land_at(document, land);
    if (land > t && !in && !is_closed(document, found, end))
        return NULL; /* "in Oslo, northern Kenya's rebels" */
    if (found && !in && look_mark(document, token, ',') &&
        (is_whose(document, found, end) || is_elsewhere(document, token, found, end)))
        return NULL;
    return found && found->end <= end && !look_clitic(document, found->end) &&
                   !is_of_several(document, found)
               ? found
               : NULL; /* "in Oslo, Kenya's president said" */
}

/* Whether the list has several towns of the name at the annotation. */
static bool is_of_many(const struct annotation *city)
{
    for (const struct annotation *a = city->next; a; a = a->next) {
        if (a->kind == LEXICON_CITY && a->end == city->end)
            return true;
    }
    return false;
}

void spot_towns(const struct document *document, struct named *named)
{
    const uint64_t bit = KIND_BIT(LEXICON_CITY);
    const uint32_t end = (uint32_t)document->tokens.count;
    for (uint32_t t = look_next(document, 0, end, bit); t < end && named->town_count < NAMED_TOWNS;
         t = look_next(document, t + 1, end, bit)) {
        const struct annotation *city = look_at(document, t, LEXICON_CITY);
        const struct annotation *beside =
            city && is_of_many(city) ? spot_beside(document, city->end, end) : NULL;
        const char *country = beside ? country_of(document, beside) : NULL;
        if (!country)
            continue;
        named->towns[named->town_count].city = city;
        named->towns[named->town_count++].country = country;
    }
}

const char *spot_told_elsewhere(const struct document *document, const struct named *named,
                                const struct annotation *city)
{
    const struct str name = document_text(document, city->begin, city->end);
    for (unsigned i = 0; i < named->town_count; i++) {
        const struct annotation *told = named->towns[i].city;
        if (str_equal(document_text(document, told->begin, told->end), name))
            return named->towns[i].country;
    }
    return NULL;
}

const struct annotation *spot_near(const struct document *document, uint32_t token, uint32_t end)
{
    const struct annotation *land = token < end ? look_at(document, token, ANNOTATION_LAND) : NULL;
    return land && str_equal(pack_rule_word(document->pack, land->rule, CAPTURE_TYPE), STR("NEAR"))
               ? land
               : NULL;
}

static double city_weight(const struct document *document, const struct annotation *city,
                          const struct named *named, const char *told)
{
    const struct lexeme *lexeme = look_lexeme(document, city);
    double weight = lexeme->population + 1.0;
    if (lexeme->stands[0])
        weight *= 10;
    if (named_has(named, lexeme->country) ||
        str_equal(pack_home(document->pack), str_of(lexeme->country)))
        weight *= 20;
    if (told && strcmp(told, lexeme->country) == 0)
        weight *= 1e6;
    return weight;
}

const struct annotation *spot_town(const struct document *document, uint32_t token,
                                   const struct named *named, const char *told)
{
    const struct annotation *longest = look_at(document, token, LEXICON_CITY);
    const struct annotation *best = longest;
    double most = -1;
    for (const struct annotation *a = longest; a; a = a->next) {
        if (a->kind != LEXICON_CITY || a->end != longest->end)
            continue;
        const double weight = city_weight(document, a, named, told);
        if (weight > most) {
            most = weight;
            best = a;
        }
    }
    return best;
}
