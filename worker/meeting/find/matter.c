#include "annotate/look.h"
#include "meeting/find/complement.h"
#include "meeting/find/predicate.h"
#include "meeting/find/when.h"
#include "meeting/label/label.h"

/* Places that are where something else happens: "the situation in Gaza". */

/* "talks with the rebels began in Goma": whether the verb says how far a meeting has come. */
static bool tells_course(const struct document *document, const struct verb *verb)
{
    const struct annotation *word = verb_reading(document, verb, LEXICON_EVENTVERB);
    const enum sense sense = word ? look_lexeme(document, word)->sense : SENSE_NONE;
    return sense == SENSE_OPEN || sense == SENSE_RESUME || sense == SENSE_CONTINUE ||
           sense == SENSE_CLOSE;
}

/* "the situation in Gaza", "hostages held in Gaza", not "crisis talks in Oslo": whether such a word
 * ends before the preposition at token. */
static bool is_of_matter(const struct document *document, uint32_t begin, uint32_t token)
{
    const struct annotation *words =
        token >= begin + 2 ? look_at(document, token - 1, ANNOTATION_VERB) : NULL;
    const struct verb *verb = words ? words->detail : NULL;
    if (verb && (verb->tense == TENSE_PP || verb->tense == TENSE_PAST) &&
        !verb_reading(document, verb, LEXICON_MEETVERB) && /* "the rebels met in Goma" */
        !tells_course(document, verb))
        return document_is(document, token - 2, CLASS(MATTER));
    if (token < begin + 2 || !document_is(document, token - 1, CLASS(MATTER)) ||
        look_at(document, token - 1, LEXICON_GROUPNOUN)) /* "met the rebels in Goma" */
        return false;
    const uint64_t small = CLASS(DETERMINER) | CLASS(OF) | CLASS(AT) | CLASS(AND) | CLASS(STOPWORD);
    const bool told = token >= begin + 3 && look_flag(document, token - 2, TOKEN_WORD) &&
                      !document_is(document, token - 2, small); /* "an immediate | ceasefire" */
    return document_is(document, token - 2 - told, CLASS(DETERMINER)) ||
           look_flag(document, token - 2, TOKEN_PUNCT);
}

/* "the truce | between A and B in": where the matter that is between some ends, before the token;
 * else token. */
static uint32_t before_sides(const struct document *document, uint32_t begin, uint32_t token)
{
    enum { WORDS_BACK = 10 };
    for (uint32_t t = token; t-- > begin + 1 && token - t <= WORDS_BACK;) {
        if (look_flag(document, t, TOKEN_PUNCT) || look_at(document, t, ANNOTATION_VERB) ||
            look_at(document, t, ANNOTATION_DATE))
            break;
        if (look_at(document, t, LEXICON_BETWEEN))
            return document_is(document, t - 1, CLASS(MATTER)) ? t : token;
    }
    return token;
}

/* "in Sudan and | Goma", "au Mali, au Togo et au | Niger": where the first of the states begins in
 * whose row the place at token is; or token. */
static uint32_t row_begin(const struct document *document, uint32_t begin, uint32_t token)
{
    enum { STATE_WORDS = 5 };
    const uint64_t small = CLASS(DETERMINER) | CLASS(TO) | CLASS(AT);
    uint32_t joint = token;
    while (joint > begin && document_is(document, joint - 1, small))
        joint--;
    const bool joined = joint >= begin + 2 && (document_is(document, joint - 1, CLASS(AND)) ||
                                               look_mark(document, joint - 1, ','));
    for (uint32_t back = 2; joined && back <= STATE_WORDS && joint >= begin + back; back++) {
        const struct annotation *state = look_at(document, joint - back, LEXICON_COUNTRY);
        if (state && state->end == joint - 1)
            return row_begin(document, begin, state->begin);
    }
    return token;
}

/* Where the preposition of the place at token begins: "in | the", "in | eastern". */
static uint32_t before_preposition(const struct document *document, uint32_t begin, uint32_t token)
{
    enum { OWNER_WORDS = 4 };
    for (uint32_t back = 2; back <= OWNER_WORDS && token >= begin + back; back++) {
        const struct annotation *state = look_at(document, token - back, LEXICON_COUNTRY);
        if (state && state->end + 1 == token && look_clitic(document, state->end)) {
            token = state->begin; /* "in Kenya's Leixo region" */
            break;
        }
    }
    token = row_begin(document, begin, token);
    const uint64_t small = CLASS(DETERMINER) | CLASS(TO) | CLASS(AT);
    if (token >= begin + 2 && document_is(document, token - 2, CLASS(AT)) &&
        look_flag(document, token - 1, TOKEN_WORD) && !document->classes[token - 1])
        token--;
    while (token > begin && document_is(document, token - 1, small))
        token--;
    return before_sides(document, begin, token);
}

/* "la banque, basée à Beyrouth", "né à Lyon": where somebody lives or is at home. */
static bool is_abode(const struct document *document, uint32_t begin, uint32_t town)
{
    const uint64_t small = CLASS(AT) | CLASS(TO) | CLASS(DETERMINER);
    uint32_t t = town;
    while (t > begin && document_is(document, t - 1, small))
        t--;
    return t > begin && t < town && document_is(document, t - 1, CLASS(DISTANCE));
}

bool town_of_matter(const struct document *document, const struct sentence *sentence, uint32_t town)
{
    return is_abode(document, sentence->begin, town) ||
           is_of_matter(document, sentence->begin,
                        before_preposition(document, sentence->begin, town));
}

