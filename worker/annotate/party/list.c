#include "annotate/look.h"
#include "annotate/party/apposed.h"
#include "annotate/party/aside.h"
#include "annotate/party/certain.h"
#include "annotate/party/clause.h"
#include "annotate/party/fronted.h"
#include "annotate/party/heads.h"
#include "annotate/party/origin.h"
#include "annotate/party/read.h"
#include "annotate/party/state.h"

/* Where an enumeration of parties goes on, and where it ends. */

/* "Trump-Poutine": a name joined to the one before it by a hyphen. */
static bool is_hyphened(const struct reader *reader, uint32_t token)
{
    return token < reader->end && look_flag(reader->document, token, TOKEN_HYPHEN) &&
           reader_look(reader, token, ANNOTATION_NAME);
}

/* "A and B; C", "A, Minister B; C": whether somebody else stands at token behind a comma or "and".
 */
static bool begins_other(const struct reader *reader, uint32_t token)
{
    if (reader_is(reader, token, CLASS(AND)))
        return true;
    const uint32_t t = reader_skip(reader, token + reader_comma(reader, token), READER_ARTICLES);
    const struct annotation *office = reader_look(reader, t, ANNOTATION_ROLE);
    return reader_look(reader, office ? office->end : t, ANNOTATION_NAME) != NULL;
}

/* "A, member of the board of whatever; B, mayor": the semicolon that closes a title behind a name
 * of which only the beginning was read, or token. */
static uint32_t title_closed(const struct reader *reader, uint32_t token)
{
    enum { WORDS_MAX = 16 };
    const struct document *document = reader->document;
    if (reader->party.type != PARTY_PERSON || reader->party.name_end <= reader->party.name_begin ||
        begins_other(reader, token))
        return token;
    for (uint32_t t = token; t < reader->end && t - token <= WORDS_MAX; t++) {
        if (look_mark(document, t, ';'))
            return reader_is(reader, t + 1, CLASS(PRONOUN)) ? token : t;
        if (reader_look(reader, t, ANNOTATION_VERB) || reader_look(reader, t, LEXICON_AUX) ||
            reader_look(reader, t, ANNOTATION_DATE) || /* "A on Monday; B on Tuesday" */
            reader_look(reader, t, ANNOTATION_TIME) ||
            reader_is(reader, t, CLASS(RELATIVE) | CLASS(SUBORDINATOR)) ||
            look_mark(document, t, ':'))
            break;
    }
    return token;
}

/* The token where the next member of an enumeration can begin, or token itself. */
static uint32_t list_joint(const struct reader *reader, uint32_t token, bool *ret_last)
{
    const uint32_t parted = party_behind_part(reader, token); /* "A d'une part et B" */
    uint32_t t = parted > token ? parted : title_closed(reader, token);
    t += reader->office && t < reader->end && look_mark(reader->document, t, ')');
    *ret_last = is_hyphened(reader, t);
    if (*ret_last)
        return t;
    const bool semicolon = t < reader->end && look_mark(reader->document, t, ';');
    t += semicolon || reader_comma(reader, t);
    const struct annotation *joint = reader_look(reader, t, LEXICON_JOINT);
    const uint32_t after = joint ? joint->end : reader_skip(reader, t, CLASS(AND));
    const bool side = parted > token && after == t; /* "d'une part A, d'autre part B" */
    *ret_last = after > t || side;
    if (*ret_last && parted > token && reader_is(reader, after, CLASS(BY) | CLASS(OF)))
        return after + 1; /* "par A, d'une part, et par B" */
    if (side)
        return t;
    /* "A et, côté malien, B", "A; côté malien, B" */
    const uint32_t beside = *ret_last || semicolon ? party_behind_aside(reader, after) : after;
    if (beside > after || (*ret_last && reader_comma(reader, after)))
        return beside;
    const uint32_t behind = reader_skip(reader, after, CLASS(ADVERB)); /* "and even the Pole C" */
    return *ret_last && reader_is(reader, behind, READER_ARTICLES) ? behind : after;
}

/* "des représentants de la CGT", "des délégués du gouvernement": what follows "et de" is sent too.
 */
static bool is_sent(const struct party *party)
{
    return (party->type == PARTY_ORGANIZATION && party->delegation) ||
           (party->type == PARTY_COUNTRY && party->plural);
}

/* "les autorités du Togo et | de la Guinée": whether another state stands at token whose body of
 * the same word is meant. */
