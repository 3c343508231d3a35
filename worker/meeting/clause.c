#include "meeting/clause.h"

#include "annotate/look.h"
#include "annotate/party.h"

static const uint64_t PREPOSITIONS = TYPE(OF) | TYPE(WITH) | TYPE(BETWEEN) | TYPE(BY) | TYPE(AT) |
                                     TYPE(TO) | TYPE(FROM) | TYPE(HOST) | TYPE(FOLLOWING) |
                                     TYPE(SIDELINE) | TYPE(ACCOMPANIED) | TYPE(ABOUT);
static const uint64_t LIMITS = TYPE(STOP) | TYPE(SUBORDINATOR);
static const uint64_t ADJUNCTS = TYPE(DATE) | TYPE(TIME) | TYPE(PLACE) | TYPE(MODE) | TYPE(COMMA);

enum { DEPTH_MAX = 6 }; /* verbs that share one subject */

static uint64_t token_governor(const struct document *document, uint32_t token)
{
    const uint64_t classes = document->classes[token];
    uint64_t types = 0;
    types |= classes & CLASS(OF) ? TYPE(OF) : 0;
    types |= classes & CLASS(AT) ? TYPE(AT) : 0;
    types |= classes & CLASS(TO) ? TYPE(TO) : 0;
    types |= classes & CLASS(FROM) ? TYPE(FROM) : 0;
    types |= classes & CLASS(BY) ? TYPE(BY) : 0;
    return types;
}

/*
 * "a rencontré lundi des élus", "Des élus ont": the article of several, no "of"; behind a word for
 * a meeting it is one, "la réunion lundi des élus".
 */
static bool is_some(const struct clause *clause, uint32_t index)
{
    if (!clause_is(clause, index, TYPE(PARTY)) ||
        !party_members(clause_chunk(clause, index)->of)->at[0]->plural)
        return false;
    uint32_t i = index;
    while (i > 0 &&
           clause_is(clause, i - 1, ADJUNCTS | TYPE(AT) | TYPE(TO) | TYPE(BY) | TYPE(WITH)))
        i--;
    if (i > 0 && !clause_is(clause, i - 1, TYPE(VERB)))
        return false;
    const uint32_t end = i == index && i > 0 ? clause_chunk(clause, i - 1)->end : 0;
    return end == 0 || end == clause_chunk(clause, index)->begin;
}

/* "Des négociations ont lieu": so stands the article of several before a word for a meeting. */
static bool is_some_noun(const struct clause *clause, uint32_t index)
{
    return clause_is(clause, index, TYPE(NOUN)) && index > 0 &&
           clause_chunk(clause, index)->of->tag == TAG_PLUR &&
           clause_is(clause, index - 1, TYPE(OF)) &&
           document_is(clause->document, clause_chunk(clause, index - 1)->begin,
                       CLASS(DETERMINER)) &&
           (index == 1 || clause_is(clause, index - 2, TYPE(VERB) | TYPE(COMMA) | LIMITS));
}

/* Whether the words between a preposition and what it governs leave it that: articles, numbers and,
 * before a word for a meeting, a few adjectives. */
static bool is_open(const struct clause *clause, uint32_t begin, uint32_t end, unsigned adjectives)
{
    const struct document *document = clause->document;
    const uint64_t small = CLASS(DETERMINER) | CLASS(POSSESSIVE) | CLASS(QUANTIFIER);
    const uint64_t never = CLASS(STOPWORD) | CLASS(AND) | CLASS(OF) | CLASS(AT) | CLASS(TO);
    for (uint32_t t = begin; t < end; t++) {
        const struct annotation *length = look_at(document, t, ANNOTATION_DURATION);
        if (length) { /* "on a five-day state visit" */
            t = length->end - 1;
            continue;
        }
        if (document_is(document, t, small) || look_flag(document, t, TOKEN_NUMBER) ||
            look_at(document, t, LEXICON_NEXTPREVIOUS) ||
            look_at(document, t, LEXICON_OFFICEPREFIX))
            continue;
        if (adjectives-- == 0 || look_flag(document, t, TOKEN_PUNCT) ||
            document_is(document, t, never))
            return false;
    }
    return true;
}

/* "at a March 21 summit", "after Friday's talks": the date chunk right before the word for a
 * meeting that says which one it is, or index; "on Monday talks resumed" has no article. */
