#include "annotate/role/role.h"

#include "annotate/country.h"
#include "annotate/look.h"
#include "annotate/name/clip.h"
#include "annotate/role/stretch.h"

/* What the office of a rank becomes under "vice-" or "deputy". */
static enum rank rank_deputy(enum rank rank)
{
    switch (rank) {
    case RANK_HEAD_OF_GOVERNMENT:
        return RANK_DEPUTY_HEAD_OF_GOVERNMENT;
    case RANK_FOREIGN_MINISTER:
    case RANK_MINISTER:
        return RANK_DEPUTY_MINISTER;
    case RANK_HEAD_OF_STATE:
        return RANK_DEPUTY_HEAD_OF_GOVERNMENT;
    default:
        return rank;
    }
}

static void role_add_code(struct role *role, const char *country)
{
    unsigned i = 0;
    while (country && i < role->country_count && strcmp(role->countries[i], country) != 0)
        i++;
    if (country && !country_is_union(country) && i == role->country_count && i < ROLE_COUNTRIES)
        memcpy(role->countries[role->country_count++], country, 3);
}

/* "North and South Korea": one name may mean several. */
static void role_add_country(const struct document *document, struct role *role,
                             const struct annotation *annotation)
{
    const char *country = country_of(document, annotation);
    role->stateless |= country_is_self_styled(document, annotation);
    role->unsettled |= !country && annotation && annotation->kind != LEXICON_CITY &&
                       look_lexeme(document, annotation)->country[0];
    role_add_code(role, country);
    for (const struct annotation *a = annotation; a && annotation->tag == TAG_PLUR; a = a->next) {
        if (a->kind == LEXICON_COUNTRY && a->end == annotation->end)
            role_add_code(role, look_lexeme(document, a)->country);
    }
}

static void role_affix(struct role *role, const struct lexeme *lexeme)
{
    role->former |= lexeme->affix == AFFIX_FORMER;
    if (lexeme->affix == AFFIX_DEPUTY)
        role->rank = rank_deputy(role->rank);
}

static bool is_foreign(const struct document *document, const struct annotation *portfolio)
{
    return look_says(document, portfolio, STR("FOREIGN"));
}

/* Everything but the office and its affixes. */
static void role_capture(const struct document *document, struct role *role,
                         const struct capture *capture)
{
    const struct annotation *annotation = capture->annotation;
    switch ((enum capture_name)capture->name) {
    case CAPTURE_PORTFOLIO:
        if (role->rank == RANK_MINISTER && is_foreign(document, annotation))
            role->rank = RANK_FOREIGN_MINISTER;
        break;
    case CAPTURE_COUNTRY:
        role_add_country(document, role, annotation);
        break;
    case CAPTURE_ORGANIZATION:
        role->organization = annotation;
        break;
    default:
        break;
    }
}

/* The president of a body is no head of state; the rule may say that it is one, known or not. */
static enum rank rank_in_body(const struct document *document, const struct role *role,
                              enum scope scope, bool body)
{
    const bool head =
        role->rank == RANK_HEAD_OF_STATE || role->rank == RANK_DEPUTY_HEAD_OF_GOVERNMENT;
    if (!(role->organization || body) || !head || scope != SCOPE_ANY)
        return role->rank;
    if (!role->organization)
        return RANK_OFFICIAL;
    switch (look_lexeme(document, role->organization)->body) {
    case BODY_COMPANY:
    case BODY_BANK:
        return RANK_EXECUTIVE;
    default:
        return RANK_OFFICIAL;
    }
}

/* The office as the longest phrase that a list has: "trade representative", "vice president". */
static const struct annotation *whole_office(const struct document *document,
                                             const struct annotation *annotation)
{
    const struct capture *office = look_capture(annotation, CAPTURE_OFFICE);
    if (!office || !office->annotation || office->annotation->kind != LEXICON_OFFICE)
        return NULL;
    for (uint32_t t = annotation->begin; t < office->annotation->begin; t++) {
        const struct annotation *whole = look_at(document, t, LEXICON_OFFICE);
        if (whole && whole->end >= office->annotation->end)
            return whole;
    }
    return office->annotation;
}

