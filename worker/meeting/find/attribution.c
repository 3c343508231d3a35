#include "meeting/find/attribution.h"
#include "annotate/look.h"
#include "meeting/clause/titled.h"
#include "meeting/find/find.h"
#include "meeting/find/owner.h"
#include "meeting/find/predicate.h"
#include "meeting/find/when.h"

/* Who says what a sentence tells, behind it: what stands there is no circumstance of a meeting. */

bool is_attribution(const struct finder *finder, uint32_t from, uint32_t verb)
{
    const struct clause *clause = &finder->clause;
    const enum sense sense = finder_sense(finder, verb);
    if (!clause_finite(clause, verb) || clause_verb(clause, verb)->passive ||
        !(sense == SENSE_ANNOUNCE || sense == SENSE_CONFIRM ||
          verb_reading(finder->document, clause_verb(clause, verb), LEXICON_SPEECHVERB)))
        return false;
    for (uint32_t i = verb; i-- > from + 1;) {
        if (clause_is(clause, i, TYPE(COMMA)))
            return true;
        if (clause_is(clause, i, TYPE(VERB) | TYPE(AND) | TYPE(RELATIVE)))
            return false;
    }
    return false;
}

bool begins_attribution(const struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    const uint64_t where = TYPE(AT) | TYPE(PLACE) | TYPE(OF) | TYPE(PARTY);
    uint32_t verb = index + 1;
    if (!clause_is(clause, index, TYPE(COMMA)) ||
        !(clause_is(clause, verb, TYPE(PARTY)) ||
          document_is(finder->document, clause_chunk(clause, index)->end,
                      CLASS(DETERMINER) | CLASS(POSSESSIVE)))) /* "the ministry in Oslo said" */
        return false;
    while (clause_is(clause, verb, where))
        verb++;
    return clause_is(clause, verb, TYPE(VERB)) && is_attribution(finder, index - 1, verb);
}

bool verb_tells(const struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    return clause_is(clause, index, TYPE(VERB)) && clause_finite(clause, index) &&
           !clause_verb(clause, index)->passive && finder_sense(finder, index) == SENSE_NONE &&
           verb_reading(finder->document, clause_verb(clause, index), LEXICON_SPEECHVERB) &&
           clause_is(clause, index + 1, TYPE(PARTY) | TYPE(PRONOUN) | TYPE(PLURAL_PRONOUN));
}

bool verb_told_of_ahead(const struct finder *finder, const struct mention *mention, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    const bool ahead = mention->status == STATUS_SCHEDULED || mention->status == STATUS_PROPOSED;
    if (!ahead || !clause_is(clause, index, TYPE(VERB)) ||
        clause_is(clause, index + 1, TYPE(COMMA))) /* "on Monday, she said, A will meet B" */
        return false;
    const struct verb *verb = clause_verb(clause, index);
    return (verb->tense == TENSE_PAST || verb->tense == TENSE_GER) && !verb->passive &&
           verb_reading(finder->document, verb, LEXICON_SPEECHVERB);
}

/* Whether a finite verb of saying stands at index. */
static bool is_speech(const struct finder *finder, uint32_t index)
{
    return clause_is(&finder->clause, index, TYPE(VERB)) && clause_finite(&finder->clause, index) &&
           verb_reading(finder->document, clause_verb(&finder->clause, index), LEXICON_SPEECHVERB);
}

bool day_is_of_saying(const struct finder *finder, uint32_t date, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    const uint32_t verb = date - 1 - (date > 1 && clause_is(clause, date - 1, TYPE(AT)));
    if (date == 0 || !clause_is(clause, noun, TYPE(NOUN)) || !is_speech(finder, verb) ||
        clause_verb(clause, verb)->passive)
        return false;
    for (uint32_t i = noun + 1; i < clause->chunks.count; i++) {
        if (clause_is(clause, i, TYPE(STOP) | TYPE(SUBORDINATOR) | TYPE(RELATIVE)))
            break;
        if (clause_is(clause, i, TYPE(VERB)))
            return clause_finite(clause, i);
    }
    return false;
}

bool verb_informs(const struct finder *finder, uint32_t index)
{
    const struct annotation *word =
        clause_is(&finder->clause, index, TYPE(VERB))
            ? verb_reading(finder->document, clause_verb(&finder->clause, index),
                           LEXICON_SPEECHVERB)
            : NULL;
    return look_says(finder->document, word, STR("HEARER"));
}

bool noun_is_spoken_of(const struct finder *finder, uint32_t noun)
{
    const uint32_t verb = clause_governing_verb(&finder->clause, noun);
    const uint64_t governor = clause_governor(&finder->clause, noun);
    return (!governor || (governor & (TYPE(ABOUT) | TYPE(OF)))) && verb != CLAUSE_NONE &&
           verb < noun && is_speech(finder, verb) && !clause_verb(&finder->clause, verb)->passive &&
           finder_sense(finder, verb) == SENSE_NONE;
}

/* Whether a quotation mark stands beside the comma at index. */
static bool closes_quote(const struct finder *finder, uint32_t index)
{
    const uint32_t comma = clause_chunk(&finder->clause, index)->begin;
    return titled_mark(finder->document, comma - 1) || titled_mark(finder->document, comma + 1);
}

static bool is_somebody(const struct finder *finder, uint32_t index)
{
    if (!clause_is(&finder->clause, index, TYPE(PARTY)))
        return false;
    const struct party *party = party_members(clause_chunk(&finder->clause, index)->of)->at[0];
    return party->type == PARTY_PERSON && !party->plural && !party_speaks(party);
}

uint32_t quote_speaker(const struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    for (uint32_t i = index + 1; i + 2 < clause->chunks.count; i++) {
        if (!clause_is(clause, i, TYPE(COMMA)) || !closes_quote(finder, i))
            continue;
        if (is_speech(finder, i + 1) && is_somebody(finder, i + 2))
            return i + 2;
        return is_somebody(finder, i + 1) && is_speech(finder, i + 2) ? i + 1 : CLAUSE_NONE;
    }
    return CLAUSE_NONE;
}

bool opens_quote(const struct finder *finder, uint32_t verb)
{
    const struct document *document = finder->document;
    const uint32_t first = finder->sentence->begin;
    const uint32_t begin = clause_chunk(&finder->clause, verb)->begin;
    const struct verb *told = clause_verb(&finder->clause, verb);
    return begin > first && titled_mark(document, begin - 1) && told->tense == TENSE_PAST &&
           !told->passive && (begin == first + 1 || look_mark(document, begin - 2, ':'));
}

bool slot_self(const struct finder *finder, struct mention *mention, uint32_t noun)
{
    enum { WORDS_BACK = 3 };
    const uint32_t begin = clause_chunk(&finder->clause, noun)->begin;
    for (uint32_t back = 1; back <= WORDS_BACK && begin >= finder->sentence->begin + back; back++) {
        if (!document_is(finder->document, begin - back, CLASS(POSSESSIVE)))
            continue;
        const uint32_t speaker = document_is(finder->document, begin - back, CLASS(SELF))
                                     ? quote_speaker(finder, noun)
                                     : CLAUSE_NONE;
        slot_parties(finder, mention, speaker,
                     mention->kind == KIND_VISIT ? PART_VISITOR : PART_ATTENDEE);
        return speaker != CLAUSE_NONE;
    }
    return false;
}
