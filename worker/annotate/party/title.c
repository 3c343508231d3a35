#include "annotate/country.h"
#include "annotate/look.h"
#include "annotate/name/name.h"
#include "annotate/party/field.h"
#include "annotate/party/read.h"
#include "annotate/party/title_aside.h"

/* The titles of a person, before the name and behind it. */

void party_take_role(struct party *party, const struct role *role)
{
    if (party->role_count == PARTY_ROLES)
        return;
    const struct role *last = party->role_count ? party->roles[party->role_count - 1] : NULL;
    if (last && last->counterpart && last->end == role->begin)
        party->role_count--; /* "his peer Mayor X" */
    party->roles[party->role_count++] = role;
    party->counterpart |= role->counterpart;
    party->plural |= role->plural;
    party->stateless |= role->stateless;
    if (!party->presumed && role->presumed[0])
        party->presumed = role->presumed;
    if (party->rank == RANK_NONE || (role->rank != RANK_NONE && role->rank < party->rank))
        party->rank = role->rank;
    const bool past = role->former && party->organization; /* "the UN envoy, a former minister" */
    if (!party->country[0] && role->country_count == 1 && !past)
        memcpy(party->country, role->countries[0], 3);
    if (!party->organization)
        party->organization = role->organization;
}

void reader_title(struct reader *reader, const struct annotation *annotation)
{
    if (annotation->detail)
        party_take_role(&reader->party, annotation->detail);
}

/* clang-format off: one kind a line */
#define OWNER_MAP(X)        \
    X(LEXICON_COUNTRY)      \
    X(LEXICON_DEMONYM)      \
    X(LEXICON_ORGANIZATION) \
    X(ANNOTATION_ORG)       \
    X(LEXICON_INSTITUTION)  \
    X(LEXICON_CITY)         \
    X(LEXICON_REGION)       \
    X(LEXICON_GROUPNOUN)
/* clang-format on */

/* Behind one word or two in brackets at token, a name before a comma apart; or token. */
static uint32_t behind_bracket(const struct reader *reader, uint32_t token)
{
    const bool open = token + 2 < reader->end && look_mark(reader->document, token, '(');
    if (!open)
        return token;
    const bool one = look_mark(reader->document, token + 2, ')');
    const uint32_t end = token + 2 + !one;
    const bool known = look_flag(reader->document, token + 1, TOKEN_CAPITAL);
    const bool more = reader_comma(reader, end + 1) &&
                      reader_look(reader, end + 2, ANNOTATION_NAME); /* "(opposition), X" */
    return look_mark(reader->document, end, ')') && ((one && known) || more) ? end + 1 : token;
}

/* "Kenyan", or "Kenya" of a headline. */
static const struct annotation *state_at(const struct reader *reader, uint32_t token)
{
    const struct annotation *demonym = reader_look(reader, token, LEXICON_DEMONYM);
    return demonym ? demonym : reader_look(reader, token, LEXICON_COUNTRY);
}

/* "the French, Swiss and German ministers": the office behind the states that share it, or NULL. */
static const struct annotation *shared_office(const struct reader *reader, uint32_t token)
{
    unsigned states = 0;
    const struct annotation *state;
    while ((state = state_at(reader, token))) {
        states++;
        token = state->end;
        const uint32_t joint = reader_skip(reader, token + reader_comma(reader, token), CLASS(AND));
        if (!state_at(reader, joint))
            break;
        token = joint;
    }
    const struct annotation *role = states > 1 ? reader_look(reader, token, ANNOTATION_ROLE) : NULL;
    return role && ((const struct role *)role->detail)->country_count == states ? role : NULL;
}

/* "Norway's finance minister", "EU trade chief", "Finnish counterpart": the title behind whose
 * it is, or NULL. */
const struct annotation *reader_owned(const struct reader *reader, uint32_t token)
{
    static const uint16_t owners[] = {OWNER_MAP(KIND_ITEM)};
    static const uint64_t bits = 0 OWNER_MAP(KIND_OR_BIT);
    if (token >= reader->end || !look_any(reader->document, token, bits))
        return NULL;
    const struct annotation *shared = shared_office(reader, token);
    if (shared)
        return shared;
    for (size_t i = 0; i < sizeof owners / sizeof *owners; i++) {
        const struct annotation *owner = reader_look(reader, token, owners[i]);
        const bool town = owners[i] == LEXICON_CITY || owners[i] == LEXICON_REGION;
        const bool group = owners[i] == LEXICON_GROUPNOUN; /* "the Greens' leader X" */
        if (!owner || (group && (owner->tag != TAG_PLUR || !reader_behind_owner(reader, owner))) ||
            (town && !(token > 0 && document_is(reader->document, token - 1, READER_ARTICLES))))
            continue;                                    /* "in Lima President X said" */
        uint32_t t = behind_bracket(reader, owner->end); /* "the Republic of X (RX)" */
        t += t < reader->end && (group || look_clitic(reader->document, t));
        const struct annotation *role = reader_look(reader, t, ANNOTATION_ROLE);
        if (role)
            return role;
    }
    return NULL;
}

