#include "annotate/boilerplate.h"

#include "annotate/look.h"

static bool same_words(const struct document *document, const struct sentence *a,
                       const struct sentence *b)
{
    const uint32_t count = a->end - a->begin;
    if (count != b->end - b->begin)
        return false;
    for (uint32_t i = 0; i < count; i++) {
        if (look_token(document, a->begin + i)->hash != look_token(document, b->begin + i)->hash)
            return false;
    }
    return true;
}

/* The headline printed again above the story. */
static bool is_repeated_title(const struct document *document, const struct sentence *sentence)
{
    const struct sentence *title = &document->sentences.at[0];
    return (title->flags & SENTENCE_TITLE) && sentence != title &&
           same_words(document, title, sentence);
}

/* A line that begins with "Read more", or holds "All rights reserved". */
static bool has_phrase(const struct document *document, const struct sentence *sentence)
{
    uint32_t first = sentence->begin;
    while (first < sentence->end && look_flag(document, first, TOKEN_PUNCT))
        first++;
    for (uint32_t t = sentence->begin; t < sentence->end; t++) {
        const struct annotation *phrase = look_at(document, t, LEXICON_BOILERPLATE);
        if (!phrase)
            continue;
        const bool at_start = t == first && (sentence->flags & SENTENCE_LINE);
        if (at_start || !look_lexeme(document, phrase)->start)
            return true;
    }
    return false;
}

void boilerplate_mark(struct document *document)
{
    uint32_t line = 0;
    bool whole_line = false;
    for (size_t i = 0; i < document->sentences.count; i++) {
        struct sentence *sentence = &document->sentences.at[i];
        if (sentence->flags & SENTENCE_TITLE)
            continue;
        if (sentence->line != line)
            whole_line = false;
        line = sentence->line;
        if (has_phrase(document, sentence))
            whole_line = true;
        if (whole_line || is_repeated_title(document, sentence))
            sentence->flags |= SENTENCE_BOILERPLATE;
    }
}
