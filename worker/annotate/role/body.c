#include "annotate/role/body.h"

#include "annotate/look.h"
#include "annotate/name/name.h"

static const struct annotation *longest_body(const struct document *document, uint32_t token)
{
    return look_at(document, token, ANNOTATION_ORG);
}

/* Whether the name can be part of a body's: nobody is known to be called so. */
static bool is_impersonal(const struct annotation *annotation)
{
    const struct name *name = annotation->detail;
    return !name->given && !name->figure && !name->surname;
}

/* "the Dock | and Warehouse Union": whether the name behind an article goes on behind "and". */
static bool is_first_half(const struct document *document, const struct annotation *name)
{
    return name->begin > 0 && document_is(document, name->begin - 1, CLASS(DETERMINER)) &&
           document_is(document, name->end, CLASS(AND)) &&
           ((const struct name *)name->detail)->words > 1;
}

/* The body that goes on behind the name, or NULL. */
static const struct annotation *body_behind(const struct document *document,
                                            const struct annotation *name)
{
    const uint32_t next = name->end + is_first_half(document, name);
    const struct annotation *body =
        next < document->tokens.count ? longest_body(document, next) : NULL;
    return body && look_flag(document, next, TOKEN_CAPITAL) ? body : NULL;
}

/* Whether the body is called by a name of its own, and is none of the state's: not "Congress". */
static bool is_private(const struct document *document, const struct annotation *body)
{
    const struct capture *head = look_capture(body, CAPTURE_ORGANIZATION);
    if (!head || !head->annotation || head->begin == body->begin)
        return false;
    switch (look_lexeme(document, head->annotation)->body) {
    case BODY_PARTY:
    case BODY_NGO:
    case BODY_COMPANY:
    case BODY_BANK:
        return true;
    default:
        return false;
    }
}

/* "the Niue | Reform Party": the body that goes on behind the name of a state, or NULL. */
static const struct annotation *body_of_state(const struct document *document, uint32_t token)
{
    const struct annotation *state = look_at(document, token, LEXICON_COUNTRY);
    const struct annotation *body = state && look_flag(document, token, TOKEN_CAPITAL)
                                        ? longest_body(document, state->end)
                                        : NULL;
    return body && look_flag(document, body->begin, TOKEN_CAPITAL) && is_private(document, body)
               ? body
               : NULL;
}

void body_lead(struct document *document)
{
    const uint64_t bits = KIND_BIT(ANNOTATION_NAME) | KIND_BIT(LEXICON_COUNTRY);
    const uint32_t end = (uint32_t)document->tokens.count;
    for (uint32_t t = look_next(document, 0, end, bits); t < end;
         t = look_next(document, t + 1, end, bits)) {
        const struct annotation *name = look_at(document, t, ANNOTATION_NAME);
        if (longest_body(document, t) || (name && !is_impersonal(name)))
            continue;
        const struct annotation *body =
            name ? body_behind(document, name) : body_of_state(document, t);
        struct annotation *whole =
            body ? document_add(document, ANNOTATION_ORG, t, body->end) : NULL;
        if (!whole)
            continue;
        whole->rule = body->rule;
        whole->captures = body->captures;
        whole->capture_count = body->capture_count;
    }
}
