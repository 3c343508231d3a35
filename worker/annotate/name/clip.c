#include "annotate/name/clip.h"

#include "annotate/look.h"
#include "annotate/name/name.h"

/* clang-format off: one kind a line */
#define CLOSING_MAP(X)      \
    X(LEXICON_COUNTRY)      \
    X(LEXICON_INSTITUTION)  \
    X(LEXICON_ORGANIZATION) \
    X(LEXICON_PORTFOLIO)    \
    X(ANNOTATION_ORG)       \
    X(LEXICON_REGION)       \
    X(LEXICON_CITY)
/* clang-format on */

static const uint16_t CLOSING[] = {CLOSING_MAP(KIND_ITEM)};

enum { CLOSINGS = sizeof CLOSING / sizeof *CLOSING, PLACES = 2 }; /* the last are towns, regions */

/* Where the name begins, or the word of address before it: "Emir of Qatar | Sheikh X". */
static uint32_t name_begin(const struct document *document, const struct annotation *name)
{
    const struct annotation *honorific = look_at(document, name->begin - 1, LEXICON_HONORIFIC);
    return honorific && honorific->end == name->begin ? honorific->begin : name->begin;
}

/* Whether something that needs no more words ends before the name, inside the annotation.  One word
 * behind a town may belong to it: "Governor of Lviv Oblast". */
static bool is_closed(const struct document *document, const struct annotation *annotation,
                      const struct annotation *name)
{
    const struct name *known = name->detail;
    const bool sure = known->words > 1 || known->given || known->surname || known->figure;
    const size_t kinds = sure ? CLOSINGS : CLOSINGS - PLACES;
    const uint32_t token = name_begin(document, name);
    for (uint32_t t = annotation->begin + 1; t < token; t++) {
        for (size_t i = 0; i < kinds; i++) {
            const struct annotation *closing = look_at(document, t, CLOSING[i]);
            if (closing && closing != annotation && closing->end == token)
                return true;
        }
    }
    return false;
}

/* A body is called after people too, so there the name must be known as a person's. */
static bool is_person(const struct annotation *annotation, uint16_t kind)
{
    const struct name *name = annotation->detail;
    if (name->acronym && !name->figure)
        return false;
    return kind == ANNOTATION_ROLE || name->figure || (name->given && name->words > 1);
}

/* "chief | MK Rao": a name that goes on behind the office has no word in it. */
static bool clip_overlap(const struct document *document, struct annotation *role)
{
    for (uint32_t t = role->begin + 1; t < role->end; t++) {
        const struct annotation *name = look_at(document, t, ANNOTATION_NAME);
        if (!name || name->end <= role->end || !look_flag(document, t, TOKEN_UPPER))
            continue;
        role->end = t;
        return true;
    }
    return false;
}

/* "envoy of Chinese | President X", "aide to US | President X": whether the office at token is that
 * of the state told right before it, and so goes with what stands before that. */
static bool has_state(const struct document *document, uint32_t token)
{
    const bool short_form = look_flag(document, token - 1, TOKEN_UPPER) &&
                            look_at(document, token - 1, LEXICON_COUNTRY);
    return short_form || look_ends(document, token, LEXICON_DEMONYM);
}

/* The office with a capital that stands before somebody's name, between token and end, by itself:
 * not "to the President X", nor the end of a longer one; or NULL.  Where it begins with what
 * belongs to it. */
static const struct annotation *officer_in(const struct document *document, uint32_t token,
                                           uint32_t end, uint32_t *ret_begin)
{
    for (; token < end; token++) {
        const struct annotation *prefix = look_at(document, token, LEXICON_OFFICEPREFIX);
        const struct annotation *office =
            look_at(document, prefix ? prefix->end : token, LEXICON_OFFICE);
        if (!office || office->end > end)
            continue;
        *ret_begin = token;
        if (look_flag(document, token, TOKEN_CAPITAL) &&
            look_flag(document, token - 1, TOKEN_CAPITAL) &&
            look_at(document, office->end, ANNOTATION_NAME) && !has_state(document, token))
            return office;
        token = office->end - 1;
    }
    return NULL;
}

/* "Bank of Ghana | Governor X": an office is no part of the body. */
static bool clip_body(const struct document *document, struct annotation *body)
{
    uint32_t begin;
    if (!officer_in(document, body->begin + 2, body->end, &begin))
        return false;
    body->end = begin;
    return true;
}

/* Whether behind the comma at token somebody's name stands, who holds the office before it. */
static bool has_holder(const struct document *document, uint32_t token)
{
    uint32_t t = token + 1;
    while (document_is(document, t, CLASS(DETERMINER)))
        t++;
    const struct annotation *honorific = look_at(document, t, LEXICON_HONORIFIC);
    return look_mark(document, token, ',') &&
           look_at(document, honorific ? honorific->end : t, ANNOTATION_NAME);
}

/* "le recteur de l'université Karim Tazi": whether what stands at token in the office is in the
 * name of a body that is called after somebody. */
