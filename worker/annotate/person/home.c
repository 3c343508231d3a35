#include "annotate/person/home.h"

#include "annotate/country.h"
#include "annotate/look.h"
#include "annotate/person/site.h"
#include "annotate/place/spot.h"
#include "annotate/role/role.h"

enum {
    LEAST = 2,
    DATELINE_WEIGHT = 2,
    POST_WEIGHT = 2,
    HEAD_WEIGHT = 3,      /* where the headline names it before a colon */
    SITE_WEIGHT = 1,      /* of the state of the article's address */
    GOVERNMENT_WEIGHT = 8 /* where it is a government that writes */
};

static bool is_code(const char *code)
{
    return code && code[0] >= 'A' && code[0] <= 'Z' && code[1] >= 'A' && code[1] <= 'Z' &&
           !(code[0] == 'E' && code[1] == 'U');
}

/* Where the state is counted; where there is room for it when it is not. */
static size_t place_of(const struct home *home, const char *code)
{
    size_t i = 0;
    while (i < home->count && memcmp(home->at[i].code, code, sizeof home->at[i].code) != 0)
        i++;
    return i;
}

static void count(struct home *home, const char *code, int by)
{
    if (!is_code(code))
        return;
    const size_t place = place_of(home, code);
    if (place == HOME_STATES)
        return;
    if (place == home->count) {
        memcpy(home->at[home->count++].code, code, sizeof home->at[place].code);
        home->at[place].times = 0;
    }
    home->at[place].times += (uint16_t)by;
}

/* A state named as whose office it is tells where somebody else is from. */
static uint32_t titles_end(const struct document *document, uint32_t token)
{
    const struct annotation *role = look_at(document, token, ANNOTATION_ROLE);
    return role ? role->end : token;
}

/* "the Kenyan minister", "Kenya's minister": the state stands before the title. */
static bool owns_title(const struct document *document, const struct annotation *named)
{
    uint32_t next = named->end;
    next += next < document->tokens.count && look_clitic(document, next);
    return next < document->tokens.count && look_at(document, next, ANNOTATION_ROLE) &&
           !look_flag(document, named->end, TOKEN_SENTENCE);
}

/* "Maurice Konaté": whether what stands at named is part of somebody's longer name. */
static bool is_of_person(const struct document *document, const struct annotation *named)
{
    const struct annotation *name = look_at(document, named->begin, ANNOTATION_NAME);
    return name && name->end > named->end && look_at(document, named->begin, LEXICON_GIVENNAME);
}

/* "les ambassadeurs du Chili et du Pérou | au Japon": the state behind such a title, or NULL. */
static const char *posted_behind(const struct document *document, uint32_t token)
{
    const struct annotation *with = look_at(document, token, LEXICON_WITH);
    const bool at = document_is(document, token, CLASS(AT) | CLASS(TO));
    uint32_t t = with ? with->end : token + at;
    while (t > token && document_is(document, t, CLASS(DETERMINER)))
        t++;
    const struct annotation *state = t > token ? look_at(document, t, LEXICON_COUNTRY) : NULL;
    return state ? country_of(document, state) : NULL;
}

/* "l'ambassadeur du Chili au Japon": the state to which an ambassador is sent is that of those whom
 * he meets there; NULL: none is told. */
static const char *post_of(const struct document *document, const struct annotation *title)
{
    const char *post = NULL;
    bool sender = false;
    const struct role *role = title->detail;
    for (uint32_t t = title->begin; role->rank == RANK_AMBASSADOR && t < title->end; t++) {
        const struct annotation *state = look_at(document, t, LEXICON_COUNTRY);
        const bool sent = state && document_is(document, state->begin - 1, CLASS(OF)) &&
                          role->country_count > 1; /* "ambassadeurs du Chili et du Pérou" */
        post = state && sender && !sent ? country_of(document, state) : post;
        sender |= state || look_at(document, t, LEXICON_DEMONYM);
        t = state ? state->end - 1 : t;
    }
    return post || !sender ? post : posted_behind(document, title->end);
}

