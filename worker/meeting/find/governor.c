#include "meeting/find/governor.h"

#include "annotate/look.h"
#include "meeting/clause/status.h"
#include "meeting/find/predicate.h"

/* The word for a deed that ends right before token, "demande pour", "no intention of". */
static const struct annotation *deed_before(const struct finder *finder, uint32_t token)
{
    const struct document *document = finder->document;
    const uint64_t prepositions = CLASS(OF) | CLASS(TO) | CLASS(ABOUT) | CLASS(REFLEXIVE);
    enum { WORDS_MAX = 3 };
    while (token > finder->sentence->begin && document_is(document, token - 1, prepositions))
        token--;
    for (uint32_t t = token; t > finder->sentence->begin && token - t < WORDS_MAX; t--) {
        const struct annotation *deed = look_at(document, t - 1, LEXICON_EVENTNOUN);
        if (deed)
            return deed->end == token ? deed : NULL;
    }
    return NULL;
}

/* "had no plans to", "n'a pas l'intention de". */
static bool is_denied(const struct finder *finder, uint32_t token)
{
    enum { WORDS_MAX = 2 };
    for (uint32_t back = 1; back <= WORDS_MAX && token - back >= finder->sentence->begin; back++) {
        if (document_is(finder->document, token - back, CLASS(NEGATION)))
            return true;
        if (!document_is(finder->document, token - back, CLASS(DETERMINER)))
            break;
    }
    return false;
}

static struct governor by_verb(const struct finder *finder, uint32_t index)
{
    const struct chunk *chunk = clause_chunk(&finder->clause, index);
    const struct verb *verb = clause_verb(&finder->clause, index);
    return (struct governor){
        verb, finder_sense(finder, index), verb->negative, {chunk->begin, chunk->end}};
}

/* "an invitation to B to visit": the word for the deed before the party that the infinitive has. */
static const struct annotation *deed_before_guest(const struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    if (index < 2 || !clause_is(clause, index - 1, TYPE(PARTY)))
        return NULL;
    const bool own = clause_is(clause, index - 2, TYPE(POSSESSIVE));
    return deed_before(finder, clause_chunk(clause, index - 1 - own)->begin);
}

/* "an invitation from A to B to visit": the word for the bidding before the parties that stand
 * between it and the infinitive; ret_guest: who is bidden, or CLAUSE_NONE. */
static const struct annotation *bidding_before(const struct finder *finder, uint32_t index,
                                               uint32_t *ret_guest)
{
    const struct clause *clause = &finder->clause;
    const uint64_t between =
        TYPE(PARTY) | TYPE(POSSESSIVE) | TYPE(OF) | TYPE(FROM) | TYPE(TO) | TYPE(AT);
    *ret_guest = CLAUSE_NONE;
    if (clause_verb(clause, index)->tense != TENSE_INF)
        return NULL;
    for (uint32_t i = index; i > 0 && clause_is(clause, i - 1, between); i--) {
        if (clause_is(clause, i - 1, TYPE(PARTY)) &&
            (clause_governor(clause, i - 1) & (TYPE(TO) | TYPE(AT))))
            *ret_guest = i - 1;
        const struct annotation *deed = deed_before(finder, clause_chunk(clause, i - 1)->begin);
        if (deed && look_lexeme(finder->document, deed)->sense == SENSE_PROPOSE)
            return deed;
    }
    return NULL;
}

/* "the refusal of A", "la décision du ministre A", "plans for A": the word for what the party's
 * deed is, or NULL.
 */
static const struct annotation *deed_of(const struct finder *finder, uint32_t owner)
{
    const struct clause *clause = &finder->clause;
    if (!clause_is(clause, owner, TYPE(PARTY)) ||
        !(clause_governor(clause, owner) & (TYPE(OF) | TYPE(BY) | TYPE(ABOUT))))
        return NULL;
    const uint32_t by = clause_preposition(clause, owner); /* "du" is a part of the party */
    const struct annotation *deed =
        deed_before(finder, clause_chunk(clause, by == CLAUSE_NONE ? owner : by)->begin);
    const enum sense sense = deed ? look_lexeme(finder->document, deed)->sense : SENSE_NONE;
    return sense == SENSE_REFUSE || sense == SENSE_AGREE || sense == SENSE_PLAN ||
                   sense == SENSE_PROPOSE
               ? deed
               : NULL;
}

/* "A and B discussed | Mr B's plan to visit": whose plan what the infinitive tells is, right behind
 * him; or CLAUSE_NONE. */
static uint32_t planner(const struct finder *finder, uint32_t index)
{
    enum { WORDS_MAX = 2 };
    const struct clause *clause = &finder->clause;
    const struct annotation *deed = index > 0 && clause_is(clause, index - 1, TYPE(PARTY)) &&
                                            clause_verb(clause, index)->tense == TENSE_INF
                                        ? deed_before(finder, clause_chunk(clause, index)->begin)
                                        : NULL;
    const uint32_t end = deed ? clause_chunk(clause, index - 1)->end : 0;
    return deed && look_lexeme(finder->document, deed)->sense != SENSE_PROPOSE &&
                   look_clitic(finder->document, end) && deed->begin <= end + WORDS_MAX
               ? index - 1
               : CLAUSE_NONE;
}