static bool is_of_body(const struct document *document, const struct annotation *office,
                       uint32_t token)
{
    for (uint32_t t = office->begin + 1; office->kind == ANNOTATION_ROLE && t < token; t++) {
        const struct annotation *body = look_at(document, t, ANNOTATION_ORG);
        if (body && body->end > token &&
            str_equal(pack_rule_word(document->pack, body->rule, CAPTURE_TYPE), STR("NAMED")))
            return true;
    }
    return false;
}

/* "Governor of Wessex | Dr X" */
static bool clip_honorific(const struct document *document, struct annotation *role)
{
    for (uint32_t t = role->begin + 2; t < role->end; t++) {
        const struct annotation *honorific = look_at(document, t, LEXICON_HONORIFIC);
        if (!honorific || honorific->end >= role->end ||
            !look_flag(document, t - 1, TOKEN_CAPITAL) ||
            (is_of_body(document, role, t) && has_holder(document, role->end)))
            continue;
        role->end = t;
        return true;
    }
    return false;
}

/* "Minister of Sports | General X": the second office is one by itself. */
static bool clip_office(struct document *document, struct annotation *role)
{
    uint32_t begin;
    const struct annotation *office = officer_in(document, role->begin + 2, role->end - 1, &begin);
    if (!office)
        return clip_honorific(document, role);
    struct annotation *second = document_add(document, ANNOTATION_ROLE, begin, office->end);
    struct capture *capture = ARENA_ARRAY(document->arena, struct capture, 1);
    if (!second || !capture) {
        document->memory_out = true;
        return true;
    }
    *capture = (struct capture){CAPTURE_OFFICE, office->begin, office->end, office};
    second->rule = role->rule;
    second->captures = capture;
    second->capture_count = 1;
    role->end = begin;
    return true;
}

/* Whether the office is told with whose it is: "director general of the Foreign Ministry". */
static bool is_of_something(const struct document *document, const struct annotation *role)
{
    uint32_t t = role->begin;
    while (t < role->end && !document_is(document, t, CLASS(OF)))
        t++;
    return t < role->end;
}

/* "director general of the Foreign Ministry | 's Lake and River Affairs Bureau,": goes on over the
 * department, in capitals, of the body whose officer is told, where the title ends with it; not "at
 * the Prime Minister's House,". */
static bool stretch_department(const struct document *document, struct annotation *role)
{
    enum { WORDS_MAX = 10 };
    if (!look_clitic(document, role->end) || !is_of_something(document, role))
        return false;
    uint32_t t = role->end + 1;
    bool body = false;
    for (; t - role->end <= WORDS_MAX && look_flag(document, t, TOKEN_WORD); t++) {
        const bool joint = document_is(document, t, CLASS(AND) | CLASS(OF)) &&
                           look_flag(document, t + 1, TOKEN_CAPITAL);
        if ((!joint && !look_flag(document, t, TOKEN_CAPITAL)) ||
            (body && look_at(document, t, ANNOTATION_NAME)))
            break;
        const struct annotation *head = look_at(document, t, LEXICON_ORGHEAD);
        head = head ? head : look_at(document, t, LEXICON_ORGNOUN);
        body = head != NULL;
        t = head ? head->end - 1 : t;
    }
    const struct annotation *name = look_at(document, t, ANNOTATION_NAME);
    if (!body || !(look_flag(document, t, TOKEN_PUNCT) || name))
        return false;
    role->end = t;
    return true;
}

/* "leaders | of Kenya's largest union": the state is the owner of what they lead. */
static bool clip_owner(const struct document *document, struct annotation *role)
{
    const struct capture *office = look_capture(role, CAPTURE_OFFICE);
    if (role->end >= document->tokens.count || !look_clitic(document, role->end) || !office ||
        !office->annotation || look_at(document, role->end + 1, ANNOTATION_ORG) ||
        look_at(document, role->end + 1, LEXICON_ORGANIZATION) ||
        look_lexeme(document, office->annotation)->rank != RANK_OFFICIAL)
        return false;
    for (uint32_t t = role->end; t-- > role->begin + 1;) {
        if (!document_is(document, t, CLASS(OF)))
            continue;
        role->end = t;
        return true;
    }
    return false;
}

/* "le député Vert | Jan Moe": the last word of an office, by its capital, has begun the name of who
 * holds it, which begins with a given name. */
static void free_name(struct document *document, const struct annotation *role)
{
    struct annotation *name =
        role->end > role->begin + 1 ? document_at(document, role->end - 1, ANNOTATION_NAME) : NULL;
    if (name && name->end > role->end && !look_at(document, name->begin, LEXICON_GIVENNAME) &&
        look_at(document, role->end, LEXICON_GIVENNAME))
        name_split(document, name, role->end);
}

