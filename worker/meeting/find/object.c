#include "meeting/find/object.h"

#include "annotate/look.h"

/* "met in Lima to discuss the mission", "to | weigh the mission": whether an infinitive begins with
 * the chunk: what follows is its object.  "Received to dinner the king" has none. */
static bool opens_infinitive(const struct finder *finder, uint32_t chunk)
{
    const struct document *document = finder->document;
    const uint32_t verb = clause_chunk(&finder->clause, chunk)->end;
    if (clause_is(&finder->clause, chunk, TYPE(VERB)))
        return clause_verb(&finder->clause, chunk)->tense == TENSE_INF;
    return clause_is(&finder->clause, chunk, TYPE(TO)) && verb + 1 < finder->sentence->end &&
           look_flag(document, verb, TOKEN_WORD) && !look_flag(document, verb, TOKEN_CAPITAL) &&
           !document_is(document, verb, CLASS(STOPWORD)) &&
           !look_at(document, verb, LEXICON_MEETNOUN) &&
           document_is(document, verb + 1, CLASS(DETERMINER) | CLASS(POSSESSIVE));
}

/* "hosting tourists and for being a NATO ally": an object stands close behind its verb. */
static bool is_close(const struct finder *finder, uint32_t verb, uint32_t object)
{
    enum { WORDS_MAX = 6 };
    const struct document *document = finder->document;
    const uint64_t ends = CLASS(AND) | CLASS(RELATIVE) | CLASS(SUBORDINATOR) | CLASS(PRONOUN) |
                          CLASS(ABOUT) | CLASS(FROM);
    const uint32_t end = clause_chunk(&finder->clause, object)->begin;
    unsigned words = 0;
    uint32_t t = clause_chunk(&finder->clause, verb)->end;
    for (uint32_t i = verb + 1; i < object; t = clause_chunk(&finder->clause, i++)->end) {
        words += clause_chunk(&finder->clause, i)->begin - t;
        const bool since = clause_is(&finder->clause, i + 1, TYPE(DATE)); /* "depuis 2010" */
        if (clause_is(&finder->clause, i, since ? TYPE(AND) : TYPE(AND) | TYPE(FROM)) ||
            opens_infinitive(finder, i))
            return false;
    }
    for (; t < end; t++) {
        if (document_is(document, t, ends) || ++words > WORDS_MAX)
            return false;
    }
    return true;
}

uint32_t owned_by(const struct finder *finder, uint32_t party)
{
    const struct clause *clause = &finder->clause;
    while (party != CLAUSE_NONE) {
        const uint32_t end = clause_chunk(clause, party)->end;
        if (end >= finder->sentence->end || !look_clitic(finder->document, end))
            return party;
        const bool next = clause_is(clause, party + 1, TYPE(PARTY)) &&
                          clause_chunk(clause, party + 1)->begin == end + 1;
        party = next ? party + 1 : CLAUSE_NONE;
    }
    return CLAUSE_NONE;
}

/* "A and B will meet on Tuesday, C said": who tells it behind a comma. */
static bool is_teller(const struct finder *finder, uint32_t party)
{
    const struct document *document = finder->document;
    uint32_t t = clause_chunk(&finder->clause, party)->end;
    while (t < finder->sentence->end &&
           (document_is(document, t, CLASS(ADVERB)) || look_at(document, t, LEXICON_AUX)))
        t++;
    return clause_is(&finder->clause, party - 1, TYPE(COMMA)) && t < finder->sentence->end &&
           look_at(document, t, LEXICON_SPEECHVERB);
}

/* "As A and B met in Lima, the ministry said": what stands behind the comma that closes a clause
 * with which the sentence opens begins the main one. */
