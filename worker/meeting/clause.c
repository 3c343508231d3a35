#include "meeting/clause.h"

#include "annotate/look.h"
#include "annotate/party.h"

static const uint64_t PREPOSITIONS = TYPE(OF) | TYPE(WITH) | TYPE(BETWEEN) | TYPE(BY) | TYPE(AT) |
                                     TYPE(TO) | TYPE(FROM) | TYPE(HOST) | TYPE(FOLLOWING) |
                                     TYPE(SIDELINE) | TYPE(ACCOMPANIED) | TYPE(ABOUT) |
                                     TYPE(CAPACITY);
static const uint64_t LIMITS = CLAUSE_LIMITS;
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

/* "a rencontré lundi des élus", "Des élus ont": the article of several, no "of"; behind a word for
 * a meeting it is one, "la réunion lundi des élus". */
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
 * before a word for a meeting, a few adjectives; an article behind one begins anew, "a reçu en
 * mairie une délégation". */
static bool is_open(const struct clause *clause, uint32_t begin, uint32_t end, unsigned adjectives)
{
    const struct document *document = clause->document;
    const uint64_t small = CLASS(DETERMINER) | CLASS(POSSESSIVE) | CLASS(QUANTIFIER);
    const uint64_t never = CLASS(STOPWORD) | CLASS(AND) | CLASS(OF) | CLASS(AT) | CLASS(TO);
    const unsigned most = adjectives;
    for (uint32_t t = begin; t < end; t++) {
        const struct annotation *length = look_at(document, t, ANNOTATION_DURATION);
        if (length) { /* "on a five-day state visit" */
            t = length->end - 1;
            continue;
        }
        if (t == begin && chunk_is_roughly(document, t))
            continue;
        if (document_is(document, t, small) || look_flag(document, t, TOKEN_NUMBER) ||
            look_at(document, t, LEXICON_NEXTPREVIOUS) ||
            look_at(document, t, LEXICON_OFFICEPREFIX)) {
            if (t > begin && adjectives < most && document_is(document, t, CLASS(DETERMINER)))
                return false;
            continue;
        }
        if (adjectives-- == 0 || look_flag(document, t, TOKEN_PUNCT) ||
            document_is(document, t, never))
            return false;
    }
    return true;
}

/* "a visiting delegation": who may be described before the word for them, if no article begins it;
 * a body only where adjectives stand before the noun, "of the ruling Lake Union". */
static bool is_described(const struct clause *clause, uint32_t index, bool of)
{
    const struct chunk *at = clause_chunk(clause, index);
    if (!clause_is(clause, index, TYPE(PARTY)) ||
        document_is(clause->document, at->begin, CLASS(INDEFINITE)))
        return false;
    const struct party *party = party_members(at->of)->at[0];
    return party->delegation ||
           (of && (party->type == PARTY_GROUP || (party->type == PARTY_ORGANIZATION &&
                                                  pack_class(clause->document->pack, "epithet"))));
}

/* "two days of talks", "a second day of talks": whether the chunk is the "of" behind a time. */
static bool is_length(const struct clause *clause, uint32_t index)
{
    const struct document *document = clause->document;
    const uint32_t token = clause_chunk(clause, index)->begin;
    const struct annotation *unit = token > 1 && clause_is(clause, index, TYPE(OF))
                                        ? look_at(document, token - 1, LEXICON_UNIT)
                                        : NULL;
    return unit && unit->end == token &&
           (look_at(document, token - 2, LEXICON_NUMBER) ||
            look_at(document, token - 2, LEXICON_ORDINAL) ||
            look_at(document, token - 2, LEXICON_NEXTPREVIOUS) ||
            document_is(document, token - 2, CLASS(INDEFINITE)) ||
            look_flag(document, token - 2, TOKEN_NUMBER));
}

/* "après des discussions": whether the article of several stands between such and the noun. */
static bool is_after_some(const struct clause *clause, uint32_t noun)
{
    return noun > 1 && clause_is(clause, noun - 1, TYPE(OF)) &&
           clause_is(clause, noun - 2, TYPE(FOLLOWING)) &&
           clause_chunk(clause, noun)->of->tag == TAG_PLUR &&
           clause_chunk(clause, noun - 2)->end == clause_chunk(clause, noun - 1)->begin &&
           document_is(clause->document, clause_chunk(clause, noun - 1)->begin, CLASS(DETERMINER));
}

