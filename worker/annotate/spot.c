#include "annotate/spot.h"

#include "annotate/look.h"
#include "annotate/name.h"
#include "annotate/role.h"

/* The countries that the document names, as a set of two-letter codes. */
struct named {
    uint32_t first[26]; /* bit b of first[a]: the code with letters a, b */
};

static bool code_is(const char *code)
{
    return code && code[0] >= 'A' && code[0] <= 'Z' && code[1] >= 'A' && code[1] <= 'Z';
}

static void named_fill(const struct document *document, struct named *named)
{
    for (uint32_t t = 0; t < document->tokens.count; t++) {
        if (!look_any(document, t, KIND_BIT(LEXICON_COUNTRY) | KIND_BIT(LEXICON_DEMONYM)))
            continue;
        for (const struct annotation *a = document->first[t]; a; a = a->next) {
            if (a->kind != LEXICON_COUNTRY && a->kind != LEXICON_DEMONYM)
                continue;
            const char *code = look_lexeme(document, a)->country;
            if (code_is(code))
                named->first[code[0] - 'A'] |= 1u << (code[1] - 'A');
        }
    }
}

static bool named_has(const struct named *named, const char *code)
{
    return code_is(code) && (named->first[code[0] - 'A'] >> (code[1] - 'A') & 1);
}

static const uint64_t ARTICLES = CLASS(DETERMINER);

static uint32_t skip_articles(const struct document *document, uint32_t token, uint32_t end)
{
    while (token < end && document_is(document, token, ARTICLES))
        token++;
    return token;
}

/* The country or region told right behind: ", au Kazakhstan", ", Texas", "(Suède)". */
static const struct annotation *beside(const struct document *document, uint32_t token,
                                       uint32_t end)
{
    uint32_t t = token;
    if (t < end && (look_mark(document, t, ',') || look_mark(document, t, '(')))
        t++;
    if (t < end && document_is(document, t, CLASS(ABOUT)))
        return NULL; /* "les pourparlers de Genève sur la Syrie" */
    if (t < end && document_is(document, t, CLASS(AT)))
        t++;
    t = skip_articles(document, t, end);
    if (t == token || t >= end)
        return NULL;
    const struct annotation *found = look_at(document, t, LEXICON_COUNTRY);
    if (!found)
        found = look_at(document, t, LEXICON_REGION);
    return found && found->end <= end ? found : NULL;
}

static double city_weight(const struct document *document, const struct annotation *city,
                          const struct named *named, const char *told)
{
    const struct lexeme *lexeme = look_lexeme(document, city);
    double weight = lexeme->population + 1.0;
    if (lexeme->stands[0])
        weight *= 10;
    if (named_has(named, lexeme->country))
        weight *= 20;
    if (told && strcmp(told, lexeme->country) == 0)
        weight *= 1e6;
    return weight;
}

