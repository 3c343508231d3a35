#include "meeting/clause/absence.h"

#include "annotate/look.h"

/* "en l'absence" du, "sauf" X, "sauf" le X */
static bool ends_before(const struct document *document, const struct annotation *words,
                        uint32_t begin)
{
    return words->end == begin || words->end == begin + 1 ||
           (words->end + 1 == begin && document_is(document, begin - 1, CLASS(DETERMINER)));
}

bool absence_told(const struct document *document, const struct annotation *party)
{
    enum { WORDS_MAX = 6 };
    const uint32_t first = party->begin - (party->begin < WORDS_MAX ? party->begin : WORDS_MAX);
    uint64_t some = look_window(document, first, party->begin + 1, LEXICON_ABSENCE);
    for (; some; some &= some - 1) {
        const uint32_t t = first + (uint32_t)__builtin_ctzll(some);
        const struct annotation *words = look_at(document, t, LEXICON_ABSENCE);
        if (words && ends_before(document, words, party->begin))
            return true;
    }
    return false;
}

/* "n'y participe pas", "will not be attending": whether a word that turns it round stands near. */
static bool is_negated(const struct document *document, const struct sentence *sentence,
                       const struct annotation *verb)
{
    enum { WORDS_BEFORE = 4, WORDS_AFTER = 1 };
    for (uint32_t t = verb->begin; t < sentence->end && t < verb->end + WORDS_AFTER; t++) {
        if (document_is(document, t, CLASS(NEGATION)))
            return true;
    }
    for (uint32_t back = 1; back <= WORDS_BEFORE && verb->begin >= sentence->begin + back; back++) {
        if (document_is(document, verb->begin - back, CLASS(NEGATION)))
            return true;
    }
    return false;
}

bool absence_in(const struct document *document, const struct sentence *sentence)
{
    const uint64_t bits = KIND_BIT(LEXICON_EVENTVERB) | KIND_BIT(LEXICON_MEETVERB);
    for (uint32_t t = look_next(document, sentence->begin, sentence->end, bits); t < sentence->end;
         t = look_next(document, t + 1, sentence->end, bits)) {
        const struct annotation *event = look_at(document, t, LEXICON_EVENTVERB);
        const struct annotation *goes = look_at(document, t, LEXICON_MEETVERB);
        const enum sense sense = event ? look_lexeme(document, event)->sense : SENSE_NONE;
        if (sense == SENSE_REFUSE || sense == SENSE_BOYCOTT || sense == SENSE_MISS ||
            (sense == SENSE_ATTEND && is_negated(document, sentence, event)) ||
            (goes && look_lexeme(document, goes)->kind == KIND_VISIT &&
             is_negated(document, sentence, goes)))
            return true;
    }
    return false;
}
