#include <string.h>

#include "annotate/party/title_compare.h"

#include "annotate/look.h"
#include "annotate/name/name.h"

static uint32_t roles_length(const struct party *party)
{
    uint32_t length = 0;
    for (unsigned i = 0; i < party->role_count; i++) {
        if (!party->roles[i]->counterpart)
            length += party->roles[i]->end - party->roles[i]->begin;
    }
    return length;
}

/* "vice-président", "deputy minister". */
static bool is_deputy(const struct document *document, const struct role *role)
{
    const struct annotation *prefix = look_at(document, role->begin, LEXICON_OFFICEPREFIX);
    return prefix && look_lexeme(document, prefix)->affix == AFFIX_DEPUTY;
}

/* Whether the token stands in one name of a body whose other name, "l'UA" beside "l'Union
 * africaine", the title has. */
static bool has_body(const struct document *document, uint32_t token, const struct role *short_one,
                     const struct role *title)
{
    for (uint32_t t = short_one->begin; t <= token; t++) {
        const struct annotation *body = look_at(document, t, LEXICON_ORGANIZATION);
        for (uint32_t u = title->begin; body && body->end > token && u < title->end; u++) {
            const struct annotation *other = look_at(document, u, LEXICON_ORGANIZATION);
            if (other && other->value == body->value)
                return true;
        }
    }
    return false;
}

/* "ministre", "ministres": whether both words are those of one office. */
static bool is_same_office(const struct document *document, uint32_t a, uint32_t b)
{
    const struct annotation *one = look_at(document, a, LEXICON_OFFICE);
    const struct annotation *other = look_at(document, b, LEXICON_OFFICE);
    return one && other && one->value == other->value;
}

/* "Gov.", "Cllr": whether the capitalised word at token cuts the one at whole short: it begins
 * alike, and all its letters stand there in that order. */
static bool is_short_for(const struct document *document, uint32_t token, uint32_t whole)
{
    const struct str cut = document_text(document, token, token + 1);
    const struct str word = document_text(document, whole, whole + 1);
    size_t found = 0, letters = cut.len - (cut.at[cut.len - 1] == '.');
    if (!look_flag(document, token, TOKEN_CAPITAL) || look_flag(document, token, TOKEN_UPPER) ||
        letters < 3 || letters >= word.len || (cut.at[0] | 0x20) != (word.at[0] | 0x20))
        return false;
    for (size_t i = 0; i < word.len && found < letters; i++)
        found += (cut.at[found] | 0x20) == (word.at[i] | 0x20);
    return found == letters;
}

/* Whether the words at two tokens of titles are one: "governor", "Gov."; if plural, "ministre" and
 * "ministres" too. */
static bool is_one_word(const struct document *document, uint32_t a, uint32_t b, bool plural)
{
    const bool cut = look_flag(document, a, TOKEN_ABBREVIATION) !=
                     look_flag(document, b, TOKEN_ABBREVIATION); /* "Rep.", "congresswoman" */
    return look_token(document, a)->hash == look_token(document, b)->hash ||
           ((plural || cut) && is_same_office(document, a, b)) || is_short_for(document, a, b) ||
           is_short_for(document, b, a);
}

/* "du ministre de l'Eau, A, et de celui | des Mines, B": whether the words that the title has by
 * itself are in the other. */
static bool has_own(const struct document *document, const struct role *title,
                    const struct role *other)
{
    const uint64_t small = CLASS(DETERMINER) | CLASS(OF);
    for (uint32_t t = title->own_begin; title->own_begin > title->end && t < title->own_end; t++) {
        bool found = document_is(document, t, small) || look_at(document, t, LEXICON_DEMONYM);
        for (uint32_t u = other->begin; u < other->end && !found; u++)
            found = is_one_word(document, t, u, false);
        for (uint32_t u = other->own_begin; u < other->own_end && !found; u++)
            found = is_one_word(document, t, u, false);
        if (!found)
            return false;
    }
    return true;
}

