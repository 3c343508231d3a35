#include "annotate/look.h"
#include "annotate/name/name.h"
#include "annotate/role/stretch.h"

/* The field of an office, in words that no list has. */

enum { FIELD_MAX = 8 };

/* "for Lake Affairs", "for the Deputy Minister's Office": whether a field with capitals begins. */
bool stretch_is_field(const struct document *document, uint32_t token)
{
    if (!document_is(document, token, CLASS(ABOUT)) ||
        !look_flag(document, token - 1, TOKEN_CAPITAL))
        return false;
    do
        token++;
    while (document_is(document, token, CLASS(DETERMINER)));
    return look_flag(document, token, TOKEN_CAPITAL) && !look_at(document, token, ANNOTATION_DATE);
}

/* ", Youth and", ", and Works": where the next of several fields begins behind the comma at token,
 * or token. */
uint32_t stretch_next_field(const struct document *document, uint32_t token)
{
    const uint32_t field = token + 1 + document_is(document, token + 1, CLASS(AND));
    return look_mark(document, token, ',') && look_flag(document, field, TOKEN_CAPITAL) &&
                   look_at(document, field, LEXICON_PORTFOLIO)
               ? field
               : token;
}

/* "Minister of State | Security": where the field ends in which the office's last word begins, or
 * token. */
uint32_t stretch_field_end(const struct document *document, const struct annotation *office)
{
    const struct annotation *field = look_at(document, office->end - 1, LEXICON_PORTFOLIO);
    return office->end > office->begin + 1 && field && field->end > office->end &&
                   look_flag(document, office->end, TOKEN_CAPITAL)
               ? field->end
               : office->end;
}

/* "Deputy Minister for Reintegration | Ana Lind", "… for Mines and Rural Lighting | Ana Lind":
 * where a given name begins behind a field with capitals that no list has, inside what was read as
 * one name, which is cut there; or the end of the office. */
uint32_t stretch_to_given(struct document *document, const struct annotation *office, uint32_t end)
{
    const bool joined = document_is(document, office->end, CLASS(AND)) &&
                        look_flag(document, office->end - 1, TOKEN_CAPITAL);
    const bool aim = document_is(document, office->end, CLASS(TO)) && /* "to Combat Hunger" */
                     look_flag(document, office->end - 1, TOKEN_CAPITAL);
    if (!joined && !aim && !stretch_is_field(document, office->end))
        return office->end;
    struct annotation *name = NULL;
    bool known = !joined;
    uint32_t t = office->end + 1;
    while (t < end && document_is(document, t, CLASS(DETERMINER)))
        t++;
    for (const uint32_t field = t; t < end && t - field <= FIELD_MAX; t++) {
        struct annotation *begun = document_at(document, t, ANNOTATION_NAME);
        const bool joint = document_is(document, t, CLASS(AND)) || look_mark(document, t, ',');
        name = begun ? begun : name;
        const bool given = t > field && known && look_at(document, t, LEXICON_GIVENNAME) &&
                           !look_at(document, t, LEXICON_PORTFOLIO);
        if (given && begun && begun->end > t + 1)
            return t - look_mark(document, t - 1, ',');
        if (given && name && name->begin < t && t + 1 < name->end) {
            name_split(document, name, t);
            return t;
        }
        known |= look_at(document, t, LEXICON_PORTFOLIO) || look_token(document, t)->word != 0;
        if (!(joint && t > field) &&
            (!look_flag(document, t, TOKEN_CAPITAL) || look_at(document, t, ANNOTATION_ROLE) ||
             look_at(document, t, LEXICON_HONORIFIC) || look_at(document, t, LEXICON_GIVENNAME)))
            break;
    }
    return office->end;
}