static bool is_of_state(const struct reader *reader, const struct party *last, uint32_t token)
{
    return last->type == PARTY_COUNTRY && last->organization &&
           reader_is(reader, token, CLASS(OF)) &&
           reader_look(reader, reader_skip(reader, token + 1, READER_ARTICLES), LEXICON_COUNTRY);
}

/* "Kenya, Ghana discuss trade": a headline saves the "and". */
static bool is_headline_pair(const struct reader *reader, struct party *const *members,
                             unsigned count)
{
    const uint32_t first = members[0]->begin;
    return count > 1 && look_flag(reader->document, first, TOKEN_TITLE) &&
           look_flag(reader->document, first, TOKEN_SENTENCE) &&
           reader_look(reader, reader->at, ANNOTATION_VERB);
}

/* "A and foreign intelligence unit's deputy head B": reads the next member of a list behind whose
 * officer it is, if no list has the body. */
static bool read_owned(struct reader *reader, uint32_t token)
{
    enum { WORDS_MAX = 6 };
    const uint64_t never = CLASS(OF) | CLASS(AT) | CLASS(TO) | CLASS(FROM) | CLASS(BY) |
                           CLASS(AND) | CLASS(RELATIVE) | CLASS(PRONOUN);
    for (uint32_t t = token; t - token < WORDS_MAX && t + 1 < reader->end; t++) {
        if (t > token && look_clitic(reader->document, t)) {
            const struct annotation *office = reader_look(reader, t + 1, ANNOTATION_ROLE);
            reader->at = t + 1;
            return office && reader_look(reader, office->end, ANNOTATION_NAME) &&
                   reader_party(reader);
        }
        if (!look_flag(reader->document, t, TOKEN_WORD) || reader_is(reader, t, never) ||
            reader_look(reader, t, ANNOTATION_VERB))
            return false;
    }
    return false;
}

/* "A, and his former rival B": reads the next member of a list behind a few small words that
 * describe it. */
static bool read_described(struct reader *reader, uint32_t token)
{
    enum { WORDS_MAX = 5 };
    const uint64_t never = CLASS(STOPWORD) | CLASS(OF) | CLASS(AT) | CLASS(TO) | CLASS(FROM) |
                           CLASS(BY) | CLASS(AND) | CLASS(RELATIVE) | CLASS(PRONOUN);
    uint32_t t = reader_skip(reader, token, READER_ARTICLES);
    for (unsigned words = 0; words < WORDS_MAX && t < reader->end; words++, t++) {
        if (words > 0 &&
            (reader_look(reader, t, ANNOTATION_NAME) || reader_look(reader, t, ANNOTATION_ROLE) ||
             reader_look(reader, t, LEXICON_HONORIFIC) || reader_owned(reader, t))) {
            reader->at = t;
            return reader_party(reader) && reader->party.type == PARTY_PERSON &&
                   reader->party.name_end > reader->party.name_begin;
        }
        if (!look_flag(reader->document, t, TOKEN_WORD) ||
            look_flag(reader->document, t, TOKEN_CAPITAL) || reader_is(reader, t, never) ||
            reader_look(reader, t, ANNOTATION_VERB) || reader_look(reader, t, LEXICON_WITH))
            return false;
    }
    return false;
}

/* ", respectively --" before the verb: where it ends that closes such a list, or token. */
static uint32_t closing_dash(const struct reader *reader, uint32_t token)
{
    uint32_t t = reader_skip(reader, token + reader_comma(reader, token), CLASS(ADVERB));
    const uint32_t dash = t;
    while (reader_dash(reader, t))
        t++;
    return t > dash && reader_look(reader, t, ANNOTATION_VERB) ? t : token;
}

static bool read_at(struct reader *reader, uint32_t token)
{
    reader->at = token;
    return reader_party(reader);
}

/* Whether only the beginning of the member was read: "Lake Air Force | Adjutant X". */
static bool is_partial(const struct reader *reader)
{
    const struct party *party = &reader->party;
    const uint64_t closing = CLASS(STOPWORD) | CLASS(AND) | CLASS(ADVERB) | CLASS(RELATIVE);
    const bool named = party->type == PARTY_PERSON && party->name_end > party->name_begin + 1;
    return !named && !party->plural && party->type != PARTY_GROUP && reader->at < reader->end &&
           look_flag(reader->document, reader->at, TOKEN_WORD) &&
           !reader_is(reader, reader->at, closing) &&
           !reader_look(reader, reader->at, ANNOTATION_VERB) &&
           !reader_look(reader, reader->at, LEXICON_HONORIFIC) &&
           !reader_look(reader, reader->at, LEXICON_AUX);
}