static uint32_t date_inside(const struct clause *clause, uint32_t index)
{
    enum { WORDS_MAX = 4 };
    const struct document *document = clause->document;
    const uint32_t noun = clause_chunk(clause, index)->begin;
    if (index < 2 || !clause_is(clause, index - 1, TYPE(DATE)) ||
        !clause_is(clause, index - 2, PREPOSITIONS))
        return index;
    const struct chunk *date = clause_chunk(clause, index - 1);
    const uint32_t before = clause_chunk(clause, index - 2)->end;
    const bool article =
        before + 1 == date->begin && document_is(document, before, CLASS(DETERMINER));
    const bool clitic = before == date->begin && look_clitic(document, date->end);
    if ((!article && !clitic) || noun - date->end > WORDS_MAX)
        return index;
    for (uint32_t t = date->end; t < noun; t++) {
        if (document_is(document, t, CLASS(DETERMINER) | CLASS(POSSESSIVE)) ||
            look_flag(document, t, TOKEN_PUNCT))
            return index;
    }
    return index - 1;
}

struct str clause_when(const struct clause *clause, uint32_t index)
{
    if (!clause_is(clause, index, TYPE(FOLLOWING)))
        return (struct str){NULL, 0};
    return pack_column(clause->document->pack, clause_chunk(clause, index)->of->value, 0);
}

uint32_t clause_preposition(const struct clause *clause, uint32_t index)
{
    enum { ADJECTIVES_MAX = 3 };
    const bool noun = clause_is(clause, index, TYPE(NOUN));
    if (noun && date_inside(clause, index) < index)
        return index - 2;
    uint32_t i = index;
    while (noun && i > 0 && clause_is(clause, i - 1, TYPE(POSSESSIVE) | TYPE(SEQUENCE)))
        i--; /* "at its next meeting" */
    if (i == 0 || !clause_is(clause, i - 1, i < index ? TYPE(AT) : PREPOSITIONS))
        return CLAUSE_NONE;
    return is_open(clause, clause_chunk(clause, i - 1)->end, clause_chunk(clause, index)->begin,
                   noun || clause_is(clause, i - 1, TYPE(BETWEEN)) ? ADJECTIVES_MAX : 0)
               ? i - 1
               : CLAUSE_NONE;
}

uint64_t clause_governor(const struct clause *clause, uint32_t index)
{
    const struct document *document = clause->document;
    const struct chunk *chunk = clause_chunk(clause, index);
    /* Contracted articles ("du", "aux") are inside the chunk that they govern. */
    const uint64_t contracted = document_is(document, chunk->begin, CLASS(DETERMINER))
                                    ? token_governor(document, chunk->begin)
                                    : 0;
    if (is_some_noun(clause, index))
        return 0;
    if (index > 0 && clause_is(clause, index - 1, TYPE(NOUN)) &&
        clause_is(clause, index, TYPE(PARTY)) && party_hyphened(document, chunk->begin))
        return TYPE(OF); /* "les pourparlers russo-turcs", "la rencontre A-B" */
    const uint32_t preposition = clause_preposition(clause, index);
    const uint64_t before =
        preposition == CLAUSE_NONE ? 0 : UINT64_C(1) << clause_chunk(clause, preposition)->type;
    if (contracted == TYPE(OF) && (before || is_some(clause, index)))
        return before; /* "avec des élus" */
    return contracted ? contracted : before;
}

const struct verb *clause_verb(const struct clause *clause, uint32_t index)
{
    return clause_chunk(clause, index)->of->detail;
}

bool clause_finite(const struct clause *clause, uint32_t index)
{
    const enum tense tense = clause_verb(clause, index)->tense;
    return tense == TENSE_PAST || tense == TENSE_PRES || tense == TENSE_FUT || tense == TENSE_COND;
}

/* What a relative pronoun at index stands for: the party or meeting right before it. */
static uint32_t antecedent(const struct clause *clause, uint32_t index)
{
    for (uint32_t i = index; i-- > 0;) {
        if (clause_is(clause, i, TYPE(PARTY) | TYPE(NOUN)))
            return i;
        if (!clause_is(clause, i, ADJUNCTS | PREPOSITIONS))
            break;
    }
    return CLAUSE_NONE;
}

uint32_t clause_governing_verb(const struct clause *clause, uint32_t index)
{
    for (uint32_t i = index; i-- > 0;) {
        if (clause_is(clause, i, TYPE(VERB)) && clause_finite(clause, i))
            return i;
        if (clause_is(clause, i, LIMITS | TYPE(RELATIVE)))
            break;
    }
    return CLAUSE_NONE;
}

static uint32_t subject_at(const struct clause *clause, uint32_t index, unsigned depth);

/* The relative pronoun that governs the finite verb at index: "X, qui est arrivé lundi, …". */
static uint32_t relative_before(const struct clause *clause, uint32_t index)
{
    for (uint32_t i = index; i-- > 0;) {
        if (clause_is(clause, i, TYPE(RELATIVE)))
            return i;
        if (clause_is(clause, i, LIMITS) ||
            (clause_is(clause, i, TYPE(VERB)) && clause_finite(clause, i)))
            break;
    }
    return CLAUSE_NONE;
}

