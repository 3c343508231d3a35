#include "meeting/find/outcomes.h"

#include <stdlib.h>

#include "annotate/look.h"
#include "meeting/clause/clause.h"

static bool takes_outcomes(const struct occasion *occasion)
{
    return status_has_begun(occasion->status) && occasion->kind != KIND_VISIT;
}

/* The occasion told in the sentence, else the last one told before it. */
static struct occasion *occasion_near(const struct occasion_list *occasions, uint32_t sentence)
{
    struct occasion *near = NULL;
    uint32_t at = 0;
    for (uint32_t i = 0; i < occasions->count; i++) {
        for (unsigned m = 0; m < occasions->at[i]->mention_count; m++) {
            const uint32_t told = occasions->at[i]->mentions[m]->sentence;
            if (told > sentence || !takes_outcomes(occasions->at[i]))
                continue;
            if (!near || told > at) {
                near = occasions->at[i];
                at = told;
            }
        }
    }
    return near;
}

/* Whether the form of the verb tells what was done, not what is planned. */
static bool is_done(const struct annotation *verb)
{
    return verb->tag != TAG_INF && verb->tag != TAG_FUT && verb->tag != TAG_COND;
}

/* Whether a verb of that lexicon tells the sentence as done, not as planned. */
static bool has_verb(const struct document *document, const struct sentence *sentence,
                     uint16_t lexicon)
{
    const uint64_t bit = KIND_BIT(lexicon);
    for (uint32_t t = look_next(document, sentence->begin, sentence->end, bit); t < sentence->end;
         t = look_next(document, t + 1, sentence->end, bit)) {
        const struct annotation *verb = look_at(document, t, lexicon);
        if (verb && is_done(verb))
            return true;
    }
    return false;
}

/* Which types of outcome the verbs of a sentence tell, as a set: what a joint statement says is
 * told by any verb of saying, and failure by itself. */
static unsigned outcomes_told(const struct document *document, const struct sentence *sentence)
{
    unsigned told = 1u << OUTCOME_NO_AGREEMENT;
    if (has_verb(document, sentence, LEXICON_OUTCOMEVERB))
        told = ~0u;
    else if (has_verb(document, sentence, LEXICON_SPEECHVERB))
        told |= 1u << OUTCOME_JOINT_STATEMENT;
    return told;
}

/* "communiqué de (presse de) la 6e réunion": the outcome's word governs the meeting's. */
static bool governs_meeting(const struct occasion *occasion, uint32_t sentence,
                            const struct annotation *outcome)
{
    enum { NEAR = 6 };
    for (unsigned m = 0; m < occasion->mention_count; m++) {
        const struct mention *mention = occasion->mentions[m];
        const uint32_t begin = mention->label.name.end > mention->label.name.begin
                                   ? mention->label.name.begin
                                   : mention->trigger.begin;
        if (mention->sentence == sentence && begin >= outcome->end && begin - outcome->end <= NEAR)
            return true;
    }
    return false;
}

/* "ended with a declaration", "s'est achevé par un accord": behind the preposition of an end. */
static bool comes_with(const struct document *document, const struct sentence *sentence,
                       uint32_t word)
{
    enum { BACK = 12 };
    uint32_t t = word;
    while (t > sentence->begin && document_is(document, t - 1, CLASS(DETERMINER)))
        t--;
    if (t == sentence->begin ||
        !(look_at(document, t - 1, LEXICON_WITH) || document_is(document, t - 1, CLASS(BY))))
        return false;
    for (uint32_t b = t - 1; b-- > sentence->begin && t - b <= BACK;) {
        const struct annotation *verb = look_at(document, b, LEXICON_EVENTVERB);
        if (verb && look_lexeme(document, verb)->sense == SENSE_CLOSE)
            return is_done(verb);
    }
    return false;
}

/* "promised to conclude an agreement": the verb before it has not been done. */
static bool is_planned(const struct document *document, const struct sentence *sentence,
                       uint32_t word)
{
    for (uint32_t b = word; b-- > sentence->begin;) {
        const struct annotation *verb = look_at(document, b, LEXICON_OUTCOMEVERB);
        if (verb)
            return !is_done(verb);
    }
    return false;
}

static void outcome_add(struct occasion *occasion, const struct document *document,
                        const struct annotation *word)
{
    struct mention *mention = occasion->mentions[0];
    if (mention->outcome_count == sizeof mention->outcomes / sizeof *mention->outcomes)
        return;
    mention->outcomes[mention->outcome_count].type = look_lexeme(document, word)->outcome;
    mention->outcomes[mention->outcome_count++].words = (struct span){word->begin, word->end};
}

/* "Le traité signé en 1957": a sentence that tells a year before the meeting's speaks of others.
 * The year is read off the figures: such a sentence has no dates unless it tells a meeting. */
static bool is_of_past_year(const struct document *document, const struct sentence *sentence,
                            const struct occasion *occasion)
{
    enum { LONG_AGO = 1800 };
    const long year = strtol(occasion->when.start.text, NULL, 10);
    for (uint32_t t = sentence->begin; t < sentence->end; t++) {
        const int32_t number = look_token(document, t)->number;
        if (number >= LONG_AGO && number < year)
            return true;
    }
    return false;
}

void outcomes_attach(const struct story *story, struct occasion_list *occasions)
{
    const uint64_t bit = KIND_BIT(LEXICON_OUTCOME);
    const struct document *document = story->document;
    for (uint32_t i = 0; i < document->sentences.count; i++) {
        const struct sentence *sentence = &document->sentences.at[i];
        const uint32_t end = sentence->end;
        uint32_t t = look_next(document, sentence->begin, end, bit);
        struct occasion *occasion = t < end ? occasion_near(occasions, i) : NULL;
        if (!occasion || (sentence->flags & SENTENCE_BOILERPLATE) ||
            is_of_past_year(document, sentence, occasion))
            continue;
        const unsigned told = outcomes_told(document, sentence);
        for (; t < end; t = look_next(document, t + 1, end, bit)) {
            const struct annotation *word = look_at(document, t, LEXICON_OUTCOME);
            if (!word)
                continue;
            const unsigned type = look_lexeme(document, word)->outcome;
            if (((told >> type & 1) && !is_planned(document, sentence, t)) ||
                comes_with(document, sentence, t) || governs_meeting(occasion, i, word))
                outcome_add(occasion, document, word);
            t = word->end - 1;
        }
    }
}
