#include "annotate/country.h"
#include "annotate/look.h"
#include "annotate/party/roll.h"
#include "meeting/clause/chunk_mark.h"
#include "meeting/find/find.h"
#include "meeting/find/predicate.h"

/*
 * "Also present at the meeting were A and B", "Leading the Ghanaian team was C": a sentence that
 * begins with the being there, and whose verb stands before the people.
 */

/* "Party leaders present", "Members of the board and officials in attendance": the phrase close
 * behind the group that ends at token, or NULL. */
static const struct annotation *behind_group(const struct finder *finder, uint32_t token)
{
    enum { WORDS_MAX = 10 };
    for (uint32_t t = token; t < finder->sentence->end && t - token <= WORDS_MAX; t++) {
        const struct annotation *phrase = look_at(finder->document, t, LEXICON_PRESENCE);
        if (phrase)
            return phrase;
        if (look_at(finder->document, t, ANNOTATION_VERB) ||
            look_at(finder->document, t, LEXICON_AUX) ||
            look_flag(finder->document, t, TOKEN_PUNCT))
            break;
    }
    return NULL;
}

/* "Outre les élus, on notait la présence de A": such a phrase behind a comma, or NULL. */
static const struct annotation *behind_others(const struct finder *finder)
{
    const struct sentence *sentence = finder->sentence;
    const uint64_t bit = KIND_BIT(LEXICON_PRESENCE);
    for (uint32_t t = look_next(finder->document, sentence->begin + 1, sentence->end, bit);
         t < sentence->end; t = look_next(finder->document, t + 1, sentence->end, bit)) {
        const struct annotation *phrase = look_mark(finder->document, t - 1, ',')
                                              ? look_at(finder->document, t, LEXICON_PRESENCE)
                                              : NULL;
        if (look_says(finder->document, phrase, STR("SEEN")))
            return phrase;
    }
    return NULL;
}

/* The phrase that opens the sentence so, or NULL. */
static const struct annotation *opening(const struct finder *finder)
{
    const struct sentence *sentence = finder->sentence;
    const struct annotation *day = look_at(finder->document, sentence->begin, ANNOTATION_DATE);
    uint32_t t = day ? day->end : sentence->begin; /* "Samedi, sont attendus …" */
    while (t < sentence->end && (look_flag(finder->document, t, TOKEN_PUNCT) ||
                                 document_is(finder->document, t, CLASS(ADVERB) | CLASS(THERE))))
        t++; /* "Y sont attendus A et B" */
    const struct annotation *who =
        t < sentence->end ? look_at(finder->document, t, ANNOTATION_PARTY) : NULL;
    const struct annotation *whole = look_at(finder->document, sentence->begin, LEXICON_PRESENCE);
    if (!whole && who && party_members(who)->at[0]->type == PARTY_GROUP)
        return behind_group(finder, who->end);
    if (!whole && country_side(finder->document, t)) /* "On the Kenyan side were A and B" */
        return look_at(finder->document, t, LEXICON_BEHALF);
    return whole || t >= sentence->end ? whole : look_at(finder->document, t, LEXICON_PRESENCE);
}

/* Whether the words that lead need a delegation behind them: "leading the charge". */
static bool leads_nobody(const struct finder *finder, const struct annotation *phrase, uint32_t end)
{
    if (!look_says(finder->document, phrase, STR("LEAD")))
        return false;
    return !look_within(finder->document, phrase->end, end, LEXICON_DELEGATION);
}

/* Whether "included", "étaient présents", "figuraient" stands from begin to end. */
static bool includes(const struct document *document, uint32_t begin, uint32_t end)
{
    const struct annotation *verb = look_at(document, begin, LEXICON_EVENTVERB);
    const struct annotation *members = look_at(document, begin, LEXICON_ACCOMPANIED);
    return (verb && verb->end == end && verb->tag != TAG_GER &&
            look_lexeme(document, verb)->sense == SENSE_ATTEND) ||
           (members && members->end == end && look_says(document, members, STR("MEMBERS")));
}

/* "were Lima Mayor X", "was the Lake Board's chairman Y": where the words begin that tell whose
 * office it is that begins at token. */
static uint32_t owner_begin(const struct document *document, uint32_t token, uint32_t first)
{
    enum { WORDS_MAX = 6 };
    const uint32_t end = token;
    while (token > first && end - token < WORDS_MAX &&
           (look_flag(document, token - 1, TOKEN_CAPITAL) || look_clitic(document, token - 1) ||
            document_is(document, token - 1, CLASS(DETERMINER))))
        token--;
    return token;
}

/* Whether "were" or "included" ends right before the party at token. */
static bool is_behind_verb(const struct finder *finder, uint32_t token)
{
    enum { VERB_MAX = 4 };
    const struct document *document = finder->document;
    const uint32_t first = finder->sentence->begin;
    token = owner_begin(document, token, first);
    while (token > first && mark_stops(document, token - 1))
        token--; /* "Those present were: A" */
    for (uint32_t back = 1; back <= VERB_MAX && back <= token - first; back++) {
        if (includes(document, token - back, token))
            return true;
    }
    while (token > first && document_is(document, token - 1, CLASS(ADVERB)))
        token--;
    const struct annotation *aux = look_at(document, token - 1, LEXICON_AUX);
    const bool be =
        look_says(document, aux, STR("BE")) && (aux->tag == TAG_PAST || aux->tag == TAG_PRES);
    return be || includes(document, token - 1, token);
}

