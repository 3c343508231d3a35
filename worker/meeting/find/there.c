#include "meeting/find/there.h"

#include "annotate/look.h"
#include "meeting/clause/status.h"
#include "meeting/find/governor.h"
#include "meeting/mention/occasion.h"

enum meeting_status there_by_travel(const struct finder *finder, uint32_t index)
{
    const struct verb *verb = clause_verb(&finder->clause, index);
    const enum meeting_status status = status_of_meeting_verb(verb);
    struct governor governor;
    const uint32_t main = clause_governing_verb(&finder->clause, index);
    if (main != CLAUSE_NONE && clause_verb(&finder->clause, main)->tense == TENSE_FUT &&
        travels_onward(finder, index))
        return STATUS_SCHEDULED; /* "will meet A before flying to Oslo for talks" */
    if (verb->tense == TENSE_INF && governor_of(finder, index, &governor) &&
        governor.sense == SENSE_PROPOSE) /* "invited B to visit Peru for the summit" */
        return governor_status(&governor, SENSE_NONE);
    if (verb->tense == TENSE_GER && index > 0 &&
        clause_is(&finder->clause, index - 1, TYPE(VERB)) &&
        clause_chunk(&finder->clause, index - 1)->end ==
            clause_chunk(&finder->clause, index)->begin)
        return STATUS_SCHEDULED; /* "will begin arriving for the summit" */
    const uint32_t last = clause_chunk(&finder->clause, index)->end - 1;
    const bool away = document_is(finder->document, last, CLASS(ABOUT)) &&
                      !document_is(finder->document, last, CLASS(AT) | CLASS(TO));
    const bool on_way = verb->tense == TENSE_PRES && verb->modality == MODALITY_NONE;
    const bool ahead = away || on_way || status_is_under_way(verb); /* "was flying to Oslo for" */
    return ahead && status_has_begun(status) ? STATUS_SCHEDULED : status;
}

/* In what tense somebody is told to stay where the words before the chunk say: "is in Oslo |", "is
 * visiting Oslo |", "was in Oslo |"; TENSE_NONE: nobody is. */
static enum tense stay_before(const struct finder *finder, uint32_t i)
{
    const struct clause *clause = &finder->clause;
    while (i > 0 && clause_is(clause, i - 1, TYPE(PLACE) | TYPE(DATE) | TYPE(AT)))
        i--;
    if (i > 0 && clause_is(clause, i - 1, TYPE(VERB))) {
        const struct verb *verb = clause_verb(clause, i - 1);
        const struct annotation *word = verb_reading(finder->document, verb, LEXICON_MEETVERB);
        const uint8_t frame = word ? look_lexeme(finder->document, word)->frame : FRAME_NONE;
        const bool visits = frame == FRAME_VISIT && word->tag == TAG_GER &&
                            look_lexeme(finder->document, word)->kind == KIND_VISIT &&
                            !document_is(finder->document, clause_chunk(clause, i)->begin - 1,
                                         CLASS(AT) | CLASS(TO)); /* not "is flying to Oslo" */
        return frame == FRAME_STAY || visits ? verb->tense : TENSE_NONE;
    }
    uint32_t begin = clause_chunk(clause, i)->begin;
    while (begin > finder->sentence->begin &&
           document_is(finder->document, begin - 1, CLASS(ADVERB)))
        begin--; /* "are still in talks" */
    const struct annotation *aux = clause_is(clause, i, TYPE(AT)) && begin > finder->sentence->begin
                                       ? look_at(finder->document, begin - 1, LEXICON_AUX)
                                       : NULL;
    if (!aux || aux->end != begin || !look_says(finder->document, aux, STR("BE")))
        return TENSE_NONE;
    const bool past = aux->tag == TAG_PAST || aux->tag == TAG_IMPF;
    return past ? TENSE_PAST : aux->tag == TAG_PRES ? TENSE_PRES : TENSE_NONE;
}

bool was_on_day(const struct finder *finder, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    const struct date *day = NULL;
    uint32_t i = noun + 1;
    for (; clause_is(clause, i, TYPE(AT) | TYPE(TO) | TYPE(PLACE) | TYPE(DATE)); i++)
        day = clause_is(clause, i, TYPE(DATE)) ? clause_chunk(clause, i)->of->detail : day;
    if (!day || day->lean || date_is_range(day) || !date_is_day(day) ||
        !clause_is(clause, i, TYPE(COMMA)) || clause_preposition(clause, noun) != 0)
        return false;
    while (i < clause->chunks.count &&
           !(clause_is(clause, i, TYPE(VERB)) && clause_finite(clause, i)))
        i++;
    return i < clause->chunks.count && clause_verb(clause, i)->tense == TENSE_PAST;
}