/* Behind the titles that follow without an article: "ministre d'État, ministre de X, M. Y". */
static uint32_t skip_titles(const struct reader *reader, uint32_t token)
{
    enum { TITLES_MAX = 3 };
    for (unsigned i = 0; i < TITLES_MAX; i++) {
        const uint32_t joint = token + reader_comma(reader, token);
        const struct annotation *role =
            reader_look(reader, reader_skip(reader, joint, CLASS(AND)), ANNOTATION_ROLE);
        if (!role)
            break;
        token = role->end;
    }
    return token;
}

/* "A, le maire, | B, et la préfète, C": whether the title behind A has an article, and that of the
 * next in the list, behind the name at token, stands before the name. */
static bool goes_before(const struct reader *reader, uint32_t token)
{
    const struct annotation *name = reader_look(reader, token, ANNOTATION_NAME);
    const uint32_t joint = name ? name->end + reader_comma(reader, name->end) : token;
    const uint32_t next = reader_skip(reader, joint + 1, READER_ARTICLES);
    const struct annotation *role = name && reader_is(reader, joint, CLASS(AND)) &&
                                            reader_is(reader, reader->at + 1, READER_ARTICLES)
                                        ? reader_look(reader, next, ANNOTATION_ROLE)
                                        : NULL;
    return role && reader_comma(reader, role->end) &&
           reader_look(reader, role->end + 1, ANNOTATION_NAME);
}

/* ", le ministre X" begins the next of a list: a title before its own name.  Behind a name that
 * had its title before it, or behind it whose he is, so does ", le ministre, X". */
static bool begins_member(const struct reader *reader, uint32_t after, bool told, bool joined)
{
    after = told || joined ? skip_titles(reader, after) : after; /* "and prime minister and Z" */
    if (reader_look(reader, after, ANNOTATION_NAME) ||
        reader_look(reader, after, LEXICON_HONORIFIC))
        return true;
    return reader_comma(reader, after) &&
           (told ? reader_look(reader, after + 1, ANNOTATION_NAME) ||
                       reader_look(reader, after + 1, LEXICON_HONORIFIC)
                 : goes_before(reader, after + 1));
}

/* "said X, the president “will go”": whether a quotation begins at token with what is done. */
static bool quotes_deed(const struct reader *reader, uint32_t token)
{
    return reader_quote(reader, token) && (reader_look(reader, token + 1, ANNOTATION_VERB) ||
                                           reader_look(reader, token + 1, LEXICON_AUX));
}

/* Whether what stands at token closes a title behind a name. */
bool reader_closed(const struct reader *reader, uint32_t token)
{
    return token >= reader->end ||
           (look_flag(reader->document, token, TOKEN_PUNCT) && !quotes_deed(reader, token)) ||
           reader_is(reader, token, CLASS(AND) | CLASS(RELATIVE)) ||
           reader_look(reader, token, LEXICON_JOINT);
}

/* "chef de la junte au pouvoir,": whether a few words without a verb close the title. */
static bool closes_soon(const struct reader *reader, uint32_t token)
{
    enum { WORDS_MAX = 7 };
    for (uint32_t t = token; t < reader->end && t - token <= WORDS_MAX; t++) {
        const bool noun = t > token && reader_is(reader, t - 1, READER_ARTICLES | CLASS(AT));
        if (reader_closed(reader, t)) /* "X, le chef du port à Lyon, Y": the title of Y */
            return look_flag(reader->document, t, TOKEN_PUNCT) &&
                   !reader_look(reader, t + 1, ANNOTATION_NAME);
        uint32_t run = t; /* "de la maison Velumine", "du comité Afrique de Lake Oil" */
        while (run > token && look_flag(reader->document, run - 1, TOKEN_CAPITAL))
            run--;
        const bool of = run > token && reader_is(reader, run - 1, CLASS(OF));
        if (!noun &&
            (reader_look(reader, t, ANNOTATION_VERB) || reader_look(reader, t, LEXICON_AUX) ||
             (!of && reader_look(reader, t, ANNOTATION_NAME))))
            return false;
    }
    return false;
}

/* "du Congo (RDC)": whether the state of that code is told right before token. */
static bool is_named_before(const struct reader *reader, uint32_t token, const char *code)
{
    enum { WORDS_MAX = 5 };
    for (uint32_t back = 1; back <= WORDS_MAX && back <= token; back++) {
        const struct annotation *state = look_at(reader->document, token - back, LEXICON_COUNTRY);
        const char *named =
            state && state->end == token ? country_of(reader->document, state) : NULL;
        if (named && strcmp(named, code) == 0)
            return true;
    }
    return false;
}

