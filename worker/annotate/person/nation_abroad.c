#include <string.h>

#include "annotate/country.h"
#include "annotate/look.h"
#include "annotate/person/nation.h"

/* "X est en visite au Japon", "X effectue une tournée en Italie": who visits a state serves
 * another. */

/* "visite | officielle au Japon": the code of the state told close behind the word for a visit that
 * ends at token, or NULL. */
static const char *visited(const struct document *document, uint32_t token, uint32_t end,
                           uint32_t *ret_end)
{
    enum { WORDS_MAX = 4 };
    for (uint32_t t = token; t + 1 < end && t - token < WORDS_MAX; t++) {
        const uint32_t at = t + 1 + document_is(document, t + 1, CLASS(DETERMINER));
        if (document_is(document, t, CLASS(TO))) {
            const struct annotation *state = look_at(document, at, LEXICON_COUNTRY);
            *ret_end = state ? state->end : t;
            return state ? country_of(document, state) : NULL;
        }
        if (!look_flag(document, t, TOKEN_WORD) || look_at(document, t, ANNOTATION_PARTY))
            break;
    }
    return NULL;
}

/* "arrived | in Kenya's capital Lomira", "in the Kenyan port of Lomira": the code of the state that
 * is told with a town of it, or NULL. */
static const char *gone_to_town(const struct document *document, uint32_t token, uint32_t *ret_end)
{
    enum { WORDS_MAX = 6 };
    while (document_is(document, token, CLASS(AT) | CLASS(TO) | CLASS(DETERMINER)))
        token++;
    const struct annotation *state = look_at(document, token, LEXICON_COUNTRY);
    if (!state || !look_clitic(document, state->end))
        state = look_at(document, token, LEXICON_DEMONYM);
    const char *code = state ? country_of(document, state) : NULL;
    for (uint32_t t = state ? state->end : token; code && t < state->end + WORDS_MAX; t++) {
        const struct annotation *city = look_at(document, t, LEXICON_CITY);
        if (city && strcmp(look_lexeme(document, city)->country, code) == 0) {
            *ret_end = city->end;
            return code;
        }
        if (look_flag(document, t, TOKEN_SENTENCE) || look_at(document, t, ANNOTATION_PARTY))
            break;
    }
    return NULL;
}

/* "visited | Kenya", "will fly to | Accra", "se rendra | vendredi à Accra": the code of the state,
 * or of the capital's, to which the verb of travel that ends at token leads, or NULL: another town
 * may be at home. */
static const char *gone_to(const struct document *document, uint32_t token, uint32_t *ret_end)
{
    const struct annotation *day = look_at(document, token, ANNOTATION_DATE);
    token = day ? day->end : token;
    const uint32_t at = token + document_is(document, token, CLASS(DETERMINER) | CLASS(TO));
    const struct annotation *state = look_at(document, at, LEXICON_COUNTRY);
    const struct annotation *city = state ? NULL : look_at(document, at, LEXICON_CITY);
    const struct annotation *goal = state ? state : city;
    *ret_end = goal ? goal->end : token;
    if (!goal || look_clitic(document, goal->end))
        return gone_to_town(document, token, ret_end);
    const char *capital = city ? look_lexeme(document, city)->stands : "";
    return state ? country_of(document, state) : capital[0] ? capital : NULL;
}

/* Whether the word is one for a visit. */
static bool is_visit(const struct document *document, const struct annotation *word)
{
    return word && look_lexeme(document, word)->kind == KIND_VISIT;
}

/* The state that the word for a visit at token tells, or NULL. */
static const char *visited_at(const struct document *document, uint32_t token, uint32_t end,
                              uint32_t *ret_end)
{
    static const uint16_t kinds[] = {LEXICON_MEETNOUN, LEXICON_MEETVERB};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        const struct annotation *word = look_at(document, token, kinds[i]);
        const bool verb = kinds[i] == LEXICON_MEETVERB && is_visit(document, word);
        const char *state = verb ? gone_to(document, word->end, ret_end) : NULL;
        if (!state && is_visit(document, word))
            state = visited(document, word->end, end, ret_end);
        if (state)
            return state;
    }
    return NULL;
}

/* "visit to Kenya by Minister A", "mission to Kenya, led by A": those told right behind the state
 * that ends at token as they who go, or NULL. */
static const struct party_list *goers_behind(const struct document *document, uint32_t token)
{
    const uint32_t by = token + look_mark(document, token, ',');
    const struct annotation *led = look_at(document, by, LEXICON_HOST);
    if (!led && !document_is(document, by, CLASS(BY)))
        return NULL;
    return party_list_at(document, led ? led->end : by + 1);
}

static void mark(struct people *people, const struct party_list *who, const char *state)
{
    for (unsigned i = 0; i < who->count; i++) {
        if (who->at[i]->person)
            memcpy(people->at[who->at[i]->person].abroad, state, 3);
    }
}

/* Whether a word for a visit may stand in the sentence. */
static bool tells_visit(const struct document *document, const struct sentence *sentence)
{
    const uint64_t bits = KIND_BIT(LEXICON_MEETNOUN) | KIND_BIT(LEXICON_MEETVERB);
    const uint32_t end = sentence->end;
    for (uint32_t t = look_next(document, sentence->begin, end, bits); t < end;
         t = look_next(document, t + 1, end, bits)) {
        if (is_visit(document, look_at(document, t, LEXICON_MEETNOUN)) ||
            is_visit(document, look_at(document, t, LEXICON_MEETVERB)))
            return true;
    }
    return false;
}

/* Marks who is told last before each word for a visit of the sentence, or right behind it. */
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
        uint32_t behind = t;
        const char *state = visited_at(document, t, end, &behind);
        const struct party_list *goers = state ? goers_behind(document, behind) : NULL;
        if (state && (goers || who))
            mark(people, goers ? goers : who, state);
    }
}

void nation_mark_abroad(const struct document *document, struct people *people)
{
    for (size_t i = 0; i < document->sentences.count; i++)
        if (tells_visit(document, &document->sentences.at[i]))
            mark_sentence(document, people, &document->sentences.at[i]);
}
