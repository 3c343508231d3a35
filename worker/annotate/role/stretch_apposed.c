#include "annotate/country.h"
#include "annotate/look.h"
#include "annotate/name/name.h"
#include "annotate/role/stretch.h"

/* Where an office ends that stands behind the name of its holder, apposed to it. */

/* Whether the word at token may belong to an office that stands behind a name. */
static bool is_of_office(const struct document *document, uint32_t token)
{
    const struct annotation *found = look_at(document, token, ANNOTATION_NAME);
    return look_flag(document, token, TOKEN_WORD) && !stretch_is_other(document, token) &&
           !(found && ((const struct name *)found->detail)->words > 1) &&
           !look_at(document, token, ANNOTATION_DATE) && !look_at(document, token, LEXICON_AUX) &&
           !look_at(document, token, LEXICON_WITH) &&
           (!look_at(document, token, LEXICON_MEETNOUN) ||
            look_at(document, token, LEXICON_ORGHEAD));
}

/* ", de la Défense et": where the next field of an office ends that a comma at token parts from the
 * one before, or token. */
static uint32_t field_end_behind(const struct document *document, uint32_t token)
{
    uint32_t t = token + 1;
    if (!document_is(document, t, CLASS(OF)))
        return token;
    while (document_is(document, t, CLASS(OF) | CLASS(DETERMINER)))
        t++;
    const struct annotation *field = look_at(document, t, LEXICON_PORTFOLIO);
    return field && !look_at(document, t, ANNOTATION_ROLE) ? field->end : token;
}

/* Behind the few small words of a field that begins at token with "of", or token. */
static uint32_t small_field(const struct document *document, uint32_t token)
{
    enum { WORDS_MAX = 5 };
    uint32_t t = token;
    if (!document_is(document, t, CLASS(OF)))
        return token;
    while (document_is(document, t, CLASS(OF) | CLASS(DETERMINER)))
        t++;
    const uint32_t first = t;
    while (t - first < WORDS_MAX && look_flag(document, t, TOKEN_WORD) &&
           !look_flag(document, t, TOKEN_CAPITAL) && !stretch_is_other(document, t) &&
           !document_is(document, t, CLASS(AND)) && !look_at(document, t, LEXICON_GROUPNOUN))
        t++;
    return t > first ? t : token;
}

/* ", de la vie associative et du débat public,": where the last fields of an office end that no
 * list has, from a comma at token on to the next mark; or token. */
static uint32_t last_fields(const struct document *document, uint32_t token)
{
    const uint32_t joint = small_field(document, token + 1);
    if (joint == token + 1 || !document_is(document, joint, CLASS(AND)))
        return token;
    const uint32_t end = small_field(document, joint + 1);
    return end > joint + 1 && (look_mark(document, end, ',') || look_mark(document, end, ';') ||
                               look_mark(document, end, '.'))
               ? end
               : token;
}

/* Whether an office ends right before the comma at token. */
static bool is_behind_office(const struct document *document, uint32_t token)
{
    enum { OFFICE_MAX = 6 };
    for (uint32_t back = 1; back <= OFFICE_MAX && back <= token; back++) {
        const struct annotation *office = look_at(document, token - back, ANNOTATION_ROLE);
        const struct annotation *name = look_at(document, token - back, ANNOTATION_NAME);
        if (name && name->end == token)
            return false;
        if (office && office->end == token)
            return true;
    }
    return false;
}

/* "X, Foreign Minister | Dendias, and Y", "the top diplomat, Foreign Minister | Dendias, said":
 * whether a name of one word stands behind the office that begins at office. */
static bool is_listed(const struct document *document, uint32_t office, uint32_t token)
{
    const struct annotation *name = look_at(document, token, ANNOTATION_NAME);
    if (!name || name->end != token + 1 || !look_mark(document, name->end, ','))
        return false;
    return (office > 1 && is_behind_office(document, office - 1)) ||
           (document_is(document, name->end + 1, CLASS(AND)) &&
            (look_at(document, name->end + 2, ANNOTATION_ROLE) ||
             look_at(document, name->end + 2, ANNOTATION_NAME)));
}

