#include "annotate/look.h"
#include "annotate/name/name.h"
#include "annotate/role/stretch.h"

/* An office that goes on to the left. */

/* Whether the name may be that of a party or company before its officer: "NCP chief", "Shiv Sena
 * MP", "Velumine President Ana Costa"; people have a title with a small letter, "Biden adviser". */
static bool is_employer(const struct document *document, const struct annotation *annotation,
                        uint32_t office, const struct name *officer)
{
    const struct name *name = annotation->kind == ANNOTATION_NAME ? annotation->detail : NULL;
    const struct annotation *word = look_at(document, office, LEXICON_OFFICE);
    const bool field = word && look_lexeme(document, word)->scope == SCOPE_PORTFOLIO;
    return !look_flag(document, office, TOKEN_CAPITAL) || annotation->kind == LEXICON_MEDIA ||
           (name &&
            (name->acronym || (look_flag(document, office, TOKEN_UPPER) && !name->figure) ||
             ((field || officer->words > 1) && !name->figure && !name->given && !name->surname)));
}

/* clang-format off: one kind a line */
#define EMPLOYER_MAP(X)     \
    X(ANNOTATION_NAME)      \
    X(ANNOTATION_ORG)       \
    X(LEXICON_ORGANIZATION) \
    X(LEXICON_MEDIA)        \
    X(LEXICON_MEETNOUN)
/* clang-format on */

static const uint64_t EMPLOYER_BITS = 0 EMPLOYER_MAP(KIND_OR_BIT);

/* Whose officer is told behind, from token on: a name, a body, a word for a gathering with a
 * capital, "the Lake Conference chief"; or NULL. */
static const struct annotation *employer_at(const struct document *document, uint32_t token)
{
    static const uint16_t kinds[] = {EMPLOYER_MAP(KIND_ITEM)};
    if (!look_flag(document, token, TOKEN_CAPITAL))
        return NULL;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        const struct annotation *employer = look_at(document, token, kinds[i]);
        if (employer && look_flag(document, employer->end - 1, TOKEN_CAPITAL))
            return employer;
    }
    return NULL;
}

void stretch_lead(struct document *document, const struct sentence *sentence)
{
    const uint32_t end = sentence->end;
    for (uint32_t t = look_next(document, sentence->begin, end, EMPLOYER_BITS); t < end;
         t = look_next(document, t + 1, end, EMPLOYER_BITS)) {
        const struct annotation *employer = employer_at(document, t);
        if (!employer || look_at(document, t, ANNOTATION_ROLE))
            continue;
        const struct annotation *more = employer_at(document, employer->end);
        const uint32_t last = more && more->kind == LEXICON_MEETNOUN ? more->end : employer->end;
        const uint32_t begin = stretch_bracket_end(document, last, sentence->end);
        const struct annotation *office = look_at(document, begin, ANNOTATION_ROLE);
        const struct annotation *address =
            office ? look_at(document, office->end, LEXICON_HONORIFIC) : NULL;
        const struct annotation *name =
            office && office->end < sentence->end
                ? look_at(document, address ? address->end : office->end, ANNOTATION_NAME)
                : NULL;
        if (!name || !is_employer(document, employer, begin, name->detail))
            continue;
        struct annotation *whole = document_add(document, ANNOTATION_ROLE, t, office->end);
        if (!whole)
            return;
        whole->rule = office->rule;
        whole->captures = office->captures;
        whole->capture_count = office->capture_count;
    }
}