static bool is_of_main_clause(const struct finder *finder, uint32_t verb, uint32_t object)
{
    const struct clause *clause = &finder->clause;
    const bool owned = clause_is(clause, object - 1, TYPE(PLACE) | TYPE(PARTY)) && /* "Gaza's" */
                       look_clitic(finder->document, clause_chunk(clause, object - 1)->end);
    const uint32_t comma = object - 1 - owned;
    uint32_t before = verb;
    if (!clause_is(clause, comma, TYPE(COMMA)) || comma <= verb)
        return false;
    while (before > 0 && !clause_is(clause, before - 1, TYPE(VERB) | TYPE(STOP) | TYPE(COMMA)))
        before--;
    return clause_is(clause, before, TYPE(SUBORDINATOR) | TYPE(FOLLOWING)) &&
           clause_finite(clause, verb) && !clause_is(clause, object + 1, TYPE(COMMA));
}

/* "the president of the chamber (Senate)": what stands alone in brackets is said of another. */
static bool is_bracketed(const struct finder *finder, uint32_t object)
{
    const struct chunk *chunk = clause_chunk(&finder->clause, object);
    return chunk->begin > finder->sentence->begin && chunk->end < finder->sentence->end &&
           look_mark(finder->document, chunk->begin - 1, '(') &&
           look_mark(finder->document, chunk->end, ')');
}

/* "a reçu lundi à Lyon, pour parler de B, | C": who stands right behind the comma that closes what
 * another one, of when, where and why, parts from the verb; or CLAUSE_NONE. */
static uint32_t past_aside(const struct finder *finder, uint32_t verb)
{
    const struct clause *clause = &finder->clause;
    const uint64_t why = CLASS(ABOUT) | CLASS(AT) | CLASS(TO) | CLASS(OF);
    uint32_t i = verb + 1;
    while (clause_is(clause, i, CLAUSE_ADJUNCTS | TYPE(AT)) && !clause_is(clause, i, TYPE(COMMA)))
        i++;
    if (!clause_is(clause, i, TYPE(COMMA)) || has_thing(finder, verb) ||
        !document_is(finder->document, clause_chunk(clause, i)->end, why))
        return CLAUSE_NONE;
    for (i++; i + 1 < clause->chunks.count; i++) {
        if (clause_is(clause, i, TYPE(STOP) | TYPE(SUBORDINATOR) | TYPE(RELATIVE)) ||
            (clause_is(clause, i, TYPE(VERB)) && clause_finite(clause, i)))
            break;
        if (clause_is(clause, i, TYPE(COMMA)) && clause_is(clause, i + 1, TYPE(PARTY)))
            return clause_chunk(clause, i)->end == clause_chunk(clause, i + 1)->begin &&
                           clause_governor(clause, i + 1) == 0
                       ? i + 1
                       : CLAUSE_NONE;
    }
    return CLAUSE_NONE;
}

uint32_t past_colon(const struct finder *finder, uint32_t verb)
{
    const struct clause *clause = &finder->clause;
    uint32_t colon = verb + 1;
    while (clause_is(clause, colon, CLAUSE_ADJUNCTS | TYPE(AT) | TYPE(BY))) /* "un par un :" */
        colon++;
    if (!clause_is(clause, colon, TYPE(STOP)) ||
        !look_mark(finder->document, clause_chunk(clause, colon)->begin, ':'))
        return CLAUSE_NONE;
    uint32_t first = colon + 1;
    while (clause_is(clause, first, CLAUSE_ADJUNCTS | TYPE(AT)))
        first++;
    return clause_is(clause, first, TYPE(PARTY)) ? first : CLAUSE_NONE;
}

/* "recevra les syndicats : | la CGT lundi, FO mardi": the first of the bodies behind the colon, who
 * are the group at the chunk; or the chunk. */
static uint32_t bodies_of(const struct finder *finder, uint32_t group)
{
    const struct party *crowd = party_members(clause_chunk(&finder->clause, group)->of)->at[0];
    const uint32_t first =
        crowd->type == PARTY_GROUP && !crowd->delegation ? past_colon(finder, group) : CLAUSE_NONE;
    const struct party *body = first == CLAUSE_NONE
                                   ? NULL
                                   : party_members(clause_chunk(&finder->clause, first)->of)->at[0];
    return body && body->type == PARTY_ORGANIZATION ? first : group;
}

