#include "annotate/look.h"

#include <string.h>

const struct annotation *look_within(const struct document *document, uint32_t begin, uint32_t end,
                                     uint16_t kind)
{
    for (uint32_t t = begin; (t = look_next(document, t, end, KIND_BIT(kind))) < end; t++) {
        const struct annotation *found = look_at(document, t, kind);
        if (found)
            return found;
    }
    return NULL;
}

bool look_kinds(const struct document *document, uint32_t token, const uint16_t *kinds)
{
    for (; *kinds; kinds++) {
        if (look_at(document, token, *kinds))
            return true;
    }
    return false;
}

bool look_ends(const struct document *document, uint32_t token, uint16_t kind)
{
    enum { WORDS_MAX = 6 };
    for (uint32_t t = token; t-- > 0 && token - t <= WORDS_MAX;) {
        const struct annotation *annotation = look_at(document, t, kind);
        for (; annotation; annotation = annotation->next) {
            if (annotation->kind == kind && annotation->end == token)
                return true;
        }
    }
    return false;
}

bool look_quote(const struct document *document, uint32_t token)
{
    return look_flag(document, token, TOKEN_PUNCT) && !look_flag(document, token, TOKEN_HYPHEN) &&
           look_token(document, token)->points == 1 &&
           !strchr(",.;:!?()-/", look_byte(document, token));
}