/* A verb to the left of the verb at index: do they share a subject? */
static uint32_t shared_subject(const struct clause *clause, uint32_t left, unsigned depth)
{
    return depth < DEPTH_MAX ? subject_at(clause, left, depth + 1) : CLAUSE_NONE;
}

/* The relative pronoun of the clause whose object the chunk at index is: "X, who chairs the
 * meeting, said". */
static uint32_t relative_around(const struct clause *clause, uint32_t index)
{
    for (uint32_t i = index; i-- > 0;) {
        if (clause_is(clause, i, TYPE(RELATIVE)) && i + 1 == index &&
            !document_is(clause->document, clause_chunk(clause, i)->begin, CLASS(SUBORDINATOR)))
            return i; /* "X, qui accompagnait Y, a" : a verb that tells no meeting stands between */
        if (clause_is(clause, i, LIMITS | TYPE(RELATIVE)))
            break;
        if (clause_is(clause, i, TYPE(VERB)) && clause_finite(clause, i))
            return relative_before(clause, i);
    }
    return CLAUSE_NONE;
}

static bool is_dash(const struct clause *clause, uint32_t index)
{
    const uint32_t token = clause_chunk(clause, index)->begin;
    return clause_is(clause, index, TYPE(STOP)) && !look_mark(clause->document, token, ';') &&
           !look_mark(clause->document, token, ':');
}

/* The dash that opens what the dash at index closes: "the presidents - A and B - will meet". */
static uint32_t dash_before(const struct clause *clause, uint32_t index)
{
    if (!is_dash(clause, index))
        return CLAUSE_NONE;
    for (uint32_t i = index; i-- > 1;) {
        if (is_dash(clause, i))
            return i;
        if (clause_is(clause, i, LIMITS))
            break;
    }
    return CLAUSE_NONE;
}

/* "A accepted B's invitation to come": B does not come. */
static bool is_owner(const struct clause *clause, uint32_t index)
{
    const uint32_t end = clause_chunk(clause, index)->end;
    return clause_is(clause, index, TYPE(PARTY)) && end < clause->document->tokens.count &&
           look_clitic(clause->document, end) && !look_at(clause->document, end, LEXICON_AUX);
}

/* "after A and B spoke": what looks like a preposition opens a clause of its own, if the party
 * behind it stands right before the verb. */
static bool is_after(const struct clause *clause, uint32_t party, uint32_t verb)
{
    uint32_t i = party + 1;
    while (i < verb && clause_is(clause, i, ADJUNCTS & ~TYPE(COMMA)))
        i++;
    const uint32_t preposition = clause_preposition(clause, party);
    return i == verb && clause_finite(clause, verb) &&
           clause_governor(clause, party) == TYPE(FOLLOWING) && preposition != CLAUSE_NONE &&
           str_equal(
               pack_column(clause->document->pack, clause_chunk(clause, preposition)->of->value, 1),
               STR("CLAUSE"));
}

static uint32_t subject_at(const struct clause *clause, uint32_t index, unsigned depth)
{
    bool comma = false;
    const bool infinite = !clause_finite(clause, index);
    bool joined = index > 0 && clause_is(clause, index - 1, TYPE(AND));
    for (uint32_t i = index; i-- > 0;) {
        if (clause_is(clause, i, LIMITS)) {
            i = dash_before(clause, i);
            if (i == CLAUSE_NONE)
                return CLAUSE_NONE;
            continue;
        }
        if (clause_is(clause, i, TYPE(RELATIVE)))
            return antecedent(clause, i);
        if (clause_is(clause, i, TYPE(VERB))) {
            if (joined || infinite || !clause_finite(clause, i))
                return shared_subject(clause, i, depth);
            i = relative_before(clause, i);
            if (i == CLAUSE_NONE)
                return CLAUSE_NONE;
            continue;
        }
        if (clause_is(clause, i, TYPE(PRONOUN) | TYPE(PLURAL_PRONOUN)) && !joined)
            return i;
        comma |= clause_is(clause, i, TYPE(COMMA));
        if (!joined && clause_is(clause, i, TYPE(PARTY) | TYPE(NOUN)) && !is_owner(clause, i) &&
            (clause_governor(clause, i) == 0 || is_after(clause, i, index))) {
            const uint32_t relative = comma ? relative_around(clause, i) : CLAUSE_NONE;
            return relative == CLAUSE_NONE ? i : antecedent(clause, relative);
        }
    }
    return CLAUSE_NONE;
}

uint32_t clause_subject(const struct clause *clause, uint32_t index)
{
    return subject_at(clause, index, 0);
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
        if (clause_is(clause, i, LIMITS | TYPE(RELATIVE)))
            break;
        if (clause_is(clause, i, TYPE(VERB)) && clause_finite(clause, i))
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
