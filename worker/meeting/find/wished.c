#include "annotate/look.h"
#include "meeting/find/vain.h"

/* "espère que le sommet aura lieu", "propose que A rencontre B": what is only wished for. */

/* Whether a phrase of wishing ends before the token. */
static bool is_wish(const struct document *document, uint32_t end)
{
    enum { WORDS_MAX = 5 };
    for (uint32_t back = 1; back <= WORDS_MAX && back <= end; back++) {
        const struct annotation *phrase = look_at(document, end - back, LEXICON_FALSEFRIEND);
        if (phrase && phrase->end == end && look_says(document, phrase, STR("WISHED")))
            return true;
    }
    return false;
}

bool told_as_wished(const struct finder *finder, uint32_t verb)
{
    const struct clause *clause = &finder->clause;
    for (uint32_t i = verb; i-- > 0;) {
        if (clause_is(clause, i, TYPE(SUBORDINATOR)))
            return is_wish(finder->document, clause_chunk(clause, i)->end);
        if (clause_is(clause, i, TYPE(STOP) | TYPE(VERB) | TYPE(RELATIVE)))
            break;
    }
    return false;
}
