#include "annotate/party/state.h"
#include "annotate/country.h"
#include "annotate/look.h"
#include "annotate/name/name.h"
#include "annotate/party/portfolio.h"
#include "annotate/party/read.h"

/* Who is told by his state: "et d'Angola, Y", "Fiji's Jone Tuva", "the Estonian Maja Rebane". */

uint32_t reader_owner_in(const struct reader *reader, const struct role *role)
{
    uint32_t t = role->begin;
    while (t < role->end && !reader_is(reader, t, CLASS(OF)))
        t++;
    return t;
}

/* The title without the state or body that it tells for the first of a list, with the one that is
 * told where reading stands and ends at own_end. */
static const struct role *bare_title(const struct reader *reader, const struct role *role,
                                     uint32_t own_end, bool bodies)
{
    struct role *bare = ARENA_ARRAY(reader->document->arena, struct role, 1);
    if (!bare) {
        reader->document->memory_out = true;
        return role;
    }
    *bare = *role;
    bare->own_begin = reader->at;
    bare->own_end = own_end;
    bare->country_count = 0;
    for (uint32_t t = role->begin + 1; t < bare->end; t++) {
        if (look_at(reader->document, t, LEXICON_DEMONYM))
            bare->end = t;
        const struct annotation *state = look_at(reader->document, t, LEXICON_COUNTRY);
        if (state && state->end == role->end)
            bare->end = t; /* "d'Arménie" */
    }
    if (bodies)
        bare->end = reader_owner_in(reader, role); /* "de la CFT" */
    bare->organization = NULL;
    while (bare->end > role->begin + 1 &&
           reader_is(reader, bare->end - 1, READER_ARTICLES | CLASS(OF)))
        bare->end--;
    if (reader_look(reader, reader->at, LEXICON_COUNTRY)) /* "presidents of" */
        bare->end = reader_skip(reader, bare->end, CLASS(OF));
    return bare;
}

/* "and Peru, Y", "and Peru (Y)" behind "the presidents of Chile, X": the state whose name says of
 * what the one told behind it is president, where reading stands; or NULL. */
static const struct annotation *state_bare(const struct reader *reader)
{
    const struct annotation *state = reader_look(reader, reader->at, LEXICON_COUNTRY);
    const bool parted =
        state && state->end < reader->end &&
        (reader_comma(reader, state->end) || look_mark(reader->document, state->end, '('));
    return parted && reader->office->plural ? state : NULL;
}

/* "congolais", "de l'Angola": the state that stands for the title, where reading stands; or NULL.
 */
static const struct annotation *state_alone(const struct reader *reader)
{
    const struct annotation *demonym = reader_look(reader, reader->at, LEXICON_DEMONYM);
    if (demonym)
        return look_flag(reader->document, demonym->begin, TOKEN_CAPITAL) ? NULL : demonym;
    if (!reader_is(reader, reader->at, CLASS(OF)))
        return state_bare(reader);
    return reader_look(reader, reader_skip(reader, reader->at + 1, READER_ARTICLES),
                       LEXICON_COUNTRY);
}

/* "de la CFT" where reading stands: the body that stands for the title, or NULL. */
static const struct annotation *body_alone(const struct reader *reader)
{
    static const uint16_t kinds[] = {ANNOTATION_ORG, LEXICON_ORGANIZATION, LEXICON_INSTITUTION,
                                     ANNOTATION_NAME};
    const struct role *office = reader->office;
    if (!reader_is(reader, reader->at, CLASS(OF)) ||
        (!office->organization && reader_owner_in(reader, office) == office->end))
        return NULL;
    const uint32_t token = reader_skip(reader, reader->at + 1, READER_ARTICLES);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        const struct annotation *body = reader_look(reader, token, kinds[i]);
        const struct name *name = body && body->kind == ANNOTATION_NAME ? body->detail : NULL;
        if (body && (!name || name->acronym))
            return body;
    }
    return NULL;
}