/* "PS", "PC": two letters that call a party in one state may call others elsewhere. */
static bool is_initials(const struct document *document, uint32_t token)
{
    enum { LETTERS_MAX = 2 };
    const struct annotation *body = look_at(document, token, LEXICON_ORGANIZATION);
    return body && body->end == token + 1 && look_flag(document, token, TOKEN_UPPER) &&
           look_token(document, token)->points <= LETTERS_MAX &&
           look_lexeme(document, body)->body == BODY_PARTY;
}

/* "Tchad : les syndicats suspendent la grève": whether the headline names the state as where all
 * that it tells is; not "Tchad-Mali : un accord". */
static bool heads_title(const struct document *document, const struct annotation *named)
{
    uint32_t begin = named->begin;
    while (begin > 0 && document_is(document, begin - 1, CLASS(AND) | CLASS(DETERMINER)))
        begin--;
    return look_flag(document, named->begin, TOKEN_TITLE) && look_mark(document, named->end, ':') &&
           !look_ends(document, begin, LEXICON_COUNTRY);
}

/* "The White House", a line of its own: who writes, and where. */
static bool is_letterhead(const struct document *document, const struct annotation *named)
{
    const uint32_t before = named->begin - (named->begin > 0);
    const bool first = named->begin == 0 || look_flag(document, named->begin, TOKEN_LINE) ||
                       (document_is(document, before, CLASS(DETERMINER)) &&
                        (before == 0 || look_flag(document, before, TOKEN_LINE)));
    return named->kind == LEXICON_INSTITUTION && first &&
           look_flag(document, named->end, TOKEN_LINE);
}

/* "the situation in Mali": of what a state is the scene others speak as well. */
static bool is_scene(const struct document *document, const struct annotation *named)
{
    return named->begin > 1 && document_is(document, named->begin - 1, CLASS(AT)) &&
           document_is(document, named->begin - 2, CLASS(MATTER));
}

static const uint64_t KINDS_BITS = KIND_BIT(LEXICON_COUNTRY) | KIND_BIT(LEXICON_DEMONYM) |
                                   KIND_BIT(LEXICON_INSTITUTION) | KIND_BIT(ANNOTATION_ROLE) |
                                   KIND_BIT(LEXICON_ORGANIZATION);

struct home home_count(const struct document *document)
{
    struct home home;
    home.count = 0; /* the rest is not read */
    static const uint16_t kinds[] = {LEXICON_COUNTRY, LEXICON_DEMONYM, LEXICON_INSTITUTION,
                                     LEXICON_ORGANIZATION};
    const uint32_t limit = (uint32_t)document->tokens.count;
    for (uint32_t t = look_next(document, 0, limit, KINDS_BITS), title = 0; t < limit;
         t = look_next(document, t + 1, limit, KINDS_BITS)) {
        const uint32_t end = titles_end(document, t);
        if (end > title && end > t)
            count(&home, post_of(document, look_at(document, t, ANNOTATION_ROLE)), POST_WEIGHT);
        title = end > title ? end : title;
        for (size_t i = 0; t >= title && i < sizeof kinds / sizeof *kinds; i++) {
            const struct annotation *named = look_at(document, t, kinds[i]);
            const bool field =
                kinds[i] == LEXICON_ORGANIZATION && /* "Labour", "PS" */
                (look_at(document, t, LEXICON_PORTFOLIO) || is_initials(document, t));
            if (named && !field && !owns_title(document, named) && !is_of_person(document, named) &&
                !is_scene(document, named))
                count(&home, country_of(document, named),
                      is_letterhead(document, named) ? GOVERNMENT_WEIGHT
                      : heads_title(document, named) ? HEAD_WEIGHT
                                                     : 1);
        }
    }
    if (document->dateline_city)
        count(&home, country_of_town(document, document->dateline_city), DATELINE_WEIGHT);
    return home;
}

