#include "annotate/look.h"
#include "annotate/name/name.h"
#include "annotate/party/field.h"
#include "annotate/party/fronted.h"
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
    if (reader_fronts(reader, after))
        return false;
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

/* Where a title of the one named may stand, and which title does. */
struct title {
    bool comma, bracket;            /* what parts it from what is before */
    uint32_t joint, next, bare;     /* behind that; behind "and", too; behind an aside, too */
    const struct annotation *role;  /* or NULL */
    const struct annotation *field; /* the same, if it is a field: ", expert en santé" */
    const struct annotation *small; /* the same, if a small word tells whose: "the union's" */
};

/* What stands at token, where the first title may, or one behind it. */
static struct title title_place(const struct reader *reader, uint32_t token, bool first,
                                bool titled)
{
    struct title title = {.comma = reader_comma(reader, token)};
    title.bracket = token < reader->end && look_mark(reader->document, token, '(');
    const bool dash = !first && reader_dash(reader, token);
    title.joint = token + (title.comma || title.bracket || dash);
    title.next = first ? title.joint : reader_skip(reader, title.joint, CLASS(AND));
    if ((title.next == token && !first) || reader_is(reader, title.next, CLASS(OF)))
        return title; /* "accompagné de X, du ministre Y", "Discours du ministre": another's */
    title.bare = title_skip_aside(reader, title.next);
    title.role = title_at(reader, title.next, title.bare);
    if (!title.role && title.comma && title.bare > title.next)
        title.role = title.small = reader_owned_small(reader, title.bare);
    if (!title.role && title.comma && first)
        title.role = title.field = reader_field(reader, title.next);
    const bool beside = first && !titled && !reader_is(reader, reader->party.begin, CLASS(AT)) &&
                        (title.bare > title.next || reader_closes_bare(reader, title.role));
    if (first && !title.comma && !title.bracket && !beside)
        title.role = NULL;
    return title;
}

/* "le ministre X, le maire et Y", "avec X, le ministre a évoqué": whether the title, behind
 * which the text goes on at after, is another's.  titled: he had one before his name. */
static bool is_anothers(const struct reader *reader, const struct title *title, uint32_t after,
                        bool titled)
{
    const bool aside = title->bare > title->next;
    const bool closed = reader_closed(reader, after);
    const bool open = (titled || (title->comma && aside && !acts_first(reader))) && !closed &&
                      !closes_soon(reader, after);
    const bool listed = titled && title->comma && aside && reader_is(reader, after, CLASS(AND)) &&
                        !goes_on(reader, after + 1);
    const bool headline = title->comma && !closed && /* "X, king of Y meet" */
                          look_flag(reader->document, title->joint, TOKEN_TITLE);
    return open || listed || headline;
}

/* Takes the title; returns where the text goes on. */
static uint32_t take_title(struct reader *reader, const struct title *title, uint32_t after)
{
    const struct role *own =
        title->field ? reader_with_field(reader, title->field, title->next) : NULL;
    if (title->small)
        reader_take_owned_small(reader, title->small);
    else if (own)
        party_take_role(&reader->party, own);
    else
        reader_title(reader, title->role);
    const uint32_t end = reader_take_body(reader, reader_take_tail(reader, after));
    return end + (title->bracket && end < reader->end && look_mark(reader->document, end, ')'));
}

/* Takes the titles that follow a name: ", ministre de X et chef de Y,"; returns where the text goes
 * on. */
static uint32_t take_titles(struct reader *reader)
{
    const bool titled = reader->party.role_count > 0;
    const bool whose = reader->at > reader->party.name_end; /* "X, de la CGT, le maire, Y" */
    uint32_t end = reader->at, t = title_behind_age(reader, end);
    for (bool first = true;; first = false) {
        const struct title title = title_place(reader, t, first, titled);
        const struct annotation *role = title.role;
        const bool joined = title.next > title.joint;
        if (!role || is_other(reader, role, first) ||
            (joined && begins_other(reader, title.next, role)))
            return end;
        const uint32_t after = reader_behind_acronym(reader, role->end);
        const bool apart =
            title.bare > title.next && reader_look(reader, title.next, LEXICON_JOINT);
        const bool behind = (title.comma && !first && joined) || apart;
        if (begins_member(reader, after, titled || whose, joined) ||
            is_anothers(reader, &title, after, titled) || (behind && begins_next(reader, after)) ||
            ((const struct role *)role->detail)->plural)
            return end;
        end = t = take_title(reader, &title, after);
    }
}

void reader_titles(struct reader *reader)
{
    reader->at = take_titles(reader);
}
