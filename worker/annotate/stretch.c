#include "annotate/stretch.h"

#include "annotate/look.h"
#include "annotate/name.h"

enum { WORDS_MAX = 20 };

/* What no office goes on behind: somebody else, or what he does. */
static bool is_other(const struct document *document, uint32_t token)
{
    static const uint64_t classes = CLASS(RELATIVE) | CLASS(PRONOUN) | CLASS(SUBORDINATOR);
    return document_is(document, token, classes) || look_at(document, token, ANNOTATION_VERB) ||
           look_at(document, token, ANNOTATION_ROLE) ||
           look_at(document, token, LEXICON_DELEGATION) ||
           look_at(document, token, LEXICON_HONORIFIC);
}

/* "…, et de", ", des", "de la": where a further field begins behind token, or token itself. */
static uint32_t joint_end(const struct document *document, uint32_t token, uint32_t end)
{
    uint32_t t = token;
    if (t < end && look_mark(document, t, ','))
        t++;
    while (t < end && document_is(document, t, CLASS(AND)))
        t++;
    return t < end && document_is(document, t, CLASS(OF)) ? t + 1 : token;
}

/* A name of two words behind a comma, closed again: of the one who holds the office. */
static bool holder_at(const struct document *document, uint32_t token, uint32_t end)
{
    if (token + 1 >= end || !look_mark(document, token, ','))
        return false;
    const struct annotation *honorific = look_at(document, token + 1, LEXICON_HONORIFIC);
    const uint32_t begin = honorific ? honorific->end : token + 1;
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
    if (t == token)
        return token;
    for (; t < end && t - token <= WORDS_MAX; t++) {
        if (holder_at(document, t, end))
            return t;
        const uint32_t next = joint_end(document, t, end);
        if (next > t)
            t = next - 1;
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
