#include "annotate/look.h"
#include "meeting/clause/status.h"
#include "meeting/find/find.h"
#include "meeting/find/predicate.h"
#include "meeting/find/there.h"

/* A verb behind all that is told of a meeting that takes it back: "…, has been cancelled". */

bool verb_takes_back(const struct finder *finder, uint32_t verb)
{
    const enum sense sense = finder_sense(finder, verb);
    return calls_off(sense) ||
           (sense == SENSE_HOLD && clause_verb(&finder->clause, verb)->negative);
}

/* "did not take place", "will not be held". */
static bool is_not_held(const struct finder *finder, uint32_t index)
{
    return clause_verb(&finder->clause, index)->negative && clause_finite(&finder->clause, index) &&
           finder_sense(finder, index) == SENSE_HOLD;
}

/* Whether the chunk says that the meeting is called off: "was cancelled". */
static bool is_called_off(const struct finder *finder, uint32_t index)
{
    if (!clause_is(&finder->clause, index, TYPE(VERB)))
        return false;
    const struct verb *verb = clause_verb(&finder->clause, index);
    return (verb->passive && !verb->negative && verb->modality != MODALITY_MAY &&
            verb->modality != MODALITY_WANT && calls_off(finder_sense(finder, index))) ||
           is_not_held(finder, index);
}

/* "The summit in Lima, at which fish was to be discussed, has been cancelled": the verb behind the
 * commas or dashes of what is told of the noun besides, if it calls it off; or CLAUSE_NONE. */
static uint32_t behind_relative(const struct finder *finder, uint32_t noun)
{
    const uint64_t marks = TYPE(COMMA) | TYPE(STOP);
    const struct clause *clause = &finder->clause;
    uint32_t i = noun + 1;
    while (clause_is(clause, i, TYPE(PLACE) | TYPE(DATE) | TYPE(AT) | TYPE(OF) | TYPE(PARTY)) ||
           (clause_is(clause, i, TYPE(VERB)) && !clause_finite(clause, i)))
        i++; /* "scheduled for Wednesday in Lima" */
    const uint32_t relative = i + 1 + clause_is(clause, i + 1, TYPE(AT));
    if (!clause_is(clause, i, marks) || !clause_is(clause, relative, TYPE(RELATIVE)))
        return CLAUSE_NONE;
    const bool dash = clause_is(clause, i, TYPE(STOP));
    for (i = relative + 1; i < clause->chunks.count; i++) {
        if (clause_is(clause, i, marks) && is_called_off(finder, i + 1))
            return i + 1;
        if (clause_is(clause, i, dash ? TYPE(STOP) : TYPE(STOP) | TYPE(NOUN)))
            break;
    }
    return CLAUSE_NONE;
}

/* "but that has been put off", "and these were called off": whether the word right before the verb
 * points at what is told before. */
static bool is_pointed_at(const struct finder *finder, uint32_t verb)
{
    if (!clause_is(&finder->clause, verb, TYPE(VERB)))
        return false;
    const uint32_t t = clause_chunk(&finder->clause, verb)->begin;
    return t > finder->sentence->begin + 1 &&
           document_is(finder->document, t - 1, CLASS(DEMONSTRATIVE)) &&
           (document_is(finder->document, t - 2, CLASS(AND)) ||
            look_at(finder->document, t - 2, LEXICON_RESUMING));
}

/* The chunk behind the verb's own day, place and words that go on to what else is told of the same.
 */
static uint32_t same_behind(const struct finder *finder, uint32_t verb)
{
    const uint64_t between = TYPE(DATE) | TYPE(TIME) | TYPE(PLACE) | TYPE(AT) | TYPE(OF) |
                             TYPE(TO) | TYPE(ABOUT) | TYPE(COMMA) | TYPE(AND) | TYPE(SUBORDINATOR) |
                             TYPE(PRONOUN) | TYPE(SEQUENCE);
    uint32_t i = verb + 1;
    while (clause_is(&finder->clause, i, between))
        i++;
    return i;
}

