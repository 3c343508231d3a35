#include "annotate/place/spot.h"

#include "annotate/country.h"
#include "annotate/look.h"
#include "annotate/name/name.h"
#include "annotate/place/spot_city.h"

static const uint64_t ARTICLES = CLASS(DETERMINER);

static bool is_adjective(const struct document *document, uint32_t token)
{
    return look_flag(document, token, TOKEN_WORD) && !look_flag(document, token, TOKEN_CAPITAL) &&
           !document_is(document, token,
                        CLASS(STOPWORD) | CLASS(OF) | CLASS(AT) | CLASS(TO) | CLASS(FROM) |
                            CLASS(AND));
}

/* "in | the German capital | Berlin": where the words for the state begin, or token. */
static uint32_t before_land(const struct document *document, uint32_t token, uint32_t begin)
{
    enum { WORDS_MAX = 6 };
    for (uint32_t back = 1; back <= WORDS_MAX && begin + back <= token; back++) {
        const struct annotation *land = look_at(document, token - back, ANNOTATION_LAND);
        if (land && land->end == token)
            return land->begin;
    }
    return token;
}

static uint64_t governor_of(const struct document *document, uint32_t token, uint32_t begin)
{
    token = before_land(document, token, begin);
    if (token > begin + 2 && is_adjective(document, token - 1) &&
        document_is(document, token - 2, ARTICLES) && document_is(document, token - 3, CLASS(AT)))
        token--; /* "in the capital Oslo" */
    while (token > begin && document_is(document, token - 1, ARTICLES | CLASS(POSSESSIVE)) &&
           !document_is(document, token - 1, CLASS(AT) | CLASS(OF)))
        token--; /* "in his Kampala office" */
    if (token > begin + 1 && is_adjective(document, token - 1) &&
        document_is(document, token - 2, CLASS(AT)))
        token--; /* "in neighbouring Botswana" */
    if (token > begin + 1 && ((document_is(document, token - 1, CLASS(OF)) &&
                               document_is(document, token - 2, CLASS(FROM))) ||
                              (document_is(document, token - 1, CLASS(TO)) &&
                               document_is(document, token - 2, CLASS(ABOUT)))))
        token--; /* "en provenance de Berne", "consacrée à Berne" */
    return token > begin ? document->classes[token - 1] : 0;
}