/* "met EU | standards", "met the IMF's targets": what somebody comes up to, of a body or a state.
 */
static bool is_yardstick(const struct finder *finder, uint32_t object)
{
    const uint32_t end = clause_chunk(&finder->clause, object)->end;
    const struct annotation *noun =
        end < finder->sentence->end ? look_at(finder->document, end, LEXICON_FALSEFRIEND) : NULL;
    return look_says(finder->document, noun, STR("YARDSTICK"));
}

uint32_t object_of(const struct finder *finder, uint32_t verb, uint64_t governors)
{
    uint32_t object = clause_after(&finder->clause, verb, TYPE(PARTY), governors);
    while (object != CLAUSE_NONE && is_bracketed(finder, object))
        object =
            clause_after(&finder->clause, object, TYPE(PARTY), governors); /* "à Leixo (Ain)" */
    if (object == CLAUSE_NONE)
        object = past_colon(finder, verb);
    if (object == CLAUSE_NONE || !is_close(finder, verb, object))
        object = past_aside(finder, verb);
    if (object == CLAUSE_NONE || is_teller(finder, object) ||
        is_of_main_clause(finder, verb, object))
        return CLAUSE_NONE;
    object = owned_by(finder, object);
    return object == CLAUSE_NONE || is_yardstick(finder, object) ? CLAUSE_NONE
                                                                 : bodies_of(finder, object);
}

/* "received EU | funds", "hosted UN | troops": whether the word at token, behind a body or a state,
 * is a noun of which that only tells whose or which it is. */
static bool is_headed_by(const struct finder *finder, uint32_t token)
{
    static const uint64_t things = KIND_BIT(LEXICON_TOPIC) | KIND_BIT(LEXICON_EVENTNOUN) |
                                   KIND_BIT(LEXICON_OUTCOME) | KIND_BIT(LEXICON_OUTCOMEVERB);
    const struct document *document = finder->document;
    if (!pack_optional(document->pack, OPTIONAL_EPITHET) || token >= finder->sentence->end ||
        !look_flag(document, token, TOKEN_WORD) || look_flag(document, token, TOKEN_CAPITAL))
        return false;
    const bool noun =
        look_any(document, token, things) || document_is(document, token, CLASS(MATTER));
    return look_unread(document, token) ||
           (noun && !(document->classes[token] & ~CLASS(MATTER)) &&
            !look_any(document, token, KIND_BIT(ANNOTATION_DATE) | KIND_BIT(LEXICON_GROUPNOUN)));
}

bool is_decoration(const struct finder *finder, uint32_t object)
{
    const struct chunk *chunk = clause_chunk(&finder->clause, object);
    const struct party *party = party_members(chunk->of)->at[0];
    const bool state = party->type == PARTY_COUNTRY && party->name_end == chunk->end;
    if ((party->type != PARTY_ORGANIZATION && !state) || party->delegation || party->role_count)
        return false;
    const uint32_t name = party->name_begin;
    const bool one = name > finder->sentence->begin && !state &&
                     document_is(finder->document, name - 1, CLASS(INDEFINITE));
    return one || (party->name_end == chunk->end && is_headed_by(finder, chunk->end));
}

bool is_unknown_noun(const struct finder *finder, uint32_t verb, uint32_t token)
{
    const uint64_t small = CLASS(ADVERB) | CLASS(AND) | CLASS(RELATIVE) | CLASS(PRONOUN) |
                           CLASS(NEGATION) | CLASS(PLURAL_PRONOUN) | CLASS(AT) | CLASS(OF) |
                           CLASS(TO) | CLASS(FROM) | CLASS(BY) | CLASS(ABOUT) |
                           CLASS(SUBORDINATOR) | CLASS(DETERMINER) | CLASS(QUANTIFIER);
    const struct document *document = finder->document;
    if (verb > 0 && clause_chunk(&finder->clause, verb - 1)->end > token)
        return clause_is(&finder->clause, verb - 1, TYPE(NOUN)) && /* "le libre-échange négocié" */
               clause_verb(&finder->clause, verb)->tense == TENSE_PP; /* else part of a chunk */
    return look_flag(document, token, TOKEN_WORD) && !look_at(document, token, LEXICON_AUX) &&
           !look_at(document, token, LEXICON_FOLLOWING) &&
           !look_at(document, token, LEXICON_WITH) && !look_flag(document, token, TOKEN_CAPITAL) &&
           !document_is(document, token, small);
}

