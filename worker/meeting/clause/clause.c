#include "meeting/clause/clause.h"

#include "annotate/look.h"
#include "annotate/party/party.h"
#include "meeting/clause/told_of.h"

enum { DEPTH_MAX = 6 }; /* verbs that share one subject */

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
        if (!clause_is(clause, i, CLAUSE_ADJUNCTS | CLAUSE_PREPOSITIONS))
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
        if (clause_is(clause, i, CLAUSE_LIMITS) ||
            (clause_is(clause, i, TYPE(VERB)) && clause_finite(clause, i)))
            break;
    }
    return CLAUSE_NONE;
}

/* "X, que Y a rencontré lundi, | ira à Lima": the pronoun behind X that begins the clause of the
 * verb at index, whose object he is, if a comma ends it before the verb at end; or CLAUSE_NONE. */
static uint32_t object_before(const struct clause *clause, uint32_t index, uint32_t end)
{
    uint32_t i = index;
    while (i > 0 && !clause_is(clause, i, CLAUSE_LIMITS | TYPE(COMMA)))
        i--;
    return i > 1 && clause_is(clause, i, TYPE(SUBORDINATOR)) &&
                   document_is(clause->document, clause_chunk(clause, i)->begin, CLASS(RELATIVE)) &&
                   clause_is(clause, i - 1, TYPE(COMMA)) && clause_is(clause, i - 2, TYPE(PARTY)) &&
                   clause_governor(clause, i - 2) == 0 && clause_is(clause, end - 1, TYPE(COMMA))
               ? i
               : CLAUSE_NONE;
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
        if (clause_is(clause, i, CLAUSE_LIMITS | TYPE(RELATIVE) | TYPE(COMMA)))
            break;
        if (clause_is(clause, i, TYPE(VERB)) && clause_finite(clause, i))
            return relative_before(clause, i);
    }
    return CLAUSE_NONE;
}

/* "Y, dont le ministre, X, a rencontré Z": whether the party at index, right behind the relative
 * pronoun and a comma before the verb, is the subject of the relative clause. */
static bool is_of_relative(const struct clause *clause, uint32_t index, uint32_t verb)
{
    return index > 0 && index + 2 == verb && clause_is(clause, index - 1, TYPE(RELATIVE)) &&
           clause_chunk(clause, index - 1)->end == clause_chunk(clause, index)->begin &&
           clause_is(clause, index + 1, TYPE(COMMA)) &&
           clause_chunk(clause, index)->end == clause_chunk(clause, index + 1)->begin;
}

/* "X, hosting the talks, met Y", "X, after meeting Y, met Z": who does what the verb that is not
 * finite tells whose object the chunk at index is, behind him and a comma; or CLAUSE_NONE. */