uint32_t clause_preposition(const struct clause *clause, uint32_t index)
{
    enum { ADJECTIVES_MAX = 3 };
    const bool noun = clause_is(clause, index, TYPE(NOUN));
    if (noun && is_after_some(clause, index))
        return index - 2;
    const uint32_t dated = noun ? clause_before_date(clause, index) : CLAUSE_NONE;
    if (clause_is(clause, dated, PREPOSITIONS))
        return dated;
    uint32_t i = index;
    while (noun && i > 0 && clause_is(clause, i - 1, TYPE(POSSESSIVE) | TYPE(SEQUENCE)))
        i--; /* "at its next meeting" */
    const uint32_t length = noun && i > 0 && is_length(clause, i - 1) ? i - 1 : i;
    if (length < i && (length == 0 || !clause_is(clause, length - 1, PREPOSITIONS)))
        return CLAUSE_NONE; /* "two days of talks ended" */
    i = length;
    const uint64_t aim = clause_is(clause, i, TYPE(POSSESSIVE)) ? 0 : TYPE(ABOUT); /* "for new" */
    const uint64_t near = TYPE(AT) | TYPE(FOLLOWING) | TYPE(SIDELINE) | aim;
    if (i == 0 || !clause_is(clause, i - 1, i < index ? near : PREPOSITIONS))
        return CLAUSE_NONE;
    const bool described = noun ||
                           is_described(clause, index, clause_is(clause, i - 1, TYPE(OF))) ||
                           clause_is(clause, i - 1, TYPE(BETWEEN));
    const uint32_t end = clause_is(clause, i, TYPE(OF)) ? i : index; /* "two days | of talks" */
    uint32_t begin = clause_chunk(clause, i - 1)->end; /* "au cours de cette réunion" */
    begin += noun && clause_is(clause, i - 1, TYPE(FOLLOWING)) &&
             document_is(clause->document, begin, CLASS(DEMONSTRATIVE));
    return is_open(clause, begin, clause_chunk(clause, end)->begin, described ? ADJECTIVES_MAX : 0)
               ? i - 1
               : CLAUSE_NONE;
}

