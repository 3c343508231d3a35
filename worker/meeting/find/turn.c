#include "meeting/find/turn.h"

#include "annotate/look.h"

/* Who met in turn: "A and B met with C, respectively". */

/* "A and B met with C, respectively": whether such a word stands right behind the one met. */
bool told_in_turn(const struct finder *finder, uint32_t token)
{
    enum { WORDS_MAX = 2 };
    const uint64_t each = CLASS(APART) | CLASS(RESPECTIVE);
    for (uint32_t t = token; t < token + WORDS_MAX && t < finder->sentence->end; t++) {
        if (document_is(finder->document, t, each) &&
            !look_at(finder->document, t + 1, LEXICON_MEETNOUN))
            return true;
        if (!look_flag(finder->document, t, TOKEN_PUNCT))
            return false;
    }
    return false;
}

/* "A met B and C, respectively": one with each; of two and two each would have his own, as names
 * behind a row of titles have, "his Kenyan and Danish counterparts, B and C, respectively". */
bool told_one_in_turn(const struct finder *finder, const struct mention *mention, uint32_t others,
                      uint32_t end)
{
    unsigned before = 0;
    for (unsigned i = 0; i < mention->party_count; i++) {
        const struct party *party = mention->parties[i].party;
        const bool named = party->name_end > party->name_begin && party->role_count > 0;
        if (party->begin < others)
            before++;
        else if (named && i > before && party->roles[0]->begin < mention->parties[i - 1].party->end)
            return false;
    }
    return before < 2 && told_in_turn(finder, end);
}

/* Keeps a copy for each of those before the token, with the one who stands at it. */
void keep_in_turn(struct finder *finder, const struct mention *mention, uint32_t token)
{
    for (unsigned i = 0; i < mention->party_count; i++) {
        if (mention->parties[i].party->begin >= token)
            continue;
        struct mention *copy = ARENA_ARRAY(finder->document->arena, struct mention, 1);
        if (!copy) {
            finder->story->document->memory_out = true;
            return;
        }
        *copy = *mention;
        copy->party_count = 0;
        copy->parties[copy->party_count++] = mention->parties[i];
        for (unsigned k = 0; k < mention->party_count; k++) {
            if (mention->parties[k].party->begin >= token)
                copy->parties[copy->party_count++] = mention->parties[k];
        }
        finder_keep(finder, copy);
    }
}

/* "tour à tour", "one by one": whether a plain word is told twice around such a small one, and does
 * not say how they met, "face à face". */
static bool has_twice(const struct finder *finder, uint32_t begin, uint32_t end)
{
    const struct document *document = finder->document;
    for (uint32_t t = begin; t + 2 < end; t++) {
        if (document_is(document, t + 1, CLASS(AT) | CLASS(BY)) &&
            look_flag(document, t, TOKEN_WORD) &&
            look_token(document, t)->hash == look_token(document, t + 2)->hash &&
            !look_at(document, t, LEXICON_MODEPHRASE) && !look_at(document, t, LEXICON_MEETNOUN))
            return true;
    }
    return false;
}

/* "l'un après l'autre": whether such a phrase stands there. */
static bool has_turn(const struct finder *finder, uint32_t begin, uint32_t end)
{
    for (uint32_t t = begin; t < end; t++) {
        const struct annotation *turn = look_at(finder->document, t, LEXICON_ASIDE);
        if (look_says(finder->document, turn, STR("TURN")))
            return true;
    }
    return false;
}

bool tells_turn(const struct finder *finder, uint32_t begin, uint32_t end)
{
    return has_twice(finder, begin, end) || has_turn(finder, begin, end);
}