/* The office may stand behind its portfolio ("finance minister"), so it is read first. */
static void role_captures(const struct document *document, const struct annotation *annotation,
                          const struct annotation *office, struct role *role)
{
    if (office) {
        role->rank = look_lexeme(document, office)->rank;
        role->plural = office->tag == TAG_PLUR;
    }
    for (unsigned i = 0; i < annotation->capture_count; i++)
        role_capture(document, role, &annotation->captures[i]);
    for (unsigned i = 0; i < annotation->capture_count; i++) {
        const struct capture *capture = &annotation->captures[i];
        const bool inside =
            office && capture->begin >= office->begin && capture->end <= office->end;
        if ((capture->name == CAPTURE_PREFIX || capture->name == CAPTURE_SUFFIX) &&
            capture->annotation && !inside)
            role_affix(role, look_lexeme(document, capture->annotation));
    }
}

/* Whether who has an office in such a body serves no state: a company, a union. */
static bool is_private(const struct lexeme *body)
{
    switch (body->body) {
    case BODY_COMPANY:
    case BODY_BANK:
    case BODY_NGO:
    case BODY_SPORT:
    case BODY_MEDIA:
        return true;
    default:
        return false;
    }
}

bool role_serves_state(const struct document *document, const struct annotation *organization,
                       bool single)
{
    if (!organization)
        return true;
    const struct capture *head = look_capture(organization, CAPTURE_ORGANIZATION);
    const struct annotation *known = head && head->annotation ? head->annotation : organization;
    if (is_private(look_lexeme(document, known)))
        return false;
    switch (look_lexeme(document, known)->body) {
    case BODY_BODY:
    case BODY_ORGAN:
    case BODY_HEADS:
    case BODY_MINISTERS:
    case BODY_AGENCY:
        return !single || known->kind != LEXICON_ORGANIZATION ||
               look_lexeme(document, known)->country[0];
    default:
        return true;
    }
}

/* "directrice du groupe danois Velumine": whether the demonym right behind the word for a body that
 * begins within [begin, token) tells where a private one is. */
static bool tells_where(const struct document *document, uint32_t begin, uint32_t token)
{
    for (uint32_t t = begin; t < token; t++) {
        const struct annotation *noun = look_at(document, t, LEXICON_ORGNOUN);
        if (noun && noun->end == token && is_private(look_lexeme(document, noun)))
            return true;
    }
    return false;
}

/* The state that words of kind name inside [begin, end). */
static void role_inside(const struct document *document, struct role *role, uint16_t kind,
                        uint32_t begin, uint32_t end)
{
    for (uint32_t t = begin; t < end; t++) {
        const struct annotation *named = look_at(document, t, kind);
        if (named && named->end <= end && /* not "Labour Minister" */
            (kind != LEXICON_ORGANIZATION || !look_at(document, t, LEXICON_PORTFOLIO)) &&
            (kind != LEXICON_DEMONYM || !tells_where(document, begin, t)))
            role_add_country(document, role, named);
    }
}

/* "président du Bundestag", "Secretary of State for Wales" are one title of the list. */
static void role_in_office(const struct document *document, struct role *role,
                           const struct annotation *office)
{
    static const uint16_t kinds[] = {LEXICON_COUNTRY, LEXICON_DEMONYM, LEXICON_INSTITUTION,
                                     LEXICON_ORGANIZATION};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds && role->country_count == 0; i++)
        role_inside(document, role, kinds[i], office->begin, office->end);
}

/* "director for | North American affairs": where what the office is for begins, else its end. */
static uint32_t field_begin(const struct document *document, const struct role *role)
{
    uint32_t t = role->begin;
    while (t < role->end && !document_is(document, t, CLASS(ABOUT)))
        t++;
    return t;
}

/* "président de la République du Congo", "Governor of Kwara State"; not "ambassador to Kenya", "en
 * République du Congo". */
static void role_of_country(const struct document *document, struct role *role)
{
    bool of = false;
    for (uint32_t t = role->begin, next; t < role->end; t = next) {
        const struct annotation *country = look_at(document, t, LEXICON_COUNTRY);
        country = country ? country : look_at(document, t, LEXICON_REGION);
        const bool forces = country && role->rank == RANK_MILITARY && /* "the U.S. Pacific Fleet" */
                            look_flag(document, country->end, TOKEN_CAPITAL);
        if (of && country && (country->end == role->end || forces)) {
            role_add_country(document, role, country);
            return;
        }
        next = country ? country->end : t + 1;
        of = document_is(document, next - 1, CLASS(OF)) ||
             (of && document_is(document, next - 1, CLASS(DETERMINER)));
    }
}

