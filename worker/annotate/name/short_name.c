#include "annotate/name/short_name.h"

#include "annotate/look.h"
#include "annotate/name/acronym.h"

enum { LETTERS_LEAST = 3 };

/* The word for a meeting that opens or ends the full name, in a capital letter, or NULL: a word
 * that may also be one for a body tells nothing. */
static const struct annotation *meeting_of(const struct document *document, struct span full)
{
    const struct annotation *last = look_at(document, full.end - 1, LEXICON_MEETNOUN);
    const struct annotation *noun = last ? last : look_at(document, full.begin, LEXICON_MEETNOUN);
    return noun && noun->end <= full.end && look_flag(document, noun->begin, TOKEN_CAPITAL) &&
                   !look_at(document, noun->begin, LEXICON_ORGHEAD) &&
                   !look_at(document, full.begin, LEXICON_ORGANIZATION)
               ? noun
               : NULL;
}

static void read_again(struct document *document, uint32_t token, const struct annotation *noun)
{
    static const uint16_t known[] = {LEXICON_MEETNOUN, LEXICON_ORGANIZATION, LEXICON_SERIES,
                                     LEXICON_COUNTRY, 0};
    for (uint32_t t = token + 2; t < document->tokens.count; t++) {
        if (look_token(document, t)->hash != look_token(document, token)->hash ||
            !look_flag(document, t, TOKEN_UPPER) || look_kinds(document, t, known))
            continue;
        struct annotation *added = document_add(document, LEXICON_MEETNOUN, t, t + 1);
        if (!added)
            return;
        added->value = noun->value;
        added->tag = TAG_SING;
    }
}

void short_name_annotate(struct document *document)
{
    for (uint32_t t = 2; t + 1 < document->tokens.count; t++) {
        const struct span full = acronym_spelled(document, t);
        const struct annotation *noun =
            full.begin < full.end && document_text(document, t, t + 1).len >= LETTERS_LEAST
                ? meeting_of(document, full)
                : NULL;
        if (noun)
            read_again(document, t, noun);
    }
}