static void clip(struct document *document, struct annotation *annotation)
{
    if (annotation->kind == ANNOTATION_ROLE &&
        document_is(document, annotation->begin + 1, CLASS(DETERMINER)))
        return; /* "représentant le ministre X" */
    if (annotation->kind == ANNOTATION_ROLE &&
        (stretch_department(document, annotation) || clip_owner(document, annotation)))
        return;
    if (annotation->kind == ANNOTATION_ROLE)
        free_name(document, annotation);
    if (annotation->kind == ANNOTATION_ROLE ? clip_overlap(document, annotation)
                                            : clip_body(document, annotation))
        return;
    for (uint32_t t = annotation->begin + 2; t < annotation->end; t++) {
        const struct annotation *name = look_at(document, t, ANNOTATION_NAME);
        const bool cut = name && name->end > annotation->end &&
                         annotation->kind == ANNOTATION_ORG &&
                         !((const struct name *)name->detail)->acronym;
        if (!name || name->end < annotation->end ||
            look_at(document, name->end - 1, LEXICON_ORGNOUN) || /* "Renault | Group" */
            !(cut || is_person(name, annotation->kind))) /* "Bank of Kenya Ajith | Perera" */
            continue;
        if (is_of_body(document, annotation, t) ? !has_holder(document, annotation->end)
                                                : is_closed(document, annotation, name)) {
            annotation->end = name_begin(document, name);
            return;
        }
    }
}

/* "directeur du PAM Jean Roux": a body by its capitals, though somebody may be called so. */
static bool is_acronym(const struct document *document, uint32_t token)
{
    return look_flag(document, token, TOKEN_UPPER) && !look_flag(document, token + 1, TOKEN_UPPER);
}

/* "mayor of Wessex Anna Berg": nothing closes the office, but a given name begins another name. */
static bool clip_given(struct document *document, struct annotation *role)
{
    for (uint32_t begin = role->begin + 2; begin < role->end; begin++) {
        struct annotation *name = document->first[begin];
        while (name && name->kind != ANNOTATION_NAME)
            name = name->next;
        if (name && name->end > role->end && is_closed(document, role, name)) {
            role->end = name_begin(document, name); /* "the Senate | Tran Minh" */
            return true;
        }
        for (uint32_t t = begin + 1; name && t <= role->end && t + 1 < name->end; t++) {
            const bool second = look_at(document, t - 1, LEXICON_GIVENNAME) &&
                                !is_acronym(document, t - 1); /* "Anna Maria" */
            if (!look_at(document, t, LEXICON_GIVENNAME) || second ||
                look_flag(document, t, TOKEN_HYPHEN))
                continue;
            role->end = t;
            name_split(document, name, t);
            return true;
        }
    }
    return false;
}

/* "the Peru-United | States talks": whether the name of a state goes on behind the body, which is
 * none then. */
static bool cuts_state(const struct document *document, const struct annotation *body)
{
    const struct annotation *state = look_at(document, body->end - 1, LEXICON_COUNTRY);
    return state && state->end > body->end && state->begin > body->begin;
}

/* "of the Lake Group | Ana Lind and", "received in his office | Ana Lind": whether somebody stands
 * behind a word for a body that ends the name of one, or is somebody's: not "the company Ana Lind".
 */
static bool is_somebody(const struct document *document, const struct annotation *body)
{
    const struct capture *head = look_capture(body, CAPTURE_ORGANIZATION);
    const struct annotation *name = look_at(document, body->begin, ANNOTATION_NAME);
    const struct annotation *office = look_at(document, body->begin, LEXICON_OFFICE);
    if (office && office->end < body->end && look_at(document, body->end, ANNOTATION_NAME))
        return true; /* "Speaker National Assembly Ana Lind" */
    if (look_ends(document, body->begin, LEXICON_OFFICE) &&
        look_at(document, body->end, LEXICON_OFFICE))
        return true; /* "President | Lind Lauds ECOWAS Commission | President Rana" */
    if (!name || name->end < body->end || name->end == body->begin + 1 || body->begin < 2 ||
        !look_at(document, body->begin, LEXICON_GIVENNAME))
        return false;
    return document_is(document, body->begin - 2, CLASS(POSSESSIVE)) ||
           (head && head->end <= body->begin &&
            look_flag(document, body->begin - 1, TOKEN_CAPITAL) &&
            look_flag(document, body->begin - 2, TOKEN_CAPITAL));
}

static void drop_bodies(struct document *document, uint32_t token)
{
    for (struct annotation **link = &document->first[token]; *link;) {
        if ((*link)->kind != ANNOTATION_ORG ||
            !(cuts_state(document, *link) || is_somebody(document, *link))) {
            link = &(*link)->next;
            continue;
        }
        *link = (*link)->next;
        document->annotation_count--;
    }
}

void clip_names(struct document *document, uint16_t kind)
{
    const uint32_t end = (uint32_t)document->tokens.count;
    for (uint32_t t = look_next(document, 0, end, KIND_BIT(kind)); t < end;
         t = look_next(document, t + 1, end, KIND_BIT(kind))) {
        if (kind == ANNOTATION_ORG)
            drop_bodies(document, t);
        for (struct annotation *a = document->first[t]; a; a = a->next) {
            if (a->kind == kind &&
                !(kind == ANNOTATION_ROLE && (clip_office(document, a) || clip_given(document, a))))
                clip(document, a);
        }
    }
}
