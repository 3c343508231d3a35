#include "annotate/party/roll.h"

#include "annotate/look.h"

enum { ITEM_MAX = 40, HEADING_MAX = 4, ROLL_MAX = 60 }; /* words of a line, lines of a roll */

/* Whether the sentence is a line by itself. */
static bool is_line(const struct document *document, size_t number)
{
    const struct sentence_list *all = &document->sentences;
    return number < all->count && (all->at[number].flags & SENTENCE_LINE) &&
           !(all->at[number].flags & (SENTENCE_TITLE | SENTENCE_BOILERPLATE)) &&
           (number + 1 == all->count || (all->at[number + 1].flags & SENTENCE_LINE));
}

bool roll_opens(const struct document *document, size_t number)
{
    const struct sentence_list *all = &document->sentences;
    const bool last = number + 1 < all->count && (all->at[number + 1].flags & SENTENCE_LINE);
    const struct sentence *sentence = &all->at[number];
    const bool heading = (sentence->flags & SENTENCE_LINE) && /* "Participants" */
                         sentence->end - sentence->begin <= HEADING_MAX &&
                         look_flag(document, sentence->end - 1, TOKEN_WORD);
    if (!last || !(heading || look_mark(document, sentence->end - 1, ':')))
        return false;
    for (uint32_t t = sentence->begin; t < sentence->end; t++) {
        const struct annotation *with = look_at(document, t, LEXICON_ACCOMPANIED);
        const struct annotation *verb = look_at(document, t, LEXICON_EVENTVERB);
        if (look_at(document, t, LEXICON_PRESENCE) ||
            (with && !look_says(document, with, STR("FLOOR"))) ||
            (verb && look_lexeme(document, verb)->sense == SENSE_ATTEND))
            return true;
    }
    return false;
}

/* Whether the line can tell somebody: it is short, begins with a capital, and asks nothing. */
static bool is_item(const struct document *document, size_t number)
{
    if (!is_line(document, number))
        return false;
    const struct sentence *sentence = &document->sentences.at[number];
    uint32_t t = sentence->begin;
    while (t < sentence->end && look_flag(document, t, TOKEN_PUNCT))
        t++; /* a bullet */
    return sentence->end - sentence->begin <= ITEM_MAX && look_flag(document, t, TOKEN_CAPITAL) &&
           !look_mark(document, sentence->end - 1, ':') &&
           !look_mark(document, sentence->end - 1, '?');
}

bool roll_has(const struct document *document, size_t number)
{
    for (size_t back = 0; back < ROLL_MAX && back < number; back++) {
        if (!is_item(document, number - back))
            return false;
        if (roll_opens(document, number - back - 1))
            return true;
    }
    return false;
}
