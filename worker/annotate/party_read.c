#include "annotate/party_read.h"

#include "annotate/look.h"
#include "annotate/name.h"

bool reader_is(const struct reader *reader, uint32_t token, uint64_t classes)
{
    return token < reader->end && document_is(reader->document, token, classes);
}

bool reader_comma(const struct reader *reader, uint32_t token)
{
    return token < reader->end && look_mark(reader->document, token, ',');
}

bool reader_dash(const struct reader *reader, uint32_t token)
{
    if (token >= reader->end || !look_flag(reader->document, token, TOKEN_PUNCT))
        return false;
    const struct str mark = document_text(reader->document, token, token + 1);
    return str_equal(mark, STR("-")) || str_equal(mark, STR("\u2013")) ||
           str_equal(mark, STR("\u2014"));
}

const struct annotation *reader_look(const struct reader *reader, uint32_t token, uint16_t kind)
{
    if (token >= reader->end)
        return NULL;
    const struct annotation *found = look_at(reader->document, token, kind);
    return found && found->end <= reader->end ? found : NULL;
}

uint32_t reader_skip(const struct reader *reader, uint32_t token, uint64_t classes)
{
    while (reader_is(reader, token, classes))
        token++;
    return token;
}

/* Whether annotation is a name that can be a person's. */
static bool is_personal(const struct annotation *annotation)
{
    const struct name *name = annotation->detail;
    return !name->acronym || name->given || name->figure;
}

/* "Rep. Mary Clay (D-Ohio)": where a short bracket behind a name ends, or where reading stands. */
static uint32_t bracket_end(const struct reader *reader)
{
    enum { WORDS_MAX = 6 };
    for (uint32_t t = reader->at + 1; t < reader->end && t - reader->at <= WORDS_MAX; t++) {
        if (look_mark(reader->document, t, ')'))
            return t + 1;
    }
    return reader->at;
}

/* "Senator John Bell of Ohio": where the name of the region or town ends that begins at token, if
 * the person's titles or the list go on there; else where reading stands. */
static uint32_t home_end(const struct reader *reader, uint32_t token)
{
    static const uint16_t kinds[] = {LEXICON_REGION, LEXICON_CITY, ANNOTATION_NAME};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        const struct annotation *home = reader_look(reader, token, kinds[i]);
        if (home && look_flag(reader->document, token, TOKEN_CAPITAL) &&
            (reader_comma(reader, home->end) || reader_is(reader, home->end, CLASS(AND)) ||
             reader_look(reader, home->end, ANNOTATION_VERB)))
            return home->end;
    }
    return reader->at;
}

/* "Paul Okoro of Nigeria", "la présidente Lind (Suède)". */
static void read_origin(struct reader *reader)
{
    if (reader->party.country[0])
        return;
    uint32_t t = reader->at;
    const bool bracket = t < reader->end && look_mark(reader->document, t, '(');
    if (!bracket && !reader_is(reader, t, CLASS(OF)))
        return;
    t = reader_skip(reader, t + 1, READER_ARTICLES);
    const struct annotation *country = reader_look(reader, t, LEXICON_COUNTRY);
    const char *code = country ? country_of(reader->document, country) : NULL;
    if (!code) {
        reader->at = bracket ? bracket_end(reader) : home_end(reader, t);
        return;
    }
    memcpy(reader->party.country, code, 3);
    reader->at = country->end;
    if (bracket && reader->at < reader->end && look_mark(reader->document, reader->at, ')'))
        reader->at++;
}

static void read_name(struct reader *reader, const struct annotation *annotation)
{
    const struct name *name = annotation->detail;
    reader->party.type = PARTY_PERSON;
    reader->party.name_begin = annotation->begin;
    reader->party.name_end = annotation->end;
    const bool titled = reader->party.honorific || reader->party.role_count;
    reader->at = annotation->end;
    read_origin(reader);
    reader_titles(reader);
    const bool origin = reader->party.country[0] && name->words > 1;
    reader->party.figure = name->figure;
    const bool sure = titled || origin || reader->party.role_count || name->figure ||
                      (name->given && name->words > 1) || (name->surname && name->words > 1);
    reader->party.weak = !sure;
}