/* "pour le Sahel | et directrice du bureau": where a second office ends that "and" at token joins,
 * with nothing between, or token. */
uint32_t stretch_second_office(const struct document *document, uint32_t token)
{
    const struct annotation *role = document_is(document, token, CLASS(AND))
                                        ? look_at(document, token + 1, ANNOTATION_ROLE)
                                        : NULL;
    return role && !look_at(document, role->end, ANNOTATION_NAME) ? role->end : token;
}

/* "directeur du port | et Ana Lind", "et de M. Sarr": whether "and" at token joins somebody with a
 * name. */
static bool joins_somebody(const struct document *document, uint32_t token)
{
    uint32_t t = token + 1;
    while (document_is(document, t, CLASS(OF) | CLASS(DETERMINER)))
        t++;
    const struct annotation *found = look_at(document, t, ANNOTATION_NAME);
    return document_is(document, token, CLASS(AND)) &&
           (found ? ((const struct name *)found->detail)->words > 1
                  : look_at(document, t, LEXICON_HONORIFIC) != NULL);
}

/* "directeur du port | lundi", "| lors d'une visite": whether what is told then begins at token. */
static bool tells_when(const struct document *document, uint32_t token)
{
    const struct annotation *following = look_at(document, token, LEXICON_FOLLOWING);
    return look_at(document, token, ANNOTATION_DATE) ||
           look_at(document, token, LEXICON_SIDELINE) || (following && following->end > token + 1);
}

/* "X, présidente de la Banque | africaine de relance, et Y": where few words behind an apposed
 * office end that a mark or the next of a list closes, or token. */
uint32_t stretch_closed_end(const struct document *document, uint32_t office, uint32_t token,
                            uint32_t end)
{
    enum { CLOSED_MAX = 12 };
    const uint32_t bare = token + document_is(document, token, CLASS(AND));
    if ((document_is(document, bare, CLASS(DETERMINER)) && /* "représentant | les îles" */
         !document_is(document, bare, CLASS(OF))) ||
        country_side(document, bare) || is_listed(document, office, token))
        return token;
    for (uint32_t t = token; t < end && t - token <= CLOSED_MAX; t++) {
        if (look_mark(document, t, ',') && field_end_behind(document, t) > t) {
            t = field_end_behind(document, t) - 1;
            continue;
        }
        const uint32_t last = look_mark(document, t, ',') ? last_fields(document, t) : t;
        if (last > t && last <= end)
            return last;
        if (t > token && (look_mark(document, t, ',') || look_mark(document, t, ';') ||
                          (t + 1 == end && look_mark(document, t, '.'))))
            return t - document_is(document, t - 1, CLASS(AND));
        if (t > token && (joins_somebody(document, t) ||
                          (tells_when(document, t) && document_is(document, token, CLASS(OF)))))
            return t;
        if (t > token && country_side(document, t))
            return t - document_is(document, t - 1, CLASS(AND));
        if (t > token && stretch_second_office(document, t) > t) {
            t = stretch_second_office(document, t) - 1;
            continue;
        }
        const bool at =
            document_is(document, t, CLASS(AT)) && look_at(document, t + 1, LEXICON_CITY);
        if (at || !is_of_office(document, t)) /* "X, directeur du musée, | à Lyon," */
            break;
        if (t > token && t + 1 == end && look_flag(document, end, TOKEN_LINE))
            return end; /* of a roll: the line ends it */
    }
    return token;
}

/* ", PDG et | cofondateur de Velumine": whether the office that begins at token is apposed to a
 * name, or joined to one that is. */
bool stretch_is_apposed(const struct document *document, uint32_t token)
{
    enum { OFFICE_MAX = 12 };
    if (look_mark(document, token - 1, ',') || look_ends(document, token, ANNOTATION_NAME))
        return true;
    for (uint32_t back = 2;
         document_is(document, token - 1, CLASS(AND)) && back <= OFFICE_MAX && back <= token;
         back++) {
        const struct annotation *office = look_at(document, token - back, ANNOTATION_ROLE);
        if (office && office->end == token - 1)
            return look_mark(document, office->begin - 1, ',');
    }
    return false;
}