/* "Polish army chief", "chef de l'armée du Tchad", "White House adviser". */
static void role_in_body(const struct document *document, struct role *role,
                         const struct annotation *body)
{
    const struct capture *told = look_capture(body, CAPTURE_COUNTRY);
    role_add_country(document, role, body);
    if (role->country_count == 0 && told)
        role_add_country(document, role, told->annotation);
    if (role->country_count == 0)
        role_inside(document, role, LEXICON_DEMONYM, body->begin, body->end);
    if (role->country_count == 0)
        role_inside(document, role, LEXICON_INSTITUTION, body->begin, body->end);
    const struct annotation *state = look_at(document, body->begin, LEXICON_COUNTRY);
    if (role->country_count == 0 && state) /* "Peru Tea Authority" */
        role_add_country(document, role, state);
    if (role->country_count == 0) /* "the President's Office of Kenya" */
        role_of_country(document, role);
}

/* "Labour leader": a body whose name is a field of government too. */
static void role_of_party(const struct document *document, struct role *role)
{
    const struct annotation *body = look_at(document, role->begin, LEXICON_ORGANIZATION);
    const bool leads = role->rank == RANK_OFFICIAL || role->rank == RANK_LEGISLATOR;
    if (leads && body && body->end < role->end && role_serves_state(document, body, true))
        role_add_country(document, role, body);
}

/* Where what stands before the office ends: before "'s" and a short form in brackets. */
static uint32_t end_before(const struct document *document, const struct role *role)
{
    uint32_t end = role->begin;
    if (end > 0 && look_clitic(document, end - 1))
        end--;
    if (end > 3 && look_mark(document, end - 1, ')') && look_mark(document, end - 3, '('))
        end -= 3;
    return end;
}

/* "Kenyan Cabinet Secretary for Energy", "Kenya's head of": the state before the office, but not
 * "in Kenya President X". */
static void role_before(const struct document *document, struct role *role)
{
    enum { WORDS_MAX = 4 };
    static const uint16_t kinds[] = {LEXICON_DEMONYM, LEXICON_COUNTRY};
    const uint64_t governors = CLASS(AT) | CLASS(OF) | CLASS(TO) | CLASS(FROM);
    const uint32_t end = end_before(document, role);
    if (look_flag(document, role->begin, TOKEN_SENTENCE))
        return;
    for (uint32_t back = 1; back <= WORDS_MAX && back <= end; back++) {
        const uint32_t t = end - back;
        for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
            const struct annotation *state = look_at(document, t, kinds[i]);
            const bool placed = end == role->begin && kinds[i] == LEXICON_COUNTRY && t > 0 &&
                                document_is(document, t - 1, governors);
            if (state && state->end == end && !placed)
                role_add_country(document, role, state);
        }
    }
}

/* The state of an office without one beside it. */
static void role_state(const struct document *document, struct role *role,
                       const struct annotation *office)
{
    const struct annotation *body = role->organization;
    if (role->country_count == 0 && !role->plural && role_serves_state(document, body, false))
        role_before(document, role);
    if (office && role->country_count == 0)
        role_in_office(document, role, office);
    const bool business = role->rank == RANK_EXECUTIVE; /* "directeur du groupe suisse" */
    if (!body && !business && role->country_count == 0) /* "secrétaire d'État américain aux X" */
        role_inside(document, role, LEXICON_DEMONYM, role->begin, field_begin(document, role));
    if (!body && role->country_count == 0)
        role_of_country(document, role);
    if (!body && role->country_count == 0)
        role_of_party(document, role);
    if (body && role->country_count == 0 && role_serves_state(document, body, false))
        role_in_body(document, role, body);
}

