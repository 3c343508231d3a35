#include "annotate/name/singular.h"

#include "annotate/look.h"
#include "base/buffer.h"

/* The word for several at token, or NULL. */
static const struct annotation *several_at(const struct document *document, uint32_t token,
                                           uint32_t end)
{
    const struct annotation *word = look_at(document, token, LEXICON_SINGULAR);
    return word && word->end <= end ? word : NULL;
}

/* Adds the word without the letters that tell several. */
static void add_singular(const struct document *document, const struct annotation *word,
                         struct buffer *buffer)
{
    struct str written = document_text(document, word->begin, word->end);
    const int32_t fewer = pack_value_number(document->pack, word->value);
    written.len -= fewer > 0 && (size_t)fewer < written.len ? (size_t)fewer : 0;
    buffer_add(buffer, written);
    buffer_add(buffer, pack_column(document->pack, word->value, 1));
}

struct str singular_title(struct document *document, uint32_t begin, uint32_t end)
{
    struct buffer buffer = buffer_in(document->arena);
    struct str title = document_text(document, begin, end);
    uint32_t from = begin;
    for (uint32_t t = begin; t < end && !document_is(document, t, CLASS(OF)); t++) {
        const struct annotation *word = several_at(document, t, end);
        if (!word || word->end <= from)
            continue;
        if (word->begin > from) { /* with the blank behind it */
            const struct str whole = document_text(document, from, word->end);
            const struct str last = document_text(document, word->begin, word->end);
            buffer_add(&buffer, str_make(whole.at, whole.len - last.len));
        }
        add_singular(document, word, &buffer);
        from = word->end;
    }
    if (from == begin)
        return title;
    if (from < end) { /* with the blank before it */
        const struct str whole = document_text(document, from - 1, end);
        const struct str first = document_text(document, from - 1, from);
        buffer_add(&buffer, str_make(whole.at + first.len, whole.len - first.len));
    }
    document->memory_out |= buffer_finish(&buffer, &title) != 0;
    return title;
}
