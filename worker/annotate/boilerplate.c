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
    const uint64_t bit = KIND_BIT(LEXICON_BOILERPLATE);
    for (uint32_t t = look_next(document, sentence->begin, sentence->end, bit); t < sentence->end;
         t = look_next(document, t + 1, sentence->end, bit)) {
        const struct annotation *phrase = look_at(document, t, LEXICON_BOILERPLATE);
        if (!phrase)
            continue;
        const bool at_start = t == first && (sentence->flags & SENTENCE_LINE);
        if (at_start || !look_lexeme(document, phrase)->start)
            return true;
    }
    return false;
}

/* A menu, or where and when a story was filed: "News | Sport | Weather", "New Delhi | Updated: 7
 * May".
 */
static bool is_menu(const struct document *document, uint32_t begin, uint32_t end)
{
    enum { BARS_LEAST = 2, WORDS_BETWEEN = 20 };
    uint32_t bars = 0;
    for (uint32_t t = begin; t < end; t++)
        bars += look_mark(document, t, '|');
    return bars >= BARS_LEAST && end - begin <= (bars + 1) * WORDS_BETWEEN;
}

/* "À lire aussi", "Most read" and nothing else: what follows are the headlines of other stories. */
static bool opens_list(const struct document *document, const struct sentence *line)
{
    enum { HEADING_MAX = 6 };
    if (line->end - line->begin > HEADING_MAX)
        return false;
    for (uint32_t t = line->begin; t < line->end; t++) {
        const struct annotation *phrase = look_at(document, t, LEXICON_BOILERPLATE);
        if (phrase && look_lexeme(document, phrase)->listing)
            return true;
    }
    return false;
}

/* A headline is short and has no stop at its end. */
static bool is_headline(const struct document *document, uint32_t begin, uint32_t end)
{
    enum { HEADLINE_MAX = 30 };
    return end - begin <= HEADLINE_MAX && !look_mark(document, end - 1, '.') &&
           !look_mark(document, end - 1, '!');
}

/* Marks the sentences from first to behind last, which are one line.  A caption ends with whose
 * photo it is, so that a short line goes as a whole; of a long one what follows the phrase. */
static void line_mark(struct document *document, size_t first, size_t behind)
{
    enum { SHORT_LINE = 70 };
    struct sentence *sentences = document->sentences.at;
    const uint32_t begin = sentences[first].begin, end = sentences[behind - 1].end;
    bool out = is_menu(document, begin, end);
    for (size_t i = first; i < behind && end - begin <= SHORT_LINE; i++)
        out |= has_phrase(document, &sentences[i]);
    for (size_t i = first; i < behind; i++) {
        out |= has_phrase(document, &sentences[i]);
        if (out || is_repeated_title(document, &sentences[i]))
            sentences[i].flags |= SENTENCE_BOILERPLATE;
    }
}

void boilerplate_mark(struct document *document)
{
    const size_t count = document->sentences.count;
    size_t behind;
    bool listing = false;
    for (size_t i = 0; i < count; i = behind) {
        const struct sentence *first = &document->sentences.at[i];
        for (behind = i + 1; behind < count && document->sentences.at[behind].line == first->line;)
            behind++;
        if (first->flags & SENTENCE_TITLE)
            continue;
        line_mark(document, i, behind);
        listing = behind == i + 1 && (opens_list(document, first) ||
                                      (listing && is_headline(document, first->begin, first->end)));
        if (listing)
            document->sentences.at[i].flags |= SENTENCE_BOILERPLATE;
    }
}