bool has_thing(const struct finder *finder, uint32_t verb)
{
    const struct document *document = finder->document;
    uint32_t t = clause_chunk(&finder->clause, verb)->end;
    while (t < finder->sentence->end && document_is(document, t, CLASS(ADVERB)) &&
           !look_at(document, t, ANNOTATION_DATE)) /* "met again", "met earlier this month" */
        t++;
    if (t >= finder->sentence->end || look_at(document, t, ANNOTATION_DATE))
        return false;
    return document_is(document, t,
                       CLASS(DETERMINER) | CLASS(POSSESSIVE) | CLASS(QUANTIFIER) |
                           CLASS(DEMONSTRATIVE)) ||
           look_at(document, t, LEXICON_WITH);
}

bool brings_something(const struct finder *finder, uint32_t verb)
{
    const uint32_t behind = clause_chunk(&finder->clause, verb)->end;
    return behind < finder->sentence->end && !look_at(finder->document, behind, ANNOTATION_DATE) &&
           document_is(finder->document, behind, CLASS(POSSESSIVE) | CLASS(INDEFINITE));
}

bool is_matter(const struct finder *finder, uint32_t noun, uint32_t party)
{
    uint32_t t = clause_chunk(&finder->clause, noun)->end;
    for (uint32_t i = noun + 1; i <= party; i++) {
        const struct chunk *chunk = clause_chunk(&finder->clause, i);
        for (; t < chunk->begin; t++) {
            if (look_flag(finder->document, t, TOKEN_WORD) &&
                !look_flag(finder->document, t, TOKEN_CAPITAL) &&
                !document_is(finder->document, t, UINT64_MAX))
                return true;
        }
        t = chunk->end;
    }
    return false;
}

bool verb_has_noun(const struct finder *finder, uint32_t verb)
{
    const struct annotation *word = clause_verb(&finder->clause, verb)->word;
    const uint32_t next = clause_chunk(&finder->clause, verb)->end;
    return word && word->end > word->begin + 2 && document_is(finder->document, next, CLASS(OF));
}

uint32_t brought_by(const struct finder *finder, uint32_t verb)
{
    const struct clause *clause = &finder->clause;
    const uint64_t governors = GOVERNOR_NONE | (verb_has_noun(finder, verb) ? TYPE(OF) : 0);
    const uint32_t party = clause_after(clause, verb, TYPE(PARTY), governors);
    const bool speaks = party != CLAUSE_NONE && clause_is(clause, party - 1, TYPE(COMMA)) &&
                        clause_is(clause, party + 1, TYPE(VERB)) &&
                        clause_finite(clause, party + 1) &&
                        clause_subject(clause, party + 1) == party;
    return speaks ? CLAUSE_NONE : party; /* "took place, B said" */
}

uint32_t main_behind(const struct finder *finder, uint32_t noun, uint32_t aside)
{
    const struct clause *clause = &finder->clause;
    for (uint32_t i = aside + 1; i < clause->chunks.count; i++) {
        if (clause_is(clause, i, TYPE(STOP) | TYPE(SUBORDINATOR) | TYPE(RELATIVE)))
            break;
        if (clause_is(clause, i, TYPE(VERB)) && clause_finite(clause, i))
            return clause_subject(clause, i) == noun ? i : CLAUSE_NONE;
    }
    return CLAUSE_NONE;
}
