#include "annotate/look.h"
#include "annotate/party/party.h"
#include "meeting/find/act.h"

/* "A is the first Asian leader to visit Peru": who did it, where a word for which of several that
 * was stands before the infinitive. */

/* "the first", "the latest in a series of | leaders": whether a word close before the one at token
 * says which of several. */
static bool is_counted_off(const struct finder *finder, uint32_t token)
{
    enum { WORDS_MAX = 3, SERIES_MAX = 6 };
    const bool series = token > 0 && document_is(finder->document, token - 1, CLASS(OF));
    const uint32_t most = series ? SERIES_MAX : WORDS_MAX;
    for (uint32_t t = token + 1; t + most >= token && t > finder->sentence->begin; t--) {
        const struct annotation *which = look_at(finder->document, t, LEXICON_NEXTPREVIOUS);
        const struct str sort =
            which ? pack_column(finder->document->pack, which->value, 0) : STR("");
        if (look_at(finder->document, t, LEXICON_ORDINAL) || str_equal(sort, STR("LAST")) ||
            str_equal(sort, STR("FIRST")) || str_equal(sort, STR("PREVIOUS")))
            return true;
        if (t <= token && look_flag(finder->document, t, TOKEN_PUNCT))
            break;
    }
    return false;
}

/* "African leaders": whether several are told at the chunk by what they are. */
static bool is_party_of_many(const struct clause *clause, uint32_t chunk)
{
    if (!clause_is(clause, chunk, TYPE(PARTY)))
        return false;
    const struct party *party = party_members(clause_chunk(clause, chunk)->of)->at[0];
    return party->type == PARTY_GROUP || party->plural;
}

/* "to meet", "to have met", "à avoir rencontré". */
static bool is_aim_of_first(const struct finder *finder, uint32_t verb)
{
    const struct document *document = finder->document;
    const uint32_t begin = clause_chunk(&finder->clause, verb)->begin;
    const struct annotation *aux = look_at(document, begin, LEXICON_AUX);
    const bool had = look_says(document, aux, STR("HAVE"));
    const bool bare = !aux && clause_verb(&finder->clause, verb)->word->tag == TAG_INF;
    return bare || /* not "doit rencontrer" */
           (had && begin > 0 && document_is(document, begin - 1, CLASS(TO) | CLASS(AT)));
}

/* "A, the first Kenyan leader |": where the title begins that ends what is told of who is named
 * before it, or 0. */
static uint32_t title_behind(const struct party *party)
{
    const bool named = party->name_end > party->name_begin;
    for (unsigned i = 0; named && i < party->role_count; i++) {
        if (party->roles[i]->end == party->end && party->roles[i]->begin > party->name_end)
            return party->roles[i]->begin;
    }
    return 0;
}

/* "the first leader to visit", "the first leader from Asia to visit": the PARTY chunk before the
 * infinitive at verb that only says who was the first to do it, or CLAUSE_NONE. */
static uint32_t first_to(const struct finder *finder, uint32_t verb)
{
    const struct clause *clause = &finder->clause;
    if (verb == 0 || !is_aim_of_first(finder, verb))
        return CLAUSE_NONE;
    if (verb > 1 && clause_is(clause, verb - 1, TYPE(AT) | TYPE(TO)) &&
        clause_chunk(clause, verb - 1)->end == clause_chunk(clause, verb)->begin)
        verb--; /* "le premier ministre à visiter" */
    const bool series = is_party_of_many(clause, verb - 1) && clause_is(clause, verb - 2, TYPE(OF));
    const bool from = !series && verb > 2 &&
                      clause_is(clause, verb - 1, TYPE(PARTY) | TYPE(PLACE)) &&
                      clause_is(clause, verb - 2, TYPE(FROM) | TYPE(OF));
    const uint32_t phrase = verb - 1 - (from ? 2 : 0);
    if (!clause_is(clause, phrase, TYPE(PARTY)))
        return CLAUSE_NONE;
    const struct party_list *list = party_members(clause_chunk(clause, phrase)->of);
    if (list->count != 1)
        return CLAUSE_NONE;
    const struct party *party = list->at[0];
    const bool named = !series && party->name_end != party->name_begin;
    const uint32_t title = named ? title_behind(party) : clause_chunk(clause, phrase)->begin;
    return is_counted_off(finder, title) ? phrase : CLAUSE_NONE;
}

/* "A is the first | official from Lima to meet B": whether a word for which of several stands
 * before the infinitive, with words between that no list has as somebody. */
static bool is_counted_ahead(const struct finder *finder, uint32_t verb)
{
    enum { WORDS_MAX = 6 };
    const struct document *document = finder->document;
    const uint32_t begin = clause_chunk(&finder->clause, verb)->begin;
    for (uint32_t t = begin; t-- > finder->sentence->begin + 1 && begin - t <= WORDS_MAX;) {
        if (look_flag(document, t, TOKEN_PUNCT) || look_at(document, t, LEXICON_AUX) ||
            look_at(document, t, LEXICON_MEETNOUN) ||
            look_at(document, t, ANNOTATION_ROLE)) /* "Le Premier ministre doit recevoir" */
            return false;
        if (document_is(document, t - 1, CLASS(DETERMINER)) && is_counted_off(finder, t - 1))
            return is_aim_of_first(finder, verb);
    }
    return false;
}

/* "A became the first envoy to meet B": whom the phrase before the infinitive at verb, which only
 * says who was the first to do it, stands for; or CLAUSE_NONE: it is none. */
uint32_t act_actor_first(const struct finder *finder, uint32_t verb, uint32_t subject)
{
    const struct clause *clause = &finder->clause;
    const uint32_t phrase = first_to(finder, verb);
    if (phrase == CLAUSE_NONE && subject != CLAUSE_NONE && is_counted_ahead(finder, verb))
        return subject;
    if (phrase == CLAUSE_NONE || subject == CLAUSE_NONE || subject > phrase)
        return CLAUSE_NONE;
    const struct party *party = party_members(clause_chunk(clause, phrase)->of)->at[0];
    if (title_behind(party))
        return phrase; /* "A, the first leader to visit" */
    if (subject < phrase && clause_is(clause, phrase - 1, TYPE(CAPACITY)))
        return subject;
    for (uint32_t i = phrase; i-- > 0;) {
        if (clause_is(clause, i, TYPE(STOP) | TYPE(SUBORDINATOR) | TYPE(VERB)))
            break;
        if (clause_is(clause, i, TYPE(RELATIVE)) && i > 0) {
            const uint32_t who = i - 1 - (i > 1 && clause_is(clause, i - 1, TYPE(COMMA)));
            return clause_is(clause, who, TYPE(PARTY)) ? who : CLAUSE_NONE;
        }
        if (clause_is(clause, i, TYPE(PARTY) | TYPE(PRONOUN)) && clause_governor(clause, i) == 0)
            return i;
    }
    return act_told_by_copula(finder, verb);
}