void spot_add(struct document *document, const struct spot *from)
{
    struct annotation *annotation =
        document_add(document, ANNOTATION_PLACE, from->begin, from->end);
    struct spot *spot = ARENA_ROOM(document->arena, struct spot, 1);
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
    const struct annotation *near = spot_beside(document, longest->end, sentence->end);
    const char *beside = near ? country_of(document, near) : NULL;
    const char *told = beside ? beside : spot_told_elsewhere(document, named, longest);
    const struct annotation *city = spot_town(document, token, named, told);
    struct spot spot = {.begin = token, .end = longest->end, .city = city};
    memcpy(spot.country, told ? told : look_lexeme(document, city)->country, 3);
    if (beside)
        spot.end = near->end;
    const struct annotation *by = spot_near(document, spot.end, sentence->end);
    if (by)
        spot.end = by->end;
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

/* The first name of a town in the article by which a test knows it, or NULL. */
static const struct annotation *town_named(const struct document *document,
                                           bool (*is)(const struct lexeme *, const void *),
                                           const void *of)
{
    const uint64_t bit = KIND_BIT(LEXICON_CITY);
    const uint32_t end = (uint32_t)document->tokens.count;
    for (uint32_t t = look_next(document, 0, end, bit); t < end;
         t = look_next(document, t + 1, end, bit)) {
        for (const struct annotation *a = document->first[t]; a; a = a->next) {
            if (a->kind == LEXICON_CITY && is(look_lexeme(document, a), of))
                return a;
        }
    }
    return NULL;
}

static bool is_seat_of(const struct lexeme *city, const void *country)
{
    return strcmp(city->stands, country) == 0;
}

static bool is_town_of(const struct lexeme *city, const void *venue)
{
    return city->geonames_id == ((const struct lexeme *)venue)->geonames_id;
}

bool spot_is_visited(const struct document *document, uint32_t token)
{
    enum { WORDS_BACK = 4 };
    while (token > 0 && document_is(document, token - 1, CLASS(DETERMINER)))
        token--;
    for (uint32_t back = 1; back <= WORDS_BACK && back <= token; back++) {
        const struct annotation *verb = look_at(document, token - back, LEXICON_MEETVERB);
        if (verb && verb->end == token && look_lexeme(document, verb)->frame == FRAME_VISIT)
            return true;
    }
    return false;
}

/* "le sommet de | Chequers", "the | Chequers summit": whether a meeting is called by the venue. */
static bool names_meeting(const struct document *document, const struct annotation *venue)
{
    return (venue->begin > 1 && document_is(document, venue->begin - 1, CLASS(OF)) &&
            look_at(document, venue->begin - 2, LEXICON_MEETNOUN)) ||
           look_at(document, venue->end, LEXICON_MEETNOUN);
}

/* "at the White House": a building, of which the state is known; its town is where the article
 * names it elsewhere, if it does. */
static uint32_t spot_venue(struct document *document, const struct sentence *sentence,
                           const struct annotation *venue)
{
    const struct lexeme *lexeme = look_lexeme(document, venue);
    const char *state = country_of(document, venue);
    struct spot spot = {.begin = venue->begin, .end = venue->end, .venue = venue};
    if (state)
        memcpy(spot.country, state, 3);
    spot.governor = governor_of(document, venue->begin, sentence->begin);
    if (!(spot.governor & (CLASS(AT) | CLASS(TO))) && !spot_is_visited(document, venue->begin) &&
        !names_meeting(document, venue))
        return venue->begin + 1;
    if (lexeme->geonames_id > 0)
        spot.city = town_named(document, is_town_of, lexeme);
    spot_add(document, &spot);
    return venue->end;
}

/* "the Italian town of Bari", "the German capital, Berlin": the town stands behind. */
static bool is_named_behind(const struct document *document, uint32_t token, uint32_t end,
                            uint64_t between)
{
    enum { WORDS_MAX = 2 };
    for (uint32_t t = token; t < end && t <= token + WORDS_MAX; t++) {
        if (look_at(document, t, LEXICON_CITY) ||
            (t > token && document_is(document, t - 1, CLASS(OF)) &&
             look_at(document, t, ANNOTATION_NAME)))
            return true;
        if (!document_is(document, t, between | CLASS(DETERMINER)) && !look_mark(document, t, ','))
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
    if (!code || is_named_behind(document, land->end, sentence->end, CLASS(OF)))
        return land->end;
    memcpy(spot.country, code, 3);
    spot.governor = governor_of(document, land->begin, sentence->begin);
    const struct str type = pack_rule_word(document->pack, land->rule, CAPTURE_TYPE);
    if (str_equal(type, STR("CAPITAL")))
        spot.city = town_named(document, is_seat_of, code);
    if (str_equal(type, STR("SOIL"))) /* "sur le sol italien": no matter */
        spot.governor &= ~CLASS(ABOUT);
    spot_add(document, &spot);
    return land->end;
}

/* "at the Lagos Miramar Hotel", "à l'hôtel Miramar de Bamako"; "Warsaw Road" is not in Warsaw. */
static uint32_t spot_building(struct document *document, const struct sentence *sentence,
                              const struct annotation *land, const struct named *named)
{
    const struct annotation *town = look_capture(land, CAPTURE_PLACE)->annotation;
    struct spot spot = {.begin = land->begin, .end = land->end};
    if (str_equal(pack_rule_word(document->pack, land->rule, CAPTURE_TYPE), STR("STREET")) ||
        is_named_behind(document, land->end, sentence->end, CLASS(AT)))
        return land->end;
    spot.city = spot_town(document, town->begin, named, NULL);
    memcpy(spot.country, look_lexeme(document, spot.city)->country, 3);
    spot.governor = governor_of(document, land->begin, sentence->begin);
    spot_add(document, &spot);
    return land->end;
}

/* Whether a longer name that is no place begins here, "Washington Post", or a paper's ends here,
 * "Prensa Latina"; "Munich Security Conference" is there. */
static bool is_covered(const struct document *document, uint32_t token, uint32_t end)
{
    enum { WORDS_BACK = 3 };
    for (uint32_t back = 1; back <= WORDS_BACK && back <= token; back++) {
        const struct annotation *media = look_at(document, token - back, LEXICON_MEDIA);
        if (media && media->end >= end)
            return true;
    }
    for (const struct annotation *a = document->first[token]; a && a->end > end; a = a->next) {
        const bool series =
            a->kind == LEXICON_SERIES && look_lexeme(document, a)->kind != KIND_CONFERENCE;
        if (a->kind == LEXICON_ORGANIZATION || a->kind == LEXICON_MEDIA || series ||
            a->kind == ANNOTATION_ORG || a->kind == ANNOTATION_NAME)
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
    if (city == document->dateline_city)
        return true; /* "DJIBOUTI (ADI) –" */
    if (token == 0 || !document_is(document, token - 1, CLASS(AT)) ||
        document_is(document, token - 1, ARTICLES))
        return false;
    const struct lexeme *town = look_lexeme(document, city);
    return land->kind == LEXICON_REGION || town->population >= LARGE ||
           strcmp(town->stands, look_lexeme(document, land)->country) == 0;
}

static const uint64_t SPOT_BITS = KIND_BIT(LEXICON_CITY) | KIND_BIT(LEXICON_COUNTRY) |
                                  KIND_BIT(LEXICON_REGION) | KIND_BIT(LEXICON_VENUE) |
                                  KIND_BIT(ANNOTATION_LAND) | KIND_BIT(ANNOTATION_NAME);

/* Adds what place stands at token; returns the token to go on with. */
static uint32_t spot_at(struct document *document, const struct sentence *sentence, uint32_t token,
                        const struct named *named)
{
    const struct annotation *venue = look_at(document, token, LEXICON_VENUE);
    const struct annotation *city = look_at(document, token, LEXICON_CITY);
    const struct annotation *land_told = look_at(document, token, ANNOTATION_LAND);
    if (venue)
        return spot_venue(document, sentence, venue);
    if (land_told && city && city->end > land_told->end)
        land_told = NULL; /* "à Camp David" */
    if (land_told)
        return look_capture(land_told, CAPTURE_PLACE)
                   ? spot_building(document, sentence, land_told, named)
                   : spot_capital(document, sentence, land_told);
    const struct annotation *land = look_at(document, token, LEXICON_COUNTRY);
    if (!land)
        land = look_at(document, token, LEXICON_REGION);
    const struct annotation *longer = is_town(document, city, land) ? city : land;
    const struct annotation *name = look_at(document, token, ANNOTATION_NAME);
    if (!longer && name)
        return spot_unlisted(document, sentence, name, named);
    if (!longer)
        return token + 1;
    if (is_covered(document, token, longer->end))
        return longer->end; /* "the New York City Council" is not in York */
    return longer == city ? spot_city(document, sentence, token, named)
                          : spot_land(document, sentence, land);
}

int spot_annotate(struct document *document)
{
    struct named named = {.town_count = 0};
    spot_named(document, &named);
    spot_towns(document, &named);
    for (size_t i = 0; i < document->sentences.count; i++) {
        const struct sentence *sentence = &document->sentences.at[i];
        if (!document->thorough && (sentence->flags & SENTENCE_QUIET))
            continue;
        for (uint32_t t = look_next(document, sentence->begin, sentence->end, SPOT_BITS);
             t < sentence->end; t = look_next(document, t, sentence->end, SPOT_BITS))
            t = spot_at(document, sentence, t, &named);
    }
    return document_fault(document);
}