void home_add_site(const struct document *document, struct home *home)
{
    char site[3];
    const bool official = site_state(document->article->url, site);
    count(home, site, official ? GOVERNMENT_WEIGHT : SITE_WEIGHT);
}

/* "Brest": the state of the largest town called so, or NULL where its place is another one. */
static const char *state_of_town(const struct document *document, const struct annotation *city)
{
    const char *state = country_of_town(document, city);
    const struct annotation *place = look_at(document, city->begin, ANNOTATION_PLACE);
    const struct spot *spot = place ? place->detail : NULL;
    return spot && spot->city && strcmp(spot->country, state) != 0 ? NULL : state;
}

bool home_by_cities(const struct document *document, struct home *home)
{
    const bool untold = home->count == 0;
    const bool passing = home->count == 1 && home->at[0].times < LEAST;
    struct home towns = *home;
    const uint64_t bit = KIND_BIT(LEXICON_CITY);
    const uint32_t limit = untold || passing ? (uint32_t)document->tokens.count : 0;
    for (uint32_t t = look_next(document, 0, limit, bit); t < limit;) {
        const struct annotation *city = look_at(document, t, LEXICON_CITY);
        if (city)
            count(&towns, state_of_town(document, city), 1);
        t = look_next(document, city ? city->end : t + 1, limit, bit); /* "New Delhi": one */
    }
    if (untold || towns.count == 1)
        *home = towns;
    return passing && towns.count == 1;
}

void home_exclude(struct home *home, const char *country)
{
    const size_t place = is_code(country) ? place_of(home, country) : home->count;
    if (place < home->count)
        home->at[place].times = 0;
}

void home_add_known(const struct document *document, struct home *home)
{
    const uint32_t limit = (uint32_t)document->tokens.count;
    const uint64_t bits =
        KIND_BIT(LEXICON_REGION) | KIND_BIT(LEXICON_FIGURE) | KIND_BIT(ANNOTATION_PLACE);
    struct home known, places;
    known.count = places.count = 0;
    for (uint32_t t = look_next(document, 0, limit, bits); t < limit;
         t = look_next(document, t + 1, limit, bits)) {
        const struct annotation *region = look_at(document, t, LEXICON_REGION);
        const struct annotation *figure = look_at(document, t, LEXICON_FIGURE);
        const struct annotation *place = look_at(document, t, ANNOTATION_PLACE);
        if (place)
            count(&places, ((const struct spot *)place->detail)->country, 1);
        if (region && (place || (t > 0 && look_mark(document, t - 1, '(')))) /* "à Leixo (Gers)" */
            count(&known, look_lexeme(document, region)->country, 1);
        if (figure)
            count(&known, look_lexeme(document, figure)->country, 1);
    }
    const bool alone =
        known.count == 1 && known.at[0].times >= LEAST &&
        (places.count == 0 || (places.count == 1 && place_of(&places, known.at[0].code) == 0));
    if (alone)
        count(home, known.at[0].code, known.at[0].times);
}

unsigned home_times(const struct home *home, const char *country)
{
    const size_t place = is_code(country) ? place_of(home, country) : home->count;
    return place < home->count ? home->at[place].times : 0;
}

void home_country(const struct home *home, char ret_country[3])
{
    unsigned most = LEAST - 1, second = 0;
    ret_country[0] = '\0';
    for (size_t i = 0; i < home->count; i++) {
        const unsigned here = home->at[i].times;
        if (here > most) {
            second = most;
            most = here;
            memcpy(ret_country, home->at[i].code, sizeof home->at[i].code);
            ret_country[2] = '\0';
        } else if (here > second) {
            second = here;
        }
    }
    if (most < second * 2)
        ret_country[0] = '\0';
}
