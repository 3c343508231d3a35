#include "annotate/party/field.h"

#include <string.h>

#include "annotate/country.h"
#include "annotate/look.h"
#include "annotate/name/name.h"
#include "annotate/party/origin.h"
#include "annotate/party/read.h"

/* ", Roads and Highways Minister": the office that capitalised words of no list stand before, or
 * NULL. */
const struct annotation *reader_field(const struct reader *reader, uint32_t token)
{
    enum { WORDS_MAX = 6 };
    const struct document *document = reader->document;
    const struct annotation *found = reader_look(reader, token, ANNOTATION_NAME);
    const struct name *name = found ? found->detail : NULL;
    if ((name && (name->given || name->surname || name->figure)) ||
        reader_look(reader, token, LEXICON_HONORIFIC))
        return NULL;
    for (uint32_t t = token; t < reader->end && t - token <= WORDS_MAX; t++) {
        const struct annotation *office =
            t > token ? reader_look(reader, t, ANNOTATION_ROLE) : NULL;
        if (office && document_is(document, t, CLASS(SUFFIX)))
            return NULL; /* ", Ana Lind MP" */
        if (office)
            return reader_closed(reader, office->end) && look_flag(document, t, TOKEN_CAPITAL)
                       ? office
                       : NULL;
        if (!look_flag(document, t, TOKEN_CAPITAL) &&
            !(t > token && reader_is(reader, t, CLASS(AND))))
            break;
    }
    return NULL;
}

/* The office with the words from begin on. */
struct role *reader_with_field(struct reader *reader, const struct annotation *office,
                               uint32_t begin)
{
    struct role *role =
        office->detail ? ARENA_ARRAY(reader->document->arena, struct role, 1) : NULL;
    if (!role) {
        reader->document->memory_out |= office->detail != NULL;
        return NULL;
    }
    *role = *(const struct role *)office->detail;
    role->begin = begin;
    return role;
}

/* The last title goes on to the token. */
static void lengthen(struct reader *reader, uint32_t end)
{
    struct role *role =
        reader->party.role_count ? ARENA_ARRAY(reader->document->arena, struct role, 1) : NULL;
    if (!role) {
        reader->document->memory_out |= reader->party.role_count != 0;
        return;
    }
    const unsigned last = reader->party.role_count - 1u;
    *role = *reader->party.roles[last];
    role->end = end;
    reader->party.roles[last] = role;
}

/* "the Prime Minister | 's security adviser": the office behind the holder of another whose officer
 * it is, or NULL. */
static const struct annotation *office_of_holder(const struct reader *reader,
                                                 const struct annotation *holder)
{
    enum { WORDS_MAX = 5 };
    const struct document *document = reader->document;
    const uint64_t never =
        CLASS(OF) | CLASS(AT) | CLASS(TO) | CLASS(AND) | CLASS(RELATIVE) | CLASS(DETERMINER);
    if (holder->end >= reader->end || !look_clitic(document, holder->end))
        return NULL;
    for (uint32_t t = holder->end + 1; t < reader->end && t - holder->end <= WORDS_MAX; t++) {
        const struct annotation *office = reader_look(reader, t, ANNOTATION_ROLE);
        if (office)
            return office->detail && holder->detail ? office : NULL;
        if (!look_flag(document, t, TOKEN_WORD) || reader_is(reader, t, never) ||
            reader_look(reader, t, ANNOTATION_VERB) || reader_look(reader, t, LEXICON_MEETNOUN))
            break;
    }
    return NULL;
}

/* "director of the Foreign Ministry | 's Affairs Bureau, X": where the title ends that goes on over
 * the department of its body, before a name; or where the title of the body alone ends. */
static uint32_t department_end(const struct reader *reader, const struct annotation *role)
{
    const struct document *document = reader->document;
    if (role->end >= reader->end || !look_clitic(document, role->end) || !role->detail ||
        !((const struct role *)role->detail)->organization)
        return role->end;
    uint32_t t = role->end + 1;
    while (t < reader->end && look_flag(document, t, TOKEN_WORD) &&
           (look_flag(document, t, TOKEN_CAPITAL) || reader_is(reader, t, CLASS(AND) | CLASS(OF))))
        t++;
    return t > role->end + 1 && reader_comma(reader, t) &&
                   reader_look(reader, t + 1, ANNOTATION_NAME)
               ? t
               : role->end;
}

uint32_t reader_take_officer(struct reader *reader, const struct annotation *holder)
{
    const uint32_t department = department_end(reader, holder);
    if (department > holder->end) {
        reader_title(reader, holder);
        lengthen(reader, department);
        return department;
    }
    const struct annotation *office = office_of_holder(reader, holder);
    const struct role *of = holder->detail;
    struct role *whole = office ? reader_with_field(reader, office, of->begin) : NULL;
    if (!whole)
        return holder->begin;
    if (whole->country_count == 0 && of->country_count == 1) {
        whole->country_count = 1;
        memcpy(whole->countries[0], of->countries[0], sizeof whole->countries[0]);
    }
    party_take_role(&reader->party, whole);
    return office->end;
}