static uint32_t participle_around(const struct clause *clause, uint32_t index)
{
    const uint64_t between = TYPE(FOLLOWING) | TYPE(OF) | TYPE(ABOUT) | TYPE(AT) | TYPE(TO);
    for (uint32_t i = index; i-- > 2;) {
        if (clause_is(clause, i, CLAUSE_LIMITS | TYPE(RELATIVE) | TYPE(COMMA)))
            break;
        if (!clause_is(clause, i, TYPE(VERB)))
            continue;
        const enum tense tense = clause_verb(clause, i)->tense;
        while (i > 2 && clause_is(clause, i - 1, between))
            i--;
        const bool aside = tense == TENSE_GER || tense == TENSE_PERF ||
                           (tense == TENSE_INF && clause_is(clause, i, TYPE(FOLLOWING)));
        return aside && clause_is(clause, i - 1, TYPE(COMMA)) &&
                       clause_is(clause, i - 2, TYPE(PARTY)) && clause_governor(clause, i - 2) == 0
                   ? i - 2
                   : CLAUSE_NONE;
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
        if (clause_is(clause, i, CLAUSE_LIMITS))
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

/* "A, the minister,": whether the chunk has a comma inside and one right behind. */
static bool has_apposition(const struct clause *clause, uint32_t index)
{
    const struct chunk *chunk = clause_chunk(clause, index);
    uint32_t t = chunk->begin;
    while (t < chunk->end && !look_mark(clause->document, t, ','))
        t++;
    return t < chunk->end && look_mark(clause->document, chunk->end, ',');
}

/* Whether a word that may be a verb stands right behind the chunk: "A praised", "A will lay", "A,
 * the minister, praised". */
static bool is_acting(const struct clause *clause, uint32_t index)
{
    const struct document *document = clause->document;
    uint32_t t = clause_chunk(clause, index)->end + has_apposition(clause, index);
    while (document_is(document, t, CLASS(ADVERB)))
        t++;
    if (look_at(document, t, LEXICON_AUX))
        return true;
    return look_flag(document, t, TOKEN_WORD) && !look_flag(document, t, TOKEN_CAPITAL) &&
           !document->classes[t] && !look_clitic(document, t);
}

/* "after A and B spoke", "after talks between A and B ended": what looks like a preposition opens a
 * clause of its own, if the party or the meeting behind it stands right before the verb. */
static bool is_after(const struct clause *clause, uint32_t party, uint32_t verb)
{
    uint32_t i = party + 1 + has_apposition(clause, party);
    while (i < verb && (clause_is(clause, i, (CLAUSE_ADJUNCTS & ~TYPE(COMMA)) | TYPE(BETWEEN)) ||
                        clause_governor(clause, i) == TYPE(BETWEEN)))
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
        if (clause_is(clause, i, CLAUSE_LIMITS | TYPE(RELATIVE) | TYPE(VERB)))
            break;
        if (clause_is(clause, i, TYPE(PARTY) | TYPE(PRONOUN) | TYPE(PLURAL_PRONOUN)) &&
            !is_owner(clause, i) && clause_governor(clause, i) == 0 && is_acting(clause, i))
            subject = i;
    }
    return subject;
}

/* "Later, A, the minister, then met B": whether the verb at index, behind a comma, has its own
 * subject right before that, and nobody acts before. */
static bool is_first_told(const struct clause *clause, uint32_t index)
{
    const uint64_t around = CLAUSE_ADJUNCTS | TYPE(AT) | TYPE(TO);
    if (index < 2 || !clause_is(clause, index - 1, TYPE(COMMA)) ||
        !clause_is(clause, index - 2, TYPE(PARTY)) || clause_governor(clause, index - 2) != 0)
        return false;
    uint32_t i = index - 2;
    while (i > 0 && clause_is(clause, i - 1, around))
        i--;
    return i == 0 || clause_is(clause, i - 1, CLAUSE_LIMITS);
}

/* "a reçu A et rencontrera B": "and" joins the verb to one before it; in "A et la guérilla se
 * parleront" it joins one more subject, whom no list knows. */
static bool is_joined(const struct clause *clause, uint32_t index)
{
    const uint32_t begin = clause_chunk(clause, index)->begin;
    if (begin > 0 && clause_finite(clause, index) && /* "praised A but met B" */
        look_at(clause->document, begin - 1, LEXICON_RESUMING))
        return !is_first_told(clause, index);
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

/* Where the verb at index begins: "A a, comme B, reçu C" begins before its aside. */
static uint32_t verb_begin(const struct clause *clause, uint32_t index)
{
    const uint32_t parted = clause_verb(clause, index)->parted;
    while (parted && index > 0 && clause_chunk(clause, index - 1)->begin >= parted)
        index--;
    return index;
}

/* "A met B, spoke with C; and saw D", "a reçu B, rencontré C": the verb of the one who is told
 * right before the mark before the verb at index, who does nothing there; or CLAUSE_NONE. */
static uint32_t listed_behind(const struct clause *clause, uint32_t index)
{
    const uint64_t partner = TYPE(PARTY) | TYPE(NOUN) | TYPE(AND) | TYPE(WITH) | TYPE(BY) |
                             TYPE(DATE) | TYPE(TIME) | TYPE(PLACE) | TYPE(AT);
    const struct verb *verb = clause_verb(clause, index);
    const uint32_t end = clause_chunk(clause, index)->end;
    const bool cut = verb->tense == TENSE_PP && !clause_is(clause, index + 1, TYPE(DATE)) &&
                     document_is(clause->document, end, CLASS(DETERMINER)); /* "rencontré le C" */
    const uint32_t joint = index > 2 && clause_is(clause, index - 1, TYPE(AND)) ? index - 1 : index;
    const uint32_t mark = joint > 1 ? joint - 1 : 0;
    const bool parts = clause_is(clause, mark, TYPE(COMMA)) ||
                       (clause_is(clause, mark, TYPE(STOP)) &&
                        look_mark(clause->document, clause_chunk(clause, mark)->begin, ';'));
    if (!parts || verb->dependent || !(cut || clause_finite(clause, index)) ||
        clause_chunk(clause, mark)->end != clause_chunk(clause, joint)->begin ||
        clause_chunk(clause, joint)->end < clause_chunk(clause, index)->begin ||
        !clause_is(clause, mark - 1, TYPE(PARTY)))
        return CLAUSE_NONE;
    uint32_t i = mark - 1;
    while (i > 0 && clause_is(clause, i, partner))
        i--;
    const bool says =
        joint == index && /* "an aide said the minister, B, | would meet C" */
        look_at(clause->document, clause_chunk(clause, i)->end - 1, LEXICON_SPEECHVERB);
    return clause_is(clause, i, TYPE(VERB)) && clause_finite(clause, i) && !says &&
                   clause_chunk(clause, mark - 1)->end == clause_chunk(clause, mark)->begin &&
                   relative_before(clause, i) == CLAUSE_NONE
               ? i
               : CLAUSE_NONE;
}

static uint32_t subject_at(const struct clause *clause, uint32_t index, unsigned depth)
{
    bool comma = false;
    const uint32_t before = listed_behind(clause, index);
    const uint32_t doer = before == CLAUSE_NONE ? before : shared_subject(clause, before, depth);
    if (doer != CLAUSE_NONE)
        return doer;
    const bool infinite = !clause_finite(clause, index) || clause_verb(clause, index)->dependent;
    const bool joined = is_joined(clause, index);
    for (uint32_t i = verb_begin(clause, index); i-- > 0;) {
        if (clause_is(clause, i, CLAUSE_LIMITS)) {
            i = dash_before(clause, i);
            if (i == CLAUSE_NONE)
                return CLAUSE_NONE;
            continue;
        }
        if (clause_is(clause, i, TYPE(RELATIVE)))
            return clause_told_of(clause, antecedent(clause, i));
        if (clause_is(clause, i, TYPE(VERB))) {
            if (infinite && clause_bidden(clause, i, index) != i)
                return clause_bidden(clause, i, index);
            if (joined || infinite || !clause_finite(clause, i))
                return shared_subject(clause, i, depth);
            uint32_t relative = relative_before(clause, i);
            if (relative == CLAUSE_NONE)
                relative = object_before(clause, i, index);
            if (relative == CLAUSE_NONE)
                return is_listed(clause, index) ? shared_subject(clause, i, depth) : CLAUSE_NONE;
            i = relative;
            continue;
        }
        if (clause_is(clause, i, TYPE(PRONOUN) | TYPE(PLURAL_PRONOUN)) && !joined &&
            !(i > 0 && clause_is(clause, i - 1, TYPE(BETWEEN)))) /* "entre elle et B" */
            return i;
        comma |= clause_is(clause, i, TYPE(COMMA));
        if (!joined && clause_is(clause, i, TYPE(PARTY) | TYPE(NOUN)) && !is_owner(clause, i) &&
            !clause_is_visited(clause, i, index) &&
            (clause_governor(clause, i) == 0 || is_after(clause, i, index)) &&
            !clause_is_bracketed(clause, i, index)) {
            if (comma && is_of_relative(clause, i, index))
                return i;
            const uint32_t host = comma ? participle_around(clause, i) : CLAUSE_NONE;
            if (host != CLAUSE_NONE)
                return host;
            const uint32_t relative = comma ? relative_around(clause, i) : CLAUSE_NONE;
            return clause_told_of(clause,
                                  relative == CLAUSE_NONE ? i : antecedent(clause, relative));
        }
    }
    return joined && !infinite ? subject_of_unread(clause, index) : CLAUSE_NONE;
}

/* "A said that trade would grow, | after meeting B": the verb before such a clause of nobody's. */
static uint32_t verb_around(const struct clause *clause, uint32_t index)
{
    uint32_t i = index;
    while (i > 0 && clause_is(clause, i - 1, TYPE(FOLLOWING) | TYPE(OF)))
        i--;
    if (i == 0 || !clause_is(clause, i - 1, TYPE(COMMA)))
        return CLAUSE_NONE;
    for (i--; i-- > 0 && !clause_is(clause, i, TYPE(SUBORDINATOR));) {
        if (clause_is(clause, i,
                      TYPE(STOP) | TYPE(VERB) | TYPE(RELATIVE) | TYPE(PRONOUN) |
                          TYPE(PLURAL_PRONOUN)) ||
            (clause_is(clause, i, TYPE(PARTY)) && clause_governor(clause, i) == 0))
            return CLAUSE_NONE;
    }
    return i < index ? clause_governing_verb(clause, i) : CLAUSE_NONE;
}

static uint32_t subject_of(const struct clause *clause, uint32_t index)
{
    const uint32_t behind = clause_speaker_behind(clause, index);
    uint32_t actor = behind == CLAUSE_NONE ? clause_apposed(clause, index) : behind;
    const bool sequel = clause_is_sequel(clause, index);
    uint32_t verb = sequel ? clause_governing_verb(clause, index) : CLAUSE_NONE;
    if (sequel && verb == CLAUSE_NONE)
        verb = verb_around(clause, index);
    if (verb != CLAUSE_NONE)
        actor = clause_subject(clause, verb); /* "before going" */
    return actor == CLAUSE_NONE ? subject_at(clause, index, 0) : actor;
}

uint32_t clause_subject(const struct clause *clause, uint32_t index)
{
    if (!clause->answers || index >= clause->chunks.count)
        return subject_of(clause, index);
    uint32_t *known = &clause->answers[index].subject;
    if (*known == CLAUSE_UNASKED)
        *known = subject_of(clause, index);
    return *known;
}

bool clause_joins(const struct clause *clause, uint32_t index)
{
    const struct chunk *joint = clause_chunk(clause, index);
    const struct annotation *joins = look_at(clause->document, joint->begin, LEXICON_JOINT);
    return joins && joins->end == joint->end;
}