/* Reads the member at token of a list that has count of them so far. */
static bool read_member(struct reader *reader, uint32_t token, unsigned count, bool last)
{
    if (!(count > 0 && read_owned(reader, token)) && !read_at(reader, token) &&
        !(count > 0 && (read_described(reader, token) || reader_joined(reader, token))))
        return count > 0 && reader_unread(reader, token, last);
    const struct reader read = *reader;
    const bool first = count == 0; /* "in Paris Mr X": a state rather by where than by who */
    if (!(first && read.party.type == PARTY_COUNTRY) && is_partial(reader) &&
        !reader_unread(reader, token, !first && last))
        *reader = read;
    return true;
}

/* "in Paris, Mr X", "à Doha, le Kenya et le Mali": who is told behind a comma is no second one
 * beside where it is. */
static bool is_behind_town(const struct reader *reader, const struct party *first)
{
    const struct party *next = &reader->party;
    const bool town = look_at(reader->document, first->name_begin, LEXICON_CITY) &&
                      !look_at(reader->document, next->name_begin, LEXICON_CITY);
    return (next->type == PARTY_PERSON || next->type == PARTY_ORGANIZATION ||
            next->type == PARTY_GROUP || (next->type == PARTY_COUNTRY && town)) &&
           reader_is_where(reader, first);
}

/* "met A in Oslo and Mayor B in Lima": where somebody was is no party beside the next. */
static bool is_town_of_last(const struct reader *reader, const struct party *first)
{
    const struct document *document = reader->document;
    const struct party *next = &reader->party;
    if (next->type != PARTY_PERSON || !next->role_count || first->begin < 2 ||
        next->name_end <= next->name_begin || !look_at(document, first->name_begin, LEXICON_CITY) ||
        !document_is(document, first->begin - 1, CLASS(AT)) ||
        document_is(document, next->begin, CLASS(AT) | CLASS(TO)))
        return false;
    return look_ends(document, first->begin - 1, ANNOTATION_NAME) ||
           look_ends(document, first->begin - 1, ANNOTATION_DATE);
}

/* "A's trip to Oslo and B's visit to Lima": whether whose something is was read behind "and", and
 * the first is where somebody went. */
static bool is_of_next(const struct reader *reader, const struct party *first)
{
    const struct document *document = reader->document;
    return reader->party.type == PARTY_PERSON && reader->at < reader->end &&
           look_clitic(document, reader->at) && first->type == PARTY_COUNTRY && first->begin > 0 &&
           document_is(document, first->begin - 1, CLASS(TO));
}

/* "A, B and others", "A, B et de leurs aides": whether such words stand at token behind the list
 * that ends at end. */
static bool goes_on_with_others(const struct reader *reader, uint32_t end, uint32_t token,
                                bool last)
{
    return token > end && (reader_is(reader, token, CLASS(QUANTIFIER)) ||
                           (last && reader_is(reader, token, CLASS(OF)) &&
                            !look_flag(reader->document, token + 1, TOKEN_CAPITAL)));
}

/* What the next of the list may share of the one read. */
static void keep_titles(struct reader *reader, const struct party *read)
{
    reader->before = read->role_count ? read->roles[0] : NULL;
    if (party_is_titles(read))
        reader->office = read->roles[0];
}

/* "les ministres | X et Y", "ses homologues | de Paris, X": whether the names of those whom the
 * titles tell stand at token. */
static bool names_follow(const struct reader *reader, const struct party *titles, uint32_t token)
{
    return party_is_titles(titles) &&
           (reader_look(reader, token, ANNOTATION_NAME) ||
            reader_look(reader, token, LEXICON_HONORIFIC) ||
            (titles->counterpart && reader_is(reader, token, CLASS(OF) | CLASS(FROM))));
}

/* How a list was read. */
struct row {
    unsigned count, sure;              /* how many, and of those certain to be in it */
    uint32_t end, posed;               /* of the certain ones; of where somebody stands */
    bool sent, dashed, headed, titled; /* titled: a title of several ends the certain ones */
};

