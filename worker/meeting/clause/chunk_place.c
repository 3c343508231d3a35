#include "meeting/clause/chunk_place.h"

#include "annotate/look.h"
#include "annotate/party/party.h"
#include "annotate/place/spot.h"
#include "annotate/verb.h"
#include "meeting/mention/occasion.h"

/* "à l'Élysée", "at the White House": a seat of power behind "at" is where, not who. */
static bool is_inside(const struct document *document, uint32_t token)
{
    while (token > 0 && document_is(document, token - 1, CLASS(DETERMINER)) &&
           !document_is(document, token - 1, CLASS(AT)))
        token--;
    return token > 0 && document_is(document, token - 1, CLASS(AT));
}

/* A name of one word, of whom nothing is told. */
static bool is_one_word(const struct party *party)
{
    return party->type == PARTY_PERSON && !party->role_count && !party->person &&
           party->name_end == party->name_begin + 1;
}

static bool is_states(const struct document *document, const struct party_list *list)
{
    const bool town = look_at(document, list->at[0]->name_begin, LEXICON_CITY);
    for (unsigned i = 0; i < list->count; i++) {
        const struct party *party = list->at[i];
        if (town && i > 0 && is_one_word(party))
            continue; /* "to Accra and Leixo" */
        if (party->role_count || party->type != PARTY_COUNTRY || party->plural || party->delegation)
            return false; /* "envoys from A and B" */
    }
    return true;
}

/* "visited A and B": whether a verb for a visit ends at token. */
static bool is_visited(const struct document *document, uint32_t token)
{
    enum { WORDS_MAX = 4 };
    for (uint32_t back = 1; back <= WORDS_MAX && back <= token; back++) {
        const struct annotation *verb = look_at(document, token - back, ANNOTATION_VERB);
        if (!verb || verb->end != token)
            continue;
        const struct annotation *word = verb_reading(document, verb->detail, LEXICON_MEETVERB);
        return word && look_lexeme(document, word)->frame == FRAME_VISIT;
    }
    return false;
}

/* "his Kenya visit", "her Oslo trip": the land or town between whose visit it is and the word. */
static bool is_goal(const struct document *document, const struct annotation *party)
{
    const struct annotation *noun = look_at(document, party->end, LEXICON_MEETNOUN);
    const uint32_t begin = party->begin;
    return noun && look_lexeme(document, noun)->kind == KIND_VISIT &&
           (document_is(document, begin, CLASS(POSSESSIVE)) ||
            (begin > 0 && document_is(document, begin - 1, CLASS(POSSESSIVE))));
}

/* "s'est envolé lundi pour Bakou": behind "for" and a verb for a journey, and a day perhaps. */
static bool is_bound_for(const struct document *document, const struct party *party)
{
    const uint32_t bound = party->begin - (party->begin > 0);
    if (!document_is(document, bound, CLASS(ABOUT)))
        return false;
    const bool dated = bound > 0 && look_at(document, bound - 1, ANNOTATION_DATE);
    return is_visited(document, bound) || (dated && is_visited(document, bound - 1));
}

/* The word for a meeting that ends at token, or NULL. */
static const struct annotation *meeting_before(const struct document *document, uint32_t token)
{
    enum { WORDS_MAX = 3 };
    for (uint32_t back = 1; back <= WORDS_MAX && back <= token; back++) {
        const struct annotation *noun = look_at(document, token - back, LEXICON_MEETNOUN);
        if (noun)
            return noun->end == token ? noun : NULL;
    }
    return NULL;
}

/* "an offer of peace talks from Seoul", "l'offre de dialogue de Séoul": whose the proposal is. */
static bool is_offerer(const struct document *document, uint32_t begin)
{
    enum { WORDS_MAX = 4 };
    const uint64_t from = CLASS(FROM) | CLASS(OF) | CLASS(BY);
    const uint32_t of = begin - (begin > 0 && !document_is(document, begin, from));
    const struct annotation *noun =
        document_is(document, of, from) ? meeting_before(document, of) : NULL;
    for (uint32_t back = 1; noun && back <= WORDS_MAX && back <= noun->begin; back++) {
        const struct annotation *word = look_at(document, noun->begin - back, LEXICON_EVENTNOUN);
        if (word)
            return look_lexeme(document, word)->sense == SENSE_PROPOSE;
    }
    return false;
}

/* "in Peru's capital | Lima": whether the town is told by name behind words for where it is. */
static bool is_named_capital(const struct document *document, uint32_t begin)
{
    return look_at(document, begin, LEXICON_CITY) && look_ends(document, begin, ANNOTATION_LAND);
}

/* "left | Oslo": whether a verb of leaving stands right before. */
static bool is_left(const struct document *document, uint32_t begin)
{
    enum { WORDS_MAX = 3 };
    for (uint32_t back = 1; back <= WORDS_MAX && back <= begin; back++) {
        const struct annotation *verb = look_at(document, begin - back, LEXICON_EVENTVERB);
        if (verb && verb->end == begin)
            return look_lexeme(document, verb)->sense == SENSE_LEAVE;
    }
    return false;
}

/* "les pourparlers du | Caire": a town whose name has an article, right behind the word for what is
 * held there. */
static bool is_of_town(const struct document *document, const struct annotation *party)
{
    const uint32_t begin = party->begin;
    return document_is(document, begin, CLASS(OF)) &&
           document_is(document, begin, CLASS(DETERMINER)) &&
           look_at(document, party_members(party)->at[0]->name_begin, LEXICON_CITY) &&
           meeting_before(document, begin);
}

