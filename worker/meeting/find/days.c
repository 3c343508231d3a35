#include "annotate/look.h"
#include "meeting/find/find.h"
#include "meeting/find/predicate.h"
#include "meeting/find/when.h"

/* How many days a meeting lasts, where the text says it. */

int16_t days_behind(const struct finder *finder, uint32_t verb)
{
    const uint32_t end = clause_chunk(&finder->clause, verb)->end;
    const struct annotation *annotation =
        finder_sense(finder, verb) == SENSE_HOLD && end < finder->sentence->end
            ? look_at(finder->document, end, ANNOTATION_DURATION)
            : NULL;
    return annotation ? ((const struct duration *)annotation->detail)->days : 0;
}

/* "la visite, qui débutera le 20 juin, durera trois jours" */
static int16_t lasting_days(const struct finder *finder, uint32_t noun)
{
    for (uint32_t i = noun + 1; i < finder->clause.chunks.count; i++) {
        if (clause_is(&finder->clause, i, TYPE(STOP) | TYPE(NOUN)))
            break;
        const int16_t days = clause_is(&finder->clause, i, TYPE(VERB)) ? days_behind(finder, i) : 0;
        if (days > 0 && clause_subject(&finder->clause, i) == noun)
            return days;
    }
    return 0;
}

/* "une visite officielle de trois jours", "a three-day visit"; one that closed can have it told
 * later: "s'est achevé vendredi à Genève, après trois jours". */
int16_t slot_days(const struct finder *finder, uint32_t noun, bool closed)
{
    enum { AROUND = 5 };
    const struct chunk *chunk = clause_chunk(&finder->clause, noun);
    const uint32_t least = finder->sentence->begin, most = finder->sentence->end;
    const uint32_t begin = chunk->begin < least + AROUND ? least : chunk->begin - AROUND;
    const uint32_t end = closed || chunk->end + AROUND > most ? most : chunk->end + AROUND;
    for (uint32_t t = begin; t < end; t++) {
        const struct annotation *annotation = look_at(finder->document, t, ANNOTATION_DURATION);
        const bool within = t > chunk->begin && document_is(finder->document, t - 1, CLASS(AT));
        if (annotation && !within) /* not "their second meeting in three days" */
            return ((const struct duration *)annotation->detail)->days;
    }
    return lasting_days(finder, noun);
}

bool days_over(const struct finder *finder, uint32_t noun)
{
    for (uint32_t i = noun + 1; i < finder->clause.chunks.count; i++) {
        if (clause_is(&finder->clause, i, TYPE(STOP)))
            break;
        if (clause_is(&finder->clause, i, TYPE(VERB)) &&
            clause_verb(&finder->clause, i)->tense == TENSE_PAST &&
            finder_sense(finder, i) == SENSE_CLOSE && clause_subject(&finder->clause, i) == noun)
            return true;
    }
    return false;
}