/* Behind capitalised words at token of which the pack knows one for something, and none for
 * somebody's name: "Lake Lottery"; or token. */
static uint32_t behind_capitals(const struct reader *reader, uint32_t token)
{
    enum { WORDS_MIN = 2 };
    const struct document *document = reader->document;
    uint32_t t = token;
    bool known = false;
    while (t < reader->end && look_flag(document, t, TOKEN_WORD) &&
           (look_flag(document, t, TOKEN_CAPITAL) ||
            (t > token && reader_is(reader, t, CLASS(OF) | CLASS(AND)) &&
             look_flag(document, t + 1, TOKEN_CAPITAL)))) {
        if (reader_look(reader, t, LEXICON_GIVENNAME) || reader_look(reader, t, LEXICON_SURNAME) ||
            reader_look(reader, t, LEXICON_HONORIFIC) || reader_look(reader, t, ANNOTATION_ROLE) ||
            reader_look(reader, t, LEXICON_CITY) || reader_look(reader, t, LEXICON_COUNTRY) ||
            reader_look(reader, t, LEXICON_REGION))
            return token;
        known |= look_token(document, t)->word != 0;
        t++;
    }
    const bool titled = reader_comma(reader, t) && reader_look(reader, t + 1, ANNOTATION_ROLE);
    return known && !titled && t >= token + WORDS_MIN ? t : token;
}

/* Where the body ends that begins at token, or token. */
static uint32_t body_end(const struct reader *reader, uint32_t token)
{
    static const uint16_t bodies[] = {ANNOTATION_ORG, LEXICON_ORGANIZATION};
    const struct annotation *name = reader_look(reader, token, ANNOTATION_NAME);
    uint32_t end = name && ((const struct name *)name->detail)->acronym ? name->end : token;
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
        const struct annotation *body = reader_look(reader, token, bodies[i]);
        end = body && body->end > end ? body->end : end;
    }
    return end > token ? end : behind_capitals(reader, token);
}

/* ", Ministry of Lakes | of the Republic of Kenya": the state behind the body that ends at token
 * and closes the title, or NULL. */
static const struct annotation *state_of(const struct reader *reader, uint32_t token)
{
    if (!reader_is(reader, token, CLASS(OF)))
        return NULL;
    const struct annotation *state =
        reader_look(reader, reader_skip(reader, token + 1, READER_ARTICLES), LEXICON_COUNTRY);
    return state && reader_closed(reader, state->end) ? state : NULL;
}

/* ", Ethiopia": takes the state that a comma parts from the body that ends at token.  Returns where
 * the text goes on. */
static uint32_t take_state(struct reader *reader, uint32_t token)
{
    const struct annotation *state =
        reader_comma(reader, token) ? reader_look(reader, token + 1, LEXICON_COUNTRY) : NULL;
    const char *code = state ? country_of(reader->document, state) : NULL;
    if (!code || !reader_closed(reader, state->end))
        return token;
    if (!reader->party.country[0])
        memcpy(reader->party.country, code, 3);
    return state->end;
}

/* "président du comité | Afrique de Lake Oil,": where the title ends that goes on at token with
 * "of" or capitals, closed by a mark; or token. */
static uint32_t tail_end(const struct reader *reader, uint32_t token)
{
    enum { WORDS_MAX = 7 };
    const struct document *document = reader->document;
    if ((!reader_is(reader, token, CLASS(OF)) && !look_flag(document, token, TOKEN_CAPITAL)) ||
        reader_look(reader, token, LEXICON_ASIDE)) /* "le maire | d'une part" */
        return token;
    for (uint32_t t = token; t < reader->end && t - token <= WORDS_MAX; t++) {
        if (look_flag(document, t, TOKEN_PUNCT))
            return t;
        const bool noun = t > token && !reader_look(reader, t, ANNOTATION_VERB) &&
                          !reader_look(reader, t, LEXICON_AUX) &&
                          reader_is(reader, t - 1, CLASS(OF) | CLASS(DETERMINER));
        if (!noun && !reader_is(reader, t, CLASS(OF) | CLASS(DETERMINER)) &&
            (!look_flag(document, t, TOKEN_CAPITAL) || reader_look(reader, t, ANNOTATION_ROLE) ||
             reader_look(reader, t, LEXICON_HONORIFIC) ||
             reader_look(reader, t, LEXICON_GIVENNAME)))
            break;
    }
    return token;
}

/* "présidente de la fédération de judo", "President, Lake League": no head of state. */
static void lower_head(struct reader *reader)
{
    struct party *party = &reader->party;
    const struct role *last = party->role_count ? party->roles[party->role_count - 1] : NULL;
    if (last && rank_is_head(last->rank) && last->end == last->begin + 1 &&
        party->rank == last->rank)
        party->rank = RANK_OFFICIAL;
}

uint32_t reader_take_tail(struct reader *reader, uint32_t token)
{
    const uint32_t end = tail_end(reader, token);
    if (end == token)
        return token;
    lower_head(reader);
    lengthen(reader, end);
    return end;
}

/* "National League | of Lake and River Towns,": where the name of the body really ends that was
 * read up to token, closed behind it; or token. */