/* Behind "l'Union africaine (UA)", "du Congo (RDC)" the short name says nothing new. */
uint32_t reader_behind_acronym(const struct reader *reader, uint32_t token)
{
    const struct annotation *state = reader_look(reader, token + 1, LEXICON_COUNTRY);
    const char *code = state ? country_of(reader->document, state) : NULL;
    const bool other = state && !(code && (strcmp(code, reader->party.country) == 0 ||
                                           is_named_before(reader, token, code)));
    return other ? token : behind_bracket(reader, token);
}

/* Such a short name, or the other one of a body that has two: "l'AFC/M23". */
void reader_take_acronym(struct reader *reader)
{
    const struct document *document = reader->document;
    const uint32_t slash = reader->at;
    reader->at = reader_behind_acronym(reader, slash);
    if (reader->party.type == PARTY_ORGANIZATION && slash + 1 < reader->end &&
        look_mark(document, slash, '/') && look_flag(document, slash + 1, TOKEN_CAPITAL) &&
        look_flag(document, slash + 1, TOKEN_JOINED))
        reader->at = reader->party.name_end = slash + 2;
}

/* ", the union's president": the office behind one small word that tells whose it is, or NULL. */
static const struct annotation *office_of_small(const struct reader *reader, uint32_t token)
{
    const bool owner = token + 2 < reader->end && look_flag(reader->document, token, TOKEN_WORD) &&
                       !look_flag(reader->document, token, TOKEN_CAPITAL) &&
                       look_clitic(reader->document, token + 1);
    return owner ? reader_look(reader, token + 2, ANNOTATION_ROLE) : NULL;
}

/* Takes the title of a body that no name tells: its president is no head of state. */
static void take_of_small(struct reader *reader, const struct annotation *office)
{
    const struct role *told = office->detail;
    struct role *role = told ? ARENA_ARRAY(reader->document->arena, struct role, 1) : NULL;
    if (!role) {
        reader->document->memory_out |= told != NULL;
        return;
    }
    const uint32_t owner = office->begin - 2;
    const bool body =
        reader_look(reader, owner, LEXICON_ORGNOUN) || reader_look(reader, owner, LEXICON_ORGHEAD);
    *role = *told;
    if (body && role->rank == RANK_HEAD_OF_STATE) /* not "the country's president" */
        role->rank = RANK_OFFICIAL;
    party_take_role(&reader->party, role);
}

/* "Hill, British counterpart discuss": nobody is his own counterpart, unless it says whose right
 * behind the name; not "X, the finance minister, his colleague". */
static bool is_other(const struct reader *reader, const struct annotation *annotation, bool first)
{
    uint32_t before = annotation->begin - 1;
    while (before > reader->party.begin && look_at(reader->document, before, LEXICON_DEMONYM))
        before--;
    return ((const struct role *)annotation->detail)->counterpart &&
           (!first || !reader_is(reader, before, READER_ARTICLES));
}

/* "X, ministre de Y, et son homologue Z", "X, le maire, et la préfète": whether the title behind
 * "and" is another's.  "X and Y, the mayor and the judge respectively" tells who has it. */
static bool begins_other(const struct reader *reader, uint32_t token, const struct annotation *role)
{
    const uint64_t respective = CLASS(RESPECTIVE);
    return ((const struct role *)role->detail)->counterpart ||
           (reader_is(reader, token, CLASS(DETERMINER)) &&
            !reader_is(reader, role->end, respective));
}

/* "X, minister of Y, and Norwegian envoy, Z, met": whether the title that "and" joins is that of
 * the name which stands between commas, or last, behind it at token. */
static bool begins_next(const struct reader *reader, uint32_t token)
{
    if (!reader_comma(reader, token))
        return false;
    const struct annotation *name = reader_look(reader, token + 1, ANNOTATION_NAME);
    return name && ((const struct name *)name->detail)->words > 1 &&
           (name->end >= reader->end || look_flag(reader->document, name->end, TOKEN_PUNCT));
}

/* "X juge le texte mauvais": whether the one word for an office is a verb with its object. */
static bool is_deed(const struct reader *reader, const struct annotation *role)
{
    const struct annotation *verb = reader_look(reader, role->begin, ANNOTATION_VERB);
    const bool open = !reader_closed(reader, role->end) || reader_quote(reader, role->end);
    return verb && verb->end == role->end && open;
}