/* The name that a title introduces: "le ministre X", "le Premier ministre du pays, X". */
static const struct annotation *titled_name(const struct reader *reader, uint32_t token)
{
    uint32_t t = token;
    const bool comma = reader_comma(reader, t);
    t += comma;
    const uint32_t bare = comma ? reader_skip(reader, t, CLASS(DETERMINER)) : t;
    const struct annotation *honorific = reader_look(reader, bare, LEXICON_HONORIFIC);
    if (honorific)
        t = honorific->end;
    const struct annotation *name = reader_look(reader, t, ANNOTATION_NAME);
    if (!name || !is_personal(name))
        return NULL;
    if (!comma || honorific)
        return name;
    /* After a comma the name must be closed again or look like a person's by itself. */
    const struct name *detail = name->detail;
    const bool closed = reader_comma(reader, name->end) || name->end >= reader->end ||
                        reader_is(reader, name->end, CLASS(AND)) ||
                        look_flag(reader->document, name->end, TOKEN_PUNCT);
    return closed || detail->given || detail->words > 1 ? name : NULL;
}

/*
 * The next title before one name: "vice-ministre de X, chef de Y, le général Z", "président et
 * ministre X".  Behind an article the name must follow at once, else another person begins.
 */
static const struct annotation *next_title(const struct reader *reader, uint32_t token,
                                           unsigned depth)
{
    enum { CHAIN_MAX = 3 };
    const uint32_t mark = token + (reader_comma(reader, token) || reader_dash(reader, token));
    const uint32_t joint = reader_skip(reader, mark, CLASS(AND));
    const uint32_t bare = reader_skip(reader, joint, READER_ARTICLES);
    const struct annotation *role = reader_look(reader, bare, ANNOTATION_ROLE);
    if (!role || depth == CHAIN_MAX || ((const struct role *)role->detail)->plural)
        return NULL;
    if (bare > joint && reader_is(reader, token, CLASS(AND)))
        return NULL;
    if (bare > joint)
        return reader_look(reader, role->end, ANNOTATION_NAME) ? role : NULL;
    return titled_name(reader, role->end) || next_title(reader, role->end, depth + 1) ? role : NULL;
}

static bool read_titled(struct reader *reader, const struct annotation *role)
{
    for (; role; role = next_title(reader, reader->at, 0)) {
        reader_title(reader, role);
        reader->at = reader_behind_acronym(reader, role->end);
    }
    const struct annotation *name = reader->party.plural ? NULL : titled_name(reader, reader->at);
    if (reader->party.plural && reader->party.rank == RANK_ENVOY && reader->party.organization)
        return reader_sent(reader, reader->party.organization);
    reader->party.type = PARTY_PERSON;
    reader->party.companion = reader->party.rank == RANK_NONE && !reader->party.counterpart &&
                              reader_is(reader, reader->party.begin, CLASS(POSSESSIVE));
    if (name)
        read_name(reader, name);
    return true;
}

static bool read_honorific(struct reader *reader, const struct annotation *honorific)
{
    const uint32_t t = reader_skip(reader, honorific->end, CLASS(DETERMINER));
    const struct annotation *name = reader_look(reader, honorific->end, ANNOTATION_NAME);
    reader->party.honorific = true;
    if (name) {
        read_name(reader, name);
        return true;
    }
    const struct annotation *role = reader_look(reader, t, ANNOTATION_ROLE);
    return role && read_titled(reader, role);
}

/* clang-format off: one kind a line */
#define READING_MAP(X)      \
    X(ANNOTATION_ROLE)      \
    X(ANNOTATION_NAME)      \
    X(ANNOTATION_ORG)       \
    X(LEXICON_ORGANIZATION) \
    X(LEXICON_COUNTRY)      \
    X(LEXICON_INSTITUTION)  \
    X(LEXICON_CITY)         \
    X(LEXICON_GROUPNOUN)    \
    X(LEXICON_DELEGATION)   \
    X(LEXICON_HONORIFIC)    \
    X(LEXICON_MEDIA)
/* clang-format on */

static const uint16_t READINGS[] = {READING_MAP(KIND_ITEM)};
static const uint64_t READING_BITS = 0 READING_MAP(KIND_OR_BIT);