const struct annotation *reader_name_behind(const struct reader *reader, uint32_t token)
{
    const bool bracket = token < reader->end && look_mark(reader->document, token, '(');
    const uint32_t begin = token + (bracket || reader_comma(reader, token));
    const struct annotation *name = reader_look(reader, begin, ANNOTATION_NAME);
    const struct annotation *honorific =
        name ? NULL : reader_look(reader, begin, LEXICON_HONORIFIC); /* not "Cheikh Anta" */
    return honorific ? reader_look(reader, honorific->end, ANNOTATION_NAME) : name;
}

/* "de Lyon, Y", "from Turin, Y" where reading stands, of people who have an office each in a town
 * or a region of their own: what stands for the title, or NULL. */
static const struct annotation *seat_alone(const struct reader *reader)
{
    const uint64_t small = CLASS(OF) | CLASS(FROM) | READER_ARTICLES;
    const uint32_t token = reader_skip(reader, reader->at, small);
    const struct annotation *town = reader_look(reader, token, LEXICON_CITY);
    const struct annotation *region = reader_look(reader, token, LEXICON_REGION);
    const struct annotation *seat = region && (!town || region->end > town->end) ? region : town;
    return seat && look_flag(reader->document, seat->end - 1, TOKEN_CAPITAL) ? seat : NULL;
}

/* "et de Lyon, Y" behind "les maires de Paris, X", "ses homologues de Paris, X". */
static bool read_seat(struct reader *reader)
{
    const struct annotation *seat = seat_alone(reader);
    const uint32_t behind = seat ? seat->end + reader_comma(reader, seat->end) : 0;
    const struct annotation *name = seat ? reader_look(reader, behind, ANNOTATION_NAME) : NULL;
    if (!name || behind == seat->end || !reader_personal(name) ||
        ((const struct name *)name->detail)->words < 2)
        return false;
    struct role *role = ARENA_ARRAY(reader->document->arena, struct role, 1);
    if (!role) {
        reader->document->memory_out = true;
        return false;
    }
    *role = *reader->office;
    role->own_begin = reader->at;
    role->own_end = seat->end;
    role->country_count = 0;
    for (uint32_t t = role->end; t-- > role->begin + 1;) {
        if (reader_is(reader, t, CLASS(OF)))
            role->end = t; /* "maires | de Paris" */
    }
    const char *code = country_of(reader->document, seat);
    reader->party = (struct party){.begin = reader->at, .rank = role->rank};
    reader->party.roles[reader->party.role_count++] = role;
    reader->party.counterpart = role->counterpart;
    if (code)
        memcpy(reader->party.country, code, 3);
    reader_name(reader, name);
    return true;
}

/* "du Programme alimentaire mondial | des Nations unies": where the body ends. */
static uint32_t body_end(const struct reader *reader, const struct annotation *body)
{
    if (!reader_is(reader, body->end, CLASS(OF)))
        return body->end;
    const uint32_t token = reader_skip(reader, body->end + 1, READER_ARTICLES);
    const struct annotation *above = reader_look(reader, token, LEXICON_ORGANIZATION);
    return above ? above->end : body->end;
}

/* ", congolais Y et tchadien Z" behind "les présidents gabonais X", "et d'Angola, Y": the title is
 * understood. */
bool reader_elliptic(struct reader *reader)
{
    if (reader_portfolio(reader))
        return true;
    const struct annotation *body = body_alone(reader);
    const struct annotation *state = body ? body : state_alone(reader);
    const uint32_t end = body ? body_end(reader, body) : state ? state->end : 0;
    const struct annotation *name = state ? reader_name_behind(reader, end) : NULL;
    if (!name || !reader_personal(name))
        return read_seat(reader);
    const bool many = body && body->kind != LEXICON_INSTITUTION;
    const char *code = many ? NULL : country_of(reader->document, state);
    reader->party = (struct party){.begin = reader->at, .rank = reader->office->rank};
    reader->party.roles[reader->party.role_count++] =
        bare_title(reader, reader->office, end, body != NULL);
    reader->party.organization = body;
    if (code)
        memcpy(reader->party.country, code, 3);
    reader_name(reader, name);
    return true;
}