static const struct annotation *city_choose(const struct document *document, uint32_t token,
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

static bool is_adjective(const struct document *document, uint32_t token)
{
    return look_flag(document, token, TOKEN_WORD) && !look_flag(document, token, TOKEN_CAPITAL) &&
           !document_is(document, token,
                        CLASS(STOPWORD) | CLASS(OF) | CLASS(AT) | CLASS(TO) | CLASS(FROM) |
                            CLASS(AND));
}

static uint64_t governor_of(const struct document *document, uint32_t token, uint32_t begin)
{
    while (token > begin && document_is(document, token - 1, ARTICLES) &&
           !document_is(document, token - 1, CLASS(AT) | CLASS(OF)))
        token--;
    if (token > begin + 1 && is_adjective(document, token - 1) &&
        document_is(document, token - 2, CLASS(AT)))
        token--; /* "in neighbouring Botswana" */
    if (token > begin + 1 && document_is(document, token - 1, CLASS(OF)) &&
        document_is(document, token - 2, CLASS(FROM)))
        token--; /* "en provenance de Berne" */
    return token > begin ? document->classes[token - 1] : 0;
}

static void spot_add(struct document *document, const struct spot *from)
{
    struct annotation *annotation =
        document_add(document, ANNOTATION_PLACE, from->begin, from->end);
    struct spot *spot = ARENA_ARRAY(document->arena, struct spot, 1);
    if (!annotation || !spot) {
        document->memory_out = true;
        return;
    }
    *spot = *from;
    annotation->detail = spot;
}

static uint32_t spot_city(struct document *document, const struct sentence *sentence,
                          uint32_t token, const struct named *named)
{
    const struct annotation *longest = look_at(document, token, LEXICON_CITY);
    const struct annotation *near = beside(document, longest->end, sentence->end);
    const char *told = near ? country_of(document, near) : NULL;
    const struct annotation *city = city_choose(document, token, named, told);
    struct spot spot = {.begin = token, .end = longest->end, .city = city};
    memcpy(spot.country, told ? told : look_lexeme(document, city)->country, 3);
    if (told)
        spot.end = near->end;
    spot.governor = governor_of(document, token, sentence->begin);
    spot_add(document, &spot);
    return spot.end;
}

static uint32_t spot_land(struct document *document, const struct sentence *sentence,
                          const struct annotation *land)
{
    const char *code = country_of(document, land);
    struct spot spot = {.begin = land->begin, .end = land->end};
    if (code)
        memcpy(spot.country, code, 3);
    spot.governor = governor_of(document, land->begin, sentence->begin);
    spot_add(document, &spot);
    return land->end;
}

/* Where the article names the town: the one with that id, or that is the seat of the state. */
static const struct annotation *town_named(const struct document *document, int32_t id,
                                           const char *country)
{
    for (uint32_t t = 0; t < document->tokens.count; t++) {
        if (!look_maybe(document, t, LEXICON_CITY))
            continue;
        for (const struct annotation *a = document->first[t]; a; a = a->next) {
            if (a->kind != LEXICON_CITY)
                continue;
            const struct lexeme *town = look_lexeme(document, a);
            if (id ? town->geonames_id == id : strcmp(town->stands, country) == 0)
                return a;
        }
    }
    return NULL;
}

/* "at the White House": a building, of whose town the state is known. */
static uint32_t spot_venue(struct document *document, const struct sentence *sentence,
                           const struct annotation *venue)
{
    const struct lexeme *lexeme = look_lexeme(document, venue);
    struct spot spot = {.begin = venue->begin, .end = venue->end, .venue = venue};
    if (lexeme->country[0])
        memcpy(spot.country, lexeme->country, 3);
    spot.governor = governor_of(document, venue->begin, sentence->begin);
    if (!(spot.governor & CLASS(AT)))
        return venue->begin + 1;
    if (lexeme->geonames_id > 0)
        spot.city = town_named(document, lexeme->geonames_id, lexeme->country);
    spot_add(document, &spot);
    return venue->end;
}

/* "the Italian town of Bari", "the German capital, Berlin": the town stands behind. */
static bool is_named_behind(const struct document *document, uint32_t token, uint32_t end)
{
    enum { WORDS_MAX = 2 };
    for (uint32_t t = token; t < end && t <= token + WORDS_MAX; t++) {
        if (look_at(document, t, LEXICON_CITY))
            return true;
        if (!document_is(document, t, CLASS(OF) | CLASS(DETERMINER)) &&
            !look_mark(document, t, ','))
            return false;
    }
    return false;
}

/* "the German capital". */
static uint32_t spot_capital(struct document *document, const struct sentence *sentence,
                             const struct annotation *land)
{
    const struct capture *told = look_capture(land, CAPTURE_COUNTRY);
    const char *code = told ? country_of(document, told->annotation) : NULL;
    struct spot spot = {.begin = land->begin, .end = land->end};
    if (!code || is_named_behind(document, land->end, sentence->end))
        return land->end;
    memcpy(spot.country, code, 3);
    spot.governor = governor_of(document, land->begin, sentence->begin);
    const struct str type = pack_rule_word(document->pack, land->rule, CAPTURE_TYPE);
    if (str_equal(type, STR("CAPITAL")))
        spot.city = town_named(document, 0, code);
    spot_add(document, &spot);
    return land->end;
}

/* Whether a longer name that is no place begins here: "Washington Post". */
static bool is_covered(const struct document *document, uint32_t token, uint32_t end)
{
    for (const struct annotation *a = document->first[token]; a && a->end > end; a = a->next) {
        if (a->kind == LEXICON_ORGANIZATION || a->kind == LEXICON_MEDIA ||
            a->kind == LEXICON_SERIES || a->kind == ANNOTATION_ORG || a->kind == ANNOTATION_NAME)
            return true;
    }
    return false;
}

/* Of a town and a land of one name, "à Singapour" and "in Batken" mean the town, "au Luxembourg"
 * and a name without "in" the land. */
static bool is_town(const struct document *document, const struct annotation *city,
                    const struct annotation *land)
{
    enum { LARGE = 100000 };
    if (!city || !land || city->end != land->end)
        return city && (!land || city->end > land->end);
    const uint32_t token = city->begin;
    if (token == 0 || !document_is(document, token - 1, CLASS(AT)) ||
        document_is(document, token - 1, ARTICLES))
        return false;
    const struct lexeme *town = look_lexeme(document, city);
    return land->kind == LEXICON_REGION || town->population >= LARGE ||
           strcmp(town->stands, look_lexeme(document, land)->country) == 0;
}

/* "à Ougadou, où": a name that no list has behind "at", with nothing behind it that would make it
 * somebody's: a town.  Only where the word is "at" and "to" alike, as "à" is, not "in". */
static uint32_t spot_unknown(struct document *document, const struct sentence *sentence,
                             const struct annotation *annotation)
{
    const uint32_t begin = annotation->begin, end = annotation->end;
    const struct name *name = annotation->detail;
    const uint64_t at = CLASS(AT) | CLASS(TO),
                   closing = CLASS(OF) | CLASS(AND) | CLASS(AT) | CLASS(RELATIVE);
    const bool town = begin > sentence->begin && (document->classes[begin - 1] & at) == at &&
                      !document_is(document, begin - 1, ARTICLES) && !name->given &&
                      !name->surname && !name->figure && !name->acronym && name->words <= 3;
    const bool closed = end >= sentence->end || look_flag(document, end, TOKEN_PUNCT) ||
                        document_is(document, end, closing) ||
                        look_at(document, end, ANNOTATION_DATE) ||
                        look_at(document, end, LEXICON_WITH);
    if (!town || !closed)
        return begin + 1;
    struct spot spot = {.begin = begin, .end = end, .city = annotation};
    const struct annotation *near = beside(document, end, sentence->end);
    const char *told = near ? country_of(document, near) : NULL;
    if (told) {
        memcpy(spot.country, told, 3);
        spot.end = near->end;
    }
    spot.governor = document->classes[begin - 1];
    spot_add(document, &spot);
    return spot.end;
}

static const uint64_t SPOT_BITS = KIND_BIT(LEXICON_CITY) | KIND_BIT(LEXICON_COUNTRY) |
                                  KIND_BIT(LEXICON_REGION) | KIND_BIT(LEXICON_VENUE) |
                                  KIND_BIT(ANNOTATION_LAND) | KIND_BIT(ANNOTATION_NAME);

/* Adds what place stands at token; returns the token to go on with. */
static uint32_t spot_at(struct document *document, const struct sentence *sentence, uint32_t token,
                        const struct named *named)
{
    const struct annotation *venue = look_at(document, token, LEXICON_VENUE);
    const struct annotation *capital = look_at(document, token, ANNOTATION_LAND);
    if (venue)
        return spot_venue(document, sentence, venue);
    if (capital)
        return spot_capital(document, sentence, capital);
    const struct annotation *city = look_at(document, token, LEXICON_CITY);
    const struct annotation *land = look_at(document, token, LEXICON_COUNTRY);
    if (!land)
        land = look_at(document, token, LEXICON_REGION);
    const struct annotation *longer = is_town(document, city, land) ? city : land;
    const struct annotation *name = look_at(document, token, ANNOTATION_NAME);
    if (!longer && name)
        return spot_unknown(document, sentence, name);
    if (!longer || is_covered(document, token, longer->end))
        return token + 1;
    return longer == city ? spot_city(document, sentence, token, named)
                          : spot_land(document, sentence, land);
}

int spot_annotate(struct document *document)
{
    struct named named = {{0}};
    named_fill(document, &named);
    for (size_t i = 0; i < document->sentences.count; i++) {
        const struct sentence *sentence = &document->sentences.at[i];
        if (!document->thorough && (sentence->flags & SENTENCE_QUIET))
            continue;
        for (uint32_t t = sentence->begin; t < sentence->end;)
            t = look_any(document, t, SPOT_BITS) ? spot_at(document, sentence, t, &named) : t + 1;
    }
    return document_fault(document);
}
