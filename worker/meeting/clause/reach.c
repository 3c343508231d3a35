#include "annotate/look.h"
#include "meeting/clause/clause.h"
#include "meeting/clause/titled.h"

/* How far a clause reaches: what stands behind a chunk, and what only parts it from a verb. */

/* "a rencontré B et | tenu une réunion avec C": whether "and" joins one more thing done to the verb
 * at index, which has its own object before that. */
static bool is_next_done(const struct clause *clause, uint32_t index, uint32_t next)
{
    return clause_is(clause, index, TYPE(VERB)) && clause_is(clause, next, TYPE(VERB)) &&
           next > index + 2 && clause_is(clause, next - 1, TYPE(AND)) &&
           clause_chunk(clause, next - 1)->end == clause_chunk(clause, next)->begin &&
           clause_verb(clause, next)->tense == TENSE_PP &&
           clause_verb(clause, index)->tense == TENSE_PAST;
}

uint32_t clause_after(const struct clause *clause, uint32_t index, uint64_t types,
                      uint64_t governors)
{
    for (uint32_t i = index + 1; i < clause->chunks.count; i++) {
        if (clause_is(clause, i, types)) {
            const uint64_t governor = clause_governor(clause, i);
            if (governor ? (governor & governors) != 0 : (governors & GOVERNOR_NONE) != 0)
                return i;
        }
        if (clause_is(clause, i, CLAUSE_LIMITS | TYPE(RELATIVE)) ||
            (governors == TYPE(BY) && clause_is(clause, i, TYPE(FOLLOWING))))
            break; /* "was called off after an attack by B" */
        if ((clause_is(clause, i, TYPE(VERB)) && clause_finite(clause, i)) ||
            is_next_done(clause, index, i))
            break;
    }
    return CLAUSE_NONE;
}

uint32_t clause_opening(const struct clause *clause)
{
    uint32_t first = 0;
    while (clause_is(clause, first, CLAUSE_ADJUNCTS))
        first++;
    return first;
}

uint32_t clause_governing_verb(const struct clause *clause, uint32_t index)
{
    for (uint32_t i = index; i-- > 0;) {
        if (clause_is(clause, i, TYPE(VERB)) && clause_finite(clause, i))
            return i;
        if (clause_is(clause, i, CLAUSE_LIMITS | TYPE(RELATIVE)))
            break;
    }
    return CLAUSE_NONE;
}

bool clause_unread_verb(const struct clause *clause, uint32_t index)
{
    for (uint32_t t = clause_chunk(clause, index - 1)->end; t < clause_chunk(clause, index)->begin;
         t++) {
        if (look_at(clause->document, t, LEXICON_AUX))
            return true;
    }
    return false;
}

bool clause_is_of_unread(const struct clause *clause, uint32_t index, uint32_t party)
{
    const struct document *document = clause->document;
    const uint32_t end = clause_chunk(clause, party)->end;
    const uint32_t token = clause_chunk(clause, index)->begin - 1;
    if (!clause_is(clause, party, TYPE(PARTY)) || token < end || document->classes[token] ||
        look_flag(document, token, TOKEN_CAPITAL) || !look_flag(document, token, TOKEN_WORD))
        return false;
    for (uint32_t t = token; t-- > end && !look_flag(document, t, TOKEN_PUNCT);) {
        if (document_is(document, t, CLASS(DETERMINER)))
            return t > end && !document_is(document, t - 1, CLASS(OF)) &&
                   !document_is(document, t, CLASS(OF));
    }
    return false;
}

bool clause_is_bracketed(const struct clause *clause, uint32_t index, uint32_t verb)
{
    const struct document *document = clause->document;
    uint32_t open = clause_chunk(clause, index)->begin, close = clause_chunk(clause, index)->end;
    while (close < clause_chunk(clause, verb)->begin && !look_mark(document, close, ')') &&
           !look_mark(document, close, '('))
        close++;
    while (open > clause_chunk(clause, 0)->begin && !look_mark(document, open, '(') &&
           !look_mark(document, open, ')'))
        open--;
    return look_mark(document, open, '(') && look_mark(document, close, ')');
}

