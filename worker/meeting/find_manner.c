#include "annotate/look.h"
#include "meeting/find.h"

/*
 * Nouns that only say how the verb of meeting before them is done: "se réunira en session",
 * "arrived for an official visit", "will gather in Victoria for a seminar".  They tell no meeting
 * of their own; the verb's meeting takes their kind and name.
 */

static const struct lexeme *frame_of(const struct finder *finder, uint32_t verb)
{
    const struct annotation *word =
        verb_reading(finder->document, clause_verb(&finder->clause, verb), LEXICON_MEETVERB);
    return word ? look_lexeme(finder->document, word) : NULL;
}

static bool is_coming(const struct lexeme *verb)
{
    return verb->frame == FRAME_VISIT || verb->frame == FRAME_ARRIVE;
}

/* "met A for talks", "will host A for a meeting". */
static bool is_meeting(const struct lexeme *verb)
{
    return verb->frame == FRAME_JOINT || verb->frame == FRAME_OBJECT || verb->frame == FRAME_HOST;
}

/* "se réunira en session": right behind the verb. */
static uint32_t verb_beside(const struct finder *finder, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    if (noun < 2 || !clause_is(clause, noun - 1, TYPE(AT)) ||
        !clause_is(clause, noun - 2, TYPE(VERB)) ||
        clause_chunk(clause, noun - 1)->end != clause_chunk(clause, noun)->begin)
        return CLAUSE_NONE;
    const struct lexeme *verb = frame_of(finder, noun - 2);
    return verb && verb->frame == FRAME_JOINT ? noun - 2 : CLAUSE_NONE;
}

static bool goes_somewhere(const struct finder *finder, uint32_t verb)
{
    for (uint32_t i = verb + 1; i < finder->clause.chunks.count; i++) {
        if (clause_is(&finder->clause, i, TYPE(PLACE)))
            return true;
        if (clause_is(&finder->clause, i, TYPE(VERB) | TYPE(STOP) | TYPE(SUBORDINATOR)))
            break;
    }
    return false;
}

/* "est arrivé lundi à Lyon pour une visite": the aim of the verb, behind when and where. */
static uint32_t verb_aiming(const struct finder *finder, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    const uint64_t between = TYPE(DATE) | TYPE(TIME) | TYPE(PLACE) | TYPE(AT) | TYPE(TO) |
                             TYPE(FROM) | TYPE(MODE) | TYPE(OF) | TYPE(PARTY) | TYPE(WITH);
    if (!(clause_governor(clause, noun) & TYPE(ABOUT)))
        return CLAUSE_NONE;
    for (uint32_t i = noun - 1; i-- > 0;) {
        if (clause_is(clause, i, TYPE(VERB))) {
            const struct lexeme *verb = frame_of(finder, i);
            const bool visit =
                look_lexeme(finder->document, clause_chunk(clause, noun)->of)->kind == KIND_VISIT;
            const bool fits =
                verb && (visit ? is_coming(verb) && goes_somewhere(finder, i) : is_meeting(verb));
            return fits ? i : CLAUSE_NONE;
        }
        if (!clause_is(clause, i, between))
            return CLAUSE_NONE;
    }
    return CLAUSE_NONE;
}

static uint32_t verb_of(const struct finder *finder, uint32_t noun)
{
    const uint32_t beside = verb_beside(finder, noun);
    return beside == CLAUSE_NONE ? verb_aiming(finder, noun) : beside;
}

bool noun_is_manner(const struct finder *finder, uint32_t noun)
{
    return verb_of(finder, noun) != CLAUSE_NONE;
}

void slot_manner(const struct finder *finder, struct mention *mention, uint32_t verb)
{
    for (uint32_t i = verb + 1; i < finder->clause.chunks.count; i++) {
        if (clause_is(&finder->clause, i, TYPE(VERB) | TYPE(STOP) | TYPE(SUBORDINATOR)))
            return;
        if (!clause_is(&finder->clause, i, TYPE(NOUN)) || verb_of(finder, i) != verb)
            continue;
        const struct label *label = &finder->labels[i];
        if (mention->kind == KIND_TALKS)
            mention->kind = label->kind;
        if (mention->label.name.end == mention->label.name.begin)
            mention->label = *label;
        mention->days = slot_days(finder, i, false);
        return;
    }
}
