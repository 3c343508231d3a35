#include "text/sentence.h"

#include "base/fault.h"
#include "base/grow.h"

struct sentence_cutter {
    const struct str *texts;
    struct token *tokens;
    size_t count;
    struct arena *arena;
    struct sentence_list list;
    size_t room;
    uint32_t line;
};

static bool is_one_of(const struct sentence_cutter *cutter, size_t token, const char *const *marks)
{
    struct str text = token_text(&cutter->tokens[token], cutter->texts);
    for (; *marks; marks++)
        if (text.at[0] == **marks && str_equal(text, str_of(*marks)))
            return true;
    return false;
}

static bool ends_sentence(const struct sentence_cutter *cutter, size_t token)
{
    static const char *const ENDS[] = {".", "!", "?", "…", NULL};
    return cutter->tokens[token].flags & TOKEN_PUNCT && is_one_of(cutter, token, ENDS);
}

/* Quotes and brackets that belong to the sentence before them. */
static bool closes_sentence(const struct sentence_cutter *cutter, size_t token)
{
    static const char *const CLOSE[] = {"»", "”", "’", ")", "]", NULL};
    static const char *const EITHER[] = {"\"", "'", NULL};
    if (!(cutter->tokens[token].flags & TOKEN_PUNCT))
        return false;
    return is_one_of(cutter, token, CLOSE) ||
           (cutter->tokens[token].flags & TOKEN_JOINED && is_one_of(cutter, token, EITHER));
}

/* "à Hanoï.Le ministre": crawlers lose the blank where a paragraph ended.  Not "www.Example.Org".
 */
static bool lost_blank(const struct sentence_cutter *cutter, size_t token)
{
    static const char *const GOES_ON[] = {",", NULL};
    enum { LETTERS_MIN = 3 };
    if (token < 2)
        return false;
    const struct token *before = &cutter->tokens[token - 2], *first = &cutter->tokens[token];
    const bool word = before->flags & TOKEN_WORD &&
                      !(before->flags & (TOKEN_JOINED | TOKEN_UPPER)) &&
                      token_text(before, cutter->texts).len >= LETTERS_MIN;
    const bool alone =
        token + 1 == cutter->count || !(cutter->tokens[token + 1].flags & TOKEN_JOINED) ||
        cutter->tokens[token + 1].flags & TOKEN_WORD || is_one_of(cutter, token + 1, GOES_ON);
    return word && alone && first->flags & TOKEN_CAPITAL && !(first->flags & TOKEN_UPPER);
}

static bool begins_sentence(const struct sentence_cutter *cutter, size_t index)
{
    const struct token *token = &cutter->tokens[index];
    if (token->flags & TOKEN_LINE)
        return true;
    if (token->flags & TOKEN_JOINED)
        return lost_blank(cutter, index);
    return !(token->flags & TOKEN_WORD) || token->flags & TOKEN_CAPITAL;
}

/* "une réunion (...) avec X": what is left out of a quotation, and no end. */
static bool is_omission(const struct sentence_cutter *cutter, size_t last)
{
    static const char *const OPEN[] = {"(", "[", NULL};
    while (last > 0 && ends_sentence(cutter, last))
        last--;
    return is_one_of(cutter, last, OPEN);
}

/* The token after the sentence that begins at token, which ends with its line at the latest. */
static size_t sentence_end(const struct sentence_cutter *cutter, size_t token)
{
    bool title = cutter->tokens[token].flags & TOKEN_TITLE;
    for (size_t i = token + 1; i < cutter->count; i++) {
        if (cutter->tokens[i].flags & TOKEN_LINE)
            return i;
        if (title || !ends_sentence(cutter, i - 1) || is_omission(cutter, i - 1))
            continue;
        while (i < cutter->count && !(cutter->tokens[i].flags & TOKEN_LINE) &&
               (ends_sentence(cutter, i) || closes_sentence(cutter, i)))
            i++;
        if (i == cutter->count || begins_sentence(cutter, i))
            return i;
    }
    return cutter->count;
}

static int sentence_add(struct sentence_cutter *cutter, size_t begin, size_t end)
{
    if (!GROW(cutter->arena, cutter->list.at, cutter->list.count, cutter->room))
        return FAULT_MEMORY;
    struct token *first = &cutter->tokens[begin];
    struct sentence *sentence = &cutter->list.at[cutter->list.count++];
    sentence->begin = (uint32_t)begin;
    sentence->end = (uint32_t)end;
    if (first->flags & TOKEN_TITLE)
        sentence->flags |= SENTENCE_TITLE;
    else if (first->flags & TOKEN_LINE)
        cutter->line++;
    if (first->flags & TOKEN_LINE)
        sentence->flags |= SENTENCE_LINE;
    sentence->line = cutter->line;
    first->flags |= TOKEN_SENTENCE;
    return 0;
}

int sentence_cut(const struct str texts[2], struct token_list *tokens, struct arena *arena,
                 struct sentence_list *ret_sentences)
{
    struct sentence_cutter cutter = {
        .texts = texts, .tokens = tokens->at, .count = tokens->count, .arena = arena};
    for (size_t begin = 0; begin < tokens->count;) {
        size_t end = sentence_end(&cutter, begin);
        if (sentence_add(&cutter, begin, end))
            return FAULT_MEMORY;
        begin = end;
    }
    *ret_sentences = cutter.list;
    return 0;
}