static bool is_reading(uint16_t kind)
{
    for (size_t i = 0; i < sizeof READINGS / sizeof *READINGS; i++) {
        if (READINGS[i] == kind)
            return true;
    }
    return false;
}

/* The longest of the readings that can be a party by themselves. */
static const struct annotation *best_reading(const struct reader *reader, uint32_t token)
{
    const struct annotation *best = NULL;
    if (!look_any(reader->document, token, READING_BITS))
        return NULL;
    for (const struct annotation *a = reader->document->first[token]; a; a = a->next) {
        const bool party = is_reading(a->kind);
        if (party && a->end <= reader->end && (!best || a->end > best->end))
            best = a;
    }
    return best;
}

static bool read_unnamed(struct reader *reader, const struct annotation *annotation)
{
    const struct name *name = annotation->detail;
    if (is_personal(annotation)) {
        read_name(reader, annotation);
        return true;
    }
    reader->party.type = PARTY_ORGANIZATION;
    reader->party.weak = !name->acronym || name->initial;
    reader->party.name_begin = annotation->begin;
    reader->party.name_end = annotation->end;
    reader->at = annotation->end;
    return true;
}

static bool read_kind(struct reader *reader, const struct annotation *best)
{
    switch (best->kind) {
    case ANNOTATION_ROLE:
        return read_titled(reader, best);
    case LEXICON_HONORIFIC:
        return read_honorific(reader, best);
    case ANNOTATION_NAME:
        return read_unnamed(reader, best);
    case ANNOTATION_ORG:
    case LEXICON_ORGANIZATION:
        return reader_body(reader, best);
    case LEXICON_COUNTRY:
        return reader_state(reader, best, false);
    case LEXICON_INSTITUTION:
        return reader_state(reader, best, true);
    case LEXICON_CITY:
        return look_lexeme(reader->document, best)->stands[0] && reader_state(reader, best, true);
    case LEXICON_GROUPNOUN:
    case LEXICON_DELEGATION:
        return reader_group(reader, best);
    default:
        return false;
    }
}

/* "the rebel Northern Front": the body behind an article and one small word, or NULL. */
static const struct annotation *body_behind(const struct reader *reader, uint32_t token)
{
    if (token == reader->at || token + 1 >= reader->end ||
        !look_flag(reader->document, token, TOKEN_WORD) ||
        look_flag(reader->document, token, TOKEN_CAPITAL) ||
        reader_is(reader, token, CLASS(STOPWORD) | CLASS(OF) | CLASS(AT) | CLASS(AND)))
        return NULL;
    const struct annotation *body = reader_look(reader, token + 1, ANNOTATION_ORG);
    if (!body)
        body = reader_look(reader, token + 1, LEXICON_ORGANIZATION);
    return body && look_flag(reader->document, token + 1, TOKEN_CAPITAL) ? body : NULL;
}

/* "Central Asian states": the word for a group that ends the name of a region, or NULL. */
static const struct annotation *group_of_region(const struct reader *reader, uint32_t token)
{
    const struct annotation *region = reader_look(reader, token, LEXICON_REGION);
    for (uint32_t t = token + 1; region && t < region->end; t++) {
        const struct annotation *noun = reader_look(reader, t, LEXICON_GROUPNOUN);
        if (noun && noun->end == region->end)
            return noun;
    }
    return NULL;
}

/* The title without the state that it tells for the first of a list. */
static const struct role *bare_title(const struct reader *reader, const struct role *role)
{
    struct role *bare = ARENA_ARRAY(reader->document->arena, struct role, 1);
    if (!bare) {
        reader->document->memory_out = true;
        return role;
    }
    *bare = *role;
    bare->country_count = 0;
    for (uint32_t t = role->begin + 1; t < bare->end; t++) {
        if (look_at(reader->document, t, LEXICON_DEMONYM))
            bare->end = t;
        const struct annotation *state = look_at(reader->document, t, LEXICON_COUNTRY);
        if (state && state->end == role->end)
            bare->end = t; /* "d'Arménie" */
    }
    while (bare->end > role->begin + 1 &&
           reader_is(reader, bare->end - 1, READER_ARTICLES | CLASS(OF)))
        bare->end--;
    return bare;
}