/* Where the next member can begin behind the one read last, or where that ends. */
static uint32_t row_next(struct reader *reader, struct party *const *members, struct row *row,
                         bool *ret_last)
{
    const struct party *read = members[row->count - 1];
    keep_titles(reader, read);
    reader->at = reader_behind_clause(reader, members[0]->begin);
    uint32_t t = list_joint(reader, reader->at, ret_last);
    row->sent |= is_sent(read);
    const bool others = reader_is(reader, t + 1, CLASS(QUANTIFIER)); /* "et d'autres élus" */
    const bool another = /* "de la ministre de l'Eau, A, et de celui des Mines, B" */
        reader_is(reader, t + 1, CLASS(STANDIN));
    if ((row->sent || others || another || is_of_state(reader, read, t)) && t > reader->at)
        t = reader_skip(reader, t, CLASS(OF));
    if (party_is_titles(read))
        t = reader_title_names(reader, t);
    row->dashed |= t > reader->at && reader_dash(reader, t - 1);
    return t;
}

/* "A met B, and C left": whether the second of two, behind a comma and "and", is who acts next. */
static bool begins_clause(const struct reader *reader, struct party *const *members,
                          const struct row *row)
{
    return row->sure == 2 && reader_comma(reader, members[0]->end) &&
           reader_is(reader, members[0]->end + 1, CLASS(AND)) && reader_verb(reader, row->end) &&
           party_verb_before(reader->document, members[0]->begin);
}

/* How many of the row are in the list, which goes on at token with what is no member; last: behind
 * "and". */
static unsigned row_close(struct reader *reader, struct party *const *members, struct row *row,
                          uint32_t token, bool last)
{
    const bool others = goes_on_with_others(reader, row->end, token, last);
    /* "invités par A et B, C et sa suite sont partis" */
    const bool closed = row->sure > 1 && !others && !row->titled;
    const unsigned certain =
        row->sure < row->count && !closed ? reader_certain(reader, members, row->count, others) : 0;
    if (certain) {
        row->sure = certain;
        row->end = members[certain - 1]->end;
    }
    if (row->sure > 1) /* "et B, d'autre part," */
        row->end = party_behind_part(reader, row->end);
    row->end += row->end == row->posed && reader_comma(reader, row->posed);
    row->end = row->dashed ? closing_dash(reader, row->end) : row->end;
    row->end += row->headed && reader_comma(reader, row->end) && reader_verb(reader, row->end + 1);
    const unsigned fronted = begins_clause(reader, members, row)
                                 ? 1
                                 : reader_fronted(reader, members, row->sure, row->end);
    if (fronted < row->sure)
        row->end = members[fronted - 1]->end;
    return fronted;
}

/* Adds the member that was read to the row; last: behind "and", or the first.  Returns whether
 * there is memory. */
static bool row_add(struct reader *reader, struct party **members, struct row *row, bool last)
{
    const uint32_t told = reader_behind_origin(reader);
    reader->at = party_behind_position(reader, told);
    row->posed = reader->at > told ? reader->at : row->posed;
    row->count = party_each(reader, members, row->count);
    if (row->count == 0)
        return false;
    row->headed = reader_heads(reader, members, &row->count, row->headed);
    const bool apposed = reader_apposed(reader, members, row->count);
    row->count -= apposed;
    if (last || apposed || is_headline_pair(reader, members, row->count)) {
        row->sure = row->count;
        row->end = reader->at;
        row->titled = apposed;
    }
    return true;
}

/* Reads an enumeration.  A comma alone joins only if "and" joins the last two. */
unsigned reader_list(struct reader *reader, struct party **members, uint32_t *ret_end)
{
    uint32_t t = reader->at;
    struct row row = {.end = t};
    bool last = true;
    reader->office = NULL;
    reader->before = reader_is(reader, t, CLASS(STANDIN)) ? reader_office_before(reader) : NULL;
    for (;;) {
        reader->at = t;
        if (!read_member(reader, t, row.count, last) ||
            (row.count == 1 &&
             (is_behind_town(reader, members[0]) || is_town_of_last(reader, members[0]) ||
              is_of_next(reader, members[0]))) ||
            !row_add(reader, members, &row, last))
            break;
        t = row_next(reader, members, &row, &last);
        if ((t == reader->at && !names_follow(reader, members[row.count - 1], t) &&
             !is_hyphened(reader, t)) ||
            row.count >= PARTY_MEMBERS)
            break;
    }
    const unsigned count = row_close(reader, members, &row, t, last);
    *ret_end = row.end;
    return count;
}