uint32_t clause_aside(const struct clause *clause, uint32_t index)
{
    if (!clause_is(clause, index, TYPE(COMMA)))
        return index;
    for (uint32_t i = index; i-- > 1;) {
        if (clause_is(clause, i, TYPE(VERB) | TYPE(STOP) | TYPE(RELATIVE) | TYPE(NOUN)))
            return index;
        if (clause_is(clause, i, TYPE(COMMA)))
            return clause_is(clause, i - 1, TYPE(VERB) | TYPE(DATE) | TYPE(PLACE)) ? i : index;
    }
    return index;
}

uint32_t clause_speaker_behind(const struct clause *clause, uint32_t index)
{
    const uint64_t ends = CLAUSE_LIMITS | TYPE(RELATIVE);
    const uint64_t between = TYPE(DATE) | TYPE(TIME) | TYPE(PLACE) | TYPE(AT);
    const uint64_t to = TYPE(AT) | TYPE(TO);
    uint32_t who = index + 1; /* "a annoncé mardi à Lyon Y", "a dit à l'AFP Y" */
    while (clause_is(clause, who, between))
        who++;
    const bool told = clause_is(clause, who, TYPE(PARTY)) && (clause_governor(clause, who) & to) &&
                      clause_is(clause, who + 1, TYPE(PARTY));
    who += told;
    if (index < 2 || !clause_is(clause, index - 1, TYPE(COMMA)) ||
        !clause_is(clause, who, TYPE(PARTY)) || (!told && clause_governor(clause, who) != 0) ||
        clause_chunk(clause, who)->begin != clause_chunk(clause, who - 1)->end ||
        !look_at(clause->document, clause_chunk(clause, index)->end - 1, LEXICON_SPEECHVERB))
        return CLAUSE_NONE;
    const uint32_t comma = clause_chunk(clause, index - 1)->begin;
    if (titled_mark(clause->document, comma - 1) || titled_mark(clause->document, comma + 1))
        return who; /* "« Nous avançons », a déclaré Y" */
    for (uint32_t i = index - 1; i-- > 0 && !clause_is(clause, i, ends);) {
        if (clause_is(clause, i, TYPE(VERB)) && clause_finite(clause, i))
            return who;
    }
    return CLAUSE_NONE;
}

uint32_t clause_apposed(const struct clause *clause, uint32_t index)
{
    if (index < 2 || clause_verb(clause, index)->tense != TENSE_PP ||
        !clause_is(clause, index - 1, TYPE(COMMA)) || !clause_is(clause, index - 2, TYPE(PARTY)) ||
        clause_governor(clause, index - 2) == 0)
        return CLAUSE_NONE;
    const struct chunk *party = clause_chunk(clause, index - 2), *comma = party + 1;
    const bool close =
        party->end == comma->begin && comma->end == clause_chunk(clause, index)->begin;
    return close ? index - 2 : CLAUSE_NONE;
}

uint32_t clause_before_date(const struct clause *clause, uint32_t index)
{
    enum { WORDS_MAX = 4 };
    const struct document *document = clause->document;
    if (index < 2 || !clause_is(clause, index - 1, TYPE(DATE)))
        return CLAUSE_NONE;
    const struct chunk *date = clause_chunk(clause, index - 1), *noun = date + 1;
    const uint32_t own = clause_is(clause, index - 2, TYPE(POSSESSIVE));
    if (index < 2 + own)
        return CLAUSE_NONE;
    const uint32_t before = clause_chunk(clause, index - 2)->end;
    const bool told =
        own || (before == date->begin && look_clitic(document, date->end)) ||
        (before + 1 == date->begin && document_is(document, before, CLASS(DETERMINER)));
    if (!told || noun->begin - date->end > WORDS_MAX)
        return CLAUSE_NONE;
    for (uint32_t t = date->end; t < noun->begin; t++) {
        if (document_is(document, t, CLASS(DETERMINER) | CLASS(POSSESSIVE)) ||
            look_flag(document, t, TOKEN_PUNCT))
            return CLAUSE_NONE;
    }
    return index - 2 - own;
}