/* ", Holm's envoy": the title at next, or at bare behind an aside, or NULL. */
static const struct annotation *title_at(const struct reader *reader, uint32_t next, uint32_t bare)
{
    const struct annotation *role = reader_look(reader, bare, ANNOTATION_ROLE);
    role = role ? role : reader_look(reader, next, ANNOTATION_ROLE);
    role = role ? role : reader_owned(reader, bare);
    if (role && bare == next && is_deed(reader, role))
        return NULL;
    const struct annotation *owner = reader_look(reader, role ? role->end : bare, ANNOTATION_NAME);
    owner = owner ? owner : role;
    const bool owns =
        owner && owner->end < reader->end && look_clitic(reader->document, owner->end);
    const struct annotation *owned =
        owns ? reader_look(reader, owner->end + 1, ANNOTATION_ROLE) : NULL;
    return owns ? owned : role; /* "the President's assistant": no president */
}

/* "Paul Sarr, le président du conseil a reçu": whether the name stands where its bearer acts, so
 * that the title behind it is his, though no comma closes it. */
static bool acts_first(const struct reader *reader)
{
    const uint32_t begin = reader->party.begin;
    const struct document *document = reader->document;
    return !look_flag(document, begin, TOKEN_TITLE) &&
           reader->party.name_end > reader->party.name_begin + 1 &&
           (look_flag(document, begin, TOKEN_SENTENCE) || reader_comma(reader, begin - 1));
}

/* "King X, the crown prince and | prime minister, met": whether a second title without an article
 * stands at token before a mark or at the end, both of one person. */
static bool goes_on(const struct reader *reader, uint32_t token)
{
    const struct annotation *role = reader_look(reader, token, ANNOTATION_ROLE);
    return role &&
           (role->end >= reader->end || look_flag(reader->document, role->end, TOKEN_PUNCT));
}

/* Reads the titles that follow a name: ", ministre de X et chef de Y,". */
void reader_titles(struct reader *reader)
{
    const bool titled = reader->party.role_count > 0;
    const bool whose = reader->at > reader->party.name_end; /* "X, de la CGT, le maire, Y" */
    uint32_t t = title_behind_age(reader, reader->at);
    bool first = true;
    for (;;) {
        uint32_t next = t;
        const bool comma = reader_comma(reader, next);
        const bool bracket = next < reader->end && look_mark(reader->document, next, '(');
        next += comma || bracket || (!first && reader_dash(reader, next));
        const uint32_t joint = next;
        if (!first)
            next = reader_skip(reader, next, CLASS(AND));
        if (next == t && !first)
            break;
        if (reader_is(reader, next, CLASS(OF)))
            break; /* "accompagné de X, du ministre Y", "Discours du ministre": another's */
        const uint32_t bare = title_skip_aside(reader, next);
        const struct annotation *role = title_at(reader, next, bare);
        const struct annotation *small =
            !role && comma && bare > next ? office_of_small(reader, bare) : NULL;
        role = small ? small : role;
        const struct annotation *field =
            !role && comma && first ? reader_field(reader, next) : NULL;
        role = field ? field : role;
        const bool beside = first && !titled &&
                            !reader_is(reader, reader->party.begin, CLASS(AT)) &&
                            (bare > next || reader_closes_bare(reader, role));
        if (!role || (first && !comma && !bracket && !beside) || is_other(reader, role, first))
            break;
        if (next > joint && begins_other(reader, next, role))
            break;
        const uint32_t after = reader_behind_acronym(reader, role->end);
        /* "avec X, le ministre a évoqué": who acts is another */
        const bool open = (titled || (comma && bare > next && !acts_first(reader))) &&
                          !reader_closed(reader, after) && !closes_soon(reader, after);
        const bool listed = titled && comma && bare > next &&
                            reader_is(reader, after, CLASS(AND)) && !goes_on(reader, after + 1);
        const bool headline = comma && look_flag(reader->document, joint, TOKEN_TITLE) &&
                              !reader_closed(reader, after); /* "X, king of Y meet" */
        const bool apart = bare > next && reader_look(reader, next, LEXICON_JOINT);
        const bool behind = (comma && !first && next > joint) || apart;
        if (begins_member(reader, after, titled || whose, next > joint) || open || listed ||
            headline || (behind && begins_next(reader, after)))
            break; /* "le ministre X, le maire et Y" */
        if (((const struct role *)role->detail)->plural)
            break;
        const struct role *own = field ? reader_with_field(reader, field, next) : NULL;
        if (small)
            take_of_small(reader, small);
        else if (own)
            party_take_role(&reader->party, own);
        else
            reader_title(reader, role);
        t = reader_take_body(reader, reader_take_tail(reader, after));
        t += bracket && t < reader->end && look_mark(reader->document, t, ')');
        first = false;
    }
    reader->at = first ? reader->at : t;
}