/* "Minister of Foreign Affairs of Kenya", however much of it one rule has read. */
static void role_foreign(const struct document *document, struct role *role)
{
    for (uint32_t t = role->begin; t < role->end && role->rank == RANK_MINISTER; t++) {
        if (is_foreign(document, look_at(document, t, LEXICON_PORTFOLIO)))
            role->rank = RANK_FOREIGN_MINISTER;
    }
}

/* "président du synode", "Velumine President": a head of state by the word alone. */
static bool heads_something(const struct document *document, const struct role *role, uint32_t end)
{
    const uint64_t names = KIND_BIT(ANNOTATION_NAME) | KIND_BIT(LEXICON_MEDIA);
    const bool of = end < role->end && document_is(document, end, CLASS(OF));
    return role->rank == RANK_HEAD_OF_STATE && role->country_count == 0 && !role->unsettled &&
           (of || look_any(document, role->begin, names));
}

static void role_fill(const struct document *document, const struct annotation *annotation,
                      struct role *role)
{
    enum { COLUMN_SHARED = 3, COLUMN_UNKNOWN }; /* of an office */
    const struct annotation *guest = look_at(document, annotation->begin, LEXICON_VISITOR);
    role->begin = guest && guest->end < annotation->end ? guest->end : annotation->begin;
    role->end = annotation->end; /* "visiting | President" */
    const struct str type = pack_rule_word(document->pack, annotation->rule, CAPTURE_TYPE);
    role->counterpart = str_equal(type, STR("COUNTERPART"));
    const struct annotation *other =
        look_within(document, role->begin, role->end, LEXICON_COUNTERPART);
    role->plural = role->counterpart && other && other->tag == TAG_PLUR;
    const struct annotation *office = whole_office(document, annotation);
    const struct lexeme *lexeme = office ? look_lexeme(document, office) : NULL;
    role_captures(document, annotation, office, role);
    const bool field = lexeme &&
                       lexeme->rank == RANK_FOREIGN_MINISTER && /* "… of State for Trade" */
                       office->end < role->end && document_is(document, office->end, CLASS(ABOUT));
    role->presumed = lexeme && !field ? lexeme->country : "";
    if (office) {
        role->shared = pack_column(document->pack, office->value, COLUMN_SHARED);
        role->unknown = pack_column(document->pack, office->value, COLUMN_UNKNOWN);
    }
    role->stateless |= lexeme && (lexeme->scope == SCOPE_FAITH || lexeme->scope == SCOPE_UNION);
    role->leader = lexeme && lexeme->scope == SCOPE_LEADER && office->begin == role->begin;
    role->head = lexeme && lexeme->scope == SCOPE_HEAD;
    role->voice = lexeme && lexeme->scope == SCOPE_VOICE;
    role->seat = lexeme && lexeme->scope == SCOPE_SEAT;
    role->vague = lexeme &&
                  (lexeme->scope == SCOPE_VAGUE ||
                   (lexeme->scope == SCOPE_PORTFOLIO && role->rank == RANK_MINISTER)) &&
                  office->begin == role->begin;
    role_foreign(document, role);
    if (lexeme)
        role->rank = rank_in_body(document, role, lexeme->scope, str_equal(type, STR("BODY")));
    role_state(document, role, office);
    if (lexeme && lexeme->scope == SCOPE_ANY && heads_something(document, role, office->end))
        role->rank = RANK_OFFICIAL;
    if (role->stateless)
        role->country_count = 0;
    while (role->begin + 1 < role->end &&
           document_is(document, role->begin, CLASS(DETERMINER) | CLASS(POSSESSIVE)))
        role->begin++;
}

int role_resolve(struct document *document)
{
    clip_names(document, ANNOTATION_ROLE);
    stretch_roles(document);
    const uint64_t bit = KIND_BIT(ANNOTATION_ROLE);
    const uint32_t end = (uint32_t)document->tokens.count;
    for (uint32_t t = look_next(document, 0, end, bit); t < end;
         t = look_next(document, t + 1, end, bit)) {
        for (struct annotation *a = document->first[t]; a; a = a->next) {
            if (a->kind != ANNOTATION_ROLE || a->detail)
                continue;
            struct role *role = ARENA_ARRAY(document->arena, struct role, 1);
            if (!role)
                return FAULT_MEMORY;
            role_fill(document, a, role);
            a->detail = role;
        }
    }
    return document_fault(document);
}