bool clause_is_sequel(const struct clause *clause, uint32_t index)
{
    if (index == 0 || !clause_is(clause, index, TYPE(VERB)) || clause_finite(clause, index))
        return false;
    const uint32_t before = index - 1 - (index > 1 && clause_is(clause, index - 1, TYPE(OF)));
    return clause_is(clause, before, TYPE(FOLLOWING));
}

bool clause_is_unread_sequel(const struct clause *clause, uint32_t index)
{
    if (!clause_is(clause, index, TYPE(FOLLOWING)))
        return false;
    const struct document *document = clause->document;
    const uint32_t of = clause_chunk(clause, index)->end;
    return document_is(document, of, CLASS(OF)) && look_unread(document, of + 1);
}

struct str clause_when(const struct clause *clause, uint32_t index)
{
    if (!clause_is(clause, index, TYPE(FOLLOWING)))
        return (struct str){NULL, 0};
    return pack_column(clause->document->pack, clause_chunk(clause, index)->of->value, 0);
}

bool clause_is_beside(const struct clause *clause, uint32_t index)
{
    return clause_is(clause, index, TYPE(WITH)) &&
           look_says(clause->document, clause_chunk(clause, index)->of, STR("BESIDE"));
}

bool clause_is_where(const struct clause *clause, uint32_t index)
{
    return clause_is(clause, index, TYPE(RELATIVE)) &&
           document_is(clause->document, clause_chunk(clause, index)->begin, CLASS(WHERE));
}

bool clause_is_frame(const struct clause *clause, uint32_t index)
{
    return clause_is(clause, index, TYPE(SIDELINE)) &&
           look_says(clause->document, clause_chunk(clause, index)->of, STR("FRAME"));
}

bool clause_joined(const struct clause *clause, uint32_t index)
{
    if (index == 0 || !clause_is(clause, index, TYPE(PARTY)) ||
        !clause_is(clause, index - 1, TYPE(AND)))
        return false;
    const struct chunk *and = clause_chunk(clause, index - 1);
    return and->begin > 0 && and->end == clause_chunk(clause, index)->begin &&
           (document_is(clause->document, and->begin - 1, CLASS(PRONOUN) | CLASS(OBJECTIVE)) ||
            look_ends(clause->document, and->begin, LEXICON_LATTER)); /* "celui-ci et B" */
}

/* A word that can be a noun and stands for nobody read: "trucks", "the suspect". */
static bool is_thing(const struct document *document, uint32_t token)
{
    const uint64_t small = CLASS(STOPWORD) | CLASS(DETERMINER) | CLASS(ADVERB) | CLASS(QUANTIFIER) |
                           CLASS(ABOUT) | CLASS(AT) | CLASS(TO) | CLASS(FROM) | CLASS(OF) |
                           CLASS(AND) | CLASS(OBJECTIVE) | CLASS(REFLEXIVE) | CLASS(NEGATION) |
                           CLASS(PARTICLE);
    return look_flag(document, token, TOKEN_WORD) && !look_flag(document, token, TOKEN_CAPITAL) &&
           !look_at(document, token, LEXICON_AUX) && !look_at(document, token, LEXICON_EVENTVERB) &&
           !look_at(document, token, LEXICON_MEETVERB) &&
           !look_at(document, token, LEXICON_MEETNOUN) && !document_is(document, token, small);
}

