#include "annotate/country.h"

#include "annotate/look.h"

static bool is_ambiguous(const struct document *document, const struct annotation *annotation)
{
    const char *country = look_lexeme(document, annotation)->country;
    for (const struct annotation *a = document->first[annotation->begin]; a; a = a->next) {
        if (a->kind == annotation->kind && a->end == annotation->end &&
            strcmp(look_lexeme(document, a)->country, country) != 0)
            return true;
    }
    return false;
}

bool country_can_be(const struct document *document, const struct annotation *annotation,
                    const char *country)
{
    for (const struct annotation *a = document->first[annotation->begin]; a; a = a->next) {
        if (a->kind == annotation->kind && a->end == annotation->end &&
            strcmp(look_lexeme(document, a)->country, country) == 0)
            return true;
    }
    return false;
}

/* "Congolese" where the article names one such state, by its full name, its people or its capital;
 * NULL when it names none or both. */
static const char *reading_told(const struct document *document,
                                const struct annotation *annotation)
{
    static const uint64_t kinds =
        KIND_BIT(LEXICON_COUNTRY) | KIND_BIT(LEXICON_DEMONYM) | KIND_BIT(LEXICON_CITY);
    const char *told = NULL;
    const uint32_t end = (uint32_t)document->tokens.count;
    for (uint32_t t = look_next(document, 0, end, kinds); t < end;
         t = look_next(document, t + 1, end, kinds)) {
        const struct annotation *named = look_at(document, t, LEXICON_COUNTRY);
        const struct annotation *state = named ? named : look_at(document, t, LEXICON_DEMONYM);
        const struct annotation *city = state ? NULL : look_at(document, t, LEXICON_CITY);
        const char *code = state && !is_ambiguous(document, state)
                               ? look_lexeme(document, state)->country
                           : city ? look_lexeme(document, city)->stands
                                  : "";
        if (!code[0] || !country_can_be(document, annotation, code))
            continue;
        if (told && strcmp(told, code) != 0)
            return NULL;
        told = code;
    }
    return told;
}

bool country_is_union(const char *country)
{
    return strcmp(country, "EU") == 0;
}

bool country_is_self_styled(const struct document *document, const struct annotation *annotation)
{
    return annotation && annotation->kind == LEXICON_COUNTRY &&
           str_equal(pack_column(document->pack, annotation->value, 2), STR("SELF"));
}

const struct annotation *country_side(const struct document *document, uint32_t token)
{
    const struct annotation *side = look_at(document, token, LEXICON_BEHALF);
    const struct str kind = side ? pack_column(document->pack, side->value, 0) : STR("");
    const bool around = str_equal(kind, STR("AROUND")); /* "on the | Kenyan | side" */
    const struct annotation *people = around || str_equal(kind, STR("SIDE"))
                                          ? look_at(document, side->end, LEXICON_DEMONYM)
                                          : NULL;
    const struct annotation *sent =
        people && around ? look_at(document, people->end, LEXICON_DELEGATION) : NULL;
    const bool land = sent && document_is(document, sent->end, CLASS(OF)); /* "of the border" */
    return around && (!sent || land) ? NULL : people;
}

/* The largest of the towns called so, a capital before all others; if home, one where the language
 * is at home counts for more. */
static const struct lexeme *largest_town(const struct document *document,
                                         const struct annotation *annotation, bool home)
{
    enum { AT_HOME = 20 };
    const struct lexeme *town = look_lexeme(document, annotation);
    double most = 0;
    for (const struct annotation *a = document->first[annotation->begin]; a; a = a->next) {
        if (a->kind != LEXICON_CITY || a->end != annotation->end || town->stands[0])
            continue;
        const struct lexeme *other = look_lexeme(document, a);
        const bool ours = home && str_equal(pack_home(document->pack), str_of(other->country));
        const double weight = other->population * (ours ? AT_HOME : 1.0);
        if (other->stands[0] || weight > most) {
            most = weight;
            town = other;
        }
    }
    return town;
}

const char *country_of_town(const struct document *document, const struct annotation *city)
{
    return city ? largest_town(document, city, false)->country : NULL;
}

const char *country_of(const struct document *document, const struct annotation *annotation)
{
    if (!annotation)
        return NULL;
    if (annotation->kind == LEXICON_CITY) {
        const struct lexeme *town = largest_town(document, annotation, true);
        return town->stands[0] ? town->stands : town->country;
    }
    const struct lexeme *lexeme = look_lexeme(document, annotation);
    if (!lexeme->country[0])
        return NULL;
    return is_ambiguous(document, annotation) ? reading_told(document, annotation)
                                              : lexeme->country;
}