bool title_same(const struct document *document, const struct role *a, const struct role *b)
{
    const struct role *shorter = a->end - a->begin <= b->end - b->begin ? a : b;
    const struct role *longer = shorter == a ? b : a;
    if (is_deputy(document, a) != is_deputy(document, b) || !has_own(document, a, b) ||
        !has_own(document, b, a))
        return false;
    for (uint32_t t = shorter->begin; t < shorter->end; t++) {
        bool found = document_is(document, t, CLASS(DETERMINER) | CLASS(OF)) ||
                     look_at(document, t, LEXICON_DEMONYM);
        for (uint32_t u = longer->begin; u < longer->end && !found; u++)
            found = is_one_word(document, t, u, a->plural != b->plural);
        if (!found && !has_body(document, t, shorter, longer))
            return false;
    }
    return true;
}

/* Whether the title has a word for who presides, "Secretary-General", over that body. */
static bool presides(const struct document *document, const struct role *title,
                     const struct annotation *body)
{
    bool head = false, same = false;
    for (uint32_t t = title->begin; t < title->end; t++) {
        const struct annotation *office = look_at(document, t, LEXICON_OFFICE);
        const struct annotation *own = look_at(document, t, LEXICON_ORGANIZATION);
        const struct lexeme *lexeme = office ? look_lexeme(document, office) : NULL;
        head |= lexeme && (lexeme->scope == SCOPE_BODY || lexeme->scope == SCOPE_UNION ||
                           lexeme->rank == RANK_HEAD_OF_STATE);
        same |= own && own->value == body->value;
    }
    return head && same;
}

bool title_heads(const struct document *document, const struct role *title,
                 const struct role *office)
{
    const struct annotation *body = look_at(document, office->begin, LEXICON_ORGANIZATION);
    return office->head && !office->plural && body && !is_deputy(document, title) &&
           presides(document, title, body);
}

bool title_tells_whose(const struct document *document, const struct role *title)
{
    for (uint32_t t = title->begin; t < title->end; t++) {
        const struct annotation *name = look_at(document, t, ANNOTATION_NAME);
        if (name && !((const struct name *)name->detail)->acronym)
            return true;
    }
    return false;
}

/* Whether a's titles are b's told in full: "le ministre X" ... "X, ministre de l'Eau". */
static bool titles_fuller(const struct document *document, const struct party *a,
                          const struct party *b)
{
    for (unsigned i = 0; i < b->role_count; i++) {
        bool found = false;
        for (unsigned k = 0; k < a->role_count && !found; k++)
            found =
                a->roles[k]->end - a->roles[k]->begin >= b->roles[i]->end - b->roles[i]->begin &&
                title_same(document, a->roles[k], b->roles[i]);
        if (!found)
            return false;
    }
    return true;
}

/* "PM": whether the title of the rank is told by its initials alone. */
static bool is_initials(const struct document *document, const struct party *party, enum rank rank)
{
    const struct role *role = party->roles[0];
    return party->role_count == 1 && party->rank == rank && role->end == role->begin + 1 &&
           look_flag(document, role->begin, TOKEN_UPPER);
}

bool title_spells_out(const struct document *document, const struct party *a, const struct party *b)
{
    return roles_length(a) > 0 && roles_length(b) > 0 && !a->roles[0]->plural &&
           !is_initials(document, a, b->rank) && is_initials(document, b, a->rank);
}

bool titles_better(const struct document *document, const struct party *a, const struct party *b)
{
    const uint32_t length_a = roles_length(a), length_b = roles_length(b);
    if (length_a == 0 || length_b == 0)
        return length_b == 0 && length_a > 0;
    if (a->roles[0]->plural != b->roles[0]->plural)
        return b->roles[0]->plural; /* one's own title, not "les ministres français et suisse" */
    if (title_spells_out(document, a, b) || title_spells_out(document, b, a))
        return title_spells_out(document, a, b);
    if (length_a > length_b && titles_fuller(document, a, b))
        return true;
    return look_flag(document, b->begin, TOKEN_TITLE) &&
           !look_flag(document, a->begin, TOKEN_TITLE) && length_a >= length_b;
}