bool there_for(const struct finder *finder, uint32_t noun)
{
    const uint32_t i = clause_preposition(&finder->clause, noun);
    return i != CLAUSE_NONE && clause_is(&finder->clause, i, TYPE(ABOUT) | TYPE(AT)) &&
           stay_before(finder, i) == TENSE_PRES;
}

uint32_t there_who(const struct finder *finder, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    uint32_t i = clause_preposition(clause, noun);
    if (i == CLAUSE_NONE || !clause_is(clause, i, TYPE(ABOUT)))
        return CLAUSE_NONE;
    bool place = false;
    while (i > 0 && clause_is(clause, i - 1, TYPE(PLACE) | TYPE(DATE) | TYPE(AT)))
        place |= clause_is(clause, --i, TYPE(PLACE));
    const bool who = i > 1 && clause_is(clause, i - 1, TYPE(RELATIVE)); /* "A, who is in Oslo" */
    const uint32_t party = i - 1 - who - (who && clause_is(clause, i - 2, TYPE(COMMA)));
    if (!place || i == 0 || !clause_is(clause, party, TYPE(PARTY)) ||
        clause_governor(clause, party) != 0)
        return CLAUSE_NONE;
    const struct annotation *aux =
        look_at(finder->document, clause_chunk(clause, i - 1)->end, LEXICON_AUX);
    return aux && aux->end == clause_chunk(clause, i)->begin ? party : CLAUSE_NONE;
}

uint32_t there_fronted(const struct finder *finder, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    const uint64_t end = TYPE(STOP) | TYPE(VERB) | TYPE(RELATIVE) | TYPE(SUBORDINATOR) | TYPE(NOUN);
    uint32_t i = clause_preposition(clause, noun);
    if (i == CLAUSE_NONE || !clause_is(clause, i, TYPE(ABOUT)))
        return CLAUSE_NONE;
    bool place = false;
    while (i > 0 && clause_is(clause, i - 1, TYPE(PLACE) | TYPE(AT)))
        place |= clause_is(clause, --i, TYPE(PLACE));
    if (i > 0 || !place)
        return CLAUSE_NONE;
    for (i = noun + 1; i + 1 < clause->chunks.count && !clause_is(clause, i, end); i++) {
        if (clause_is(clause, i, TYPE(COMMA)))
            return clause_is(clause, i + 1, TYPE(PARTY)) ? i + 1 : CLAUSE_NONE;
    }
    return CLAUSE_NONE;
}

void there_to_attend(const struct finder *finder, const struct predicate *predicate,
                     enum meeting_status *status)
{
    uint32_t i = predicate->index;
    if ((predicate->sense != SENSE_ATTEND && predicate->sense != SENSE_CHAIR) ||
        predicate->verb->tense != TENSE_INF)
        return;
    while (i > 0 && clause_is(&finder->clause, i - 1, TYPE(ABOUT) | TYPE(OF)))
        i--;
    const enum tense stay = stay_before(finder, i);
    if (stay == TENSE_PRES || stay == TENSE_PAST)
        *status = stay == TENSE_PRES ? STATUS_ONGOING : STATUS_HELD;
}

/* "was to be held there": the place told before; "there is" tells none. */
void slot_there(const struct finder *finder, struct mention *mention, uint32_t index)
{
    const struct document *document = finder->document;
    const struct clause *clause = &finder->clause;
    const uint32_t begin = clause_chunk(clause, index)->begin;
    const bool own = clause_is(clause, index, TYPE(VERB));
    const uint32_t verb = own ? index : clause_governing_verb(clause, index);
    const uint32_t y = verb == CLAUSE_NONE ? 0 : clause_chunk(clause, verb)->begin;
    mention->there |= y > finder->sentence->begin && /* "y avait vu B", "y présidera un sommet" */
                      document_is(document, y - 1, CLASS(THERE)) &&
                      (own || !look_at(document, y, LEXICON_AUX));
    for (uint32_t t = begin; t < finder->sentence->end; t++) {
        if (look_mark(document, t, ';') || look_mark(document, t, ':'))
            return;
        if (document_is(document, t, CLASS(THERE)) && t > finder->sentence->begin &&
            (document_is(document, t - 1, CLASS(REFLEXIVE)) || /* "s'y est tenu" */
             !(t + 1 < finder->sentence->end && look_at(document, t + 1, LEXICON_AUX))))
            mention->there = true;
    }
}