/* Whose that deed is; or CLAUSE_NONE. */
static uint32_t governor_owner(const struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    if (planner(finder, index) != CLAUSE_NONE)
        return index - 1;
    uint32_t owner = index;
    while (owner > 0 && clause_is(clause, owner - 1, TYPE(OF) | TYPE(TO) | TYPE(COMMA)))
        owner--; /* "le refus du ministre, A, de" */
    const struct annotation *deed = owner > 0 ? deed_of(finder, owner - 1) : NULL;
    if (!deed || clause_verb(clause, index)->tense != TENSE_INF)
        return CLAUSE_NONE;
    const bool bids = look_lexeme(finder->document, deed)->sense == SENSE_PROPOSE &&
                      !clause_is(clause, index - 1, TYPE(OF)); /* "invitation de A à visiter" */
    return bids ? CLAUSE_NONE : owner - 1;
}

/* "an invitation to B to visit": whom the proposal asks to do it; or CLAUSE_NONE. */
static uint32_t governor_guest(const struct finder *finder, uint32_t index)
{
    const struct annotation *deed = clause_verb(&finder->clause, index)->tense == TENSE_INF
                                        ? deed_before_guest(finder, index)
                                        : NULL;
    if (deed && look_lexeme(finder->document, deed)->sense == SENSE_PROPOSE)
        return index - 1;
    uint32_t guest;
    return bidding_before(finder, index, &guest) ? guest : CLAUSE_NONE;
}

uint32_t governor_bidder(const struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    if (index < 2 || clause_verb(clause, index)->tense != TENSE_INF ||
        !clause_is(clause, index - 1, TYPE(PARTY)))
        return CLAUSE_NONE;
    const uint32_t preposition = clause_preposition(clause, index - 1);
    if (!clause_is(clause, preposition, TYPE(FROM) | TYPE(BY) | TYPE(OF)))
        return CLAUSE_NONE;
    const struct annotation *deed = deed_before(finder, clause_chunk(clause, preposition)->begin);
    return deed && look_lexeme(finder->document, deed)->sense == SENSE_PROPOSE ? index - 1
                                                                               : CLAUSE_NONE;
}

uint32_t governor_invited(const struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    const struct annotation *deed = clause_verb(clause, index)->tense == TENSE_INF
                                        ? deed_before(finder, clause_chunk(clause, index)->begin)
                                        : NULL;
    uint32_t guest;
    if (!deed)
        deed = bidding_before(finder, index, &guest);
    if (!deed || look_lexeme(finder->document, deed)->sense != SENSE_PROPOSE)
        return CLAUSE_NONE;
    for (uint32_t i = index; i-- > 0;) {
        if (clause_is(clause, i, TYPE(STOP) | TYPE(SUBORDINATOR) | TYPE(RELATIVE) | TYPE(NOUN)))
            break;
        /* "the king's greetings", "from the king" */
        const bool owner = look_clitic(finder->document, clause_chunk(clause, i)->end) ||
                           (clause_governor(clause, i) & (TYPE(OF) | TYPE(FROM)));
        if (clause_is(clause, i, TYPE(PARTY)) && !owner)
            return clause_governor(clause, i) & (TYPE(TO) | TYPE(AT)) ? i : CLAUSE_NONE;
    }
    return CLAUSE_NONE;
}

uint32_t governor_doer(const struct finder *finder, uint32_t index, bool visit)
{
    const uint32_t guest = governor_guest(finder, index);
    const uint32_t invited = visit ? governor_invited(finder, index) : CLAUSE_NONE;
    if (invited != CLAUSE_NONE)
        return invited;
    return guest == CLAUSE_NONE ? governor_owner(finder, index) : guest;
}

/* Senses of verbs that take a form in -ing. */
static bool takes_form(enum sense sense)
{
    return sense == SENSE_REFUSE || sense == SENSE_DENY || sense == SENSE_CANCEL ||
           sense == SENSE_POSTPONE || sense == SENSE_PROPOSE || sense == SENSE_EXPECT;
}

/* "discussed holding a summit", "spoke about holding one": whether those who talk only speak of it.
 */
static bool only_speaks(const struct finder *finder, uint32_t index)
{
    const struct annotation *word =
        clause_is(&finder->clause, index, TYPE(VERB))
            ? verb_reading(finder->document, clause_verb(&finder->clause, index), LEXICON_MEETVERB)
            : NULL;
    const uint8_t frame = word ? look_lexeme(finder->document, word)->frame : FRAME_NONE;
    return frame == FRAME_WITH || frame == FRAME_TOPIC;
}

/* "prevented A from meeting B", "was barred from meeting B": the verb that says that it came to
 * nothing, or CLAUSE_NONE. */
