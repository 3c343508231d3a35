#include <string.h>

#include "annotate/country.h"
#include "annotate/look.h"
#include "annotate/name/name.h"
#include "annotate/party/field.h"
#include "annotate/party/fronted.h"
#include "annotate/party/origin.h"
#include "annotate/party/read.h"
#include "annotate/party/sent.h"

/* Where somebody comes from, told behind the name: "Paul Okoro of Nigeria", "A pour le Kenya". */

uint32_t reader_behind_bracket(const struct reader *reader, uint32_t token)
{
    enum { WORDS_MAX = 16 }; /* "(whose country chairs the Union)" */
    if (token >= reader->end || !look_mark(reader->document, token, '('))
        return token;
    for (uint32_t t = token + 1; t < reader->end && t - token <= WORDS_MAX; t++) {
        if (look_mark(reader->document, t, ')'))
            return t + 1;
    }
    return token;
}

/* Whether the list, or the clause of which it is the subject, goes on at token. */
static bool list_goes_on(const struct reader *reader, uint32_t token)
{
    return token >= reader->end || look_flag(reader->document, token, TOKEN_PUNCT) ||
           reader_is(reader, token, CLASS(AND)) || reader_look(reader, token, ANNOTATION_VERB);
}

/* "Ida Moe of the main opposition party", "du parti Avenir": where the words for a body end that
 * begin at token, or token. */
static uint32_t common_body_end(const struct reader *reader, uint32_t token)
{
    enum { WORDS_MAX = 4 };
    for (uint32_t t = token; t < reader->end && t - token <= WORDS_MAX; t++) {
        const struct annotation *noun = reader_look(reader, t, LEXICON_ORGNOUN);
        if (!noun)
            noun = reader_look(reader, t, LEXICON_GROUPNOUN);
        if (!noun)
            noun = reader_look(reader, t, LEXICON_ORGHEAD);
        const struct annotation *name =
            noun ? reader_look(reader, noun->end, ANNOTATION_ORG) : NULL;
        if (noun && !name)
            name = reader_look(reader, noun->end, ANNOTATION_NAME);
        if (noun && noun->tag != TAG_PLUR && list_goes_on(reader, name ? name->end : noun->end))
            return name ? name->end : noun->end;
        if (!look_flag(reader->document, t, TOKEN_WORD) || reader_is(reader, t, CLASS(AND)) ||
            look_flag(reader->document, t, TOKEN_CAPITAL) ||
            reader_look(reader, t, ANNOTATION_VERB))
            break;
    }
    return token;
}

/* "Senator John Bell of Ohio": goes behind the name of the region or town that begins at token, if
 * the person's titles or the list go on there; whoever has an office there serves its state. */
static void read_home(struct reader *reader, uint32_t token)
{
    static const uint16_t kinds[] = {LEXICON_REGION, LEXICON_CITY, ANNOTATION_NAME, ANNOTATION_ORG,
                                     LEXICON_ORGANIZATION};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        const struct annotation *home = reader_look(reader, token, kinds[i]);
        if (!home || (home->kind != ANNOTATION_ORG && /* "of the teachers' union" */
                      !look_flag(reader->document, token, TOKEN_CAPITAL)))
            continue;
        const bool known = home->kind == LEXICON_REGION && reader->party.role_count;
        const bool kind = !known && home->end < reader->end && /* "of Kwara State" */
                          look_flag(reader->document, home->end, TOKEN_CAPITAL);
        const uint32_t end = home->end + kind;
        if (!known && !list_goes_on(reader, end))
            continue;
        const bool place = home->kind == LEXICON_REGION || home->kind == LEXICON_CITY;
        const char *code = place ? country_of(reader->document, home) : NULL;
        if (code && reader->party.role_count && !reader->party.country[0])
            memcpy(reader->party.country, code, 3);
        reader->at = end;
        return;
    }
    const uint32_t end = common_body_end(reader, token);
    if (end > token)
        reader->at = end;
}

/* Whether the name of a party stands in a bracket from token on: "(PTS)", "(Les Verts)". */
static bool is_of_party(const struct reader *reader, uint32_t token)
{
    const struct annotation *name = reader_look(reader, token, ANNOTATION_NAME);
    return reader_look(reader, token, LEXICON_ORGANIZATION) ||
           reader_look(reader, token, ANNOTATION_ORG) ||
           (name && ((const struct name *)name->detail)->acronym &&
            !reader_look(reader, token, LEXICON_COUNTRY));
}