static uint32_t body_closed(const struct reader *reader, uint32_t token)
{
    enum { WORDS_MAX = 9 };
    uint32_t t = token;
    for (; t < reader->end && t - token <= WORDS_MAX; t++) {
        const bool joint = reader_is(reader, t, CLASS(OF) | CLASS(AND) | CLASS(ABOUT)) &&
                           look_flag(reader->document, t + 1, TOKEN_CAPITAL);
        if (!joint &&
            (!look_flag(reader->document, t, TOKEN_CAPITAL) ||
             reader_look(reader, t, LEXICON_GIVENNAME) || reader_look(reader, t, ANNOTATION_ROLE)))
            break;
    }
    return reader_closed(reader, t) ? t : token;
}

uint32_t reader_take_body(struct reader *reader, uint32_t token)
{
    const uint32_t comma = reader_behind_bracket(reader, token);
    const uint32_t end = reader_comma(reader, comma) ? body_end(reader, comma + 1) : token;
    const struct annotation *body =
        end > comma + 1 ? reader_look(reader, comma + 1, ANNOTATION_ORG) : NULL;
    const struct capture *told =
        body && body->end == end ? look_capture(body, CAPTURE_COUNTRY) : NULL;
    const struct annotation *state = told              ? told->annotation
                                     : end > comma + 1 ? state_of(reader, end)
                                                       : NULL;
    const char *code = state ? country_of(reader->document, state) : NULL;
    if (code) {
        if (!reader->party.country[0])
            memcpy(reader->party.country, code, 3);
        lengthen(reader, told ? end : state->end);
        return told ? end : state->end;
    }
    const uint32_t closed = end > comma + 1 ? body_closed(reader, end) : token;
    if (end <= comma + 1 || !reader_closed(reader, closed))
        return token;
    lower_head(reader);
    lengthen(reader, closed);
    return take_state(reader, closed);
}

/* Whether a word that the pack says nothing of, or a noun for a body, stands at token. */
static bool is_plain(const struct reader *reader, uint32_t token)
{
    const uint64_t small = CLASS(STOPWORD) | CLASS(AND) | CLASS(OF) | CLASS(AT) | CLASS(TO) |
                           CLASS(ADVERB) | CLASS(RELATIVE) | CLASS(PRONOUN) | CLASS(QUANTIFIER);
    static const uint16_t others[] = {ANNOTATION_VERB,  LEXICON_AUX,     ANNOTATION_DATE,
                                      LEXICON_MEETNOUN, LEXICON_WITH,    LEXICON_ACCOMPANIED,
                                      LEXICON_JOINT,    LEXICON_ABSENCE, 0};
    return token < reader->end && look_flag(reader->document, token, TOKEN_WORD) &&
           !reader_is(reader, token, small) && !look_kinds(reader->document, token, others);
}

/* Where the noun at token ends with the body or office that it is, or with the words behind it that
 * describe it; or token. */
static uint32_t noun_end(const struct reader *reader, uint32_t token)
{
    enum { WORDS_MAX = 3 };
    static const uint16_t kinds[] = {ANNOTATION_ORG, LEXICON_ORGANIZATION, ANNOTATION_ROLE,
                                     LEXICON_PORTFOLIO};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        const struct annotation *whole = reader_look(reader, token, kinds[i]);
        if (whole)
            return whole->end;
    }
    uint32_t t = token;
    while (t - token < WORDS_MAX && is_plain(reader, t))
        t++;
    return t;
}

void reader_take_chain(struct reader *reader)
{
    enum { LINKS_MAX = 4 };
    const struct party *party = &reader->party;
    const struct role *role = party->role_count ? party->roles[party->role_count - 1] : NULL;
    const bool vague = party->rank == RANK_OFFICIAL || party->rank == RANK_EXECUTIVE ||
                       party->rank == RANK_MILITARY;
    uint32_t end = reader->at;
    if (!role || role->end != end || role->organization || role->country_count || !vague)
        return;
    for (unsigned links = 0; links < LINKS_MAX && reader_is(reader, end, CLASS(OF)) &&
                             !reader_look(reader, end, LEXICON_ASIDE);
         links++) {
        const uint32_t noun = reader_skip(reader, end + 1, CLASS(DETERMINER));
        const uint32_t behind = noun_end(reader, noun);
        if (behind == noun)
            break;
        end = behind;
    }
    if (end == reader->at)
        return;
    lengthen(reader, end);
    reader->at = end;
}

void reader_take_address(struct reader *reader, const struct annotation *address)
{
    const struct annotation *office = reader_look(reader, address->begin, ANNOTATION_ROLE);
    if (reader->party.role_count == 0 && office && office->end == address->end && office->detail)
        party_take_role(&reader->party, office->detail);
}

bool reader_closes_bare(const struct reader *reader, const struct annotation *role)
{
    const struct document *document = reader->document;
    const struct party *party = &reader->party;
    return role && role->begin == party->name_end && party->name_end > party->name_begin + 1 &&
           !look_flag(document, role->begin, TOKEN_TITLE);
}