bool chunk_is_where(const struct document *document, const struct annotation *party)
{
    const struct party_list *list = party_members(party);
    const struct party *first = list->at[0];
    const struct annotation *place = look_at(document, first->name_begin, ANNOTATION_PLACE);
    const struct spot *spot = place ? place->detail : NULL;
    const bool venue = spot && (spot->venue || place->end > party->end) &&
                       (spot->governor & CLASS(AT)); /* "au Palais des congrès de Bamako" */
    const bool state = first->type == PARTY_COUNTRY || first->metonym || venue;
    if (list->count > 1 ? !is_states(document, list)
                        : first->role_count || first->delegation || !state)
        return false;
    if (!spot)
        return first->metonym && is_inside(document, first->name_begin);
    if (is_offerer(document, party->begin))
        return false;
    return (spot->governor & (CLASS(AT) | CLASS(TO) | CLASS(FROM))) != 0 ||
           is_goal(document, party) || is_bound_for(document, first) ||
           is_named_capital(document, party->begin) || is_left(document, party->begin) ||
           is_of_town(document, party) || (list->count > 1 && is_visited(document, party->begin));
}

/* "China on Monday | held talks": the token behind the day that begins at token, or token. */
static uint32_t behind_day(const struct document *document, uint32_t token)
{
    const uint32_t begin = token + document_is(document, token, CLASS(AT));
    const struct annotation *day = look_at(document, begin, ANNOTATION_DATE);
    return day ? day->end : token;
}

/* Whether a verb stands behind the token, and only adverbs between. */
static bool is_before_verb(const struct document *document, uint32_t token)
{
    while (document_is(document, token, CLASS(ADVERB)) &&
           !look_at(document, token, ANNOTATION_VERB))
        token++;
    return look_at(document, token, ANNOTATION_VERB) != NULL;
}

/* "Peru has friends on both sides and hosted B", "Peru backs the plan": whether a state opens the
 * sentence, before an auxiliary or a word that no list has and its object. */
static bool opens_sentence(const struct document *document, const struct annotation *place)
{
    const uint32_t verb = place->end;
    return look_flag(document, place->begin, TOKEN_SENTENCE) &&
           look_at(document, place->begin, LEXICON_COUNTRY) &&
           (look_at(document, verb, LEXICON_AUX) ||
            (look_unread(document, verb) &&
             document_is(document, verb + 1, CLASS(DETERMINER) | CLASS(POSSESSIVE))));
}

/* A state or its capital that nothing governs acts before a verb: "Kinshasa a démenti", "Lima also
 * met"; a town by whose name somebody is called who was told before is he. */
static bool is_actor(const struct document *document, const struct annotation *place)
{
    const struct annotation *party = look_at(document, place->begin, ANNOTATION_PARTY);
    if (!party || party->end != place->end)
        return false;
    const struct spot *spot = place->detail;
    const struct party *who = party_members(party)->at[0];
    const bool person = who->type == PARTY_PERSON;
    const bool known = person && who->person && who->name_end == who->name_begin + 1 &&
                       look_at(document, place->begin, LEXICON_CITY); /* "next to Lincoln" */
    const uint64_t governors =
        CLASS(AT) | CLASS(FROM) | (known ? 0 : CLASS(TO) | CLASS(OF) | CLASS(BY));
    const bool last = look_flag(document, party->end, TOKEN_SENTENCE); /* "Dinner with A, Lima" */
    return !(spot->governor & governors) &&
           (person || (!last && (is_before_verb(document, behind_day(document, party->end)) ||
                                 opens_sentence(document, place)))) &&
           !is_named_capital(document, place->begin) &&
           !is_visited(document, place->begin); /* "will visit Oslo starting on Monday" */
}

/* "Kenya's planned talks with Chad": whose talks, and not where; "Kenya's summit" may be there. */
static bool is_possessor(const struct document *document, const struct annotation *place)
{
    enum { WORDS_MAX = 2 };
    const struct annotation *party = look_at(document, place->begin, ANNOTATION_PARTY);
    if (!party || party->end != place->end || !look_clitic(document, place->end) ||
        !look_at(document, place->begin, LEXICON_COUNTRY))
        return false;
    for (uint32_t t = place->end + 1; t <= place->end + 1 + WORDS_MAX; t++) {
        const struct annotation *noun = look_at(document, t, LEXICON_MEETNOUN);
        if (noun)
            return !kind_is_gathering(look_lexeme(document, noun)->kind) ||
                   look_at(document, noun->end, LEXICON_WITH);
    }
    return false;
}

/* "avec Téhéran": a party, whatever stands there. */
static bool is_partner(const struct document *document, const struct annotation *place)
{
    enum { WORDS_MAX = 4 };
    const struct annotation *party = look_at(document, place->begin, ANNOTATION_PARTY);
    for (uint32_t back = 1; party && back <= WORDS_MAX && back <= place->begin; back++) {
        const struct annotation *with = look_at(document, place->begin - back, LEXICON_WITH);
        if (!with)
            with = look_at(document, place->begin - back, LEXICON_HOST);
        if (with && with->end == place->begin)
            return party->end == place->end;
    }
    return false;
}

bool chunk_is_who(const struct document *document, const struct annotation *place)
{
    const struct annotation *party = look_at(document, place->begin, ANNOTATION_PARTY);
    return is_actor(document, place) || is_partner(document, place) ||
           is_possessor(document, place) ||
           (party && party->end == place->end && is_offerer(document, place->begin));
}