/* "was to open on Monday but was called off", "mais il a été annulé": the verb behind the predicate
 * that takes back what it says of the same meeting, or CLAUSE_NONE. */
static uint32_t taken_back(const struct finder *finder, uint32_t noun,
                           const struct predicate *predicate)
{
    if (predicate->index == CLAUSE_NONE || predicate->index < noun)
        return behind_relative(finder, noun);
    uint32_t i = same_behind(finder, predicate->index);
    i += is_pointed_at(finder, i + 1);
    return is_called_off(finder, i) ? i : behind_relative(finder, noun);
}

/* "has been put off and will be held on Friday", "reporté, il se tiendra le 9": the verb behind the
 * predicate that calls the meeting off which says that it is still to come, or CLAUSE_NONE. */
static uint32_t set_anew(const struct finder *finder, uint32_t noun,
                         const struct predicate *predicate)
{
    const uint32_t off = predicate->teller;
    if (predicate->index == CLAUSE_NONE || off < noun || !calls_off(finder_sense(finder, off)))
        return CLAUSE_NONE;
    const uint32_t verb = same_behind(finder, off);
    if (verb == off + 1 || !clause_is(&finder->clause, verb, TYPE(VERB)) ||
        !clause_finite(&finder->clause, verb) || clause_verb(&finder->clause, verb)->negative)
        return CLAUSE_NONE;
    const enum sense sense = finder_sense(finder, verb);
    const struct predicate anew = {.index = verb,
                                   .teller = verb,
                                   .subject = true,
                                   .sense = sense,
                                   .verb = clause_verb(&finder->clause, verb)};
    const bool held = sense == SENSE_HOLD || sense == SENSE_OPEN || sense == SENSE_RESUME;
    return held && predicate_status(finder, &anew) == STATUS_SCHEDULED ? verb : CLAUSE_NONE;
}

/* "were to hold talks in Lima, but they have been put off", "was to meet B, but it was called off":
 * the verb that takes back what is planned by the word at index, or CLAUSE_NONE. */
static uint32_t taken_back_behind(const struct finder *finder, uint32_t index)
{
    const uint64_t pronouns = TYPE(PRONOUN) | TYPE(PLURAL_PRONOUN);
    const uint64_t between = CLAUSE_ADJUNCTS | TYPE(AT) | TYPE(OF) | TYPE(TO) | TYPE(WITH) |
                             TYPE(ABOUT) | TYPE(PARTY) | TYPE(AND) | TYPE(COMMA) |
                             TYPE(SUBORDINATOR);
    const struct clause *clause = &finder->clause;
    uint32_t i = index + 1;
    while (clause_is(clause, i, between) && !clause_is(clause, i, pronouns))
        i++;
    const bool pointing = is_pointed_at(finder, i) || is_pointed_at(finder, i + 1);
    const uint32_t verb = i + !clause_is(clause, i, TYPE(VERB));
    return (pointing || clause_is(clause, i, pronouns)) && is_called_off(finder, verb)
               ? verb
               : CLAUSE_NONE;
}

void status_by_retreat(const struct finder *finder, uint32_t noun,
                       const struct predicate *predicate, struct mention *mention)
{
    const bool planned = mention->status == STATUS_SCHEDULED;
    const uint32_t anew = predicate ? set_anew(finder, noun, predicate) : CLAUSE_NONE;
    if (anew != CLAUSE_NONE) {
        const struct chunk *chunk = clause_chunk(&finder->clause, anew);
        mention->status = STATUS_SCHEDULED;
        mention->status_told = true;
        mention->status_words = (struct span){chunk->begin, chunk->end};
        return;
    }
    uint32_t verb = predicate ? taken_back(finder, noun, predicate) : CLAUSE_NONE;
    if (verb == CLAUSE_NONE && planned)
        verb = taken_back_behind(finder, noun);
    if (verb == CLAUSE_NONE)
        return;
    const struct chunk *chunk = clause_chunk(&finder->clause, verb);
    const bool again =
        predicate && calls_off(predicate->sense) && finder_sense(finder, verb) == SENSE_MOVE;
    mention->status = is_not_held(finder, verb) ? STATUS_CANCELLED
                      : again                   ? STATUS_POSTPONED /* "and will be rescheduled" */
                                                : status_of_sense(finder_sense(finder, verb));
    mention->status_told = true;
    mention->status_words = (struct span){chunk->begin, chunk->end};
}