/* "Sont attendus", "On notait la présence de": whether the phrase says it all. */
static bool is_whole(const struct finder *finder, const struct annotation *phrase)
{
    const struct str says = pack_column(finder->document->pack, phrase->value, 0);
    return str_equal(says, STR("SEEN")) || str_equal(says, STR("NAMELY")) ||
           str_equal(says, STR("AMONG")) || str_equal(says, STR("FLOOR"));
}

/* "In his remarks, X said": whether the phrase gives somebody the floor, but not the party, who
 * speaks for others or stands further behind. */
static bool takes_no_floor(const struct finder *finder, const struct annotation *phrase,
                           const struct chunk *chunk)
{
    const struct party *party = party_members(chunk->of)->at[0];
    return look_says(finder->document, phrase, STR("FLOOR")) &&
           (party->type != PARTY_PERSON || party->weak || party_speaks(party) ||
            chunk->begin > phrase->end + 1);
}

/* Whether the sentence before tells of a meeting, or of who is there. */
static bool follows_company(const struct finder *finder)
{
    static const uint16_t kinds[] = {LEXICON_MEETNOUN, LEXICON_MEETVERB, LEXICON_DELEGATION,
                                     LEXICON_ACCOMPANIED, LEXICON_PRESENCE};
    const struct document *document = finder->document;
    const struct sentence *before =
        finder->number ? &document->sentences.at[finder->number - 1] : finder->sentence;
    for (uint32_t t = before->begin; t < before->end && before != finder->sentence; t++) {
        const struct annotation *verb = look_at(document, t, LEXICON_EVENTVERB);
        if (verb && look_lexeme(document, verb)->sense == SENSE_ATTEND)
            return true;
        for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
            if (look_at(document, t, kinds[i]))
                return true;
        }
    }
    return false;
}

/* "Il s'agit de A, de B et de C", "Among them was A": whether the phrase tells who a group is
 * (several, if all of it) that met, right behind it. */
static bool tells_nobody(const struct finder *finder, const struct annotation *phrase, uint32_t who)
{
    const struct str says = pack_column(finder->document->pack, phrase->value, 0);
    const bool some = str_equal(says, STR("AMONG"));
    if (!some && !str_equal(says, STR("NAMELY")))
        return false;
    const struct chunk *chunk = clause_chunk(&finder->clause, who);
    const struct party_list *list = party_members(chunk->of);
    const bool several = list->count > 1 || next_in_row(finder, who) != CLAUSE_NONE;
    return (!several && !some) || list->at[0]->type != PARTY_PERSON ||
           chunk->begin > phrase->end + 1 || !follows_company(finder);
}

/* "Took place under the patronage of President X": whether a patron begins at chunk i. */
static bool is_patron(const struct clause *clause, uint32_t i)
{
    return i > 0 && clause_is(clause, i - 1, TYPE(HOST)) &&
           look_lexeme(clause->document, clause_chunk(clause, i - 1)->of)->part == PART_MEDIATOR;
}

/* "Ana Lind, Secretary of Lakes", a line of a roll: the PARTY with which it begins, or CLAUSE_NONE.
 */
static uint32_t enrolled(const struct finder *finder)
{
    const struct clause *clause = &finder->clause;
    uint32_t first = 0;
    while (clause_is(clause, first, TYPE(STOP) | TYPE(COMMA)))
        first++;
    if (!clause_is(clause, first, TYPE(PARTY)) || !roll_has(finder->document, finder->number))
        return CLAUSE_NONE;
    const struct party *party = party_members(clause_chunk(clause, first)->of)->at[0];
    for (uint32_t i = first; i < clause->chunks.count; i++) {
        if (clause_is(clause, i, TYPE(VERB)))
            return CLAUSE_NONE;
    }
    return party->type == PARTY_PERSON && !party->weak ? first : CLAUSE_NONE;
}

uint32_t presence_behind(const struct finder *finder)
{
    enum { WORDS_MAX = 18 };
    const struct clause *clause = &finder->clause;
    const struct annotation *others = behind_others(finder);
    const struct annotation *phrase = others ? others : opening(finder);
    if (!phrase)
        return enrolled(finder);
    const bool colon = look_mark(finder->document, phrase->end, ':');
    const bool whole = colon || is_whole(finder, phrase);
    for (uint32_t i = 0; i < clause->chunks.count; i++) {
        const struct chunk *chunk = clause_chunk(clause, i);
        if (chunk->type == CHUNK_STOP &&
            (chunk->begin < phrase->end || look_mark(finder->document, chunk->begin, ':')))
            continue; /* "Présents : A et B", "Sont attendus dans la capitale : A et B" */
        if (chunk->type == CHUNK_PARTY && is_patron(clause, i))
            continue;
        if (chunk->type == CHUNK_STOP && is_behind_verb(finder, chunk->end))
            continue; /* "Also present were: A and B" */
        if (chunk->begin > phrase->end + WORDS_MAX || chunk->type == CHUNK_STOP ||
            chunk->type == CHUNK_SUBORDINATOR)
            break;
        const uint32_t begin =
            phrase->end - document_is(finder->document, phrase->end - 1, CLASS(OF));
        if (chunk->type == CHUNK_PARTY && chunk->begin >= begin && /* "il s'agit du ministre A" */
            (whole || is_behind_verb(finder, chunk->begin)))
            return leads_nobody(finder, phrase, chunk->begin) || tells_nobody(finder, phrase, i) ||
                           takes_no_floor(finder, phrase, chunk)
                       ? CLAUSE_NONE
                       : i;
    }
    return CLAUSE_NONE;
}
