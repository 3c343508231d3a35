#include "annotate/country.h"
#include "annotate/look.h"
#include "annotate/name/name.h"
#include "annotate/party/origin.h"
#include "annotate/party/read.h"

/* Somebody in an enumeration whose title no list has: "A, Harbour Wing Adjutant B and C". */

/* Whether the enumeration goes on at token, or has to end there. */
static bool ends_member(const struct reader *reader, uint32_t token, bool last)
{
    return token >= reader->end || reader_comma(reader, token) ||
           look_mark(reader->document, token, ';') || reader_is(reader, token, CLASS(AND)) ||
           reader_look(reader, token, LEXICON_JOINT) ||
           (last && (look_flag(reader->document, token, TOKEN_PUNCT) ||
                     reader_look(reader, token, ANNOTATION_VERB)));
}

/* Whether a title can have the word at token: nothing that makes another phrase of it. */
static bool can_belong(const struct reader *reader, uint32_t token)
{
    static const uint64_t never = CLASS(AND) | CLASS(RELATIVE) | CLASS(PRONOUN) | CLASS(BY) |
                                  CLASS(AT) | CLASS(FROM) | CLASS(SUBORDINATOR) | CLASS(NEGATION);
    static const uint16_t others[] = {ANNOTATION_VERB,   LEXICON_AUX,        LEXICON_WITH,
                                      LEXICON_FOLLOWING, LEXICON_MEETNOUN,   LEXICON_HOST,
                                      ANNOTATION_DATE,   LEXICON_ACCOMPANIED};
    if (!(look_flag(reader->document, token, TOKEN_WORD) || look_clitic(reader->document, token)) ||
        reader_is(reader, token, never | CLASS(INCLUDING)))
        return false;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        if (reader_look(reader, token, others[i]))
            return false;
    }
    return true;
}

/* "Lund conveyed | the greetings of": an article behind a word that governs nothing begins what
 * somebody did, and no title. */
static bool begins_object(const struct reader *reader, uint32_t begin, uint32_t token)
{
    return token > begin + 1 && reader_is(reader, token, CLASS(DETERMINER)) &&
           !reader_is(reader, token, CLASS(OF)) &&
           !look_flag(reader->document, token, TOKEN_CAPITAL) &&
           !document_is(reader->document, token - 1, UINT64_MAX) &&
           !look_flag(reader->document, token - 1, TOKEN_CAPITAL);
}

/* The name of two words or more that ends the member from token on, behind its title; or NULL. */
static const struct annotation *holder(const struct reader *reader, uint32_t token, bool last)
{
    enum { WORDS_MAX = 10 };
    for (uint32_t t = token; t < reader->end && t - token <= WORDS_MAX; t++) {
        const struct annotation *found = t > token ? reader_look(reader, t, ANNOTATION_NAME) : NULL;
        const struct name *name = found ? found->detail : NULL;
        if (name && name->words > 1 && reader_personal(found) &&
            ends_member(reader, found->end, last))
            return found;
        const uint32_t behind = reader_behind_bracket(reader, t);
        if (behind > t)
            t = behind - 1;
        else if (!can_belong(reader, t) || begins_object(reader, token, t))
            break;
    }
    return NULL;
}

/* Where the title ends before the name: before a word of address. */
static uint32_t title_end(const struct reader *reader, uint32_t begin, uint32_t end)
{
    for (uint32_t t = begin; t < end; t++) {
        const struct annotation *honorific = reader_look(reader, t, LEXICON_HONORIFIC);
        if (honorific && honorific->end == end)
            return t;
    }
    return end;
}

/* The title that nothing has read, as that of an office which stands at its end; or NULL. */
static struct role *unread_title(const struct reader *reader, uint32_t begin, uint32_t end)
{
    struct role *role = ARENA_ARRAY(reader->document->arena, struct role, 1);
    if (!role) {
        reader->document->memory_out = true;
        return NULL;
    }
    *role = (struct role){.presumed = ""};
    for (uint32_t t = begin; t < end; t++) {
        const struct annotation *known = reader_look(reader, t, ANNOTATION_ROLE);
        if (known && known->end == end && known->detail)
            *role = *(const struct role *)known->detail;
    }
    role->begin = begin;
    role->end = end;
    return role;
}

bool reader_unread(struct reader *reader, uint32_t token, bool last)
{
    const uint32_t bare = reader_skip(reader, token, READER_ARTICLES);
    const uint32_t of = reader_skip(reader, bare, READER_ARTICLES | CLASS(OF));
    const uint32_t begin = reader_look(reader, of, LEXICON_COUNTRY) ? of : bare;
    const bool titled = begin < reader->end && (look_flag(reader->document, begin, TOKEN_CAPITAL) ||
                                                reader_look(reader, begin, ANNOTATION_ROLE));
    const struct annotation *name = titled ? holder(reader, begin, last) : NULL;
    if (!name)
        return false;
    const uint32_t end = title_end(reader, begin, name->begin);
    if (reader_is(reader, end - 1, CLASS(OF)) || reader_look(reader, begin, LEXICON_EVENTNOUN))
        return false; /* "Point hebdomadaire de M. X", "Agenda du ministre X": no title */
    const struct annotation *state = reader_look(reader, begin, LEXICON_COUNTRY);
    reader->party = (struct party){.begin = token};
    if (state && state->end == end) {
        const char *code = country_of(reader->document, state);
        if (code) /* "the premiers of Niue X, Fiji Y and Samoa Z" */
            memcpy(reader->party.country, code, 3);
    } else {
        const struct role *role = unread_title(reader, begin, end);
        if (!role)
            return false;
        party_take_role(&reader->party, role);
    }
    reader_name(reader, name);
    return true;
}

/* "Leixo DC | Abel Rana": whether the short word of capitals at token is an office before a name of
 * two words, which ends at end. */
static bool is_short_office(const struct document *document, uint32_t token, uint32_t end)
{
    enum { POINTS_MAX = 4 };
    return token + 2 < end && look_flag(document, token, TOKEN_UPPER) &&
           look_token(document, token)->points <= POINTS_MAX &&
           !look_flag(document, token + 1, TOKEN_UPPER) &&
           !document_is(document, token, CLASS(SUFFIX));
}

/* Where somebody's own name begins inside the name, behind capitals that are none; or its begin. */
static uint32_t own_begin(const struct document *document, const struct annotation *name)
{
    enum { WORDS_LEAST = 4 };
    if (name->end - name->begin < WORDS_LEAST ||
        look_at(document, name->begin, LEXICON_GIVENNAME) ||
        look_at(document, name->begin, LEXICON_SURNAME))
        return name->begin;
    for (uint32_t t = name->begin + 1; t + 1 < name->end; t++) {
        if (t > name->begin + 1 && look_at(document, t, LEXICON_GIVENNAME))
            return t;
        if (is_short_office(document, t, name->end))
            return t + 1;
        if (!look_flag(document, t, TOKEN_CAPITAL))
            break;
    }
    return name->begin;
}

bool reader_swallowed(struct reader *reader, const struct annotation *name)
{
    const uint32_t begin = own_begin(reader->document, name);
    const struct role *role = begin > name->begin ? unread_title(reader, name->begin, begin) : NULL;
    if (!role)
        return false;
    party_take_role(&reader->party, role);
    reader_name(reader, name);
    reader->party.name_begin = begin;
    return true;
}
