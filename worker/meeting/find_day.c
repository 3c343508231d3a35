#include "meeting/find_day.h"
#include "annotate/date.h"

/* The day of a meeting that its clause tells for all that is in it. */

/* "Mardi 3 mai, X a reçu Y, élu en mars": whether the one is no day, and the other is. */
static bool is_coarser(const struct date *date, const struct date *opening)
{
    const bool day = date->day || date->weekday || date->unit == 'd';
    return !day && (opening->day || opening->weekday || opening->unit == 'd');
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

void slot_day_of_clause(const struct finder *finder, struct mention *mention, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    share_date(finder, mention);
    if (index > 1 && !mention->date && mention->verb && mention->status == STATUS_HELD &&
        clause_verb(clause, index)->tense == TENSE_GER &&
        clause_is(clause, index - 1, TYPE(COMMA)) && clause_is(clause, index - 2, TYPE(DATE)))
        mention->date = clause_chunk(clause, index - 2)->of;
}
