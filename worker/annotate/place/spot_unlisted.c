#include "annotate/country.h"
#include "annotate/look.h"
#include "annotate/name/name.h"
#include "annotate/place/spot.h"
#include "annotate/place/spot_city.h"

/* Towns that no list has: by what stands around a name. */

/* "the Ugandan town of Leixo": the state told before the "of" that stands before the token, or
 * NULL.
 */
static const char *state_before(const struct document *document, uint32_t first, uint32_t token)
{
    enum { WORDS_BACK = 5 };
    if (token < first + 2 || !document_is(document, token - 1, CLASS(OF)))
        return NULL;
    for (uint32_t back = 3; back <= WORDS_BACK && token >= first + back; back++) {
        const struct annotation *land = look_at(document, token - back, ANNOTATION_LAND);
        const struct capture *told =
            land && land->end == token - 1 ? look_capture(land, CAPTURE_COUNTRY) : NULL;
        if (told)
            return country_of(document, told->annotation);
    }
    return NULL;
}

/* "in the port of Leixo": a word for a town and "of" stand before the token. */
static bool is_named_town(const struct document *document, uint32_t first, uint32_t token)
{
    return token > first + 1 && document_is(document, token - 1, CLASS(OF)) &&
           document_is(document, token - 2, CLASS(TOWN));
}

/* "a trip to Leixo", "will travel to Leixo": whether a word for a visit stands before the "to"
 * before the name, or a verb of travel ends with it. */
static bool is_behind_visit(const struct document *document, uint32_t first, uint32_t token)
{
    const bool to = token > first + 1 && document_is(document, token - 1, CLASS(TO));
    if (to && spot_is_visited(document, token))
        return true;
    const struct annotation *visit = to ? look_at(document, token - 2, LEXICON_MEETNOUN) : NULL;
    return visit && visit->end == token - 1 && look_lexeme(document, visit)->kind == KIND_VISIT &&
           !look_lexeme(document, visit)->paid;
}

/* Whether what stands before the name at token makes a place of it: a word that is "at" and "to"
 * alike, as "à" is; "in", as that word is told by the pack; "at" with its country or the day
 * behind; "the port of". */
static bool is_placed(const struct document *document, uint32_t first, uint32_t token, bool told)
{
    if (token == first)
        return false;
    const uint64_t at = CLASS(AT) | CLASS(TO), before = document->classes[token - 1];
    return ((before & at) == at && !(before & CLASS(DETERMINER))) || (before & CLASS(INSIDE)) ||
           (told && (before & CLASS(AT))) || is_named_town(document, first, token) ||
           is_behind_visit(document, first, token);
}

/* "in Leixo, Porto": the town of which it is a part, told behind the comma. */
static const struct annotation *town_behind(const struct document *document, uint32_t token,
                                            uint32_t end)
{
    const bool comma = token + 1 < end && look_mark(document, token, ',');
    return comma ? look_at(document, token + 1, LEXICON_CITY) : NULL;
}

/* "à Leixo le ministre", "à Leixo une réunion": whether who or what was met is told at the token.
 */
static bool is_met_behind(const struct document *document, uint32_t token)
{
    static const uint16_t heads[] = {LEXICON_OFFICE,   LEXICON_OFFICEPREFIX, LEXICON_COUNTERPART,
                                     LEXICON_MEETNOUN, LEXICON_DELEGATION,   0};
    return document_is(document, token,
                       CLASS(DETERMINER) | CLASS(INDEFINITE) | CLASS(POSSESSIVE)) &&
           look_kinds(document, token + 1, heads);
}

/* Whether nothing stands at the token, behind a name that no list has, that would make it the name
 * of something else: "in Leixo circles". */
static bool is_closed(const struct document *document, uint32_t token, uint32_t end)
{
    const uint64_t small = CLASS(OF) | CLASS(AND) | CLASS(AT) | CLASS(RELATIVE) | CLASS(TO) |
                           CLASS(FROM) | CLASS(BY) | CLASS(ABOUT) | CLASS(SUBORDINATOR) |
                           CLASS(ADVERB) | CLASS(NEGATION);
    return token >= end || look_flag(document, token, TOKEN_PUNCT) ||
           document_is(document, token, small) || look_at(document, token, ANNOTATION_DATE) ||
           look_at(document, token, ANNOTATION_TIME) || look_at(document, token, LEXICON_WITH) ||
           look_at(document, token, LEXICON_FOLLOWING) ||
           look_at(document, token, LEXICON_SIDELINE) ||
           look_at(document, token, ANNOTATION_VERB) || look_at(document, token, LEXICON_AUX) ||
           is_met_behind(document, token);
}

/* "at Leixo on Monday", "at Leixo, on Monday": whether the day stands behind the name. */
static bool is_dated_behind(const struct document *document, uint32_t token)
{
    token += look_mark(document, token, ',');
    token += document_is(document, token, CLASS(AT));
    return look_at(document, token, ANNOTATION_DATE) != NULL;
}

/* The state of the town by which another one lies. */
static const char *state_near(const struct document *document, const struct annotation *by,
                              const struct named *named)
{
    const struct annotation *town = look_capture(by, CAPTURE_PLACE)->annotation;
    return look_lexeme(document, spot_town(document, town->begin, named, NULL))->country;
}

uint32_t spot_unlisted(struct document *document, const struct sentence *sentence,
                       const struct annotation *annotation, const struct named *named)
{
    const uint32_t begin = annotation->begin, end = annotation->end;
    const struct name *name = annotation->detail;
    const struct annotation *near = spot_beside(document, end, sentence->end);
    const struct annotation *by = near ? NULL : spot_near(document, end, sentence->end);
    const char *told = near ? country_of(document, near)
                       : by ? state_near(document, by, named)
                            : NULL;
    /* "in Clark, Philippines": one word with its state behind it, though people are called so. */
    const bool stated = told && name->words == 1 && document_is(document, begin - 1, CLASS(AT));
    const char *state = state_before(document, sentence->begin, begin);
    const bool person =
        (name->given || name->surname || name->figure || name->family) && !stated && !state;
    const bool sure = told || (name->words == 1 && !name->known && is_dated_behind(document, end));
    const bool town = is_placed(document, sentence->begin, begin, sure) && !person &&
                      !name->acronym && name->words <= 3;
    if (!town || !is_closed(document, end, sentence->end))
        return begin + 1;
    struct spot spot = {.begin = begin, .end = end, .city = annotation};
    const struct annotation *within = town_behind(document, end, sentence->end);
    if (told) {
        memcpy(spot.country, told, 3);
        spot.end = near ? near->end : by->end;
    } else if (state) {
        memcpy(spot.country, state, 3);
    } else if (within) {
        memcpy(spot.country, look_lexeme(document, within)->country, 3);
        spot.city = within;
        spot.end = within->end;
    }
    spot.governor = document->classes[begin - 1];
    spot_add(document, &spot);
    return spot.end;
}
