#include <string.h>

#include "annotate/country.h"
#include "annotate/look.h"
#include "annotate/person/nation.h"

/* "X est en visite au Japon", "X effectue une tournée en Italie": who visits a state serves
 * another. */

/* "visite | officielle au Japon": the code of the state told close behind the word for a visit that
 * ends at token, or NULL. */
static const char *visited(const struct document *document, uint32_t token, uint32_t end)
{
    enum { WORDS_MAX = 4 };
    for (uint32_t t = token; t + 1 < end && t - token < WORDS_MAX; t++) {
        const uint32_t at = t + 1 + document_is(document, t + 1, CLASS(DETERMINER));
        if (document_is(document, t, CLASS(TO))) {
            const struct annotation *state = look_at(document, at, LEXICON_COUNTRY);
            return state ? country_of(document, state) : NULL;
        }
        if (!look_flag(document, t, TOKEN_WORD) || look_at(document, t, ANNOTATION_PARTY))
            break;
    }
    return NULL;
}

/* Whether the word is one for a visit. */
static bool is_visit(const struct document *document, const struct annotation *word)
{
    return word && look_lexeme(document, word)->kind == KIND_VISIT;
}

/* The state that the word for a visit at token tells, or NULL. */
static const char *visited_at(const struct document *document, uint32_t token, uint32_t end)
{
    static const uint16_t kinds[] = {LEXICON_MEETNOUN, LEXICON_MEETVERB};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        const struct annotation *word = look_at(document, token, kinds[i]);
        const char *state = is_visit(document, word) ? visited(document, word->end, end) : NULL;
        if (state)
            return state;
    }
    return NULL;
}

/* Marks who is told last before each word for a visit of the sentence. */
static void mark_sentence(const struct document *document, struct people *people,
                          const struct sentence *sentence)
{
    const uint64_t bits =
        KIND_BIT(ANNOTATION_PARTY) | KIND_BIT(LEXICON_MEETNOUN) | KIND_BIT(LEXICON_MEETVERB);
    const uint32_t end = sentence->end;
    const struct party_list *who = NULL;
    for (uint32_t t = look_next(document, sentence->begin, end, bits); t < end;
         t = look_next(document, t + 1, end, bits)) {
        const struct party_list *list = party_list_at(document, t);
        if (list && list->at[0]->type == PARTY_PERSON)
            who = list;
        const char *state = who ? visited_at(document, t, end) : NULL;
        for (unsigned i = 0; state && i < who->count; i++) {
            if (who->at[i]->person)
                memcpy(people->at[who->at[i]->person].abroad, state, 3);
        }
    }
}

void nation_mark_abroad(const struct document *document, struct people *people)
{
    for (size_t i = 0; i < document->sentences.count; i++)
        mark_sentence(document, people, &document->sentences.at[i]);
}