/* Whether a state stands at token, which a comma closes. */
static bool closes_aside(const struct reader *reader, uint32_t token)
{
    const struct annotation *state =
        reader_look(reader, reader_skip(reader, token, READER_ARTICLES), LEXICON_COUNTRY);
    return state && reader_comma(reader, state->end);
}

/* "Ann Otieno pour le Kenya, Kofi Boa pour le Ghana": goes behind the state for which somebody
 * comes. */
static void read_behalf(struct reader *reader)
{
    const uint32_t at = reader->at + reader_comma(reader, reader->at); /* ", representing Kenya," */
    const struct annotation *words = reader_look(reader, at, LEXICON_BEHALF);
    if (words && at > reader->at && !closes_aside(reader, words->end))
        words = NULL;
    const uint32_t token = words ? reader_skip(reader, words->end, READER_ARTICLES) : 0;
    const struct annotation *state = words ? reader_look(reader, token, LEXICON_COUNTRY) : NULL;
    const char *code = state ? country_of(reader->document, state) : NULL;
    if (!code || !reader_closed(reader, state->end))
        return;
    if (!reader->party.country[0])
        memcpy(reader->party.country, code, 3);
    reader->at = state->end;
}

/* "Mayor Tom Bell (Dayton, OH)", "Chairman Bell (R-Ohio)": goes behind the bracket; who has an
 * office in the town or region that begins at token in it serves its state. */
static void read_bracket(struct reader *reader, uint32_t token)
{
    token += token + 1 < reader->end && look_token(reader->document, token)->points == 1 &&
             look_flag(reader->document, token + 1, TOKEN_HYPHEN);
    const struct annotation *town = reader_look(reader, token, LEXICON_CITY);
    const struct annotation *place = town ? town : reader_look(reader, token, LEXICON_REGION);
    const char *code = place ? country_of(reader->document, place) : NULL;
    if (code && reader->party.role_count)
        memcpy(reader->party.country, code, 3);
    reader->at = reader_behind_bracket(reader, reader->at);
}

/* "Senator X of Georgia": the one state that has the office, where the one told has none so called,
 * but a region of the other is called like it; or code. */
static const char *state_of_office(const struct reader *reader, const char *code)
{
    enum { CODE_STEP = 3 }; /* "GE GR": each code with the space behind it */
    const struct role *role = reader->party.role_count ? reader->party.roles[0] : NULL;
    for (size_t at = 0; role && role->presumed[0] && at + 1 < role->unknown.len; at += CODE_STEP) {
        if (memcmp(role->unknown.at + at, code, 2) == 0)
            return role->presumed;
    }
    return code;
}

/* "Paul Okoro of Nigeria", "la présidente Lind (Suède)". */
static void read_origin(struct reader *reader)
{
    uint32_t t = reader->at;
    const bool bracket = t < reader->end && look_mark(reader->document, t, '(');
    if (bracket && reader_look(reader, t + 1, ANNOTATION_ROLE))
        return; /* "(Minister of Health)" */
    reader->party.partisan = bracket && is_of_party(reader, t + 1);
    const bool known = reader->party.country[0] != '\0';
    if (known && bracket)
        reader->at = reader_behind_bracket(reader, reader->at); /* "(R)", "(centre)" */
    if ((known && bracket) || (!bracket && !reader_is(reader, t, CLASS(OF))))
        return;
    t = reader_skip(reader, t + 1, READER_ARTICLES);
    const struct annotation *country = known ? NULL : reader_look(reader, t, LEXICON_COUNTRY);
    const char *code = country ? country_of(reader->document, country) : NULL;
    if (!country) {
        if (bracket)
            read_bracket(reader, t);
        else
            read_home(reader, t);
        return;
    }
    if (code) /* not "of Congo" */
        memcpy(reader->party.country, state_of_office(reader, code), 3);
    reader->at = country->end;
    if (bracket && reader->at < reader->end && look_mark(reader->document, reader->at, ')'))
        reader->at++;
}

