#include <string.h>

#include "annotate/country.h"
#include "annotate/look.h"
#include "annotate/party/roll.h"
#include "annotate/person/nation.h"
#include "annotate/verb.h"

/* "Du côté malien, A et B", "et, côté français, C": whoever is told behind whose side it is serves
 * that state. */

/* The state whose side the words at token tell, or NULL. */
static const char *side_at(const struct document *document, uint32_t token)
{
    const struct annotation *people = country_side(document, token);
    return people ? country_of(document, people) : NULL;
}

static void serve(struct people *people, const struct party_list *list, const char *state)
{
    for (unsigned i = 0; i < list->count; i++) {
        struct party *party = list->at[i];
        struct person *person = &people->at[party->person];
        if (party->type != PARTY_PERSON || party->country[0] || party->organization)
            continue;
        if (!party->person)
            memcpy(party->country, state, 3);
        else if (!person->country[0] && !person->stateless)
            memcpy(person->country, state, 3);
    }
}

/* The members of a list from the token of a side on are of that side. */
static void serve_inside(const struct document *document, struct people *people,
                         const struct party_list *list, uint32_t begin, uint32_t end)
{
    const char *state = NULL;
    uint32_t t = begin;
    for (unsigned i = 0; i < list->count; i++) {
        for (; t < list->at[i]->begin && t < end; t++) {
            const char *side = side_at(document, t);
            state = side ? side : state;
        }
        struct party *one[] = {list->at[i]};
        const struct party_list alone = {one, 1};
        if (state)
            serve(people, &alone, state);
    }
}

static bool tells_side(const struct document *document, const struct sentence *sentence)
{
    const uint64_t bit = KIND_BIT(LEXICON_BEHALF);
    uint32_t t = look_next(document, sentence->begin, sentence->end, bit);
    while (t < sentence->end && !side_at(document, t))
        t = look_next(document, t + 1, sentence->end, bit);
    return t < sentence->end;
}

/* The state that the line of a roll tells last, ", Norway", or NULL. */
static const char *state_closing(const struct document *document, const struct sentence *line)
{
    for (uint32_t t = line->begin + 1; t < line->end; t++) {
        const struct annotation *state =
            look_mark(document, t - 1, ',') ? look_at(document, t, LEXICON_COUNTRY) : NULL;
        if (state && (state->end == line->end || look_flag(document, state->end, TOKEN_PUNCT)))
            return country_of(document, state);
    }
    return NULL;
}

/* "The Kenyan participants were:", a line for each: they serve the state that the words before the
 * roll tell, or their own line. */
static void serve_roll(const struct document *document, struct people *people, size_t opens)
{
    const struct sentence *all = document->sentences.at;
    const uint32_t begin = all[opens].begin, end = all[opens].end;
    const struct annotation *nation = look_within(document, begin, end, LEXICON_DEMONYM);
    const struct annotation *named = look_within(document, begin, end, LEXICON_COUNTRY);
    const bool first = nation && (!named || nation->begin <= named->begin);
    const char *told = country_of(document, first ? nation : named);
    for (size_t i = opens + 1; roll_has(document, i); i++) {
        const struct annotation *party =
            look_within(document, all[i].begin, all[i].end, ANNOTATION_PARTY);
        const char *own = state_closing(document, &all[i]);
        if (party && (own || told))
            serve(people, party_members(party), own ? own : told);
    }
}

/* "le Kenya, dont le ministre, X, …": who is told behind such a word serves the state before it;
 * nobody does where the article doesn't tell which of two it is: "le Congo". */
static void serve_owner(const struct document *document, struct people *people,
                        const struct sentence *sentence)
{
    enum { STATE_WORDS = 5 }; /* of the longest name of a state, and a comma */
    const uint64_t bit = KIND_BIT(LEXICON_BEHALF);
    for (uint32_t t = look_next(document, sentence->begin, sentence->end, bit); t < sentence->end;
         t = look_next(document, t + 1, sentence->end, bit)) {
        const struct annotation *whose = look_at(document, t, LEXICON_BEHALF);
        const struct annotation *party =
            whose ? look_at(document, whose->end, ANNOTATION_PARTY) : NULL;
        if (whose && !party) /* "Kenya, | whose minister" */
            party = look_at(document, t, ANNOTATION_PARTY);
        if (!party || !look_says(document, whose, STR("WHOSE")))
            continue;
        const bool comma = look_mark(document, t - 1, ',');
        for (uint32_t back = 1; back <= STATE_WORDS && sentence->begin + back <= t; back++) {
            const struct annotation *state = look_at(document, t - back, LEXICON_COUNTRY);
            const char *code =
                state && state->end + comma == t ? country_of(document, state) : NULL;
            if (code && !country_is_self_styled(document, state))
                serve(people, party_members(party), code);
        }
    }
}

void nation_by_side(const struct document *document, struct people *people)
{
    const uint64_t bits =
        KIND_BIT(LEXICON_BEHALF) | KIND_BIT(ANNOTATION_PARTY) | KIND_BIT(ANNOTATION_VERB);
    for (size_t i = 0; i < document->sentences.count; i++) {
        const struct sentence *sentence = &document->sentences.at[i];
        const char *state = NULL;
        bool served = false; /* what is done then may be done to others */
        if (roll_opens(document, i))
            serve_roll(document, people, i);
        if (look_next(document, sentence->begin, sentence->end, KIND_BIT(LEXICON_BEHALF)) ==
            sentence->end)
            continue;
        serve_owner(document, people, sentence);
        if (!tells_side(document, sentence))
            continue;
        for (uint32_t t = look_next(document, sentence->begin, sentence->end, bits);
             t < sentence->end; t = look_next(document, t + 1, sentence->end, bits)) {
            const char *side = side_at(document, t);
            if (side || (served && look_at(document, t, ANNOTATION_VERB)))
                state = side;
            const struct annotation *party = look_at(document, t, ANNOTATION_PARTY);
            if (!party)
                continue;
            served = true;
            serve_inside(document, people, party_members(party), party->begin, party->end);
            if (state)
                serve(people, party_members(party), state);
        }
    }
}