bool town_of_outcome(const struct document *document, uint32_t town)
{
    const bool matter = town > 2 && document_is(document, town - 2, CLASS(MATTER)) &&
                        document_is(document, town - 3, CLASS(DETERMINER)); /* no "peace talks" */
    return matter || (town > 1 && look_ends(document, town - 1, LEXICON_OUTCOME));
}

bool town_of_other(const struct document *document, const struct sentence *sentence, uint32_t town)
{
    enum { WORDS_BACK = 12 };
    static const uint16_t own[] = {LEXICON_MEETVERB, LEXICON_MEETNOUN, LEXICON_SPEECHVERB,
                                   LEXICON_VISITOR};
    const uint32_t end = before_preposition(document, sentence->begin, town);
    const uint32_t left = end - sentence->begin;
    if (!(look_classes(document, end - (left < WORDS_BACK ? left : WORDS_BACK), end) &
          CLASS(SUBORDINATOR)))
        return false;
    for (uint32_t t = end; t-- > sentence->begin && end - t <= WORDS_BACK;) {
        if (look_flag(document, t, TOKEN_PUNCT))
            return false;
        for (size_t i = 0; i < sizeof own / sizeof *own; i++) {
            if (look_at(document, t, own[i]))
                return false;
        }
        if (look_ends(document, t, LEXICON_JOINT))
            return false; /* "met A as well as B in Lima" */
        if (document_is(document, t, CLASS(SUBORDINATOR)) &&
            !document_is(document, t, CLASS(RELATIVE)))
            return end - t > 2 && /* "such as A in Goma" */
                   !(t > sentence->begin && document_is(document, t - 1, CLASS(INCLUDING)));
    }
    return false;
}

bool town_of_thing(const struct document *document, const struct sentence *sentence, uint32_t town)
{
    enum { WORDS_MAX = 4 };
    static const uint16_t own[] = {LEXICON_MEETNOUN,   LEXICON_EVENTNOUN,
                                   LEXICON_OUTCOME,    LEXICON_MEETVERB,
                                   LEXICON_EVENTVERB,  ANNOTATION_DATE,
                                   ANNOTATION_PARTY,   LEXICON_SIDELINE,
                                   LEXICON_DELEGATION, 0};
    const uint64_t small = CLASS(STOPWORD) | CLASS(OF) | CLASS(AT) | CLASS(AND) | CLASS(PRONOUN);
    const uint32_t end = before_preposition(document, sentence->begin, town);
    for (uint32_t t = end; t-- > sentence->begin + 1 && end - t <= WORDS_MAX;) {
        if (t + 1 < end && document_is(document, t, CLASS(INDEFINITE)))
            return !document_is(document, t - 1, CLASS(AT) | CLASS(TO)) &&
                   !look_flag(document, t, TOKEN_HYPHEN) &&    /* "tête-à-tête in" */
                   !look_ends(document, t, ANNOTATION_VERB) && /* "toured a plant in" */
                   !look_ends(document, t, LEXICON_WITH);
        if (!look_flag(document, t, TOKEN_WORD) || look_flag(document, t, TOKEN_CAPITAL) ||
            document_is(document, t, small) || look_kinds(document, t, own))
            break;
    }
    return false;
}

bool place_is_elsewhere(const struct finder *finder, const struct spot *spot, uint32_t token)
{
    const struct document *document = finder->document;
    const uint32_t begin = finder->sentence->begin;
    const bool town = spot->city && spot->city->kind == LEXICON_CITY;
    if (town)
        return town_of_matter(document, finder->sentence, token);
    token = before_preposition(document, begin, token);
    for (uint32_t back = 1; back <= 2 && token >= begin + back; back++) {
        if (document_is(document, token - back, CLASS(MATTER)))
            return true;
        if (!look_flag(document, token - back, TOKEN_WORD) ||
            look_at(document, token - back, ANNOTATION_VERB))
            return false;
    }
    return false;
}

bool is_on_others(const struct finder *finder, uint32_t noun, const struct predicate *predicate,
                  uint32_t chunk)
{
    const struct clause *clause = &finder->clause;
    const bool held = predicate->index < noun && predicate->sense == SENSE_HOLD;
    const uint32_t subject = held ? clause_subject(clause, predicate->index) : CLAUSE_NONE;
    const uint32_t end = clause_chunk(clause, chunk)->begin;
    bool about = finder->labels[noun].about;
    for (uint32_t t = clause_chunk(clause, noun)->end; t + 1 < end; t++)
        about |= document_is(finder->document, t, CLASS(ABOUT)) &&
                 !look_at(finder->document, t + 1, ANNOTATION_DATE);
    return about && clause_is(clause, subject, TYPE(PARTY)) &&
           sitting_of_party(finder->document,
                            party_members(clause_chunk(clause, subject)->of)->at[0]) ==
               KIND_SESSION;
}

bool told_as_matter(const struct finder *finder, const struct predicate *predicate, uint32_t party)
{
    const struct clause *clause = &finder->clause;
    const bool beside = /* "en présence de B" */
        clause_is_beside(clause, clause_preposition(clause, party));
    return predicate->index != CLAUSE_NONE && predicate->subject && !beside &&
           document_is(finder->document, clause_chunk(clause, predicate->index)->end - 1,
                       CLASS(ABOUT));
}