/* "It would have been their first meeting", "cela aurait été": one that did not come about. */
static bool would_have_been(const struct finder *finder, uint32_t noun)
{
    enum { WORDS_BACK = 4 };
    const struct document *document = finder->document;
    uint32_t t = clause_chunk(&finder->clause, noun)->begin;
    const uint32_t least = finder->sentence->begin + 2;
    for (unsigned back = 0; back < WORDS_BACK && t > least; back++) {
        const struct annotation *been = look_at(document, --t, LEXICON_AUX);
        if (look_flag(document, t, TOKEN_PUNCT))
            return false;
        if (!been)
            continue;
        const struct annotation *have = look_at(document, t - 1, LEXICON_AUX);
        const struct annotation *would = have ? look_at(document, t - 2, LEXICON_AUX) : NULL;
        return been->tag == TAG_PP && have &&
               (have->tag == TAG_COND || look_says(document, would, STR("WOULD")));
    }
    return false;
}

bool status_by_unreal(const struct finder *finder, uint32_t noun, struct mention *mention)
{
    if (!would_have_been(finder, noun))
        return false;
    mention->status = STATUS_CANCELLED;
    mention->status_told = true;
    return true;
}

/* "comme si la réunion n'avait jamais eu lieu", "as if the talks had never been held": whether what
 * is told of the noun is only made believe. */
static bool is_make_believe(const struct finder *finder, uint32_t noun)
{
    const struct document *document = finder->document;
    for (uint32_t t = clause_chunk(&finder->clause, noun)->begin; t-- > finder->sentence->begin;) {
        const struct annotation *words = look_at(document, t, LEXICON_FALSEFRIEND);
        if (look_flag(document, t, TOKEN_PUNCT) || look_at(document, t, ANNOTATION_VERB))
            return false;
        if (look_says(document, words, STR("ASIF")))
            return true;
    }
    return false;
}

/* "la dette n'était pas à l'ordre du jour de la réunion": what its own agenda lacks. */
static bool is_of_own_agenda(const struct finder *finder, uint32_t noun,
                             const struct predicate *predicate)
{
    return (predicate->sense == SENSE_PROPOSE || predicate->sense == SENSE_PLAN) &&
           predicate->verb->negative && predicate->index + 2 == noun &&
           clause_is(&finder->clause, noun - 1, TYPE(OF));
}

/* "n'a pas encore eu lieu", "has not taken place yet": the negation only puts it ahead. */
static bool is_not_yet(const struct finder *finder, const struct predicate *predicate)
{
    const struct document *document = finder->document;
    const struct chunk *chunk = clause_chunk(&finder->clause, predicate->index);
    for (uint32_t t = chunk->begin; predicate->verb->negative && t <= chunk->end; t++) {
        const struct annotation *words =
            t < finder->sentence->end ? look_at(document, t, LEXICON_FALSEFRIEND) : NULL;
        if (look_says(document, words, STR("YET")))
            return true;
    }
    return false;
}

void status_unharmed(const struct finder *finder, uint32_t noun, const struct predicate *predicate,
                     struct mention *mention)
{
    if (is_of_own_agenda(finder, noun, predicate))
        mention->status = predicate->verb->tense == TENSE_PAST ? STATUS_HELD : STATUS_SCHEDULED;
    if (mention->status == STATUS_CANCELLED && is_not_yet(finder, predicate))
        mention->status = STATUS_SCHEDULED;
    if (mention->status == STATUS_CANCELLED && is_make_believe(finder, noun))
        mention->status = STATUS_HELD;
}