/* ", D-Ohio, and": where the initial of somebody's party and where he was elected end, or token. */
static uint32_t seat_end(const struct reader *reader, uint32_t token)
{
    const struct document *document = reader->document;
    const uint32_t seat = token + 2;
    if (!reader_comma(reader, token) || seat >= reader->end ||
        !look_flag(document, seat - 1, TOKEN_CAPITAL) ||
        look_token(document, seat - 1)->points > 1 || !look_flag(document, seat, TOKEN_HYPHEN) ||
        !look_flag(document, seat, TOKEN_CAPITAL))
        return token;
    const struct annotation *name = reader_look(reader, seat - 1, ANNOTATION_NAME);
    const uint32_t end = name ? name->end : seat + 1;
    return end + (end < reader->end && look_mark(document, end, '.')); /* "D-Wash.," */
}

uint32_t reader_behind_seat(const struct reader *reader, uint32_t token)
{
    const uint32_t end = seat_end(reader, token);
    const bool listed = reader_is(reader, end + 1, CLASS(AND)) ||
                        reader_look(reader, end + 1, ANNOTATION_NAME) ||
                        reader_look(reader, end + 1, ANNOTATION_ROLE);
    return end > token && reader_comma(reader, end) && !listed ? end + 1 : end;
}

/* "Rep. Ann Lee, D-Ohio, | the chair of": goes behind the seat where a title follows it. */
static void read_seat(struct reader *reader)
{
    const uint32_t end = seat_end(reader, reader->at);
    const uint32_t title = reader_skip(reader, end + 1, READER_ARTICLES);
    const struct annotation *role = end > reader->at && reader_comma(reader, end)
                                        ? reader_look(reader, title, ANNOTATION_ROLE)
                                        : NULL;
    if (role && (title > end + 1 || reader_comma(reader, role->end)))
        reader->at = end;
}

/* ", of the World Bank,": the comma that closes what few words behind the one at token tell of
 * somebody's body or home, and of nobody else; or token. */
static uint32_t affiliation_end(const struct reader *reader, uint32_t token)
{
    enum { WORDS_MAX = 9 };
    const struct document *document = reader->document;
    const uint32_t first = reader_skip(reader, token + 2, READER_ARTICLES);
    if (!reader_comma(reader, token) || !reader_is(reader, token + 1, CLASS(OF) | CLASS(FROM)) ||
        !look_flag(document, first, TOKEN_CAPITAL | TOKEN_WORD))
        return token;
    for (uint32_t t = token + 2; t < reader->end && t - token <= WORDS_MAX; t++) {
        if (reader_comma(reader, t))
            return t;
        if (!look_flag(document, t, TOKEN_WORD) || reader_verb(reader, t) ||
            reader_is(reader, t, CLASS(RELATIVE) | CLASS(SUBORDINATOR) | CLASS(PRONOUN)) ||
            reader_look(reader, t, ANNOTATION_ROLE) || reader_look(reader, t, ANNOTATION_DATE) ||
            reader_look(reader, t, LEXICON_HONORIFIC) ||
            reader_look(reader, t, LEXICON_GIVENNAME) || reader_look(reader, t, LEXICON_MEETNOUN))
            break;
    }
    return token;
}

/* "Ana Lind, of Kenya,", "Ana Lind, du Parti radical,": goes behind the state or body of somebody
 * with a name; not "de A, de B et de C". */
static void read_affiliation(struct reader *reader)
{
    const struct party *party = &reader->party;
    const bool listed =
        party->begin > 0 && document_is(reader->document, party->begin - 1, CLASS(OF));
    const uint32_t token = reader->at;
    if (party->type != PARTY_PERSON || party->name_end <= party->name_begin || listed)
        return;
    const uint32_t end = affiliation_end(reader, token);
    const uint32_t first = reader_skip(reader, token + 2, READER_ARTICLES);
    const struct annotation *state =
        end > token ? reader_look(reader, first, LEXICON_COUNTRY) : NULL;
    const char *code = state && state->end == end ? country_of(reader->document, state) : NULL;
    const struct role *office = reader->office; /* "presidents | of Kenya, A, of Togo, B" */
    const bool before = office && !reader_look(reader, office->end, ANNOTATION_NAME);
    /* nor "les ministres A, de l'Eau, et B, des Mines" */
    if (code ? party->country[0] || before : office != NULL)
        return;
    const bool serves = !party->role_count || !party->roles[0]->organization;
    if (code && serves)
        memcpy(reader->party.country, code, 3);
    reader->at = end;
}

