#include "annotate/stretch.h"

#include "annotate/look.h"
#include "annotate/name.h"

enum { WORDS_MAX = 20 };

/* What no office goes on behind: somebody else, or what he does. */
static bool is_other(const struct document *document, uint32_t token)
{
    static const uint64_t classes = CLASS(RELATIVE) | CLASS(PRONOUN) | CLASS(SUBORDINATOR);
    const bool office = look_at(document, token, ANNOTATION_ROLE) &&
                        !document_is(document, token - 1, CLASS(OF) | CLASS(DETERMINER));
    return office || document_is(document, token, classes) ||
           look_at(document, token, ANNOTATION_VERB) ||
           look_at(document, token, LEXICON_DELEGATION) ||
           look_at(document, token, LEXICON_HONORIFIC);
}

/* "…, et de", ", des", "de la": where a further field begins behind token, or token itself.  "Et du
 * ministre" is the next of a list. */
static uint32_t joint_end(const struct document *document, uint32_t token, uint32_t end)
{
    uint32_t t = token;
    if (t < end && look_mark(document, t, ','))
        t++;
    while (t < end && document_is(document, t, CLASS(AND)))
        t++;
    if (t + 1 >= end || !document_is(document, t, CLASS(OF)))
        return token;
    const uint32_t field = t + 1;
    for (t = field; t < end && document_is(document, t, CLASS(DETERMINER)); t++)
        ;
    const struct annotation *named = t < end ? look_at(document, t, ANNOTATION_NAME) : NULL;
    const bool next = field > token + 1 && t < end &&
                      (look_at(document, t, ANNOTATION_ROLE) ||
                       (named && ((const struct name *)named->detail)->words > 1));
    return next ? token : field;
}

/* "(chambre haute)": where a short bracket at token ends, or token. */
static uint32_t bracket_end(const struct document *document, uint32_t token, uint32_t end)
{
    enum { BRACKET_MAX = 6 };
    if (!look_mark(document, token, '('))
        return token;
    for (uint32_t t = token + 1; t < end && t - token <= BRACKET_MAX; t++) {
        if (look_mark(document, t, ')'))
            return t + 1;
    }
    return token;
}

/* Whether what stands before the name lets it be somebody's: "de l'Assemblée nationale X", not "des
 * amis de X", "du président X". */
static bool can_precede(const struct document *document, uint32_t office, uint32_t token)
{
    static const uint64_t never = CLASS(OF) | CLASS(DETERMINER) | CLASS(AND) | CLASS(STOPWORD) |
                                  CLASS(AT) | CLASS(TO) | CLASS(FROM) | CLASS(BY) | CLASS(ABOUT);
    if (document_is(document, token - 1, never) || look_at(document, token - 1, LEXICON_WITH))
        return false;
    bool known = !look_flag(document, token - 1, TOKEN_CAPITAL);
    for (uint32_t t = office; t < token; t++) {
        const struct annotation *role = look_at(document, t, ANNOTATION_ROLE);
        const struct annotation *state = look_at(document, t, LEXICON_COUNTRY);
        if (role && role->end == token)
            return false;
        known |= state && state->end == token;
    }
    return known;
}

/* A name of two words, closed again, behind a comma or the last word of the office that goes on
 * from token office: of the one who holds it. */
static bool holder_at(const struct document *document, uint32_t office, uint32_t token,
                      uint32_t end)
{
    const bool comma = look_mark(document, token, ',');
    if (token + 1 >= end || (!comma && !can_precede(document, office, token)))
        return false;
    const struct annotation *honorific = look_at(document, token + comma, LEXICON_HONORIFIC);
    const uint32_t begin = honorific ? honorific->end : token + comma;
    const struct annotation *found = begin < end ? look_at(document, begin, ANNOTATION_NAME) : NULL;
    const struct name *name = found ? found->detail : NULL;
    if (!name || (name->words < 2 && !honorific) || (name->acronym && !name->figure))
        return false;
    return found->end >= end || look_flag(document, found->end, TOKEN_PUNCT) ||
           document_is(document, found->end, CLASS(AND)) ||
           look_at(document, found->end, ANNOTATION_VERB);
}

/* Where the office that ends at token really ends: before the name; or token. */
static uint32_t office_end(const struct document *document, uint32_t token, uint32_t end)
{
    uint32_t t = joint_end(document, token, end);
    const bool open = look_flag(document, token - 1, TOKEN_CAPITAL) &&
                      look_flag(document, token, TOKEN_WORD) &&
                      !look_flag(document, token, TOKEN_CAPITAL) &&
                      !document_is(document, token, CLASS(STOPWORD) | CLASS(AND) | CLASS(ADVERB));
    if (t == token && !open) /* "de l'Assemblée" … "nationale" */
        return token;
    for (; t < end && t - token <= WORDS_MAX; t++) {
        if (holder_at(document, token, t, end))
            return t;
        const uint32_t next = joint_end(document, t, end), behind = bracket_end(document, t, end);
        if (next > t || behind > t)
            t = (next > t ? next : behind) - 1;
        else if (!look_flag(document, t, TOKEN_WORD) || is_other(document, t))
            return token;
    }
    return token;
}

static void stretch_sentence(struct document *document, const struct sentence *sentence)
{
    for (uint32_t t = sentence->begin; t < sentence->end; t++) {
        struct annotation *longest = NULL;
        if (!look_maybe(document, t, ANNOTATION_ROLE))
            continue;
        for (struct annotation *a = document->first[t]; a; a = a->next) {
            if (a->kind == ANNOTATION_ROLE && (!longest || a->end > longest->end))
                longest = a;
        }
        if (longest && longest->end < sentence->end)
            longest->end = office_end(document, longest->end, sentence->end);
    }
}

void stretch_roles(struct document *document)
{
    for (size_t i = 0; i < document->sentences.count; i++)
        stretch_sentence(document, &document->sentences.at[i]);
}
