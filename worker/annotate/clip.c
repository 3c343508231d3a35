#include "annotate/clip.h"

#include "annotate/look.h"
#include "annotate/name.h"

/* clang-format off: one kind a line */
#define CLOSING_MAP(X)      \
    X(LEXICON_COUNTRY)      \
    X(LEXICON_INSTITUTION)  \
    X(LEXICON_ORGANIZATION) \
    X(LEXICON_PORTFOLIO)    \
    X(ANNOTATION_ORG)       \
    X(LEXICON_REGION)       \
    X(LEXICON_CITY)
/* clang-format on */

static const uint16_t CLOSING[] = {CLOSING_MAP(KIND_ITEM)};

enum { CLOSINGS = sizeof CLOSING / sizeof *CLOSING, PLACES = 2 }; /* the last are towns, regions */

/* Whether something that needs no more words ends before the name, inside the annotation.  One word
 * behind a town may belong to it: "Governor of Lviv Oblast". */
static bool is_closed(const struct document *document, const struct annotation *annotation,
                      const struct annotation *name)
{
    const struct name *known = name->detail;
    const bool sure = known->words > 1 || known->given || known->surname || known->figure;
    const size_t kinds = sure ? CLOSINGS : CLOSINGS - PLACES;
    const uint32_t token = name->begin;
    for (uint32_t t = annotation->begin + 1; t < token; t++) {
        for (size_t i = 0; i < kinds; i++) {
            const struct annotation *closing = look_at(document, t, CLOSING[i]);
            if (closing && closing != annotation && closing->end == token)
                return true;
        }
    }
    return false;
}

/* A body is called after people too, so there the name must be known as a person's. */
static bool is_person(const struct annotation *annotation, uint16_t kind)
{
    const struct name *name = annotation->detail;
    if (name->acronym && !name->figure)
        return false;
    return kind == ANNOTATION_ROLE || name->figure || (name->given && name->words > 1);
}

static void clip(const struct document *document, struct annotation *annotation)
{
    for (uint32_t t = annotation->begin + 2; t < annotation->end; t++) {
        const struct annotation *name = look_at(document, t, ANNOTATION_NAME);
        if (name && name->end >= annotation->end && is_person(name, annotation->kind) &&
            is_closed(document, annotation, name)) {
            annotation->end = t;
            return;
        }
    }
}

/* "mayor of Wessex Anna Berg": nothing closes the office, but a given name begins another name. */
static bool clip_given(struct document *document, struct annotation *role)
{
    for (uint32_t begin = role->begin + 2; begin < role->end; begin++) {
        struct annotation *name = document->first[begin];
        while (name && name->kind != ANNOTATION_NAME)
            name = name->next;
        for (uint32_t t = begin + 1; name && t <= role->end && t + 1 < name->end; t++) {
            if (!look_at(document, t, LEXICON_GIVENNAME) ||
                look_at(document, t - 1, LEXICON_GIVENNAME) || look_flag(document, t, TOKEN_HYPHEN))
                continue;
            role->end = t;
            name_split(document, name, t);
            return true;
        }
    }
    return false;
}

void clip_names(struct document *document, uint16_t kind)
{
    for (uint32_t t = 0; t < document->tokens.count; t++) {
        if (!look_maybe(document, t, kind))
            continue;
        for (struct annotation *a = document->first[t]; a; a = a->next) {
            if (a->kind == kind && !(kind == ANNOTATION_ROLE && clip_given(document, a)))
                clip(document, a);
        }
    }
}