/* "congolais", "de l'Angola": the state that stands for the title, where reading stands; or NULL.
 */
static const struct annotation *state_alone(const struct reader *reader)
{
    const struct annotation *demonym = reader_look(reader, reader->at, LEXICON_DEMONYM);
    if (demonym)
        return look_flag(reader->document, demonym->begin, TOKEN_CAPITAL) ? NULL : demonym;
    if (!reader_is(reader, reader->at, CLASS(OF)))
        return NULL;
    return reader_look(reader, reader_skip(reader, reader->at + 1, READER_ARTICLES),
                       LEXICON_COUNTRY);
}

/* ", congolais Y et tchadien Z" behind "les présidents gabonais X", "et d'Angola, Y": the title is
 * understood. */
static bool read_elliptic(struct reader *reader)
{
    const struct annotation *state = state_alone(reader);
    const uint32_t behind = state ? state->end + reader_comma(reader, state->end) : 0;
    const struct annotation *name = state ? reader_look(reader, behind, ANNOTATION_NAME) : NULL;
    if (!name || !is_personal(name))
        return false;
    const char *code = country_of(reader->document, state);
    reader->party = (struct party){.begin = reader->at, .rank = reader->office->rank};
    reader->party.roles[reader->party.role_count++] = bare_title(reader, reader->office);
    if (code)
        memcpy(reader->party.country, code, 3);
    read_name(reader, name);
    return true;
}

/* "une dizaine de députés", "un groupe d'étudiants": the people behind a word for how many, which
 * ends before bare, or for what they are together; or NULL. */
static const struct annotation *crowd_at(const struct reader *reader, uint32_t bare)
{
    const bool counted = bare > reader->at && reader_is(reader, bare - 1, CLASS(QUANTIFIER));
    const struct annotation *together = counted ? NULL : reader_look(reader, bare, LEXICON_ORGNOUN);
    const uint32_t of = counted ? bare : together ? together->end : reader->end;
    return reader_is(reader, of, CLASS(OF)) && bare > reader->at
               ? reader_look(reader, of + 1, LEXICON_GROUPNOUN)
               : NULL;
}

bool reader_party(struct reader *reader)
{
    if (reader->office && reader->at < reader->end && read_elliptic(reader))
        return true;
    const uint64_t before = READER_ARTICLES | CLASS(QUANTIFIER) | CLASS(NEGATION);
    if (reader->at >= reader->end ||
        (!reader_is(reader, reader->at, before) &&
         !look_any(reader->document, reader->at,
                   READING_BITS | KIND_BIT(LEXICON_DEMONYM) | KIND_BIT(LEXICON_REGION))))
        return false;
    if (reader_is(reader, reader->at, CLASS(RELATIVE)) && reader->at + 1 < reader->end &&
        look_flag(reader->document, reader->at + 1, TOKEN_CAPITAL) &&
        !look_flag(reader->document, reader->at, TOKEN_CAPITAL))
        return false; /* "denied that Petrov would": what joins clauses */
    reader->party = (struct party){.begin = reader->at};
    const uint32_t bare = reader_skip(reader, reader->at, before);
    const struct annotation *best = best_reading(reader, reader->at);
    const struct annotation *owned = reader_owned(reader, bare);
    if (!owned && !best && bare < reader->end)
        best = best_reading(reader, bare);
    const struct annotation *crowd = owned ? NULL : crowd_at(reader, bare);
    if (crowd && (!best || best->end <= crowd->begin))
        best = crowd;
    if (!owned && !best)
        best = body_behind(reader, bare);
    if (!owned && !best)
        best = group_of_region(reader, bare);
    if (owned && (!best || best->end <= owned->begin))
        best = owned;
    if (best && best->kind == LEXICON_GROUPNOUN &&
        reader_look(reader, best->end, ANNOTATION_NAME)) {
        const struct annotation *office = reader_look(reader, best->begin, ANNOTATION_ROLE);
        best = office && office->end == best->end ? office : best; /* "les présidents X et Y" */
    }
    return best ? read_kind(reader, best) : reader_people(reader, bare);
}