static uint32_t kept_from(const struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    if (index < 2 || !clause_is(clause, index - 1, TYPE(FROM)))
        return CLAUSE_NONE;
    const uint32_t verb = index - 2 - clause_is(clause, index - 2, TYPE(PARTY));
    return clause_is(clause, verb, TYPE(VERB)) && finder_sense(finder, verb) == SENSE_CANCEL
               ? verb
               : CLAUSE_NONE;
}

/* "agreed to the idea of holding", "rejected a proposal to hold", "scrapped plans to": what became
 * of the deed. */
static bool decides(enum sense sense)
{
    return sense == SENSE_AGREE || sense == SENSE_REFUSE || sense == SENSE_DENY || calls_off(sense);
}

/* "a dit espérer rencontrer A", "ended talks, agreeing to meet again": the infinitive or form in
 * -ing right before the one at index that governs it, or CLAUSE_NONE. */
static uint32_t infinitive_before(const struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    uint32_t i = index;
    while (i > 0 && clause_is(clause, i - 1, TYPE(OF) | TYPE(TO)))
        i--;
    const enum sense sense = i > 0 ? finder_sense(finder, i - 1) : SENSE_NONE;
    if (sense == SENSE_NONE)
        return CLAUSE_NONE;
    const enum tense tense = clause_verb(clause, i - 1)->tense;
    const bool plans = decides(sense) || sense == SENSE_PLAN || sense == SENSE_PROPOSE;
    return tense == TENSE_INF || (tense == TENSE_GER && plans) ? i - 1 : CLAUSE_NONE;
}

/* The verb that governs the one at index, or CLAUSE_NONE. */
static uint32_t verb_over(const struct finder *finder, uint32_t index)
{
    const uint32_t infinitive = infinitive_before(finder, index);
    return infinitive == CLAUSE_NONE ? clause_governing_verb(&finder->clause, index) : infinitive;
}

bool governor_beside(const struct finder *finder, uint32_t index, struct governor *ret_governor)
{
    const struct clause *clause = &finder->clause;
    const uint32_t kept = kept_from(finder, index);
    if (kept != CLAUSE_NONE) {
        *ret_governor = by_verb(finder, kept);
        return true;
    }
    const struct annotation *deed = deed_before(finder, clause_chunk(clause, index)->begin);
    if (!deed)
        deed = deed_before_guest(finder, index);
    uint32_t guest;
    if (!deed)
        deed = bidding_before(finder, index, &guest);
    if (!deed)
        deed = deed_of(finder, governor_owner(finder, index));
    const uint32_t over = deed ? verb_over(finder, index) : CLAUSE_NONE;
    if (over != CLAUSE_NONE && decides(finder_sense(finder, over))) {
        *ret_governor = by_verb(finder, over);
        return true;
    }
    if (deed) {
        *ret_governor = (struct governor){NULL,
                                          look_lexeme(finder->document, deed)->sense,
                                          is_denied(finder, deed->begin),
                                          {deed->begin, deed->end}};
        return true;
    }
    if (index == 0 || clause_verb(clause, index)->tense != TENSE_GER)
        return false;
    /* "is looking forward to X attending" */
    const bool party = index > 1 && clause_is(clause, index - 1, TYPE(PARTY));
    uint32_t verb = index - 1 - party;
    const bool to = !party && verb > 0 &&
                    clause_is(clause, verb, TYPE(TO) | TYPE(ABOUT) | TYPE(AT)) &&
                    clause_chunk(clause, verb - 1)->end == clause_chunk(clause, verb)->begin;
    verb -= to; /* "committed to holding" */
    const enum sense sense = finder_sense(finder, verb);
    const bool agreed = to && (sense == SENSE_AGREE || sense == SENSE_PLAN);
    if (!party && only_speaks(finder, verb)) {
        const struct chunk *chunk = clause_chunk(clause, verb);
        *ret_governor = (struct governor){NULL, SENSE_PLAN, false, {chunk->begin, chunk->end}};
        return true;
    }
    if ((!takes_form(sense) && !agreed) || (party && sense != SENSE_EXPECT && sense != SENSE_DENY))
        return false;
    *ret_governor = by_verb(finder, verb);
    return true;
}

bool governor_of(const struct finder *finder, uint32_t index, struct governor *ret_governor)
{
    if (governor_beside(finder, index, ret_governor))
        return true;
    const uint32_t verb = verb_over(finder, index);
    if (verb == CLAUSE_NONE)
        return false;
    *ret_governor = by_verb(finder, verb);
    return true;
}

enum meeting_status governor_status(const struct governor *governor, enum sense inner)
{
    const enum meeting_status told = status_of_governed(governor->sense, governor->negative, inner);
    if (told != STATUS_UNKNOWN)
        return told;
    if (!governor->verb)
        return STATUS_SCHEDULED;
    if (governor->verb->modality == MODALITY_WANT || governor->verb->modality == MODALITY_MAY)
        return STATUS_PROPOSED;
    return governor->verb->tense == TENSE_PAST && governor->verb->modality == MODALITY_NONE
               ? STATUS_HELD
               : STATUS_SCHEDULED;
}