/* "from eight NATO | nations": a group right behind a party is the head of one phrase with it. */
static bool is_headed(const struct clause *clause, uint32_t index)
{
    return clause_is(clause, index, TYPE(PARTY)) && clause_is(clause, index - 1, TYPE(PARTY)) &&
           clause_chunk(clause, index - 1)->end == clause_chunk(clause, index)->begin &&
           !document_is(clause->document, clause_chunk(clause, index)->begin, CLASS(DETERMINER)) &&
           party_members(clause_chunk(clause, index)->of)->at[0]->type == PARTY_GROUP;
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
    if (index > 0 && is_headed(clause, index))
        return clause_governor(clause, index - 1);
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
            return clause_is_of_unread(clause, index, i) ? CLAUSE_NONE : i;
        if (!clause_is(clause, i, ADJUNCTS | PREPOSITIONS))
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
        if (clause_is(clause, i, TYPE(RELATIVE)) &&
            !document_is(clause->document, clause_chunk(clause, i)->begin, CLASS(SUBORDINATOR)))
            return i; /* "X, qui accompagnait Y, a" : a verb that tells no meeting stands between */
        if (clause_is(clause, i, LIMITS | TYPE(RELATIVE) | TYPE(COMMA)))
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

/* "opened a school, visited a factory and met B": whether only a comma parts the verb from what is
 * told before it. */
static bool is_listed(const struct clause *clause, uint32_t index)
{
    const struct verb *verb = clause_verb(clause, index);
    const bool past = verb->tense == TENSE_PAST && !verb->passive;
    return index > 0 && clause_is(clause, index - 1, TYPE(COMMA)) &&
           clause_chunk(clause, index - 1)->end == clause_chunk(clause, index)->begin &&
           (past || verb->modality != MODALITY_NONE || verb->tense == TENSE_FUT);
}

/* Whether a word that may be a verb stands right behind the chunk: "A praised", "A will lay". */
static bool is_acting(const struct clause *clause, uint32_t index)
{
    const struct document *document = clause->document;
    uint32_t t = clause_chunk(clause, index)->end;
    while (document_is(document, t, CLASS(ADVERB)))
        t++;
    if (look_at(document, t, LEXICON_AUX))
        return true;
    return look_flag(document, t, TOKEN_WORD) && !look_flag(document, t, TOKEN_CAPITAL) &&
           !document->classes[t] && !look_clitic(document, t);
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

/* "A praised the accord and met B": the first party of the clause that a verb which no list has
 * stands right behind, or CLAUSE_NONE. */
static uint32_t subject_of_unread(const struct clause *clause, uint32_t index)
{
    uint32_t subject = CLAUSE_NONE;
    for (uint32_t i = index; i-- > 0;) {
        if (clause_is(clause, i, LIMITS | TYPE(RELATIVE) | TYPE(VERB)))
            break;
        if (clause_is(clause, i, TYPE(PARTY) | TYPE(PRONOUN) | TYPE(PLURAL_PRONOUN)) &&
            !is_owner(clause, i) && clause_governor(clause, i) == 0 && is_acting(clause, i))
            subject = i;
    }
    return subject;
}

/* "a reçu A et rencontrera B": "and" joins the verb to one before it; in "A et la guérilla se
 * parleront" it joins one more subject, whom no list knows. */
static bool is_joined(const struct clause *clause, uint32_t index)
{
    const uint32_t begin = clause_chunk(clause, index)->begin;
    if (begin > 0 && clause_finite(clause, index) && /* "praised A but met B" */
        look_at(clause->document, begin - 1, LEXICON_RESUMING))
        return true;
    if (index == 0 || !clause_is(clause, index - 1, TYPE(AND)))
        return false;
    const uint32_t behind = clause_chunk(clause, index - 1)->end;
    const uint32_t verb = clause_chunk(clause, index)->begin;
    if (document_is(clause->document, behind, CLASS(QUANTIFIER)))
        return false; /* "A and others met" */
    if (behind + 1 == verb && !clause->document->classes[behind] &&
        (look_at(clause->document, verb, LEXICON_AUX) ||
         document_is(clause->document, verb, CLASS(REFLEXIVE))))
        return false; /* "comtés et districts se réunissent" */
    return behind + 1 >= verb ||
           !document_is(clause->document, behind, CLASS(DETERMINER) | CLASS(POSSESSIVE));
}

static uint32_t subject_at(const struct clause *clause, uint32_t index, unsigned depth)
{
    bool comma = false;
    const bool infinite = !clause_finite(clause, index) || clause_verb(clause, index)->dependent;
    const bool joined = is_joined(clause, index);
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
            if (infinite && clause_bidden(clause, i, index) != i)
                return clause_bidden(clause, i, index);
            if (joined || infinite || !clause_finite(clause, i))
                return shared_subject(clause, i, depth);
            const uint32_t relative = relative_before(clause, i);
            if (relative == CLAUSE_NONE)
                return is_listed(clause, index) ? shared_subject(clause, i, depth) : CLAUSE_NONE;
            i = relative;
            continue;
        }
        if (clause_is(clause, i, TYPE(PRONOUN) | TYPE(PLURAL_PRONOUN)) && !joined)
            return i;
        comma |= clause_is(clause, i, TYPE(COMMA));
        if (!joined && clause_is(clause, i, TYPE(PARTY) | TYPE(NOUN)) && !is_owner(clause, i) &&
            (clause_governor(clause, i) == 0 || is_after(clause, i, index)) &&
            !clause_is_bracketed(clause, i, index)) {
            const uint32_t relative = comma ? relative_around(clause, i) : CLAUSE_NONE;
            return relative == CLAUSE_NONE ? i : antecedent(clause, relative);
        }
    }
    return joined && !infinite ? subject_of_unread(clause, index) : CLAUSE_NONE;
}

uint32_t clause_subject(const struct clause *clause, uint32_t index)
{
    const uint32_t behind = clause_speaker_behind(clause, index);
    uint32_t actor = behind == CLAUSE_NONE ? clause_apposed(clause, index) : behind;
    if (clause_is_sequel(clause, index) && clause_governing_verb(clause, index) != CLAUSE_NONE)
        actor = subject_at(clause, clause_governing_verb(clause, index), 0); /* "before going" */
    return actor == CLAUSE_NONE ? subject_at(clause, index, 0) : actor;
}