/* "with the envoy of A, X, and with | that of B": whether a preposition behind "and" stands before
 * here, so that the one meant is told in the list before. */
static bool goes_on_with(const struct document *document, uint32_t here)
{
    const bool small =
        document_is(document, here - 1, CLASS(BY)) || look_at(document, here - 1, LEXICON_WITH);
    return small && document_is(document, here - 2, CLASS(AND));
}

const struct role *reader_office_before(const struct reader *reader)
{
    enum { WORDS_BACK = 14 };
    const struct document *document = reader->document;
    const uint32_t here = reader->at;
    if (here == 0 || !reader_is(reader, here, CLASS(STANDIN)) ||
        !(document_is(document, here - 1, CLASS(INCLUDING)) || goes_on_with(document, here)))
        return NULL;
    for (uint32_t back = 2; back <= WORDS_BACK && back <= here; back++) {
        const struct annotation *title = look_at(document, here - back, ANNOTATION_ROLE);
        if (title)
            return title->detail;
    }
    return NULL;
}

/* "celui | du Chili", whom no name tells: reads who has the office for another state. */
static bool read_of_state(struct reader *reader)
{
    const struct annotation *state = state_alone(reader);
    const char *code = state ? country_of(reader->document, state) : NULL;
    if (!code || reader_is(reader, state->end, CLASS(BY))) /* "was led by A and that of B by C" */
        return false;
    reader->party = (struct party){.begin = reader->at, .type = PARTY_PERSON};
    reader->party.rank = reader->office->rank;
    reader->party.roles[reader->party.role_count++] =
        bare_title(reader, reader->office, state->end, false);
    memcpy(reader->party.country, code, 3);
    reader->at = state->end;
    return true;
}

bool reader_standin(struct reader *reader)
{
    const struct role *office = reader->office;
    const uint32_t begin = reader->at++;
    reader->office = reader->before;
    const bool found =
        reader->at < reader->end && (reader_elliptic(reader) || read_of_state(reader));
    reader->office = office;
    if (found)
        reader->party.begin = begin;
    else
        reader->at = begin;
    return found;
}

uint32_t reader_behind_owner(const struct reader *reader, const struct annotation *owner)
{
    const uint32_t end = owner->end;
    const bool owns = look_clitic(reader->document, end) || look_apostrophe(reader->document, end);
    return end < reader->end && owns ? end + 1 : 0;
}

/* What of a state can stand behind it: "Fiji's Jone Tuva", "Fiji's Sigatoka Sugar"; or NULL. */
static const struct annotation *owned_by(const struct reader *reader,
                                         const struct annotation *state)
{
    static const uint16_t bodies[] = {ANNOTATION_ORG, LEXICON_ORGANIZATION};
    const uint32_t token = reader_behind_owner(reader, state);
    if (token == 0)
        return NULL;
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
        const struct annotation *body = reader_look(reader, token, bodies[i]);
        if (body)
            return body;
    }
    const struct annotation *name = reader_look(reader, token, ANNOTATION_NAME);
    return name && reader_personal(name) ? name : NULL;
}

const struct annotation *reader_national(const struct reader *reader, uint32_t token)
{
    const struct annotation *people = reader_look(reader, token, LEXICON_DEMONYM);
    if (!people || people->tag == TAG_PLUR || !country_of(reader->document, people))
        return NULL;
    const struct annotation *found = reader_look(reader, people->end, ANNOTATION_NAME);
    const struct name *name = found ? found->detail : NULL;
    const bool sure = look_flag(reader->document, token, TOKEN_CAPITAL) ||
                      (name && (name->given || name->figure)); /* not "le français Air Caraïbes" */
    return sure && name && name->words > 1 && reader_personal(found) ? found : NULL;
}

