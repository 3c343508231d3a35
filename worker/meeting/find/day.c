#include "meeting/find/day.h"
#include "annotate/date/date.h"
#include "annotate/look.h"
#include "meeting/find/when.h"

/* The day of a meeting that its clause tells for all that is in it. */

/* "Mardi 3 mai, X a reçu Y, élu en mars": whether the one is no day, and the other is. */
static bool is_coarser(const struct date *date, const struct date *opening)
{
    return !date_is_day(date) && date_is_day(opening);
}

/* "Le 3 octobre, X, arrivé lundi, a rencontré Y": the day that opens a sentence is that of all that
 * it tells as done. */
static void share_date(const struct finder *finder, struct mention *mention)
{
    enum { WORDS_MAX = 2 }; /* "during the" */
    const bool done = mention->status == STATUS_HELD && mention->status_told;
    const uint64_t before = TYPE(AT) | TYPE(TO) | TYPE(FOLLOWING);
    uint32_t day = 0;
    while (day < WORDS_MAX && clause_is(&finder->clause, day, before))
        day++;
    if (mention->until || !done || !clause_is(&finder->clause, day, TYPE(DATE)) ||
        !clause_is(&finder->clause, day + 1, TYPE(COMMA)))
        return;
    const struct annotation *opening = clause_chunk(&finder->clause, day)->of;
    if (!mention->date || (mention->verb && is_coarser(mention->date->detail, opening->detail)))
        mention->date = opening;
}

/* "C'est | mardi | que": whether "be" stands before what begins at token. */
static bool is_cleft(const struct finder *finder, uint32_t token)
{
    enum { WORDS_BACK = 3 };
    const uint64_t small = CLASS(DETERMINER) | CLASS(DEMONSTRATIVE) | CLASS(AT) | CLASS(TO);
    for (uint32_t back = 1; back <= WORDS_BACK && token >= finder->sentence->begin + back; back++) {
        const struct annotation *aux = look_at(finder->document, token - back, LEXICON_AUX);
        if (aux)
            return look_says(finder->document, aux, STR("BE"));
        if (!document_is(finder->document, token - back, small))
            break;
    }
    return false;
}

/* "C'est mardi à Oslo que le roi rencontrera B", "it was in Oslo that": takes when and where. */
static void slot_cleft(const struct finder *finder, struct mention *mention, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    const uint64_t told = TYPE(DATE) | TYPE(PLACE) | TYPE(AT) | TYPE(TO) | TYPE(TIME);
    uint32_t that = index;
    while (that > 0 && clause_is(clause, that - 1, TYPE(PARTY) | TYPE(PRONOUN) | TYPE(COMMA)))
        that--;
    if (that < 2 || !clause_is(clause, that - 1, TYPE(SUBORDINATOR) | TYPE(RELATIVE)))
        return;
    uint32_t first = that - 1;
    while (first > 0 && clause_is(clause, first - 1, told))
        first--;
    if (first == that - 1 || !is_cleft(finder, clause_chunk(clause, first)->begin))
        return;
    for (uint32_t i = first; i < that - 1; i++) {
        const struct chunk *chunk = clause_chunk(clause, i);
        if (chunk->type == CHUNK_DATE && !mention->date)
            mention->date = chunk->of;
        if (chunk->type == CHUNK_PLACE && !mention->place)
            mention->place = chunk->of;
    }
}

void slot_day_of_clause(const struct finder *finder, struct mention *mention, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    share_date(finder, mention);
    if (mention->verb)
        slot_cleft(finder, mention, index);
    if (index > 1 && !mention->date && mention->verb && mention->status == STATUS_HELD &&
        clause_verb(clause, index)->tense == TENSE_GER &&
        clause_is(clause, index - 1, TYPE(COMMA)) && clause_is(clause, index - 2, TYPE(DATE)))
        mention->date = clause_chunk(clause, index - 2)->of;
}

/* "called a meeting for Friday", "a convoqué pour mai un sommet": a day or month behind "for" is
 * still to come. */
void slot_meant(const struct finder *finder, struct mention *mention)
{
    const struct document *document = finder->document;
    const struct date *date = mention->date ? mention->date->detail : NULL;
    const bool day = date && (date->day || date->weekday || date->month) && !date->unit;
    if (!day || mention->status != STATUS_HELD ||
        mention->date->begin <= finder->sentence->begin + 1)
        return;
    uint32_t before = mention->date->begin - 1;
    while (before > finder->sentence->begin && document_is(document, before, CLASS(DETERMINER)))
        before--;
    const bool own = mention->date->begin > mention->trigger.end ||
                     mention->status_words.end == before; /* right behind the verb */
    if (own && document_is(document, before, CLASS(ABOUT)) &&
        !document_is(document, before, CLASS(AT) | CLASS(TO)))
        mention->status = STATUS_SCHEDULED;
}

void slot_day_inside(const struct finder *finder, struct mention *mention, uint32_t index)
{
    const struct chunk *verb = clause_chunk(&finder->clause, index);
    for (uint32_t t = verb->begin; verb->type == CHUNK_VERB && t < verb->end; t++) {
        const struct annotation *day = look_at(finder->document, t, ANNOTATION_DATE);
        if (day && day->end < verb->end && !mention->date)
            mention->date = day;
    }
}

void slot_when(struct finder *finder, struct mention *mention, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    uint32_t i = index;
    while (i > 0 && !clause_is(clause, i - 1, CLAUSE_LIMITS))
        i--;
    if (mention->date || mention->status != STATUS_HELD || i < 3 ||
        !clause_is(clause, i - 1, TYPE(SUBORDINATOR)) || !clause_is(clause, i - 2, TYPE(COMMA)) ||
        !clause_is(clause, i - 3, TYPE(DATE)))
        return;
    slot_date(finder, mention, i - 3, SENSE_NONE);
    uint32_t place = i - 4; /* of no chunk, if the day is the first */
    place -= clause_is(clause, place, TYPE(AT));
    if (!mention->place && clause_is(clause, place, TYPE(PLACE)))
        slot_place(finder, mention, place, false);
}