uint32_t clause_bidden(const struct clause *clause, uint32_t bidding, uint32_t index)
{
    const struct document *document = clause->document;
    const struct verb *verb = clause_verb(clause, bidding);
    const struct annotation *word = verb_reading(document, verb, LEXICON_EVENTVERB);
    if (!word || !look_lexeme(document, word)->bids || verb->passive || verb->tense == TENSE_PP)
        return bidding;
    for (uint32_t i = bidding + 1; i < index; i++) {
        if (clause_is(clause, i, TYPE(PARTY) | TYPE(PRONOUN) | TYPE(PLURAL_PRONOUN)))
            return i;
    }
    for (uint32_t t = clause_chunk(clause, bidding)->end; t < clause_chunk(clause, index)->begin;
         t++) {
        const struct annotation *date = look_at(document, t, ANNOTATION_DATE);
        if (date)
            t = date->end - 1;
        else if (is_thing(document, t))
            return CLAUSE_NONE;
    }
    return bidding;
}

/* "effectue lundi une visite à Rome pour rencontrer B": whether the noun is what somebody does for
 * the sake of what the infinitive at index tells. */
static bool is_done_for(const struct clause *clause, uint32_t noun, uint32_t index)
{
    const uint64_t between = TYPE(AT) | TYPE(DATE) | TYPE(TIME) | TYPE(POSSESSIVE);
    uint32_t verb = noun;
    if (!clause_is(clause, noun, TYPE(NOUN)) || !clause_is(clause, index - 1, TYPE(ABOUT)) ||
        clause_verb(clause, index)->tense != TENSE_INF)
        return false;
    while (verb > 0 && clause_is(clause, verb - 1, between))
        verb--;
    return verb > 0 && clause_is(clause, verb - 1, TYPE(VERB)) && clause_finite(clause, verb - 1) &&
           !clause_verb(clause, verb - 1)->passive;
}

bool clause_is_visited(const struct clause *clause, uint32_t party, uint32_t index)
{
    if (is_done_for(clause, party, index))
        return true;
    if (clause_verb(clause, index)->tense != TENSE_INF || party == 0 ||
        !clause_is(clause, party - 1, TYPE(VERB)) || clause_verb(clause, party - 1)->passive)
        return false;
    const struct annotation *word =
        verb_reading(clause->document, clause_verb(clause, party - 1), LEXICON_MEETVERB);
    return word && look_lexeme(clause->document, word)->frame == FRAME_VISIT;
}

/* "Selon un communiqué", "Dans un communiqué": whether the clause begins with where its news is
 * from. */
static bool opens_with_source(const struct clause *clause)
{
    const struct annotation *words =
        clause_is(clause, 0, TYPE(VERB))
            ? look_at(clause->document, clause_chunk(clause, 0)->begin, LEXICON_SPEECHVERB)
            : NULL;
    return look_says(clause->document, words, STR("SOURCE"));
}

bool clause_is_opening(const struct clause *clause, uint32_t noun)
{
    enum { CHUNKS_MAX = 4 };
    const uint64_t between = TYPE(AT) | TYPE(TO) | TYPE(DATE) | TYPE(PLACE) | TYPE(COMMA) |
                             TYPE(POSSESSIVE) | TYPE(FOLLOWING) | TYPE(SEQUENCE) | TYPE(SIDELINE);
    const bool source = opens_with_source(clause);
    bool lone = true;
    for (uint32_t i = source; i < noun; i++) {
        const enum tense tense = (i == 0 || source) && clause_is(clause, i, TYPE(VERB))
                                     ? clause_verb(clause, i)->tense
                                     : TENSE_NONE;
        const bool speaking = tense == TENSE_GER || tense == TENSE_PP; /* "Speaking in" */
        lone &= clause_is(clause, i, between | (source ? TYPE(OUTCOME) : 0)) || speaking ||
                (clause_is(clause, i, TYPE(PARTY)) && clause_governor(clause, i) != 0);
    }
    return lone || noun < CHUNKS_MAX;
}