void reader_nation(struct reader *reader, const struct annotation *name)
{
    enum { WORDS_MAX = 3 }; /* "le Sud-Africain X": not "Africain" alone */
    const struct annotation *people = NULL;
    const uint32_t first = name->begin - (name->begin < WORDS_MAX ? name->begin : WORDS_MAX);
    for (uint32_t t = first; t < name->begin && !people; t++) {
        people = reader_look(reader, t, LEXICON_DEMONYM);
        people = people && people->end == name->begin ? people : NULL;
    }
    const char *code = people ? country_of(reader->document, people) : NULL;
    if (code)
        memcpy(reader->party.country, code, 3);
}

/* "the UN's Martin Lind", "DMK's Ravi Rao", "the Greens' Clara Vogt": a person's name behind the
 * body that he is of, or NULL. */
static const struct annotation *member_of(const struct reader *reader,
                                          const struct annotation *body)
{
    const uint32_t token = reader_behind_owner(reader, body);
    const struct annotation *annotation =
        token ? reader_look(reader, token, ANNOTATION_NAME) : NULL;
    const struct name *name = annotation ? annotation->detail : NULL;
    const bool sure = name && (name->figure ||
                               (name->words > 1 && (name->given || name->surname || !name->known)));
    return sure ? annotation : NULL;
}

bool reader_colleague(struct reader *reader, uint32_t token)
{
    static const uint16_t bodies[] = {ANNOTATION_ORG, LEXICON_ORGANIZATION, ANNOTATION_NAME,
                                      LEXICON_GROUPNOUN};
    static const uint64_t bits = KIND_BIT(ANNOTATION_ORG) | KIND_BIT(LEXICON_ORGANIZATION) |
                                 KIND_BIT(ANNOTATION_NAME) | KIND_BIT(LEXICON_GROUPNOUN);
    const bool some = look_any(reader->document, token, bits);
    for (size_t i = 0; some && i < sizeof bodies / sizeof *bodies; i++) {
        const struct annotation *body = reader_look(reader, token, bodies[i]);
        const struct annotation *member = body ? member_of(reader, body) : NULL;
        if (!member || (body->kind == ANNOTATION_NAME && reader_personal(body)))
            continue;
        reader_name(reader, member);
        reader->party.weak = false;
        if (body->kind != ANNOTATION_NAME && body->kind != LEXICON_GROUPNOUN)
            reader->party.organization = body;
        return true;
    }
    return false;
}

bool reader_compatriot(struct reader *reader, uint32_t token)
{
    const struct annotation *national = token > reader->at ? reader_national(reader, token) : NULL;
    const struct annotation *body = reader_look(reader, token, ANNOTATION_ORG);
    if (national && body && body->end > national->end)
        return false; /* "the American Dental Care Foundation" */
    if (national) {
        reader_nation(reader, national);
        reader_name(reader, national);
        return true;
    }
    const struct annotation *state = reader_look(reader, token, LEXICON_COUNTRY);
    const char *code = state ? country_of(reader->document, state) : NULL;
    const struct annotation *owned = code ? owned_by(reader, state) : NULL;
    if (!owned)
        return false;
    if (owned->kind != ANNOTATION_NAME)
        reader_body(reader, owned);
    else
        reader_name(reader, owned); /* whether it is a person's the state does not tell */
    if (!reader->party.country[0])
        memcpy(reader->party.country, code, 3);
    return true;
}

/* A city at token that may stand for its state, or NULL. */
static const struct annotation *capital_at(const struct reader *reader, uint32_t token)
{
    const struct annotation *city = reader_look(reader, token, LEXICON_CITY);
    return city && look_lexeme(reader->document, city)->stands[0] ? city : NULL;
}

const struct annotation *reader_capital(const struct reader *reader)
{
    const uint64_t of = CLASS(OF) | CLASS(FROM);
    const struct annotation *first =
        reader_is(reader, reader->at, of) ? capital_at(reader, reader->at + 1) : NULL;
    if (!first || !reader_is(reader, first->end, CLASS(AND)))
        return NULL;
    const uint32_t second = first->end + 1;
    return capital_at(reader, second + reader_is(reader, second, of)) ? first : NULL;
}