void reader_last_state(struct reader *reader)
{
    const struct party *party = &reader->party;
    const uint32_t token = reader->at + 1;
    const struct annotation *state =
        party->type == PARTY_PERSON && party->role_count && !party->country[0] &&
                party->roles[party->role_count - 1]->end == reader->at &&
                reader_comma(reader, reader->at)
            ? reader_look(reader, token, LEXICON_COUNTRY)
            : NULL;
    const char *code = state ? country_of(reader->document, state) : NULL;
    if (!code || party->roles[party->role_count - 1]->begin < party->name_end ||
        !(state->end >= reader->end || look_mark(reader->document, state->end, ';')))
        return;
    memcpy(reader->party.country, code, 3);
    reader->at = state->end;
}

void reader_origin(struct reader *reader)
{
    read_origin(reader);
    read_affiliation(reader);
    read_behalf(reader);
    read_seat(reader);
}

/* Where the town or region at token ends, be it known or one unknown capital, unless a name or a
 * title goes on behind it; or token. */
static uint32_t town_end(const struct reader *reader, uint32_t token, bool *known)
{
    const struct document *document = reader->document;
    const struct annotation *town = reader_look(reader, token, LEXICON_CITY);
    if (!town)
        town = reader_look(reader, token, LEXICON_REGION);
    const bool unknown = token < reader->end && look_flag(document, token, TOKEN_CAPITAL) &&
                         !reader_look(reader, token, LEXICON_DEMONYM) &&
                         !reader_look(reader, token, LEXICON_COUNTRY) &&
                         !reader_look(reader, token, LEXICON_GIVENNAME) &&
                         !reader_look(reader, token, LEXICON_HONORIFIC);
    const uint32_t end = town ? town->end : token + unknown;
    *known |= town != NULL;
    return end < reader->end &&
                   (look_flag(document, end, TOKEN_CAPITAL) || look_clitic(document, end) ||
                    reader_look(reader, token, ANNOTATION_ROLE) ||
                    reader_look(reader, end, ANNOTATION_ROLE))
               ? token
               : end;
}

/* "the mayors | of Hull, Leeds and York": behind several towns whose people were read, or where
 * reading stands. */
static uint32_t behind_towns(const struct reader *reader)
{
    const struct document *document = reader->document;
    const bool of = reader_is(reader, reader->at, CLASS(OF) | CLASS(FROM));
    bool known = false;
    uint32_t end = of ? town_end(reader, reader->at + 1, &known) : reader->at;
    if (of ? end == reader->at + 1
           : !document_is(document, end - 2, CLASS(OF) | CLASS(FROM)) ||
                 town_end(reader, end - 1, &known) != end)
        return reader->at;
    for (bool last = false; !last;) {
        uint32_t t = end + reader_comma(reader, end);
        last = reader_is(reader, t, CLASS(AND));
        t += last;
        const uint32_t next = t > end ? town_end(reader, t, &known) : t;
        if (next == t)
            return reader->at;
        end = next;
    }
    return known ? end : reader->at;
}

uint32_t reader_behind_origin(const struct reader *reader)
{
    enum { WORDS_MAX = 6 };
    const struct party *party = &reader->party;
    if (party->plural && party->type != PARTY_COUNTRY && behind_towns(reader) > reader->at)
        return behind_towns(reader);
    if (party->type == PARTY_PERSON && party->name_end > party->name_begin)
        return reader_behind_seat(reader, reader->at);
    if (!party->plural || party->type == PARTY_COUNTRY ||
        !reader_is(reader, reader->at, CLASS(FROM)))
        return reader->at;
    for (uint32_t t = reader->at + 1; t < reader->end && t - reader->at <= WORDS_MAX; t++) {
        const struct annotation *noun = reader_look(reader, t, LEXICON_GROUPNOUN);
        if (noun && noun->tag == TAG_PLUR)
            return reader_states(reader, t) ? noun->end : reader->at;
        if (look_flag(reader->document, t, TOKEN_PUNCT) || reader_look(reader, t, ANNOTATION_VERB))
            break;
    }
    return reader->at;
}
